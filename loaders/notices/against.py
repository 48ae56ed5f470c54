"""A draft held against its text: what does not stand there is refused, what reads otherwise is doubted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.core.terms import EXECUTIVE, ROLES
from graph.core.words import NOTHING, Words
from loaders.files.characters import even_widths, simplified
from loaders.notices.drafted import Drafted, DraftSeat
from loaders.notices.finish import doubted, stands
from loaders.notices.model import Group, Line, Notice, NotUnderstood, Seat, doubts_of
from loaders.notices.published import Published
from loaders.notices.words.names import HONOURS
from loaders.notices.words.roles import GROUP, UNCLEAR, WORD, label_word, read_role
from loaders.notices.words.text import closed
from loaders.notices.words.titles import is_title

NEAR = 9
"""Lines in which the words of a seat stand, from its line on."""
PLACES, BEFORE = 20, 20_000
"""Places of the words of a seat that are looked at, and characters before one."""
_ROLES = ROLES | {"executive_deputy": EXECUTIVE}
TWICE = Words("the draft holds this seat twice", "草稿中此席位重复")
APART = Words("name and title do not stand together in the text", "姓名与职务在原文中不相连")
LOOSE = Words("other words stand between name and title", "姓名与职务之间另有词句")
NO_ROLE = Words("no word of a role stands before or behind it", "其前后没有角色用词")
OTHER_ROLE = Words("its role stands apart from it in the text", "原文中角色用词与其不相连")
NO_BODY = Words("the body does not stand in the text", "原文没有此单位")
NO_GROUP = Words("the name of the group does not stand in the text", "原文没有此小组名称")
CUT_NAME = Words("the name of the group begins earlier in the text", "原文中小组名称更早开始")
ORDER = Words("it stands before the one above it in the text", "原文中其位置在上一席位之前")
EARLIER = Words("the words begin earlier in the text", "原文中词句更早开始")
LEFT_OUT = Words("the reader reads this seat, the draft leaves it out", "程序读出此席位，草稿未列")
_BETWEEN = r"(?:[\s|｜*（(，,、：]|同志|[（(][^（()）]{1,8}[)）])*"
_SENTENCE = "[^。；;\n]{0,40}?"
_HAN = re.compile("[\u3400-\u9fff〇·]")
_AFTER = re.compile(
    "兼任?|担任|出任|任|为|等|同志|分别|和|及|与|以及|组成|负责|主持|牵头|率|出席|参加|[两二三四]位|是"
    f"|有关|相关|共同|当选|{'|'.join(HONOURS)}|先生|女士"
)
"""Words that go on behind a name or title without being a part of it, and those before one."""
_BEFORE = re.compile("(?:由|以|为|任|和|及|与|括|有|是|请|命|增补|同志|其中|另|还|，|,)$")
_NAMED = re.compile(
    "(?:成立|[建设]立|组建|设置|[下增]设|调整|充实|印发|公布|召开|明确|撤销|关于|[了之对将为的由任是即以兼和与在向经])$"
)
"""What stands before the name of a group that begins there."""
_STOP = re.compile(r"[\s、，。；：（(）)]")
_PART = re.compile(r"[、，]([^、，。；：\s（()）]{2,30})")
_PART_BEFORE = re.compile(r"([^、，。；：\s（()）]{2,30})[、，]$")
_BACKWARD = re.compile("(?:任|为|作为|兼|[（(\t ])$")
_VICE = re.compile("付(?=组长|总?指挥|召集人|主任)")
"""副 as many write it."""
_LABEL = re.compile(r"[ \t]*(?:[：:]|\t|  |$|[（(][^（()）]{1,12}[)）]：|由|为|有|包括|\n)")
_ALSO = re.compile(r"[、，（(\s]*(?:并?兼任?)[^、，。；]{0,16}?(办公室主任|秘书长)")


@dataclass(frozen=True)
class Checked:
    """The notice with the seats of a draft that stand in its text, and how many were refused or left out."""

    notice: Notice
    refused: int
    left_out: int

    @property
    def said(self) -> Words:
        """How many seats stand, are doubted, refused and left out."""
        seats = [seat for group in self.notice.groups for seat in group.seats]
        low = sum(bool(seat.check) for seat in seats)
        return Words(
            f"{len(seats)} seats of the draft stand in the text, {low} of them to check; {self.refused}"
            f" refused, {self.left_out} left out (not_understood).",
            f"草稿中 {len(seats)} 个席位见于原文，其中 {low} 个须核对；"
            f"拒绝 {self.refused} 个，漏列 {self.left_out} 个（见 not_understood）。",
        )


def check_draft(draft: Drafted, read: Notice, lines: Sequence[Line]) -> Checked:
    """Hold each seat of a draft against the lines, and against what the reader reads of them."""
    text = "\n".join(simplified(line.text) for line in Published(lines).lines)
    whole, rows = closed(text), [closed(row) for row in text.split("\n")]
    known = [seat for group in read.groups for seat in group.seats]
    groups, refused, seen, met = [], list[NotUnderstood](), set(), set[int]()
    line = 1
    for number, given in enumerate(draft.groups):
        named = _flat(given.name) in whole
        group, last = Group(given.name if named else None), dict[str, tuple[int, int]]()
        wrong = NO_GROUP if not named else _begun(_flat(given.name), text)
        for one in given.seats:
            key = (number, one.role, one.person, one.title, one.unit)
            seat, why = (None, TWICE) if key in seen else _held(one, text, whole, rows, known, line)
            seen.add(key)
            met |= {at for at, other in enumerate(known) if _met(one, other)}
            if seat is None:
                refused.append(NotUnderstood(one.line or 1, _said(one), why))
            else:
                line, before = seat.line, last.get(seat.role, (0, 0))
                last[seat.role] = _place(seat, rows, before)
                moved = ORDER if last[seat.role] < before else NOTHING
                group.seats.append(doubted(seat, doubts_of(wrong, moved)))
        groups.append(group)
    left = [
        NotUnderstood(seat.line, _said(seat), LEFT_OUT)
        for at, seat in enumerate(known)
        if at not in met
    ]
    kept = [group for group in groups if group.seats] or [Group(read.groups[0].name)]
    told = {one.line for one in (*refused, *left)} | {s.line for g in kept for s in g.seats}
    rest = [one for one in read.not_understood if one.line not in told]
    doubts = tuple(sorted([*refused, *left, *rest], key=lambda one: one.line))
    made = replace(read, groups=tuple(kept), not_understood=doubts, advice=None)
    return Checked(made, len(refused), len(left))


def _flat(words: str | None) -> str:
    """Words in even signs and simplified characters, without spaces."""
    return closed(simplified(even_widths(words or "")))


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1


def _place(seat: Seat, rows: Sequence[str], last: tuple[int, int]) -> tuple[int, int]:
    """Line and character where a person stands, behind `last` where it can be; else `last`."""
    name, row = _flat(seat.person), rows[seat.line - 1]
    if not name or name not in row:
        return last
    return seat.line, row.find(name, last[1] if seat.line == last[0] else 0)


def _begun(name: str, text: str) -> Words:
    """Why a name that stands in the text is not the whole one: everywhere words of it go before."""
    if not name:
        return NOTHING
    spaced = r"\s*".join(map(re.escape, name))
    before = (text[: match.start()][-4:] for match in re.finditer(spaced, text))
    whole = any(
        not re.search(r"[\u3400-\u9fff\d]$", words) or _NAMED.search(words) for words in before
    )
    return NOTHING if whole else CUT_NAME


def _near(line: int | None, found: int) -> bool:
    return line is None or line - 2 < found < line + NEAR


def _held(
    one: DraftSeat, text: str, whole: str, rows: Sequence[str], known: Sequence[Seat], last: int
) -> tuple[Seat | None, Words]:
    """The seat, doubted where it has to be; or None and why it is refused.

    `whole` is the text closed, `rows` its lines closed. `last` is the line of the seat above, near which to
    look where a draft gives no line.
    """
    at = one.line or last
    person, main = _flat(one.person), _flat(one.title or one.unit)
    for word in (person, main) if person or main else ("?",):
        if word not in whole:
            return None, Words(f"{word} does not stand in the text", f"原文没有“{word}”")
    alike = [seat for seat in known if _alike(one, seat) or _overlap(one, seat)]
    unit = one.unit or next((s.unit for s in alike if _names_unit(one, s)), None)
    seat = Seat(one.role, one.person, one.title, unit, one.line or 0)
    there = person and person in "".join(rows[at - 1 : at])
    for same in sorted(alike, key=lambda same: (same.line < at, abs(same.line - at))):
        if there and one.line and same.line > one.line:
            continue  # the reader has the same name further down, in another group perhaps
        if same.role == one.role and _alike(one, same, titled=True) and _near(one.line, same.line):
            return replace(seat, line=same.line, check=_otherwise(seat, [same])), NOTHING
    name, words = (r"[\s|｜*]*".join(map(re.escape, part)) for part in (person, main))
    patterns: list[tuple[str, ...]] = [(name or words,)]
    if person and main:
        gaps = (_BETWEEN, _SENTENCE)
        patterns = [(f"{name}{gap}{words}", f"{words}{gap}{name}") for gap in gaps]
    low, why = None, APART
    for either, apart in zip(patterns, (NOTHING, LOOSE), strict=False):
        found = (match for pattern in either for match in re.finditer(pattern, text))
        every = sorted(found, key=lambda match: _distance(match, text, one.line, at))
        for match in every[:PLACES]:
            refused, doubt = _cut(match, text, person, main) if not apart else NOTHING, NOTHING
            if not refused:
                refused, doubt = _role(match, text, one.role)
            if refused:
                why = refused if why is APART else why
                continue
            line = _line(text, match)
            told = doubts_of(doubt, apart or _broken(match, text))
            if not _near(one.line, line):
                en = f"it stands in line {line}, not {one.line}"
                told = doubts_of(told, Words(en, f"在第 {line} 行，不在第 {one.line} 行"))
            if one.unit and not stands(replace(seat, person=None, title=None), whole):
                told = doubts_of(told, NO_BODY)
            made = replace(seat, line=line, check=doubts_of(told, _otherwise(seat, alike)))
            if not told:
                return made, NOTHING
            low = low or made
    return low, why


def _distance(
    match: re.Match[str], text: str, line: int | None, at: int
) -> tuple[bool, bool, bool, int]:
    """The order in which places are looked at: near its line, on one line, not before `at`, nearest."""
    found = _line(text, match)
    return not _near(line, found), "\n" in match[0], found < at, abs(found - at)


def _broken(match: re.Match[str], text: str) -> Words:
    """LOOSE where the end of a line parts name and title, and the next goes on with other words."""
    rest = text[match.end() :].partition("\n")[0]
    return LOOSE if "\n" in match[0].strip() and _HAN.search(rest) else NOTHING


def _cut(match: re.Match[str], text: str, person: str, main: str) -> Words:
    """Why the words are not whole where they stand: name or title goes on before or behind them."""
    before, after = text[: match.start()], text[match.end() :]
    led = bool(person) and closed(match[0]).startswith(person)
    run_on = bool(person and main and not led)
    if _HAN.match(after) and not (
        (run_on and _starts_title(after)) or _AFTER.match(after) or re.match(WORD, after)
    ):
        end = re.split(r"\s", after[:12])[0]
        return Words(f"the words go on in the text: {end}", f"原文中词句未完：{end}")
    if _HAN.search(before[-1:]) and not (led or _BEFORE.search(before) or _ended(before)):
        return EARLIER
    beside = _PART.match(after) if led and main else None
    beside = beside or (_PART_BEFORE.search(before[-40:]) if run_on else None)
    if beside and is_title(beside[1]) and not label_word(beside[1]) and not GROUP.search(beside[1]):
        return Words(
            f"the title is longer in the text: {beside[1]}", f"原文的职务更长：{beside[1]}"
        )
    return NOTHING


def _starts_title(after: str) -> bool:
    """Whether a whole title of another begins right there (市长张三副市长李四)."""
    first = _STOP.split(after[:30])[0]
    return any(is_title(first[:end]) for end in range(2, len(first) + 1))


def _ended(before: str) -> bool:
    """Whether the word of a role ends right there, or a whole title of another (市长张三副市长李四)."""
    last = _STOP.split(before[-30:])[-1]
    ends = range(len(last) - 1)
    return bool(re.search(f"(?:{WORD})$", last)) or any(is_title(last[at:]) for at in ends)


def _role(match: re.Match[str], text: str, role: str) -> tuple[Words, Words]:
    """Why a role is refused at a place, and what is doubtful about it: the words that can govern the place.

    What follows in the sentence behind a verb (由张三任组长) or a gap stands nearer than a label before.
    """
    before = _VICE.sub("副", text[: match.start()][-BEFORE:])
    after = _VICE.sub("副", text[match.end() :][:BEFORE])
    sentence = re.split("[。；\n]", after)[0]
    inside = [found[0] for found in re.finditer(WORD, match[0])]
    behind = [f[0] for f in re.finditer(WORD, sentence) if _BACKWARD.search(sentence[: f.start()])]
    leads = [found for found in re.finditer(WORD, before) if _leads(before, found)][-1:]
    led = [found[0] for found in leads]
    ahead = [] if leads and "。" in before[leads[0].end() :] else led
    also = _ALSO.match(sentence)
    nearest = [*inside[-1:], *(behind[:1] or ahead), *([also[1]] if also else [])]
    line = before.rpartition("\n")[2] + match[0] + after.partition("\n")[0]
    beside = [*led, *(found[0] for found in re.finditer(WORD, line))]
    for words, doubt in ((nearest, NOTHING), (beside, OTHER_ROLE)):
        for read in filter(None, map(read_role, words)):
            office = role == "office_director" and read.base == "主任" and "办公室" in before
            if read.role == role or office:
                return NOTHING, doubt
    word, mine = nearest[0] if nearest else "", _ROLES[role]
    other = Words(f"the text says {word} here, not {mine.en}", f"原文此处为{word}，不是{mine.zh}")
    return other if word else NO_ROLE, NOTHING


def _leads(before: str, found: re.Match[str]) -> bool:
    """Whether a word of a role can govern what follows: no title's end (市发改委主任), no verb before it."""
    label = bool(_LABEL.match(before, found.end()))
    if UNCLEAR.search(closed(found[0])):
        return label and not _HAN.search(before[: found.start()][-1:])
    return label or not _BACKWARD.search(before[: found.start()].rstrip())


def _alike(one: DraftSeat, seat: Seat, titled: bool = False) -> bool:
    """Whether a seat of the reader is of the same person, without a name of the same title or body."""
    if titled and _flat(one.title) != _flat(seat.title):
        return False
    if one.person or seat.person:
        return _flat(one.person) == _flat(seat.person)
    return _flat(one.title or one.unit) == _flat(seat.title or seat.unit)


def _overlap(one: DraftSeat, seat: Seat) -> bool:
    """Whether the reader ends the name at another character: 王晓 or 王晓初人 for 王晓初."""
    mine, other = _flat(one.person), _flat(seat.person)
    if not mine or not other or not _near(one.line, seat.line):
        return False
    return mine != other and (mine in other or other in mine)


def _names_unit(one: DraftSeat, seat: Seat) -> bool:
    """Whether the title that both have names the body that the reader alone has."""
    title, unit = _flat(one.title), _flat(seat.unit)
    return bool(unit) and not seat.check and title == _flat(seat.title) and title.startswith(unit)


def _met(one: DraftSeat, seat: Seat) -> bool:
    """Whether a draft holds a seat of the reader: its person in its role, else its title and body."""
    body = not one.unit or _flat(one.unit) == _flat(seat.unit)
    return one.role == seat.role and _alike(one, seat) and bool(one.person or body)


def _otherwise(seat: Seat, alike: Sequence[Seat]) -> Words:
    """What the reader reads otherwise of the same person: role, title or body; nothing where one agrees."""
    told = [_parts(one) for one in alike]
    if not told or _parts(seat) in told:
        return NOTHING
    other = _said(next((s for s in alike if s.role == seat.role), alike[0]), body=True)
    return Words(f"the reader reads: {other}", f"程序读作：{other}")


def _parts(seat: Seat) -> tuple[str, ...]:
    return seat.role, *map(_flat, (seat.person, seat.title, seat.unit))


def _said(one: Seat | DraftSeat, body: bool = False) -> str:
    """A seat in a few words, by which it is named: 副组长 张三 副市长."""
    words = (one.person, one.title, one.unit if body or not one.title else None)
    return " ".join(filter(None, (_ROLES[one.role].zh, *words)))
