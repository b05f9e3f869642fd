"""What a person can mend."""


class UserError(Exception):
    """One sentence that says what happened and what to do; the command line and the page show it, nothing else catches it."""
