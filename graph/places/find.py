"""From what a user types to the division that is meant: by code (GB/T 2260), any name, and day.

A name that several divisions bear on the day is never decided here, but for one rule: the bare name of
a province (海南, Jilin) is the province, and the answer notes who else bears it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.dates import OPEN_END, UNKNOWN_START, lasts
from graph.core.errors import AmbiguousName, InputError, NamesNothing, UnknownName
from graph.core.language import say
from graph.core.moved import followed
from graph.core.terms import LEVELS
from graph.core.words import NOTHING, Words
from graph.names.fit import has_initials
from graph.offices.words import MUNICIPALITIES
from graph.places.place import Place, described
from graph.places.question import Question
from graph.places.spelling import typed, without_ending
from graph.places.suggestions import LIMIT, nearest_things
from graph.places.trails import at_other_times

DIRECT = "90"
"""Digits 3 and 4 of county-level units directly below a province (省直辖县级): 429004, 659001."""


@dataclass(frozen=True)
class Code:
    """A well-formed code: the level that its zeros say, and the code of the unit above (or None)."""

    text: str
    level: str
    parent: str | None


def read_code(text: str) -> Code:
    """Read the digits of a code; raises InputError that says what is wrong with them.

    Six digits: two each for province, prefecture and county, 00 where the level is higher; nine for a
    township (GB/T 10114).
    """
    if not (text.isascii() and text.isdigit()):
        raise NamesNothing(
            Words(
                f"{text!r} is not a code. Write digits only, for example 370100.",
                f"“{text}”不是代码。请只写数字，如 370100。",
            )
        )
    if len(text) == 9:
        return Code(text, "Township", text[:6])
    if len(text) != 6:
        raise NamesNothing(
            Words(
                f"{text!r} has {len(text)} digits. A code of GB/T 2260 has six, for example 370100;"
                " that of a township has nine.",
                f"“{text}”有 {len(text)} 位。GB/T 2260 的代码为六位，如 370100；乡级代码为九位。",
            )
        )
    province, prefecture, county = text[:2], text[2:4], text[4:]
    if text == "100000":
        return Code(text, "Country", None)
    if prefecture == "00" and county != "00":
        raise NamesNothing(
            Words(
                f"{text!r} is not a code of GB/T 2260, which has two digits each for province ({province}),"
                f" prefecture ({prefecture}) and county ({county}); no county without a prefecture.",
                f"“{text}”不是 GB/T 2260 的代码：省（{province}）、地（{prefecture}）、县（{county}）"
                "各两位；没有地级就没有县级。",
            )
        )
    if county != "00":
        # 110100 is a heading, no division.
        direct = prefecture == DIRECT or province in MUNICIPALITIES
        return Code(text, "County", f"{province}{'00' if direct else prefecture}00")
    if prefecture != "00":
        return Code(text, "Prefecture", f"{province}0000")
    return Code(text, "Province", "100000")


def unknown_code(database: Database, text: str) -> InputError:
    """Say why no division, of any time, has this code: its digits, its province, its superior."""
    try:
        code = read_code(text)
    except InputError as malformed:
        return malformed
    if not queries.units_named(f"{text[:2]}0000", database=database):
        return NamesNothing(
            Words(
                f"No province has the code {text[:2]}0000, so {text!r} names no division.",
                f"没有代码为 {text[:2]}0000 的省，因此“{text}”不指任何区划。",
            )
        )
    above = list(queries.units_named(code.parent or text, database=database))
    if not above:
        like = _like(_neighbours(database, text))
        return NamesNothing(
            Words(
                f"No division ever had the code {text!r}, nor its superior's, {code.parent}.{like.en}",
                f"从无区划用过代码“{text}”，也没有用过其上级代码 {code.parent} 的。{like.zh}",
            )
        )
    where = _place_of(code, above[-1].name)
    known = _neighbours(database, text)
    return UnknownName(Words("division", "区划"), f"{text} ({say(where)})", known)


def _place_of(code: Code, superior: str) -> Words:
    heading = code.level == "County" and code.text.endswith("01")
    statistical = Words(
        "; codes ending in 01 are often headings of tables, 市辖区",
        "；以 01 结尾的代码往往是统计表中的“市辖区”",
    )
    told = statistical if heading else NOTHING
    return Words(
        f"{code.level.lower()} level, below {code.parent} {superior}{told.en}",
        f"{LEVELS[code.level].zh}，在 {code.parent} {superior}之下{told.zh}",
    )


def _neighbours(database: Database, text: str) -> list[str]:
    """Divisions whose codes share the longest beginning, the nearest numbers first."""
    rows = [row for row in queries.division_names(database=database) if len(row.code) == 6]
    for length in (4, 2):
        alike = [row for row in rows if row.code[:length] == text[:length]]
        if alike:
            alike.sort(key=lambda row: abs(int(row.code) - int(text[:6])))
            return [f"{row.name} {row.code}" for row in alike[:LIMIT]]
    return []


def _like(names: list[str]) -> Words:
    listed = Words.joined(map(Words.same, names), "; ", "；")
    told = Words(f" Did you mean: {listed.en}?", f"您是否要找：{listed.zh}？")
    return told if names else NOTHING


TOP = ("Country", "Province")
_AGENCY = Words(
    "Its groups: lsgraph view government, lsgraph query run groups_of_government -p units=NAME.",
    "其小组见 lsgraph view government、lsgraph query run groups_of_government -p units=名称。",
)
SHOWN = 6
"""How many divisions of other times an answer lists."""


def find_place(
    database: Database, text: str, as_of: dt.date | None = None, region: str | None = None
) -> Place:
    """Return the one division that a code, name, former name, pinyin, English name or uid means on a day.

    Initials (jns for 济南市, jn for 济南) will do where nothing bears the text as a name.

    Default of the day: today. `region`: a place, too; only what lies below it on the day counts. A name
    or code that was no more (or not yet) in force answers with the successor (predecessor), and the
    notes of the answer tell each change.

    Raises AmbiguousName with all candidates (its `__notes__` tell the changes that led to them),
    UnknownName with suggestions, InputError for a malformed code or a place without successor.
    """
    candidates = places(database, text, as_of, region)
    if len(candidates) == 1:
        return _with_notes(candidates[0], _other_times(database, text, candidates[0], region))
    tops = [one for one in candidates if _bears(one, text) and one.matched == one.uid]
    if len(tops) == 1:
        rest = (Words.same(place.described) for place in candidates if place is not tops[0])
        others = Words.joined(rest, "; ", "；")
        also = Words(
            f"The bare name of a province is the province; so called are also: {others.en}.",
            f"只写省名即指该省；同名的还有：{others.zh}。",
        )
        return _with_notes(tops[0], [say(also)])
    error = AmbiguousName(Words("place", "地方"), text, [place.described for place in candidates])
    for note in dict.fromkeys(note for place in candidates for note in place.notes):
        error.add_note(note)
    raise error


def _bears(one: Place | Row, text: str) -> bool:
    """Whether a province bears the text as its name, not as its initials."""
    return one.level in TOP and not has_initials(one.name[: len(text)], text)


def places(
    database: Database, text: str, as_of: dt.date | None = None, region: str | None = None
) -> list[Place]:
    """Return every division that a text can mean on a day, by code; at least one. Raises as find_place."""
    day = as_of or dt.date.today()
    area = find_place(database, region, day) if region else None
    question = Question(database, typed(text), day, area)
    candidates = [Place.of(row, day, row.uid) for row in question.divisions(day, question.within)]
    if not candidates:
        candidates = at_other_times(question, question.divisions(None))
    if not candidates:
        rows = question.initialled(day, question.within)
        candidates = [Place.of(row, day, row.uid) for row in rows]
    if not candidates:
        raise _nowhere(question)
    notes = area.notes if area and area.matched != area.uid else ()
    return [replace(place, notes=(*notes, *place.notes)) for place in candidates]


def find_unit(database: Database, text: str, as_of: dt.date | None = None) -> Row:
    """Return the division or agency of a code, name, pinyin, initials or uid, on a day (None: ever).

    Of several units only the province that a bare name means is chosen; else AmbiguousName lists all. A unit
    of another time is not taken either; the InputError names it and what became of it. A uid that moved is
    followed, with the warning UidMoved.
    """
    question = Question(database, typed(text), as_of or dt.date.today())
    matches = question.matches(as_of)
    if not matches and (new := followed(text, "agency")):
        question = Question(database, new, question.day)
        matches = question.matches(as_of)
    matches = matches or question.initialled(as_of)
    if as_of is None and matches:
        matches = _latest(matches)
    tops = [row for row in matches if _bears(row, text)]
    best = tops if len(tops) == 1 else matches
    if len(best) == 1:
        return best[0]
    if best:
        raise AmbiguousName(Words("place", "地方"), text, [described(row) for row in best])
    raise _nowhere(question)


def _latest(rows: list[Row]) -> list[Row]:
    newest = {(row.code, row.name): row for row in rows}
    last = max(row.valid_to or OPEN_END for row in newest.values())
    return [row for row in newest.values() if (row.valid_to or OPEN_END) == last]


def _with_notes(place: Place, notes: list[str]) -> Place:
    return replace(place, notes=(*place.notes, *notes))


def _other_times(database: Database, text: str, place: Place, region: str | None) -> list[str]:
    """Return a note of the other divisions that bore the name or code at other times."""
    question = Question(database, typed(text), place.as_of)
    if region or place.matched != place.uid or question.text == place.uid:
        return []
    gone = {
        (row.code, row.name): row
        for row in question.divisions(None)
        if not lasts(row.valid_from, row.valid_to, place.as_of)
    }
    gone.pop((place.code, place.name), None)
    listed = _listed(list(gone.values()))
    told = Words(
        f"At other times {question.text} was also: {listed.en}.",
        f"在其他时期，{question.text}还曾是：{listed.zh}。",
    )
    return [say(told)] if gone else []


def _listed(rows: list[Row]) -> Words:
    told = (Words.same(described(row)) for row in rows)
    return Words.first(told, SHOWN, "另有 {} 个", "; ", "；", "and {} more")


def _nowhere(question: Question) -> InputError:
    """Say why nothing matches: a region of several, an agency, another region or time, an unknown name."""
    # The room of regions hands on comparisons, which look up places themselves: only an error needs it.
    from graph.regions.named.definitions import is_named

    text, day = question.text, question.day
    if question.region:
        found = places(question.database, text, day)
        elsewhere = Words.joined((Words.same(p.described) for p in found), "; ", "；")
        return InputError(
            Words(
                f"{text!r} names no place in {question.region.name} on {day}: {elsewhere.en}.",
                f"{day} {question.region.name}之内没有名为“{text}”的地方：{elsewhere.zh}。",
            )
        )
    if is_named(text):
        return NamesNothing(_several(text))
    if here := [row for row in question.matches(day) if not row.level]:
        return NamesNothing(
            Words(
                f"{text} is an agency ({here[0].uid}), not a division. {_AGENCY.en}",
                f"{text} 是机构（{here[0].uid}），不是区划。{_AGENCY.zh}",
            )
        )
    rows = question.matches(None)
    if rows:
        return _of_another_time(question, rows)
    if text.isdigit():
        return unknown_code(question.database, text)
    return UnknownName(Words("place", "地方"), text, _suggested(question))


def _of_another_time(question: Question, rows: list[Row]) -> InputError:
    text, day = question.text, question.day
    first = min(rows, key=lambda row: row.valid_from or UNKNOWN_START)
    if first.from_precision == "by" and first.valid_from > day:
        known = _listed(rows)
        return NamesNothing(
            Words(
                f"What {text!r} was on {day} is not known. Known since: {known.en}.",
                f"{day} 的“{text}”情况不明。已知始于：{known.zh}。",
            )
        )
    followed = at_other_times(question, [row for row in rows if row.level])
    told = dict.fromkeys(note for place in followed for note in place.notes)
    lost = Words(
        f"What stood in its place on {day} is not recorded.", f"{day} 由何地承接，没有记载。"
    )
    became = Words(" ".join(told), "".join(told)) if told else lost
    times = _listed(rows)
    return NamesNothing(
        Words(
            f"{text!r} names no place on {day}. At other times: {times.en}. {became.en}",
            f"{day} 没有名为“{text}”的地方。其他时期：{times.zh}。{became.zh}",
        )
    )


def _several(text: str) -> Words:
    return Words(
        f"{text} is a region of several divisions, and one division is asked for here. Regions are"
        " understood by lsgraph compare, lsgraph view strip, lsgraph export --region, and by lsgraph query"
        f" run and lsgraph view query as -p region={text}; lsgraph regions lists their divisions.",
        f"{text}是由数个区划组成的区域，而此处要的是一个区划。区域可用于 lsgraph compare、"
        "lsgraph view strip、lsgraph export --region，以及 lsgraph query run 和 lsgraph view query 的"
        f" -p region={text}；lsgraph regions 列出各区域的区划。",
    )


def _suggested(question: Question) -> list[str]:
    names = queries.division_names(database=question.database)
    spellings = {
        f"{r.name} {r.code}": (r.name, r.name_short, r.pinyin, r.name_en or "") for r in names
    }
    parts = without_ending(question.text)
    return nearest_things(question.text, spellings) or (
        nearest_things(parts[0], spellings) if parts else []
    )
