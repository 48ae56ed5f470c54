"""A notice read line by line: which lines are seats, of which role and which group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.core.words import NOTHING, Words
from loaders.files.characters import HAN
from loaders.notices.facts import place_of, spoken_of
from loaders.notices.lines.columns import read_entry, row_role, with_verb
from loaders.notices.lines.items import TWO_TITLES
from loaders.notices.lines.lists import SEVERAL, Parsed
from loaders.notices.lines.prose import Said, leaves, said, sentences
from loaders.notices.lines.sections import group_heading, office_heading, roster_heading, stops
from loaders.notices.lines.state import State
from loaders.notices.lines.tables import Table, rows_of, table_at
from loaders.notices.model import Doubt, Found, Line
from loaders.notices.words.bodies import is_unit, tailed
from loaders.notices.words.groups import (
    KINDS,
    OF_GROUP,
    OWN_OFFICE,
    OWN_TEAM,
    full_name,
    group_named,
    mentioned,
    named,
    owner_named,
    short,
)
from loaders.notices.words.labels import Piece, inline, split_labels
from loaders.notices.words.leaving import heads_leaving
from loaders.notices.words.posts import also_of_office, one_title, with_title
from loaders.notices.words.roles import (
    GROUP,
    UNCLEAR,
    Role,
    begins_role,
    label_word,
    read_role,
)
from loaders.notices.words.text import closed, numbered, squeezed
from loaders.notices.words.titles import Place, is_title

SHAKEN = Words("a line above may begin another role", "上面的一行可能另起角色")
OF_OFFICE = Words(
    "a team of the office, perhaps no group of its own", "办公室的工作组，可能不是单独的小组"
)
MEMBER = Role("成员单位", "member", units=True)
OFFICE_APART = Words(
    "an office with a name of its own: a group by itself, perhaps",
    "办公室另有名称：可能是单独的小组",
)
OPENED = Role("成员", "member")
"""The role of a list that a sentence opens, until a role word stands on a line."""
NO_ROLE = Words("a row of a table without a role", "表格中的一行没有角色")
LEAVES = Words("somebody leaves the group: no seat", "某人退出小组：不是席位")
_PROSE = re.compile(
    r"。|负责(?!同志|人|领导|干部)|承担|设在|下设|按照|根据|研究|组织实施|协调解决|落实|会议|原则|制度|职责|如下|通知|为加强|为了|决定|经研究|不作为|要求|变动"
)


_TASKS = re.compile("(?:主要|工作)*(?:任务|职责|要求|分工)：")
_SAYS = re.compile("是[^、]*成员|[，,][由报经须应并]|应当|可以|根据")
_BY_PLACE = re.compile(r"[\u4e00-\u9fff]{2,9}(?:省|自治区|市)(?:[（(][^（）()]{2,12}[）)])?")
"""（一）湖南省 under 成员: the members below are of there."""
_LEADS = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”·]{{2,40}}?(?:{KINDS}|组))\s*(?:(?P<open>[（(])|[。：]|[，,](?=由|组长|牵头))\s*"
    r"(?=.*(?:组长|总?指挥长?|召集人|主任|主席|专班长|班长)(?:[由：为]|[\u4e00-\u9fff]{2,3}[，,；;。）)]|(?:$|[，,；;。])))"
)
"""A group at the start of a line, with what its line says of its roles: 宣传组。由张三任组长."""
_OPENS = re.compile(
    "(?:以下|下列|如下|下述)[^。；：]{0,60}：$|(?:成员|委员|组成)(?:人员|名单)?(?:包括|有|为|如下)?：$"
)
"""The end of a sentence that a list of members follows: 其余委员由下列人员兼任：."""
_OF_MEMBERS = re.compile("成员|委员|组成|名单")
_OWN_ROLE = re.compile(r"(?P<who>[^（()）]{2,40})[（(](?P<role>[\u4e00-\u9fff]{2,8})[）)]")
"""政务司司长（主席）: a line that says the role of who stands on it."""


MOST_BEFORE = 40
"""Characters of a title before a name, at most."""
_SINCE_MARK = re.compile(rf"[，,。；;：\s]([{HAN}、]{{2,{MOST_BEFORE}}})\Z")


class Roster:
    """The reader of one notice; `groups` and `doubts` are what it found."""

    def __init__(self, place: Place, known: str | None = None, issued: bool = True) -> None:
        self.head = self.place = place
        """The place of the head of the notice, and that of the line in hand."""
        self.issued = issued
        """Whether the text says who issues it; else each paragraph is of the place that it speaks of."""
        self.state = State(known)
        self.text = ""
        """All lines, each behind a line break."""
        self.mentioned: str | None = None
        """The one group that the text speaks of."""

    def read(self, lines: Sequence[Line], without: frozenset[int]) -> None:
        """Read every line but those `without` (numbers of title and signature)."""
        kept = [line for line in lines if line.text.strip()]
        self.text = "".join(f"\n{line.text}" for line in kept)
        self.mentioned = mentioned(self.text)
        at = 0
        while at < len(kept):
            line, after = kept[at], kept[at + 1] if at + 1 < len(kept) else None
            table = None if line.number in without else table_at(kept, at)
            if line.number in without:
                self.state.end()
            elif table:
                self._table(table)
            elif not (after and self._names_the_next(line.text, after.text)):
                self._line(line)
            at += table.lines if table else 1

    def _names_the_next(self, text: str, after: str) -> bool:
        """A numbered line over 组长：… names a group, whatever it is called: 1、火灾事故, 正指挥：…."""
        number, name = numbered(text)
        if not number or label_word(name) or roster_heading(name) or office_heading(name):
            return False
        before, pieces = split_labels(numbered(after)[1])
        leads = pieces and not before.strip() and pieces[0].role.role == "chair"
        if not leads or full_name(pieces[0].owner):
            return False
        if stops(text) or split_labels(name)[1] or not self._plain(name):
            return False
        self.state.heading(group_heading(name) or named(closed(name)))
        return True

    def _line(self, line: Line) -> None:
        number, rest = numbered(line.text)
        spoken = None if self.issued or "。" not in rest else spoken_of(rest)
        self.place = Place(spoken, spoken, self.head.day) if spoken else self.head
        if stops(line.text):
            self.state.end()
        else:
            self._line_of_text(number, self._led(rest), line)

    def _line_of_text(self, number: str, rest: str, line: Line) -> None:
        if not (
            self._own_role(rest, line.number)
            or self._labelled(rest, line.number)
            or self._duties(rest, line.number)
            or self._heading(number, rest)
            or self._also(rest, line.number)
            or (with_verb(rest) and self._at_end(rest, line.number))
        ):
            rest = rest.replace("|", "\t")
            if not (self._ends(rest, line.number) or self._said(rest, line.number)):
                self._entries(number, rest, line)
            if (
                _OPENS.search(rest)
                and _OF_MEMBERS.search(rest)
                and not re.search("职责|通知", rest)
            ):
                self.state.take(OPENED)

    def _table(self, table: Table) -> None:
        """The rows of a table, each of the role of its cell, else of the one above."""
        state = self.state
        for line, row in rows_of(table, self.place):
            role = state.take(row.role) if row.role else state.role
            for doubt in row.doubts:
                state.doubt(doubt, line.number)
            if role is not None:
                state.add(role, row.seats, line.number)
            elif row.seats:
                state.doubt(Doubt(squeezed(line.text), NO_ROLE), line.number)

    def _labelled(self, text: str, number: int) -> bool:
        """组长：… in the line."""
        before, pieces = split_labels(text)
        if not pieces:
            return False
        if (name := group_heading(before)) is not None and before.strip():
            self.state.heading("" if short(name) else name)
        elif office_heading(before) and before.strip():
            self.state.office = True
        elif before.strip(" ，,；;。") and self.state.role and not _PROSE.search(before):
            self._parsed(self.state.role, read_entry(before, self.place), before, number)
        else:
            self._said(before, number)
        for piece in pieces:
            above = self.state.office or any(
                OF_OFFICE.en in s.check.en for s in self.state.group.seats
            )
            team = OF_OFFICE if above and OWN_TEAM.fullmatch(piece.owner) else NOTHING
            if group := owner_named(piece.owner):
                self.state.heading(group)
            role = self.state.take(replace(piece.role, check=team or piece.role.check))
            self._words(role, piece.words, number)
        return True

    def _words(self, role: Role, words: str, number: int) -> None:
        """The words behind a role: a list up to its full stop, then sentences."""
        words = _TASKS.split(words)[0]
        first, stop, rest = words.partition("。")
        if leaves(first):
            self.state.doubt(Doubt(squeezed(first), LEAVES), number)
        elif first.strip(" ，,；;、"):
            self._parsed(role, self._of(role, first), first, number)
        named = any(seat.person for seat in self.state.group.seats if seat.line == number)
        if stop and (rest.strip() or not named):
            self._said(rest, number)
            self.state.end()

    def _of(self, role: Role, words: str) -> Parsed:
        """One person directs the office: two titles there are one post's; of two chairs each has one."""
        if role.word.startswith(("双", "共同")) and words.count("、") == 1:
            titles = words.split("、")
            if all(map(is_title, titles)):
                return [with_title(None, title, self.place) for title in titles], []
        if role.base == "办公室" and (found := one_title(words, self.place)):
            return [found], []
        return read_entry(words, self.place)

    def _parsed(
        self, role: Role, parsed: Parsed, text: str, number: int, spoken: bool = False
    ) -> None:
        seats, doubts = parsed
        self.state.add(role, seats, number, spoken)
        for doubt in doubts:
            self.state.doubt(doubt, number)
        if not seats and not doubts:
            self.state.doubt(
                Doubt(squeezed(text), Words("no words of a seat", "不是席位的词句")), number
            )

    def _duties(self, text: str, number: int) -> bool:
        """省财政厅：负责资金保障 under 成员单位及职责, where no list has named the members before."""
        state = self.state
        if re.fullmatch(
            r"[^，。：]{0,20}成员(?:单位)?(?:及|和|与)?(?:主要|工作)?(?:职责|分工)", closed(text)
        ):
            named = any(seat.role == "member" for seat in state.group.seats)
            state.end()
            state.duties = None if named else MEMBER
            return True
        unit, colon, _ = text.partition("：")
        if state.duties is None or not colon or not (is_unit(closed(unit)) or tailed(closed(unit))):
            return False
        seats, _ = read_entry(closed(unit), self.place)
        state.add(state.duties, seats, number)
        return bool(seats)

    def _heading(self, number: str, text: str) -> bool:
        """A heading: of a group, of its office, of a roster, or of something else."""
        state = self.state
        if (role := label_word(text)) and self._alone(role, number):
            state.take(role)
        elif (name := group_heading(text)) is not None:
            told = [one for one in (state.known, *(group.name for group in state.groups)) if one]
            told_before = any(one.endswith(name) for one in told)
            state.heading("" if told_before or (short(name) and told) else name)
        elif office_heading(text):
            state.end()
            state.office = True
            state.apart = OFFICE_APART if number and not GROUP.search(text) else NOTHING
        elif roster_heading(text):
            state.end()
        elif number and state.role and _BY_PLACE.fullmatch(closed(text)):
            pass
        elif number and not re.match(r"[（(]?\d|[①-⑳]", number) and self._plain(text):
            state.end()
            state.office = state.office and "办公室" in text
        else:
            return False
        return True

    def _alone(self, role: Role, number: str) -> bool:
        """Whether a role word alone on a line is a heading, and not the end of a broken title."""
        if number or not UNCLEAR.search(role.word):
            return True
        before = self.state.role
        return before is None or before is OPENED or before.base == role.base

    def _plain(self, text: str) -> bool:
        """Whether a numbered line is neither an entry of the roster nor a sentence: 二、主要职责."""
        if len(text) > 30 or "。" in text:
            return False
        seats, doubts = read_entry(text, self.place) if self.state.role else ([], [])
        return not any(seat.person or seat.title for seat in seats) or bool(doubts)

    def _ends(self, text: str, number: int) -> bool:
        """A line that takes somebody out of the group, whatever else it says of roles."""
        found = [
            s
            for s in sentences(text)
            if leaves(s) and re.search("组长|成员|召集人|指挥|主任|职务", s)
        ]
        for sentence in found:
            self.state.doubt(Doubt(squeezed(sentence)[:200], LEAVES), number)
        if found:
            self._said(text, number)
        if heads_leaving(text):
            self.state.end()
        return bool(found)

    def _said(self, text: str, number: int) -> bool:
        """Sentences that give seats."""
        spoken = False
        for whole in sentences(text):
            self._names(whole)
            sentence = self._of_own_office(whole)
            before = re.split(f"(?:{KINDS})由", text[: text.find(whole)])[-1]
            office = self.state.office or "办公室" in before
            if (pieces := inline(sentence)) and self._inline(pieces, number):
                spoken = True
                continue
            for statement in said(sentence, office):
                spoken = self._statement(statement, number) or spoken
        if spoken:
            self.state.end()
        return spoken

    def _of_own_office(self, sentence: str) -> str:
        """What a sentence says of an office that is a group by itself, where the text names no other."""
        match = OWN_OFFICE.match(sentence) if not self.state.has_name else None
        if match is None:
            return sentence
        self.state.named(match["name"])
        return sentence[match.end() :]

    def _names(self, text: str) -> None:
        """Sentences that found a group or begin with its name."""
        for sentence in sentences(text):
            if name := group_named(sentence):
                self.state.named(name)

    def _statement(self, statement: Said, number: int) -> bool:
        role = statement.role
        group = owner_named(statement.owner)
        if statement.told and not (group or self.state.has_name or self.mentioned):
            return False
        if group and self.place.name is None and (place := place_of((), group)):
            self.place = Place(place, place, self.head.day)
        seats, doubts = self._of(role, statement.who)
        if not seats and not doubts:
            return False
        if doubts and not seats and _PROSE.search(statement.who):
            return False
        before = self.state.role
        if OWN_TEAM.fullmatch(statement.owner):
            self.state.named(statement.owner)
        elif group and role.role:
            self.state.named(group)
        elif OF_GROUP.match(statement.owner):
            self.state.main()
        role = self.state.take(role)
        seats = [self._titled(seat) for seat in seats]
        self._parsed(role, (seats, doubts), statement.who, number, spoken=True)
        self.state.role = before
        return True

    def _titled(self, found: Found) -> Found:
        """A person of a sentence, with the title that other sentences give, where all give the same."""
        if not found.person or found.title or found.unit:
            return found
        titles = [
            one for one in set(self._before(found.person))
            if not GROUP.search(one) and read_role(one) is None
        ]  # fmt: skip
        if len(titles := list(filter(is_title, titles))) != 1:
            return found
        titled = with_title(found.person, titles[0], self.place)
        return titled.doubted(found.check) if found.check else titled

    def _before(self, person: str) -> Iterable[str]:
        """The words between a mark and the name, at each mark up to the last place of the name behind it."""
        found: dict[int, str] = {}
        at = self.text.find(person)
        while at >= 0:
            if match := _SINCE_MARK.search(self.text, max(0, at - MOST_BEFORE - 1), at):
                found[match.start()] = match[1]
            at = self.text.find(person, at + 1)
        return found.values()

    def _inline(self, pieces: Sequence[Piece], number: int) -> bool:
        read = [(piece, read_entry(piece.words, self.place)) for piece in pieces]
        if any(not seats or doubts for _, (seats, doubts) in read[:1]):
            return False
        for piece, parsed in read:
            if group := owner_named(piece.owner):
                self.state.named(group)
            self._parsed(self.state.take(piece.role), parsed, piece.words, number, spoken=True)
        return True

    def _also(self, text: str, number: int) -> bool:
        """A title under a role that is the office's director as well."""
        also = also_of_office(text, self.place) if self.state.role else None
        if self.state.role and also:
            self._parsed(self.state.role, ([also], []), text, number)
        return also is not None

    def _led(self, text: str) -> str:
        """What follows a group that leads a sentence about its roles: 学校保护组。组长由…担任."""
        match = _LEADS.match(text)
        name = match and group_heading(match["name"])
        if match is None or not name:
            return text
        self.state.heading("" if short(name) else name)
        rest = text[match.end() :]
        return rest.rstrip("）) 。") if match["open"] else rest

    def _own_role(self, text: str, number: int) -> bool:
        """Whoever stands on a line with the role in brackets: 政务司司长（主席）."""
        match = _OWN_ROLE.fullmatch(text.strip())
        role = read_role(match["role"]) if match else None
        if match is None or role is None or not role.role or not self.state.role:
            return False
        seats, doubts = read_entry(match["who"], self.place)
        if len(seats) != 1 or doubts:
            return False
        before = self.state.role
        self._parsed(self.state.take(role), (seats, doubts), text, number)
        self.state.role = before
        return True

    def _at_end(self, text: str, number: int) -> bool:
        """A line in columns with its role at one end."""
        found = row_role(text, self.place)
        if found:
            role = self.state.take(found[0])
            self._parsed(role, found[1], text, number)
        return found is not None

    def _entries(self, number: str, text: str, line: Line) -> None:
        """A line under a role; without one, only a line that carries its role itself."""
        state = self.state
        if self._at_end(text, line.number):
            return
        if state.role is None:
            return
        seats, doubts = self._line_of(text)
        if not seats and begins_role(text):
            state.shaken = SHAKEN
        plain = [doubt for doubt in doubts if doubt.why != SEVERAL]
        says = "。" in text and not any(seat.person for seat in seats) and _SAYS.search(text)
        if says or ((plain or not seats) and _PROSE.search(text)):
            state.end()
            return
        self._parsed(state.role, (seats, doubts), text, line.number)

    def _line_of(self, text: str) -> Parsed:
        """An entry; a line with two titles, where each line above has one, is read as one post's."""
        parsed = read_entry(text, self.place)
        group = self.state.group.seats
        above = [
            seat.title or ""
            for seat in group
            if self.state.role and seat.role == self.state.role.role
        ]
        alone = len(parsed[0]) > 1 and not any(seat.person for seat in parsed[0])
        if alone and above and "\t" not in text:
            whole = one_title(text, self.place)
            return ([whole.doubted(TWO_TITLES)], []) if whole else parsed
        return parsed
