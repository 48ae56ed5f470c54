"""What comes from a graph or a file is printed as it stands: no markup, no emoji, nothing that steers."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from cli import output
from cli.output import table

NAMES = (
    "[/red]",
    "[red]红[/]",
    "[link=file:///etc]a[/link]",
    ":skull:",
    "a\\",
    "[",
    "甲\u202e\x1b[2J乙",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_printed_as_it_stands(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a head, a title, a cell and a list, in a note, and in the bar of a load."""
    printed = io.StringIO()
    for console in ("out", "err"):
        made = Console(file=printed, width=200, markup=False, emoji=False)
        assert made._markup == getattr(output, console)._markup
        assert made._emoji == getattr(output, console)._emoji
        monkeypatch.setattr(output, console, made)
    output.out.print(table([{name: name, "list": [name]}], [name, "list"], title=name))
    output.note(name)
    output.put(name)
    shown = name.replace("\u202e", "\ufffd").replace("\x1b", "\ufffd")
    assert printed.getvalue().count(shown) == 6
