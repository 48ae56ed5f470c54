"""Every error that lsgraph raises on purpose, each with its exit code on the command line; its notices."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Protocol

from graph.core.language import told
from graph.core.words import NOTHING, Words


class LsgraphError(Exception):
    """Base of all: its text is written for the user, names the place and tells the remedy.

    `words` holds it in both languages; `str` tells it in the one that is spoken where it is told.
    """

    exit_code: int = 1

    def __init__(self, text: Words) -> None:
        self.words = text
        super().__init__(self.words.en)

    def __str__(self) -> str:
        return told(self.words)


class InputError(LsgraphError):
    """What the user gave (a file, a date, a parameter) cannot be used; exit code 1."""


class AlreadyThere(InputError):
    """A file would be replaced that the user did not offer for it (--force); exit code 2."""

    exit_code = 2


class UnknownName(InputError):
    """A name or code that is not in the graph, with the nearest ones that are.

    `suggestions` holds the candidates, best first; the message already lists them.
    """

    def __init__(self, what: Words, name: str, suggestions: Sequence[str] = ()) -> None:
        self.what = what
        self.name = name
        self.suggestions = tuple(suggestions)
        listed = Words.joined(map(Words.same, self.suggestions), "; ", "；")
        hint = (
            Words(f" Did you mean: {listed.en}?", f"您是否要找：{listed.zh}？")
            if self.suggestions
            else NOTHING
        )
        super().__init__(
            Words(
                f"No {what.en} is called {name!r}.{hint.en}",
                f"没有名为“{name}”的{what.zh}。{hint.zh}",
            )
        )


class AmbiguousName(InputError):
    """A name that several things share: the first candidates are listed, none is chosen.

    `candidates` holds all of them.
    """

    SHOWN = 12

    def __init__(self, what: Words, name: str, candidates: Sequence[str]) -> None:
        self.candidates = tuple(candidates)
        each = map(Words.same, self.candidates)
        listed = Words.first(each, self.SHOWN, "另有 {} 个", "; ", "；")
        super().__init__(
            Words(
                f"{name!r} names more than one {what.en}: {listed.en}. Give the code or uid.",
                f"“{name}”对应不止一个{what.zh}：{listed.zh}。请给出代码或 uid。",
            )
        )


class NamesNothing(InputError):
    """A text that can name nothing of the kind that is asked for, such as a code of too few digits."""


class Fault(Protocol):
    """What is wrong somewhere: its place, and what to do."""

    @property
    def words(self) -> Words:
        """All of it in words."""


class InvalidData(InputError):
    """A file with problems: all of them at once, each with file, line and suggestion; exit code 2.

    `problems` holds every one in words, `found` as it was found, with its place; the message shows the
    first of a long list.
    """

    SHOWN = 60
    exit_code = 2

    def __init__(self, problems: Sequence[Fault]) -> None:
        self.found = tuple(problems)
        said = [one.words for one in problems]
        self.problems = tuple(map(told, said))
        count = len(said)
        left, shown = count - self.SHOWN, said[: self.SHOWN]
        head = Words(
            f"{count} problem{'s' if count != 1 else ''}; nothing was written.",
            f"有 {count} 处问题，未写入任何内容。",
        )
        more = [Words(f"... and {left} more.", f"……另有 {left} 处。")] if left > 0 else []
        lines = [head, *shown, *more]
        super().__init__(Words.joined(lines, "\n", "\n"))


class Refused(InputError):
    """A file that is not read: no plain file, too large, damaged, or of another kind; exit code 2.

    `text` says what to do, without the path; `line` is 0 where the file as a whole is meant.
    """

    exit_code = 2

    def __init__(self, text: Words, path: object = None, line: int = 0) -> None:
        self.text, self.path, self.line = text, path, line
        # A name of a file need not be text: what cannot be printed is shown as `?`.
        where = str(path or "").encode("utf-8", "replace").decode("utf-8")
        place = f"{where}:{line}" if line else where
        parts = [Words.same(place)] if place else []
        super().__init__(Words.joined([*parts, self.text], ": ", "："))


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
        super().__init__(
            Words(
                "The question was stopped: nobody waits for its answer.",
                "查询已停止：没有人再等待它的答案。",
            )
        )


class Notice(UserWarning):
    """What a reader should know beside an answer that is whole: a warning in Python, a line in a command."""


def need(what: Words, module: str, extra: str) -> None:
    """Do nothing where `module` is installed; else InputError names it and the extra that has it."""
    if find_spec(module) is None:
        install = f"pip install 'lsgraph[{extra}]' (with pipx: pipx inject lsgraph {module})"
        raise InputError(
            Words(
                f"{what.en} needs {module}. Install it: {install}",
                f"{what.zh}需要 {module}。安装方法：{install}",
            )
        )
