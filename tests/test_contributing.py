"""The guide to adding a group and the pull-request template name commands that are there and work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cli.main import app
from loaders.groups.read import read_groups, shipped_files
from tests.documents import ROOT, blocks
from tests.loaders.groups_for_tests import seats_of

GUIDE = ROOT / "docs" / "add-a-group.md"
TEMPLATE = ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md"


def commands() -> list[str]:
    """Every `lsgraph ...` that guide and template show."""
    told = re.findall(r"`(lsgraph [^`]+)`", GUIDE.read_text("utf-8") + TEMPLATE.read_text("utf-8"))
    shown = [line for block in blocks(GUIDE, "text") for line in block.text.splitlines()]
    return sorted({*told, *(line for line in shown if line.startswith("lsgraph "))})


@pytest.mark.parametrize("line", commands())
def test_each_command_exists_with_its_options(line: str) -> None:
    words = shlex.split(line)[1:]
    command: Any = get_command(app)
    while hasattr(command, "commands"):
        name = words.pop(0)
        assert name in command.commands, f"{line}: there is no {name}"
        command = command.commands[name]
    known = {option for param in command.params for option in param.opts}
    assert {word for word in words if word.startswith("-")} <= known, line


def test_the_checklist_names_the_commands_that_check() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    assert text.count("- [ ]") >= 8
    for command in ("load groups", "data check", "authority"):
        assert f"lsgraph {command}" in text


def test_the_example_of_the_guide_reads_without_a_fault(tmp_path: Path) -> None:
    (example,) = blocks(GUIDE, "yaml")
    path = tmp_path / "my.yaml"
    path.write_text(example.text, encoding="utf-8")
    data = read_groups([*shipped_files(), path])
    assert not [text for text in data.warnings if "my.yaml" in text]
    assert len(list(seats_of(data, "group:mianyang-lake"))) == 3
