"""Types and figures in the language of a report, as people read them."""

from __future__ import annotations

from graph.core.language import Language
from graph.core.terms import TYPES, term
from graph.core.words import Words


def type_name(name: str, language: Language) -> str:
    """Return a type of leadership: the term itself in English, its rendering with the term in Chinese."""
    return f"{term(TYPES, name).zh} {name}" if language == "zh" else name


def number(value: object) -> str:
    """Return a figure as people read it: three digits, a true minus sign, a dash for what is not known."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(number, value)) or "–"
    text = f"{value:.3g}" if isinstance(value, float) else str(value)
    return text.replace("-", "\u2212", 1) if isinstance(value, int | float) else text


def figure(value: object, language: Language) -> str:
    """Return the same in a language: 是 and 否 for yes and no."""
    if isinstance(value, bool):
        return (Words("yes", "是") if value else Words("no", "否")).say(language)
    if isinstance(value, list | tuple):
        return ("、" if language == "zh" else ", ").join(figure(v, language) for v in value) or "–"
    return number(value)
