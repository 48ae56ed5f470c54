"""docs/notices.md: its command answers what it shows, and its tables name what the code knows."""

from __future__ import annotations

import re
import shlex

from loaders.notices.words.roles import read_role
from tests.cli.conftest import invoke
from tests.documents import ROOT, agree, sessions
from tests.notices.cases import cases, score

PAGE = ROOT / "docs" / "notices.md"


def test_the_command_of_the_page_answers_what_it_shows() -> None:
    (session,) = sessions(PAGE)
    words = shlex.split(session.command)[1:]
    answer = invoke(words[0], str(ROOT / words[1]))
    assert agree(session.answer, answer.out), answer.out


def test_every_role_word_of_the_page_gives_its_role() -> None:
    rows = re.findall(r"^\| (\w+) \| ([^|]*组长[^|]*|成员[^|]*|列席[^|]*|办公室主任[^|]*|秘书长[^|]*) \|$",
                      PAGE.read_text(encoding="utf-8"), re.MULTILINE)  # fmt: skip
    assert len(rows) == 7
    for role, words in rows:
        for word in re.findall(r"[\u4e00-\u9fff]+", words.split(";")[0]):
            if word != "副":
                found = read_role(word)
                assert found is not None, word
                assert found.role == role, word


def test_the_score_of_the_page_is_the_score() -> None:
    scores = [score(case) for case in cases()]
    right, stated = sum(s.right for s in scores), sum(s.stated for s in scores)
    layouts = len({case.layout for case in cases()})
    told = f"{right} of {stated} seats right in {layouts} layouts, every other one flagged."
    assert told in " ".join(PAGE.read_text(encoding="utf-8").split())
