"""One language setting: an option, else LSGRAPH_LANGUAGE, else the locale, else English."""

from __future__ import annotations

import pytest

from graph.core.language import UnknownLanguage, chosen, language_of, say, speaking, spoken
from graph.core.words import Words

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("text", "language"),
    [("en", "en"), ("zh", "zh"), ("ZH-Hans", "zh"), ("zh_CN.UTF-8", "zh"), (" en-GB", "en")],
)
def test_a_language_is_named(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["fr", "", "z", "english", "zhuang", "中文"])
def test_another_language_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(UnknownLanguage, match="Choose en or zh"):
        language_of(text)


@pytest.mark.parametrize(
    ("variable", "locales", "language"),
    [
        ("", {}, "en"), ("", {"LANG": "zh_CN.UTF-8"}, "zh"), ("", {"LANG": "de_DE.UTF-8"}, "en"),
        ("", {"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"), ("zh", {"LANG": "C.UTF-8"}, "zh"),
    ],
)  # fmt: skip
def test_the_variable_goes_before_the_locale(
    monkeypatch: pytest.MonkeyPatch, variable: str, locales: dict[str, str], language: str
) -> None:
    for name in LOCALES:
        monkeypatch.delenv(name, raising=False)
    for name, value in {**locales, "LSGRAPH_LANGUAGE": variable}.items():
        monkeypatch.setenv(name, value)
    assert spoken() == language
    assert chosen() == (variable or None)
    assert say(Words("chair", "组长")) == {"en": "chair", "zh": "组长"}[language]


def test_what_is_chosen_goes_before_everything_and_ends() -> None:
    assert spoken() == "en"
    with speaking("zh"):
        assert (spoken(), chosen()) == ("zh", "zh")
        with speaking("en"):
            assert say(Words("chair", "组长")) == "chair"
        assert say(Words("chair", "组长")) == "组长"
        assert say(Words("chair", "组长"), "en") == "chair"
    assert spoken() == "en"
