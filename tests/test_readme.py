"""The README and the first pages are run as they stand, and their answers are compared."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.settings import Settings
from tests.documents import ROOT, Block, Session, agree, blocks, links, sessions

README = ROOT / "README.md"
SHELVES = ROOT / "docs" / "README.md"
LIBRARY = ROOT / "docs" / "library.md"
MOST_LINES = 120
TIMEOUT_S = 180

Run = Callable[[str], str]


def _environment(server: Settings) -> dict[str, str]:
    """What a user has whose private server is `server` and whose shell finds the command."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "LSGRAPH_"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    homes = {"LSGRAPH_HOME": str(server.data_dir), "LSGRAPH_JARS": str(server.jars_dir)}
    return {**kept, **homes, "PATH": path}


def _output(command: list[str], folder: Path, environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, timeout=TIMEOUT_S
    )
    told = done.stderr.decode("utf-8")
    assert done.returncode == 0, f"{command[-1]}\n{told}"
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def bash(loaded_server: Settings, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a text in bash, in a folder of its own, with the loaded private server."""
    command = Path(sys.executable).with_name("lsgraph")
    assert command.exists(), f"{command} is missing; `make test` installs it."
    folder = tmp_path_factory.mktemp("reader")
    environment = _environment(loaded_server)
    return lambda text: _output(["bash", "-euo", "pipefail", "-c", text], folder, environment)


def _commands() -> list[Block]:
    """The bash blocks that lsgraph answers, not git or make."""
    told = [*blocks(README, "bash"), *blocks(SHELVES, "bash")]
    return [block for block in told if "lsgraph " in block.text and "make " not in block.text]


@pytest.mark.parametrize("session", sessions(README), ids=lambda session: f"line {session.line}")
def test_each_command_gives_the_answer_that_is_shown(session: Session, bash: Run) -> None:
    answered = bash(session.command)
    assert session.answer
    assert agree(session.answer, answered), f"README.md:{session.line} shows otherwise:\n{answered}"


@pytest.mark.parametrize("block", _commands(), ids=lambda block: f"line {block.line}")
def test_each_block_of_commands_runs(block: Block, bash: Run, loaded_server: Settings) -> None:
    assert loaded_server.uri and loaded_server.password
    own = loaded_server.uri.replace("bolt://", "neo4j://")
    text = block.text.replace("neo4j://localhost:7687", own)
    bash(text.replace("your password", loaded_server.password))


@pytest.mark.parametrize("block", blocks(LIBRARY, "python"), ids=lambda block: f"line {block.line}")
def test_python_prints_what_its_comments_say(block: Block, loaded_server: Settings) -> None:
    said = "\n".join(re.findall(r"print\(.*\)  # (.+)", block.text))
    answered = _output([sys.executable, "-c", block.text], ROOT, _environment(loaded_server))
    assert said
    assert answered.strip() == said


def test_every_block_is_of_a_language_that_is_run() -> None:
    for document in (README, SHELVES, LIBRARY):
        told = blocks(document, "console", "bash", "python")
        assert len(told) == document.read_text(encoding="utf-8").count("\n```") // 2
    assert len(_commands()) == 2 and sessions(README) and blocks(LIBRARY, "python")


def test_the_readme_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_make_knows_what_the_readme_tells_to_make() -> None:
    told = set(re.findall(r"\bmake ([a-z]+)\b", README.read_text(encoding="utf-8")))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {"demo", "test"} <= {word for word in told if word in targets}
    assert "lsgraph demo -o build/demo" in makefile


def test_the_picture_is_there_and_wide_enough_to_read() -> None:
    pictures = [ROOT / target for target in links(README) if target.endswith(".png")]
    assert len(pictures) == 1
    head = pictures[0].read_bytes()[:24]
    width, height = struct.unpack(">II", head[16:24])
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert width >= 1000 and height >= 600


def test_the_paper_is_still_silent(loaded: Database) -> None:
    rows = queries.authority_by_group(sensitivity=False, database=loaded)
    assert rows
    assert {row.type_in_paper for row in rows} == {None}


@pytest.mark.parametrize(
    ("shown", "answered", "same"),
    [
        ("│ 北京市 │ 8 │ …", "│ 北京市   │ 8    │ LINE │", True),
        ("…\ntype STRONG\n…", "\nas of 2018\ntype STRONG\ngap 1\n", True),
        ("…\ntype STRONG\n…", "\nas of 2018\ntype WEAK\ngap 1\n", False),
        ("gap 1", "gap 11", False),
        ("gap 1", "gap 1 and more", False),
        ("…\ngap 1\n…", "gap 1", True),
        ("…\ngap 1\n…", "gap 11", False),
        ("", "gap 1", False),
    ],
)
def test_a_lie_is_noticed(shown: str, answered: str, same: bool) -> None:
    assert agree(shown, answered) is same
