"""The offices of a compound title (职务名称): 省委常委、合肥市委书记 are two, each read by rule.

The one grammar of titles, for converted files, notices, tables and supposed chairs alike. A rule
covers an office as a whole or not at all; where any part of a title is not covered, or the title
speaks of several posts at once (各乡镇长), nothing is understood and nothing is guessed. Which unit is
meant is for the caller: an office keeps the words that stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.offices import words
from graph.offices.ranks import Mode


class Seat(StrEnum):
    """What kind of body an office belongs to, as far as its word tells."""

    GOVERNMENT = "government"
    """市长: of a division's government; the division's name ends as the word begins."""
    CHAIR = "chair"
    """主席: of an autonomous region's government, a CPPCC or a mass organisation."""
    PARTY = "party"
    """书记, 常委: of a party committee."""
    CENTRE = "centre"
    """总理: of the centre, whatever stands beside it."""
    BODY = "body"
    """局长: of a body whose name ends as `ends` allows."""
    STAFF = "staff"
    """秘书长, 助理: in a general office, or in the body itself."""
    ANY = "any"
    """总工程师, 主要负责人: of any body or division."""


@dataclass(frozen=True)
class Office:
    """One office: `body` is what stands before the word (市财政局, 市委, nothing), `ends` how it may end.

    `mode` HEAD is the head of whatever body it is: a department's becomes DEPT_HEAD. `rank` is the
    office's own (巡视员). `stands_for_unit`: a bare 负责人 is the unit. `former`: 原, no member.
    """

    text: str
    body: str
    word: str
    seat: Seat
    mode: Mode
    ends: str = ""
    rank: int | None = None
    stands_for_unit: bool = False
    former: bool = False
    shown: str = ""
    """The office with its rank word, without the body: 常务副省长, 分管局长."""


def read_offices(title: str) -> tuple[Office, ...] | None:
    """The offices of a title in their order; None where a part is not understood."""
    text = title.strip()
    if _PLURAL.search(text):
        return None
    bare = words.bare_name(text).strip()
    offices: list[Office] = []
    for part in _SPLIT.split(_TOPIC.sub(_CHARGED, bare)):
        found = _spaced(part) if part.strip() else ()
        if found is None:
            return None
        offices += found
    return tuple(offices) or None


_PLURAL = re.compile(
    r"^(?:各|全体|全部|相关|有关|部分|拟任|候任|\d+个|[一二两三四五六七八九十]+[个名位])"
    r"|[（(]全体[)）]|候选人|等$|人选"
)
_SPLIT = re.compile(r"[、，,;；/／]|(?<=[^、，,;；/／])兼任?(?!职)")
_CHARGED = "〇"
"""Stands for 分管: who has a field in his charge is a deputy."""
_PART = re.compile(
    rf"(?P<former>原)?(?:署理)?(?P<body>.*?)(?P<charged>{_CHARGED})?(?:署理|代理|代)?"
    rf"(?P<vice>{words.VICE})(?P<word>{words.WORD})"
)
_FIELD = rf"(?:(?!(?:{words.WORD})[、，,;；])[^，,])*?"
"""What somebody has in his charge: words that end no office before a mark."""
_TOPIC = re.compile(
    rf"(?:(?:分管|协管|主管){_FIELD}的?|(?:协调|联系|负责){_FIELD}的)"
    rf"(?={words.VICE}(?:{words.WORD})(?:$|[、，,;；/／（(]))"
)
_BRANCH_HEAD = re.compile(r"(?:分局)?(副?)分局长$")
"""白城铁路分局副分局长 is the deputy head of 白城铁路分局, and 公安副分局长 of 公安分局."""
_NO_BODY = re.compile(rf"[的{_CHARGED}某等该本“”：:]|^(?:副|拟|兼|前)")
"""What no name of a body holds: then the words before the office do not form a name."""


_NOBODY = rf"{words.ANYBODY}|{words.LEADERS}|{words.MEMBERS}"
"""副省级领导 is a grade and no office."""


def _spaced(part: str) -> list[Office] | None:
    """The offices of a part that may hold spaces: 党组书记 局长 are two, 局　长 is one."""
    pieces = part.split()
    apart = [found for piece in pieces if (found := _run(piece)) is not None]
    if len(apart) == len(pieces):
        return [office for found in apart for office in found]
    return _run("".join(pieces))


def _run(part: str) -> list[Office] | None:
    """An office, or several written without a mark between them: 县委副书记县长."""
    office = _office(part)
    if office is None:
        return None
    inner = _run(office.body) if _PART.fullmatch(office.body) else None
    if inner is None:
        return None if _holds_an_office(office.body) else [office]
    rest = _office(office.text.removeprefix(office.body))
    return None if rest is None else [*inner, rest]


def _holds_an_office(body: str) -> bool:
    """Whether words that do not name a body end in an office: 副部长级, 县委书记的."""
    return _PART.fullmatch(body) is not None and not body.endswith(_BODIES_LIKE_OFFICES)


_BODIES_LIKE_OFFICES = ("成员", "领导")


def _office(part: str) -> Office | None:
    part = _BRANCH_HEAD.sub(r"分局\1局长", part)
    bare = part.replace(_CHARGED, "")
    if bare in words.FIXED:
        return Office(bare, "", bare, Seat.CENTRE, words.FIXED[bare], shown=bare)
    match = _PART.fullmatch(part)
    if match is None or "名誉" in match["vice"] or _NO_BODY.search(match["body"]):
        return None
    if re.search(words.GRADED, match["vice"]) and re.fullmatch(_NOBODY, match["word"]):
        return None
    vice = match["vice"].endswith("副")
    mode = Mode.DEPUTY_HEAD if vice or match["charged"] else Mode.HEAD
    charged = "分管" if match["charged"] and not vice else ""
    former, shown = bool(match["former"]), f"{charged}{_shown(match['vice'])}{match['word']}"
    office = Office(
        bare, match["body"], match["word"], Seat.ANY, mode, former=former, shown=shown
    )  # fmt: skip
    return _by_word(office, vice)


def _shown(vice: str) -> str:
    """兼任副主任 is a 副主任, 正处级副主任 too; 常务 and 第一 stay."""
    return "".join(_kept(re.sub(words.GRADED, "", vice)))


def _kept(vice: str) -> Iterator[str]:
    for match in re.finditer("|".join(words.SHOWN), vice):
        yield match[0]


def _by_word(office: Office, vice: bool) -> Office:
    """The office with what its word tells of body and mode."""
    word = office.word
    if re.fullmatch(words.GOVERNMENT, word):
        return _as(office, Seat.GOVERNMENT, office.mode, "" if len(word) > 2 else word[0])
    if word == "主席":
        return _as(office, Seat.CHAIR, office.mode)
    if word.startswith("常委"):
        return _collegial(office)
    if word == "书记" or word in words.COMMISSARS:
        return _as(office, Seat.PARTY, office.mode)
    if word == "秘书长" or re.fullmatch(words.ASSISTANTS, word):
        return _as(office, Seat.STAFF, Mode.OTHER)
    if word == "参谋长":
        return _as(office, Seat.BODY, Mode.OTHER, words.ENDS[word])
    if word in words.ENDS:
        return _as(office, Seat.BODY, office.mode, words.ENDS[word])
    if re.fullmatch(words.LEADERS, word):
        return _as(office, Seat.ANY, Mode.HEAD)
    if re.fullmatch(words.ANYBODY, word):
        # 分管负责人 is a deputy; a bare 负责人 stands for the unit.
        return replace(office, stands_for_unit=office.mode is Mode.HEAD)
    rank = words.GRADE_RANKS.get(f"副{word}" if vice else word)
    return replace(office, mode=Mode.OTHER, rank=rank)


def _collegial(office: Office) -> Office:
    """市委常委; a member of a congress's or CPPCC's standing committee (人大常委会委员) leads nothing."""
    if office.body.endswith(("人大", "政协", "人民代表大会")):
        whole = replace(office, body=f"{office.body}常委会", word="委员", shown="委员")
        return replace(whole, mode=Mode.OTHER)
    return replace(office, seat=Seat.PARTY, mode=Mode.COLLEGIAL, word="常委", shown="常委")


def _as(office: Office, seat: Seat, mode: Mode, ends: str = "") -> Office:
    return replace(office, seat=seat, mode=mode, ends=ends)
