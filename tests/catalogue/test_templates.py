"""A file that stands for one entry a row of a table of the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.catalogue import Catalogue, queries
from graph.core.errors import CatalogueError
from graph.core.model import INDEXES, TIES

TEMPLATE = """// title: Ties of @tie
// question: How many are there: @meaning?
// column n: integer -- ties of $ and {}
MATCH (:@start)-[tie:@{type}]->(:@end)
RETURN count(tie) AS n
"""


def template(path: Path, name: str, text: str = TEMPLATE) -> Path:
    """A folder with one template."""
    (path / f"{name}.cypher").write_text(text, encoding="utf-8", newline="\n")
    return path


def test_a_template_is_an_entry_for_each_row(tmp_path: Path) -> None:
    found = Catalogue([template(tmp_path, "count_@tie")])
    assert set(found) == {f"count_{tie.lower()}" for tie in TIES}
    assert found.count_sourced_from.statement == (
        "MATCH (:Unit|Post|Person|Group|Document)-[tie:SOURCED_FROM]->(:Source)\n"
        "RETURN count(tie) AS n"
    )
    followed = found.count_group_succeeded_by
    assert followed.statement.startswith("MATCH (:Group)-[tie:SUCCEEDED_BY]->(:Group)")
    assert followed.header.question == "How many are there: a group and what came after it?"
    assert followed.columns[0].meaning.en == "ties of $ and {}"


def test_a_file_of_its_own_goes_before_the_template(tmp_path: Path) -> None:
    template(tmp_path, "count_@tie")
    template(tmp_path, "count_in", TEMPLATE.replace("@tie", "posts").replace("@", ""))
    found = Catalogue([tmp_path])
    assert len(found) == len(TIES)
    assert found.count_in.header.title == "Ties of posts"


@pytest.mark.parametrize("wrong", ["@ends", "@", "@{end"])
def test_a_place_that_the_table_does_not_fill_is_named(tmp_path: Path, wrong: str) -> None:
    text = TEMPLATE.replace("@end", wrong)
    with pytest.raises(CatalogueError, match=r"count_@tie\.cypher:4: an '@' begins one of @tie, @"):
        Catalogue([template(tmp_path, "count_@tie", text)])


def test_a_name_with_another_word_is_no_template(tmp_path: Path) -> None:
    text = TEMPLATE.replace("@start", "Post").replace("@{type}", "IN").replace("@end", "Unit")
    assert set(Catalogue([template(tmp_path, "mine@home", text)])) == {"mine@home"}


def test_no_shipped_entry_keeps_a_place_to_fill() -> None:
    assert [query.name for query in queries.values() if "@" in query.statement] == []
    assert queries.index_division_short.statement == (
        "CREATE INDEX division_name_short IF NOT EXISTS FOR (n:Division) ON (n.name_short)"
    )
    assert len([name for name in queries if name.startswith("index_")]) == len(INDEXES)
