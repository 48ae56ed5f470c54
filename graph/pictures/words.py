"""Facts of a picture in both languages: dates, figures, founding acts and seats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.catalogue import Row
from graph.core.terms import ROLES, UNKNOWN, term
from graph.core.words import Words
from graph.pictures import Fact

FADED = Words(
    "A faded group was last seen too long before the day, or no source dates it: it stands in no count.",
    "淡色小组：最近一次记载距该日过久，或无日期；不计入任何数目。",
)


def fact(en: str, zh: str, value: Words) -> Fact:
    """Return a labelled fact."""
    return Fact(Words(en, zh), value)


def said(value: object) -> Words:
    """Return a value as it stands in both languages; None is unknown, in words."""
    return UNKNOWN if value is None else Words.same(value)


def joined(parts: Sequence[str]) -> str:
    """Words of English one after the other, the last after "and"; at least one."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def counted(number: int, thing: str) -> str:
    """Return a number of things in English: 1 group, 2 groups."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def in_roles(
    counts: Mapping[str, int], roles: Sequence[tuple[str, str, str]]
) -> tuple[list[str], list[str]]:
    """In how many groups something has each role, in English and Chinese; roles without any are left out."""
    held = [(en, zh, counts[role]) for role, en, zh in roles if counts[role]]
    return [f"{en} {n}" for en, _, n in held], [f"{zh} {n} 个" for _, zh, n in held]


def coverage(group: Row) -> Words:
    """Line coverage, its bounds where a link is unknown, or that nobody is left to cover."""
    if group.lc is not None:
        return said(f"{group.lc:.2f}")
    if group.lc_min is None:
        return Words("nobody to cover", "无可覆盖者")
    return Words(
        f"{group.lc_min:.2f} to {group.lc_max:.2f}", f"{group.lc_min:.2f} 至 {group.lc_max:.2f}"
    )


def period(profile: Row) -> Words:
    """Start and end of a group as the sources give them."""
    return span_words(profile.from_edtf, profile.to_edtf)


def span_words(since: str | None, until: str | None) -> Words:
    """Return a start and an end of a file (EDTF) in words; what no source gives is unknown."""
    start, end = date_words(since), date_words(until)
    to = "至今" if until == ".." else f"至 {end.zh}"
    return Words(f"{start.en} to {end.en}", f"{start.zh} {to}")


def since_words(since: str) -> Words:
    """Return a start of a file (EDTF) in words."""
    if since.startswith("[.."):
        day = since.strip("[.]")
        return Words(f"known by {day}", f"不晚于 {day} 起")
    return Words(f"since {since}", f"自 {since} 起")


def short_span(since: str | None, until: str | None) -> str:
    """The same in few signs for a tie: "?" unknown, "≤" known by that day, nothing after the dash: still."""
    return f"{_short(since)}–{'' if until == '..' else _short(until)}"


def _short(edtf: str | None) -> str:
    if not edtf:
        return "?"
    return f"≤{edtf.strip('[.]')}" if edtf.startswith("[..") else edtf


def date_words(edtf: str | None) -> Words:
    """Return a date of a file (EDTF) in words."""
    if not edtf:
        return UNKNOWN
    if edtf.startswith("[.."):
        day = edtf.strip("[.]")
        return Words(f"known by {day}", f"不晚于 {day}")
    return Words("now", "今") if edtf == ".." else Words.same(edtf)


def founding(profile: Row) -> Words:
    """Return the founding acts: number, title and issuers."""
    acts = [
        " ".join(filter(None, (d["number"], d["title"], f"({'、'.join(d['issuers'])})")))
        for d in profile.documents
    ]
    return said("; ".join(acts) or None)


def seat_words(row: Row) -> Words:
    """Return a seat as published: name, title and role."""
    text = " ".join(filter(None, (row.name, row.title))) or row.unit_name
    role = term(ROLES, row.role)
    return Words(f"{text} ({role.en})", f"{text}（{role.zh}）")
