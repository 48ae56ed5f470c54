"""The commands and options of 0cff963, as they were listed from its source, are there or told to be gone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer

from cli.gone import typed
from cli.main import app

LISTED: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("commands_0cff963.json").read_text(encoding="utf-8")
)
COMMAND: Any = typer.main.get_command(app)


def _command(name: str) -> Any:
    found = COMMAND
    for word in name.split():
        found = found.commands[word]
    return found


def _called(option: str) -> str:
    """An option by the name that it has now: an old one may be a hidden alias."""
    now = COMMAND.context_settings["token_normalize_func"]
    dashes = len(option) - len(option.lstrip("-"))
    return option[:dashes] + str(now(option[dashes:]))


def test_the_list_is_whole() -> None:
    assert len(LISTED) == 51
    assert sum(len(one["options"]) for one in LISTED.values()) > 150


@pytest.mark.parametrize("name", LISTED)
def test_a_command_takes_what_it_took(name: str) -> None:
    if typed(name.split()):
        return
    params = _command(name).params
    options = {one for param in params for one in (*param.opts, *param.secondary_opts)}
    arguments = [param for param in params if param.param_type_name == "argument"]
    gone = {option for option in LISTED[name]["options"] if typed([*name.split(), option])}
    assert {_called(option) for option in set(LISTED[name]["options"]) - gone} <= options
    assert len(arguments) >= LISTED[name]["arguments"]
