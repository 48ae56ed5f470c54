"""Each command, option, variable and name that went is told where it is typed, in both languages."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

import pytest

import lsgraph
from cli.gone import entries, typed, variables
from graph.core.words import Words
from tests.cli.conftest import invoke

ENTRIES = entries()


def _of(*kinds: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    return ((one["name"], one["instead"]) for one in ENTRIES if one["kind"] in kinds)


def test_an_entry_is_of_a_kind_stands_once_and_speaks_both_languages() -> None:
    names = [one["name"] for one in ENTRIES]
    assert sorted(set(names)) == sorted(names)
    for one in ENTRIES:
        assert set(one) == {"kind", "name", "instead"} and set(one["instead"]) == {"en", "zh"}
        assert one["kind"] in ("command", "option", "variable", "name")
        assert one["instead"]["en"].isascii() and not one["instead"]["zh"].isascii()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_typed_fails_and_is_named(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, instead in _of("command", "option"):
        words = name.split()
        monkeypatch.setattr(sys, "argv", ["lsgraph", *words])
        answer = invoke(*words, LSGRAPH_LANGUAGE=language, COLUMNS="2000")
        assert answer.code in (1, 2), name
        told = "".join(answer.err.split())
        assert all("".join(text.split()) in told for text in (name, instead[language])), name


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_set_variable_is_named(language: str) -> None:
    for name, instead in _of("variable"):
        answer = invoke("query", "show", "ancestors", LSGRAPH_LANGUAGE=language, **{name: "x"})
        assert answer.code == 0
        assert name in answer.err and instead[language] in answer.err.replace("\n", "")
        assert list(variables({name: ""})) == []


def test_a_name_of_the_library_is_told() -> None:
    for name, instead in _of("name"):
        with pytest.raises(AttributeError) as raised:
            getattr(lsgraph, name.removeprefix("lsgraph."))
        assert instead["en"] in str(raised.value)


def test_words_in_other_places_name_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = {"instead": {"en": "b", "zh": "乙"}}
    made = [
        {"kind": "command", "name": "data sheet", **gone},
        {"kind": "option", "name": "load divisions --source areacodes", **gone},
    ]
    monkeypatch.setattr("cli.gone.entries", lambda: made)
    for words in ("data sheet x", "--language zh data sheet", "load divisions --source=areacodes x",
                  "load divisions --townships --source areacodes x"):  # fmt: skip
        assert typed(words.split()), words
    for words in ("", "data", "sheet data", "view data sheet", "load divisions --source csv",
                  "load groups --source areacodes", "load divisions areacodes --source"):  # fmt: skip
        assert typed(words.split()) == Words("", ""), words
