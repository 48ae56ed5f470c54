"""The notebooks run as they stand, on a real server, and keep no outputs in their files."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.documents import ROOT

NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
SECONDS = 300
"""A cell that takes longer is stuck."""


def _read(path: Path) -> nbformat.NotebookNode:
    found: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(found)
    return found


@pytest.mark.usefixtures("named_server")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "fonts"))
    notebook = _read(path)
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    )
    client.execute()
    made = {p.suffix: p.read_bytes() for p in (tmp_path / "build" / "notebooks").iterdir()}
    assert made[".pdf"].startswith(b"%PDF") and b"/FontFile2" in made[".pdf"]
    assert b"CreationDate" not in made[".pdf"] and b"<svg" in made[".svg"]
    assert not re.search(rb"<dc:date>|<text", made[".svg"])
    if path.stem == "three_cases":
        (frame,) = [
            o["data"] for o in outputs(notebook) if "srcdoc=" in o["data"].get("text/html", "")
        ]
        assert "济莱协作区" in frame["text/plain"] and "sandbox=" in frame["text/html"]


def outputs(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """What the cells of a notebook that has run show."""
    return [
        output
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "execute_result"
    ]


def test_there_are_two() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["synthetic_comparison", "three_cases"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_not_kept(path: Path) -> None:
    """What a reader sees is what the reader's own graph holds, and a diff shows words only."""
    for cell in _read(path).cells:
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None


def test_the_synthetic_set_is_marked_at_every_step() -> None:
    (path,) = [path for path in NOTEBOOKS if path.stem.startswith("synthetic")]
    steps = [cell for cell in _read(path).cells if cell.cell_type == "markdown"]
    assert all("SYNTHETIC" in cell.source or "Not synthetic" in cell.source for cell in steps)
