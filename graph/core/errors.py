"""Every error that lsgraph raises on purpose, each with its exit code on the command line; its notices."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec


class LsgraphError(Exception):
    """Base of all: its text is written for the user, names the place and tells the remedy."""

    exit_code: int = 1


class InputError(LsgraphError):
    """What the user gave (a file, a date, a parameter) cannot be used; exit code 1."""


class AlreadyThere(InputError):
    """A file would be replaced that the user did not offer for it (--force); exit code 2."""

    exit_code = 2


class UnknownName(InputError):
    """A name or code that is not in the graph, with the nearest ones that are.

    `suggestions` holds the candidates, best first; the message already lists them.
    """

    def __init__(self, what: str, name: str, suggestions: Sequence[str] = ()) -> None:
        self.what = what
        self.name = name
        self.suggestions = tuple(suggestions)
        hint = f" Did you mean: {'; '.join(self.suggestions)}?" if self.suggestions else ""
        super().__init__(f"No {what} is called {name!r}.{hint}")


class AmbiguousName(InputError):
    """A name that several things share: the candidates are listed, none is chosen."""

    def __init__(self, what: str, name: str, candidates: Sequence[str]) -> None:
        self.candidates = tuple(candidates)
        listed = "; ".join(self.candidates)
        super().__init__(f"{name!r} names more than one {what}: {listed}. Give the code or uid.")


class InvalidData(InputError):
    """A file with problems: all of them at once, each with file, line and suggestion; exit code 2.

    `problems` holds every one; the message shows the first of a long list.
    """

    SHOWN = 60
    exit_code = 2

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = f"{count} problem{'s' if count != 1 else ''}; nothing was written."
        more = [f"... and {count - self.SHOWN} more."] if count > self.SHOWN else []
        super().__init__("\n".join([head, *self.problems[: self.SHOWN], *more]))


class Refused(InputError):
    """A file that is not read: no plain file, too large, damaged, or of another kind; exit code 2.

    `text` says what to do, without the path; `line` is 0 where the file as a whole is meant.
    """

    exit_code = 2

    def __init__(self, text: str, path: object = None, line: int = 0) -> None:
        self.text, self.path, self.line = text, path, line
        # A name of a file need not be text: what cannot be printed is shown as `?`.
        where = str(path or "").encode("utf-8", "replace").decode("utf-8")
        place = f"{where}:{line}" if line else where
        super().__init__(f"{place}: {text}" if place else text)


class CatalogueError(LsgraphError):
    """A query file whose header and statement disagree; names file and line; exit code 2."""

    exit_code = 2


class RefusedQuery(InputError):
    """Free Cypher that would write, read files or addresses, or steer the server."""


class NoServer(LsgraphError):
    """No database answers, or it refuses the user; exit code 3."""

    exit_code = 3


class LimitReached(LsgraphError):
    """A question that takes more time, memory or rows than it may; exit code 4."""

    exit_code = 4


class Stopped(LsgraphError):
    """A question that was ended because nobody waits for its answer; exit code 4."""

    exit_code = 4

    def __init__(self) -> None:
        super().__init__("The question was stopped: nobody waits for its answer.")


class Notice(UserWarning):
    """What a reader should know beside an answer that is whole: a warning in Python, a line in a command."""


def need(what: str, module: str, extra: str) -> None:
    """Do nothing where `module` is installed; else InputError names its package and the extra that has it."""
    if find_spec(module) is None:
        package = {"docx": "python-docx"}.get(module, module)
        raise InputError(
            f"{what} needs {package}. Install it: pip install 'lsgraph[{extra}]'"
            f" (with pipx: pipx inject lsgraph {package})"
        )
