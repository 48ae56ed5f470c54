"""The manual: its example is applied to the example of the form, and what it promises of faults is said."""

from __future__ import annotations

import re
from pathlib import Path

from loaders.corrections.truth import Truth
from loaders.corrections.write import apply
from loaders.groups.read import read_groups

DOCS = Path(__file__).resolve().parents[2] / "docs"


def example(name: str) -> str:
    """The first YAML of a page."""
    found = re.search(r"```yaml\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_corrects_the_example_of_the_form(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    path, fix = tmp_path / "mine" / "my.yaml", tmp_path / "fix.yaml"
    path.write_text(example("data.md"), encoding="utf-8")
    fix.write_text(example("corrections.md"), encoding="utf-8")
    truth = Truth((path,), path.parent)
    apply([fix], truth)
    data = read_groups([path])
    assert data.groups[0].name_en == "East River Leading Group"
    (second,) = [seat for seat in data.seats if seat.person == "person:乙"]
    assert second.period.start_edtf == "2017-02-06" and second.sources == ("X2", "X3")
