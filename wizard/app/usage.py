"""What is wrong with the words of a command."""


class UsageError(Exception):
    """The command's words are off; the message says how. Exit code 2."""
