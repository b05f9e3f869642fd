"""What a person can mend, and whose task it is."""


class UserError(Exception):
    """One sentence that says what happened and what to do; the command line and the page show it, nothing else catches it."""


class OperatorError(UserError):
    """What only who runs EduPlan can mend: it may name folders and settings of the machine, which no reader of the page is told."""
