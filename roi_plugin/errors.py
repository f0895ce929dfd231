"""What is wrong with our own world (no records folder, broken settings), never with a record."""


class RoiError(Exception):
    """The tool could not do its work; the message says why and what to do next, in one line."""


class NoDecisionsFolderError(RoiError):
    """The folder of records was not found."""


class UnknownDecisionError(RoiError):
    """No decision answers to the id, alias, number or beginning of an id that was asked for."""


class NoSuchDecisionError(UnknownDecisionError):
    """No record that is there has the name, whole or broken."""


class UnknownNameError(RoiError):
    """No rule or finding has the name that was asked for."""


class BadSettingError(RoiError):
    """A setting of the tool itself (an option, an environment variable) cannot be read."""


class BadRulePackageError(RoiError):
    """A package that offers rules of its own cannot be loaded, or offers something else."""


class FailedRuleError(RoiError):
    """A rule of another package raised an exception."""


class GitError(RoiError):
    """Git is missing, does not answer, or cannot tell what was asked; the message says how to mend it."""
