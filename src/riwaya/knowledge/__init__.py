"""What the project knows of the world and of words, read from its tables."""
