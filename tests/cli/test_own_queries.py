"""Queries of a user's own folder: listed, completed, run, and refused with file and line."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from graph.catalogue import queries
from tests.cli.conftest import Answer, Run, invoke
from tests.documents import ROOT, blocks, sessions

DOCUMENT = ROOT / "docs" / "own-queries.md"
FAULTY = Path(__file__).parent / "own_queries"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder with the file that the manual shows."""
    (shown,) = blocks(DOCUMENT, "cypher")
    folder = tmp_path / "my_queries"
    folder.mkdir()
    (folder / "groups_by_field.cypher").write_text(shown.text, encoding="utf-8")
    return folder


def test_the_example_of_the_manual_answers(run: Run, mine: Path) -> None:
    (session,) = sessions(DOCUMENT)
    words = [str(mine) if w == "my_queries" else w for w in session.command.split()[1:]]
    rows = run(*words, "--format", "json").rows
    assert {tuple(row) for row in rows} == {("field", "n", "n_shown")}
    fields = {row["field"]: row["n"] for row in rows}
    in_force = run("query", "run", "groups_in_force", "-p", "as_of=2018-07-06", "--format", "json")
    assert sum(fields.values()) == len(in_force.rows)
    assert fields["regional"] == sum(row["field"] == "regional" for row in in_force.rows)


def test_the_variable_names_folders_for_good(
    run: Run, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSGRAPH_QUERIES", os.pathsep.join([str(mine), str(FAULTY)]))
    names = {row["name"] for row in run("query", "list", "--tag", "mine", "--format", "json").rows}
    assert names == {"groups_by_field", "load_csv", "writing", "misspelt"}
    answer = run("query", "run", "groups_by_field", "-p", "as_of=2018-07-06")
    assert (answer.code, "regional" in answer.out) == (0, True)


def test_own_queries_are_shown_and_listed_beside_the_shipped(mine: Path) -> None:
    words = ("query", "list", "--folder", str(mine), "--format", "json")
    shipped = {query.name for query in queries.readable()}
    assert {row["name"] for row in invoke(*words).rows} == shipped | {"groups_by_field"}
    shown = invoke("query", "show", "groups_by_field", "--folder", str(mine)).out
    assert "n_shown" in shown and "$region" in shown


def test_the_search_of_the_manual_finds_what_holds_all_its_words() -> None:
    (shown,) = re.findall(
        r"`lsgraph (query list [\w ]+)` finds", DOCUMENT.read_text(encoding="utf-8")
    )
    answer = invoke(*shown.split(), "--format", "json")
    assert {"overlap_of_two", "overlaps_in_region"} <= {row["name"] for row in answer.rows}
    whole = invoke("query", "list", "overlap chair", "--format", "json")
    assert (answer.code, answer.rows) == (0, whole.rows)


def test_search_by_words_and_tag() -> None:
    def found(*words: str) -> set[str]:
        return {row["name"] for row in invoke("query", "list", *words, "--format", "json").rows}

    assert {"overlap_of_two", "overlaps_in_region", "overlap_counts"} <= found("OVERLAP groups")
    assert found("overlap", "--tag", "denominator") == {"overlap_counts"}
    assert found("no such words anywhere") == set()
    answer = invoke("query", "list", "--tag", "denominatr")
    assert answer.code == 1
    assert "No query has the tag 'denominatr'" in answer.err and "denominator" in answer.err


def refused(answer: Answer, *says: str) -> None:
    """The fault is told in words, with no traceback."""
    text = " ".join(answer.err.split())
    assert answer.code in (1, 2) and text.startswith("Error: ")
    for part in says:
        assert part in text.replace(" ", "") or part in text


@pytest.mark.parametrize(
    ("name", "line", "says"),
    [
        ("load_csv", "", "LOAD CSV reads files"),
        ("writing", "", "This statement writes"),
        ("misspelt", ":7", "WHERRE"),
    ],
)
def test_a_statement_that_may_not_run_is_named(run: Run, name: str, line: str, says: str) -> None:
    words = ["query", "run", name, "--folder", str(FAULTY)]
    more = ["-p", "as_of=2018-07-06"] if name == "misspelt" else []
    refused(run(*words, *more), f"{name}.cypher{line}:", says)


def test_a_faulty_folder_is_told_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.cypher"
    file.write_text("// title: Mine\n// column x -- no type\n", encoding="utf-8")
    refused(invoke("query", "list", "--folder", str(tmp_path)), "mine.cypher:2:")
    file.write_bytes("// title: 组\n".encode("gb18030"))
    refused(invoke("query", "list", "--folder", str(tmp_path)), "mine.cypher:1:", "not UTF-8")
    refused(invoke("query", "list", "--folder", str(tmp_path / "none")), "is not a folder")


def completed(line: str, count: int) -> list[str]:
    """What bash is offered for the last word of a line."""
    answer = invoke(_LSGRAPH_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(count))
    return answer.out.split()


def test_the_shell_completes_names_tags_and_parameters(mine: Path) -> None:
    assert completed("lsgraph query run overlap_o", 3) == ["overlap_of_two"]
    assert completed("lsgraph query run overlap_of_two -p as", 5) == ["as_of="]
    assert {"groups=", "as_of="} <= set(completed("lsgraph query run overlap_of_two -p ", 5))
    given = completed("lsgraph query run overlap_of_two -p as_of=2018-07-06 -p ", 7)
    assert "groups=" in given and "as_of=" not in given
    own = f"lsgraph query run --folder {mine} groups_by_field -p "
    assert set(completed(own, 7)) == {"as_of=", "region=", "field=", "seen_within=", "stale="}
    assert completed("lsgraph query list --tag overl", 4) == ["overlap"]


def test_a_faulty_folder_completes_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.cypher").write_text("no header", encoding="utf-8")
    assert completed(f"lsgraph query run --folder {tmp_path} over", 5) == []
    assert completed("lsgraph query run no_such_query -p ", 5) == []
