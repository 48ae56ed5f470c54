"""One vocabulary of fields: every shipped group is in it, another value is a doubt with a suggestion."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.form.fields import canonical, group_fields
from loaders.groups.read import read_everything, read_groups, shipped_files

OWN = """form: lsgraph/groups/1
sources:
  X1: {title: 某通知, url: null, kind: gov_doc, date: 2019-03-01}
groups:
- {uid: "group:x", name: 某小组, kind: 小组, field: FIELD, leadership: unknown, roster: unknown, source: X1}
"""


def test_every_shipped_group_has_a_field_of_the_list() -> None:
    data = read_everything()
    assert {group.field for group in data.groups} <= set(group_fields())
    assert not any("list of fields" in text for text in data.warnings)


def test_every_field_has_a_chinese_term_and_a_meaning() -> None:
    assert all(field.zh and field.en for field in group_fields().values())
    spellings = [one for field in group_fields().values() for one in (field.name, *field.also)]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("territory", "regional"), ("civil-affairs", "civil_affairs"), ("水利", "water"),
     ("Water", "water"), ("river-chief", "river_chief"), ("astrology", "astrology")],
)  # fmt: skip
def test_other_spellings_are_one_field(written: str, meant: str) -> None:
    assert canonical(written) == meant


@pytest.mark.parametrize(
    ("field", "told"),
    [("territory", "Did you mean 'regional'?"), ("watter", "Did you mean 'water'?"),
     ("zzz", "'zzz' is not in the list of fields")],
)  # fmt: skip
def test_an_unknown_field_is_a_doubt_with_its_line(field: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("FIELD", field), encoding="utf-8")
    (text,) = read_groups([*shipped_files(), path]).warnings[-1:]
    assert told in text and "own.yaml:5:" in text
