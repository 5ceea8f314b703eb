"""Claims out of the program and back into it: the forms in which files hold them."""
