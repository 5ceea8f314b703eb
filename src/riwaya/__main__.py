"""Lets `python -m riwaya` do what the command `riwaya` does."""

from riwaya.cli import main

if __name__ == "__main__":
    main()
