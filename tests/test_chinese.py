"""The documents in Chinese follow their originals: same age, same code, same links, and all in Chinese."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from graph.core.terms import MODES, RELATIONS, STATUSES
from graph.core.words import Words
from tests import chinese
from tests.chinese import NAMES, PAIRS, pair
from tests.documents import ROOT, anchors, blocks, links, prose

TRANSLATED = {pair(name).original: pair(name).chinese for name in NAMES}
ORIGINAL = {zh: original for original, zh in TRANSLATED.items()}

_CODE = re.compile(r"`[^`\n]*`|\]\([^)]*\)|https?://\S+|<!--.*?-->|<[^>\n]+>")
_CJK = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2}")
_WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}")

every_document = pytest.mark.parametrize("name", NAMES)


@every_document
def test_every_document_of_the_list_exists(name: str) -> None:
    assert PAIRS[name].original.exists() and PAIRS[name].chinese.exists()


def test_every_document_in_chinese_is_in_the_list() -> None:
    found = {*ROOT.glob("*.zh.md"), *(ROOT / "docs").rglob("zh/*.md")}
    assert found == {one.chinese for one in PAIRS.values()}


@every_document
def test_the_original_has_not_moved_on(name: str) -> None:
    assert chinese.marked(name) == chinese.current(name), chinese.remedy(name)


@every_document
def test_every_block_of_code_is_that_of_the_original(name: str) -> None:
    original, translation = ([(b.language, b.text) for b in blocks(one)] for one in PAIRS[name])
    assert translation == original


def _outline(document: Path) -> list[str]:
    """The levels of the headings and the rows of tables, in order."""
    lines = prose(document).splitlines()
    told = (re.match(r"#+ ", line) or re.match(r"\| ", line) for line in lines)
    return [found[0] for found in told if found]


@every_document
def test_sections_and_tables_are_those_of_the_original(name: str) -> None:
    original, translation = map(_outline, PAIRS[name])
    assert translation == original


def _places(document: Path) -> Counter[Path]:
    """The files that a document links to, a translation counted as its original."""
    told = (target.partition("#")[0] for target in links(document) if "://" not in target)
    found = ((document.parent / path).resolve() for path in told if path)
    return Counter(ORIGINAL.get(place, place) for place in found)


@every_document
def test_every_link_of_the_original_is_there(name: str) -> None:
    original, translation = PAIRS[name]
    wanted, found = _places(original), _places(translation)
    del wanted[original]
    assert set(wanted) - set(found) == set()


@every_document
def test_every_link_leads_somewhere_in_chinese_where_it_can(name: str) -> None:
    original, document = PAIRS[name]
    for target in links(document):
        path, _, anchor = target.partition("#")
        place = (document.parent / path).resolve() if path else document
        if "://" in target:
            continue
        assert place.exists(), f"{document.name}: {target}"
        assert not anchor or anchor in anchors(place), f"{document.name}: {target}"
        assert place == original or place not in TRANSLATED, f"{target}: link to its Chinese"


def _foreign(text: str) -> list[str]:
    """Lines of prose without a Chinese sign; in a table words alone may be terms, sentences may not."""
    lines = [(line, _CODE.sub("", line)) for line in text.splitlines()]
    return [
        line
        for line, said in lines
        if not _CJK.search(said) and (_WORDS if line.startswith("|") else _WORD).search(said)
    ]


@every_document
def test_every_line_is_in_chinese(name: str) -> None:
    assert _foreign(prose(PAIRS[name].chinese)) == []


@pytest.mark.parametrize(
    ("line", "noticed"),
    [
        ("The chair commands the member.", True),
        ("## Ranks", True),
        ("| a | the centre |", True),
        ("组长统属该成员（LINE）。", False),
        ("| `group:x` | superior | WEAK | 10 |", False),
        ("`lsgraph authority --as-of 2018`", False),
        ("", False),
    ],
)
def test_english_is_noticed(line: str, noticed: bool) -> None:
    assert _foreign(line) == [line] * noticed


def test_a_translation_that_is_behind_is_named_and_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs" / "zh").mkdir(parents=True)
    (tmp_path / "docs" / "tutorial.md").write_text("# A\n", encoding="utf-8")
    monkeypatch.setattr(chinese, "ROOT", tmp_path)
    monkeypatch.setattr(chinese, "NAMES", ("tutorial",))
    translation = tmp_path / "docs" / "zh" / "tutorial.md"
    translation.write_text("# 甲\n", encoding="utf-8")
    assert chinese.main([]) == 1
    assert "docs/tutorial.md has moved on" in capsys.readouterr().out
    assert chinese.main(["tutorial"]) == chinese.main([]) == 0
    (tmp_path / "docs" / "tutorial.md").write_text("# B\n", encoding="utf-8")
    assert chinese.main([]) == 1 and chinese.main(["tutorial"]) == 0
    head, text = translation.read_text(encoding="utf-8").split("\n", 1)
    assert head.startswith("<!-- follows docs/tutorial.md sha256:") and text == "# 甲\n"
    assert chinese.main(["nothing"]) == 2
    assert "Choose from: tutorial." in capsys.readouterr().out


@pytest.mark.parametrize("words", [RELATIONS, STATUSES, MODES], ids=["relation", "status", "mode"])
@pytest.mark.parametrize("document", pair("definitions"), ids=["en", "zh"])
def test_the_definitions_use_the_words_of_the_program(
    document: Path, words: dict[str, Words]
) -> None:
    cells = re.findall(r"^\| `(\w+)`(?: \|)? ([^|]+?) \|", prose(document), re.MULTILINE)
    told = dict(reversed(cells))  # The first row of a word is that of its table.
    assert {name: told[name] for name in words} == {name: said.zh for name, said in words.items()}
