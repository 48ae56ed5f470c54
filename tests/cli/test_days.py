"""Every option that takes a day reads a year and a month alike, and says which day that is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typer

from cli.main import app
from tests.cli.conftest import Run
from tests.cli.test_commands import commands

GROUP = "group:bth-air-lsg"
WORDS: dict[str, tuple[str, ...]] = {
    "authority": (GROUP,), "types": (), "place": ("济南市",), "groups": ("济南市",),
    "compare": ("山东省", "广东省", "--seen-within", "10"),
    "explain": (GROUP,), "export": ("-o", "x.graphml"),
    "chairs person": ("韩正",), "chairs others": (GROUP,), "chairs minimal": (GROUP,),
    "chairs leaves": (GROUP,), "chairs dependence": (GROUP,), "chairs vacancies": (),
    "view group": (GROUP, "-o", "x.html"), "view region": ("山东省", "-o", "x.html"),
    "view government": ("山东省", "-o", "x.html"), "view person": ("韩正", "-o", "x.html"),
    "view nation": ("-o", "x.html"), "view series": (GROUP, "-o", "x.html"),
    "view beside": ("济南市", "青岛市", "-o", "x.html"), "view map": ("strong", "-o", "x.html"),
    "view strip": ("山东省", "-o", "x.html"),
}  # fmt: skip
"""What else each command needs to be asked; a new command that takes a day is added here."""

LAST = {"2018": "2018-12-31", "2018-07": "2018-07-31"}
FIRST = {"2018": "2018-01-01", "2018-07": "2018-07-01"}
COMMAND: Any = typer.main.get_command(app)


def _days(words: tuple[str, ...]) -> list[str]:
    """The options of a command that take a day."""
    command = COMMAND
    for word in words:
        command = command.commands[word]
    return [option.opts[0] for option in command.params if option.metavar == "DAY"]


ASKED = [
    (" ".join(words), option)
    for words in sorted(commands(COMMAND)) for option in _days(words)
    if words != ("data", "sheet")
]  # fmt: skip
"""All but the sheet for coders: it needs the whole dataset, which the graph of these tests does not hold."""


def test_the_commands_that_take_a_day_are_found() -> None:
    assert {name for name, _ in ASKED} == WORDS.keys()


@pytest.mark.parametrize("text", ["2018", "2018-07"])
@pytest.mark.parametrize(("name", "option"), ASKED)
def test_a_year_and_a_month_are_days(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, option: str, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    which, day = ("first", FIRST[text]) if option == "--from" else ("last", LAST[text])
    whole = run(*name.split(), *WORDS[name], option, day, *_replacing(name))
    made = _files(tmp_path)
    asked = run(*name.split(), *WORDS[name], option, text, *_replacing(name))
    note = f"{text} is read as its {which} day, {day}."
    assert (asked.code, whole.code) == (0, 0), (asked.err, whole.err)
    assert note in asked.err + asked.out and note not in whole.err + whole.out
    assert asked.out.replace(f"{note}\n", "") == whole.out
    assert _files(tmp_path) == made


@pytest.mark.parametrize("text", ["2018", "2018-07"])
def test_a_parameter_of_a_query_is_a_day_too(run: Run, text: str) -> None:
    words = ("query", "run", "divisions_in_force", "--format", "json", "-p")
    asked = run(*words, f"as_of={text}")
    assert asked.err == f"{text} is read as its last day, {LAST[text]}.\n"
    assert asked.out == run(*words, f"as_of={LAST[text]}").out


def _replacing(name: str) -> tuple[str, ...]:
    return ("--force",) if "-o" in WORDS[name] else ()


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
