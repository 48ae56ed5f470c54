"""What the form accepts, and that docs/data.md describes exactly it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from loaders.form import schema, terms
from loaders.form.values import Row
from loaders.groups.read import read_groups
from tests.loaders.groups_for_tests import divisions, read_text

DOCS = Path(__file__).parents[2] / "docs" / "data.md"


def models() -> list[type[BaseModel]]:
    named = {**vars(schema), **vars(terms)}.values()
    found = dict.fromkeys(value for value in named if isinstance(value, type))
    return [model for model in found if issubclass(model, Row) and model is not Row]


def test_unknown_and_open_and_number_dates(tmp_path: Path) -> None:
    text = """
persons: [{uid: person:甲, name: 甲}, {uid: person:乙, name: 乙}]
posts: [{uid: post:厅长, title: 厅长, unit: 370000, mode: DEPT_HEAD, branch: government}]
tenures:
- {person: person:甲, post: post:厅长, from: 2014, to: .., source: T1, confidence: low}
- {person: person:乙, post: post:厅长, from: null, to: null, source: [T1], confidence: low}
"""
    first, second = read_text(tmp_path, text).tenures
    assert (first.period.start_edtf, first.end_basis) == ("2014", "open")
    assert (second.period.start_edtf, second.end_basis) == (None, "unknown")


def test_a_code_that_was_reused_is_told_by_its_name(tmp_path: Path) -> None:
    text = """
posts:
- {uid: post:甲, title: 甲, unit: "370100:济南市", mode: HEAD, branch: government}
- {uid: post:乙, title: 乙, unit: "div:371200:莱芜市", mode: HEAD, branch: government}
"""
    assert [row.unit for row in read_text(tmp_path, text).posts] == [
        "div:370100:济南市:2", "div:371200:莱芜市",
    ]  # fmt: skip


def test_the_unit_is_the_one_of_the_day(tmp_path: Path) -> None:
    text = """
persons: [{uid: person:甲, name: 甲}]
posts: [{uid: post:济南市市长, title: 济南市市长, unit: "370100", mode: HEAD, branch: government}]
tenures: [{person: person:甲, post: post:济南市市长, from: 1990, source: T1, confidence: low}]
"""
    (post,) = read_text(tmp_path, text).posts
    assert (post.unit, post.rank, post.rank_basis) == ("div:370100:济南市", 6, "derived")


def test_a_post_of_two_units_is_a_doubt_and_a_uid_decides(tmp_path: Path) -> None:
    text = """
persons: [{uid: person:甲, name: 甲}, {uid: person:乙, name: 乙}]
posts:
- {uid: post:市长, title: 市长, unit: "370100", mode: HEAD, branch: government}
- {uid: post:市长2, title: 市长, unit: "div:370100:济南市:2", mode: HEAD, branch: government}
tenures:
- {person: person:甲, post: post:市长, from: 1990, source: T1, confidence: low}
- {person: person:乙, post: post:市长, from: 2018, source: T1, confidence: low}
"""
    data = read_text(tmp_path, text)
    (doubt,) = data.warnings
    assert doubt.startswith(f"{tmp_path / 'own.yaml'}:7:3: post:市长 is used in ")
    assert {row.unit for row in data.posts} == {"div:370100:济南市:2"}


def test_a_rank_given_in_the_file_is_stated_unless_it_says_otherwise(tmp_path: Path) -> None:
    text = """
posts:
- {uid: post:甲, title: 甲, unit: "370100", mode: OTHER, branch: government, rank: 5}
- {uid: post:乙, title: 乙, unit: "370100", mode: OTHER, branch: government}
"""
    assert [(row.rank, row.rank_basis) for row in read_text(tmp_path, text).posts] == [
        (5, "stated"), (None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("model", models())
def test_every_field_is_described(model: type[BaseModel]) -> None:
    text = DOCS.read_text(encoding="utf-8")
    for name, info in model.model_fields.items():
        assert f"`{info.alias or name}`" in text, f"docs/data.md does not tell of {name}"


def test_the_example_of_the_docs_is_read(tmp_path: Path) -> None:
    text = DOCS.read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(form: .*?)```", text, re.DOTALL)
    path = tmp_path / "example.yaml"
    path.write_text(example, encoding="utf-8")
    data = read_groups([path], divisions())
    (group,) = data.groups
    assert data.warnings == () and group.last_documented is not None
    assert {row.role for row in data.seats} == {"chair", "deputy_chair", "member"}
    assert [post.rank for post in data.posts] == [7, 6, 5, 6]
    assert [row.period.end_edtf for row in data.seats][:2] == ["[..2018-05-20]", None]
    assert str(group.last_documented) == "2018-05-20"
