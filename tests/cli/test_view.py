"""lsgraph view: each kind of page written by the command, the manual's example, and errors in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Run
from tests.documents import ROOT, agree, blocks, sessions

MANUAL = ROOT / "docs" / "pages.md"


def written(run: Run, path: Path, *words: str) -> tuple[Answer, str]:
    answer = run("view", *words, "-o", str(path))
    return answer, path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("government", "北京市", "--as-of", "2018-07-12"), "Beijing in its groups"),
        (("person", "韩正", "--as-of", "2018-07-12"), "韩正: posts and groups"),
        (("region", "山东省", "--groups", "--as-of", "2018-12-25"), "Shandong and its groups"),
        (("region", "山东省", "--as-of", "2018-12-25"), "<title>Shandong</title>"),
        (
            ("query", "succession_ties", "-p", "unit=div:371200:莱芜市"),
            "What came before and after",
        ),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)
def test_each_kind_of_page_is_written(
    run: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    answer, page = written(run, tmp_path / "页.html", *words)
    assert (answer.code, answer.err) == (0, "")
    assert told in page and page.lstrip().startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("government", "无此地"), "无此地"),
        (("government", "北京市", "--as-of", "2018-7"), "is not a day"),
        (("government", "北京市", "--as-of", "1950-01-01"), "not known"),
        (("person", "刘伟"), "more than one person"),
        (("person", "无此人"), "No person is called"),
        (("region", "西藏自治区", "--groups", "--as-of", "1990-01-01"), "leave out --groups"),
        (("query", "no_such_query"), "No query is called"),
        (("query", "groups_in_force", "-p", "as_of=2018-07-12"), "returns no start, no end"),
        (("query", "succession_ties"), "needs unit"),
        (("query", "succession_ties", "-p", "unit"), "is not a parameter"),
        (("query", "succession_ties", "-p", "unit=div:440000:广东省"), "answers no row"),
    ],
)
def test_what_can_not_be_drawn_leaves_no_file(
    run: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    answer, page = written(run, tmp_path / "page.html", *words)
    assert (answer.code, page) == (1, "")
    assert told in " ".join(answer.err.split())


def test_the_example_of_the_manual_is_drawn(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown,) = blocks(MANUAL, "cypher")
    (tmp_path / "my_queries").mkdir()
    (tmp_path / "my_queries" / "shared_chairs.cypher").write_text(shown.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (session,) = [s for s in sessions(MANUAL) if "my_queries" in s.command]
    answer = run(*session.command.split()[1:])
    assert agree(session.answer, answer.out), answer.err
    page = (tmp_path / "shared.html").read_text(encoding="utf-8")
    assert "韩正" in page and "CHAIRS" in page


def test_queries_that_can_be_drawn_are_listed(run: Run) -> None:
    rows = run("query", "list", "--tag", "picture", "--format", "json").rows
    assert {"chair_ties", "command_between", "succession_ties"} <= {row["name"] for row in rows}
