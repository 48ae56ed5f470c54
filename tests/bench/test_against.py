"""`python -m bench.against`: each side runs its own code on its own server, and the plans are told apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.against import HERE, Side, _shared, _tell_plans, main

TOY = """import json, os, sys
def main():
    named = {k: v for k, v in os.environ.items() if k.startswith(("NEO4J_", "LSGRAPH_"))}
    print(json.dumps({"file": __file__, "words": sys.argv[1:], "named": named}))
"""


@pytest.fixture
def side(tmp_path: Path) -> Side:
    """A checkout whose command line tells what it is run with; its module is called as ours is."""
    root = tmp_path / "checkout"
    (root / "cli").mkdir(parents=True)
    (root / "cli" / "__init__.py").touch()
    (root / "cli" / "main.py").write_text(TOY, encoding="utf-8")
    scripts = '[project.scripts]\nlsgraph = "cli.main:main"\n'
    (root / "pyproject.toml").write_text(scripts, encoding="utf-8")
    return Side("toy", root, tmp_path / "home", tmp_path / "jars")


def test_a_side_runs_its_own_code_on_its_own_server(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://somewhere")
    told = json.loads(side.lsgraph("authority", "group:x"))
    assert Path(told["file"]) == side.root / "cli" / "main.py"
    assert told["words"] == ["authority", "group:x"]
    assert told["named"] == {"LSGRAPH_HOME": str(side.home), "LSGRAPH_JARS": str(side.jars)}


def test_a_side_that_would_ask_other_code_stops(
    side: Side, capfd: pytest.CaptureFixture[str]
) -> None:
    elsewhere = Side("here", HERE, side.home, side.jars)
    with pytest.raises(SystemExit, match="failed with 1"):
        elsewhere.run(str(HERE / "bench" / "asked_there.py"), str(side.root), "plans")
    assert "is imported instead of the code in" in capfd.readouterr().err


def test_plans_are_summed_over_what_both_sides_read(capsys: pytest.CaptureFixture[str]) -> None:
    theirs, ours = {"a": 1.0, "b": 2.0, "gone": 9.0}, {"a": 0.5, "b": 2.5, "new": 3.0}
    assert _shared([theirs], [ours]) == ([3.0], [3.0])
    _tell_plans(theirs, ours)
    printed = capsys.readouterr().out
    assert "gone here (not counted, 9.0 s there): gone" in printed
    assert "new (not counted, 3.0 s here): new" in printed
    assert "first plans over 2 s here (none allowed): b, new" in printed


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--parts", "a,x"])
    assert "Unknown part x. Choose from a, b, c, d." in capsys.readouterr().err
