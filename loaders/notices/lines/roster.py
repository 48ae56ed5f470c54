"""A notice read line by line: which lines are seats, of which role and which group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.core.words import NOTHING, Words
from loaders.notices.lines.columns import read_entry, row_role
from loaders.notices.lines.items import SEVERAL, TWO_TITLES, Parsed
from loaders.notices.lines.leaving import heads_leaving
from loaders.notices.lines.prose import Said, leaves, said, sentences
from loaders.notices.lines.sections import group_heading, office_heading, roster_heading, stops
from loaders.notices.lines.state import State
from loaders.notices.lines.tables import Table, rows_of, table_at
from loaders.notices.model import Doubt, Line
from loaders.notices.words.bodies import is_unit, tailed
from loaders.notices.words.groups import (
    KINDS,
    OWN_TEAM,
    full_name,
    group_named,
    named,
    owner_named,
    short,
)
from loaders.notices.words.posts import one_title, with_title
from loaders.notices.words.roles import GROUP, UNCLEAR, Role, begins_role, label_word, split_labels
from loaders.notices.words.text import closed, numbered, squeezed
from loaders.notices.words.titles import Place, is_title

SHAKEN = Words("a line above may begin another role", "上面的一行可能另起角色")
OF_OFFICE = Words(
    "a team of the office, perhaps no group of its own", "办公室的工作组，可能不是单独的小组"
)
OFFICE_APART = Words(
    "an office with a name of its own: a group by itself, perhaps",
    "办公室另有名称：可能是单独的小组",
)
NO_ROLE = Words("a row of a table without a role", "表格中的一行没有角色")
NO_SEAT = Words("no words of a seat", "不是席位的词句")
LEAVES = Words("somebody leaves the group: no seat", "某人退出小组：不是席位")
MEMBER = Role("成员单位", "member", units=True)
OPENED = Role("成员", "member")
"""The role of a list that a sentence opens, until a role word stands on a line."""
_PROSE = re.compile(
    "。|负责(?!同志|人|领导|干部)|承担|设在|下设|按照|根据|研究|组织实施|协调解决|落实|会议|原则|制度|职责|如下|通知|为加强"
    "|为了|决定|经研究|不作为|要求|变动"
)
_TASKS = re.compile("(?:主要|工作)*(?:任务|职责|要求|分工)：")
_SAYS = re.compile("是[^、]*成员|[，,][由报经须应并]|应当|可以|根据")
_BY_PLACE = re.compile(r"[\u4e00-\u9fff]{2,9}(?:省|自治区|市)(?:[（(][^（()）]{2,12}[）)])?")
"""（一）湖南省 under 成员: the members below are of there."""
_LEADS = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”·]{{2,40}}?(?:{KINDS}|组))\s*(?:(?P<open>[（(])|[。：]|[，,](?=由|组长|牵头))\s*"
    r"(?=.*(?:组长|总?指挥长?|召集人|主任|主席|专班长|班长)(?:[由：为]|[\u4e00-\u9fff]{2,3}[，,；;。）)]|(?:$|[，,；;。])))"
)
"""A group at the start of a line, with what its line says of its roles: 宣传组。由张三任组长."""
_OPENS = re.compile(
    "(?=.*(?:成员|委员|组成|名单)).*(?:(?:以下|下列|如下|下述)[^。；：]{0,60}：$"
    "|(?:成员|委员|组成)(?:人员|名单)?(?:包括|有|为|如下)?：$)"
)
"""A sentence that a list of members follows: 其余委员由下列人员兼任：."""
_DUTIES = re.compile("[^，。：]{0,20}成员(?:单位)?(?:及|和|与)?(?:主要|工作)?(?:职责|分工)")


class Roster:
    """The reader of one notice; `state` holds what it found."""

    def __init__(self, place: Place, known: str | None = None) -> None:
        self.place = place
        self.state = State(known)

    def read(self, lines: Sequence[Line], without: frozenset[int]) -> None:
        """Read every line but those `without` (numbers of title and signature)."""
        kept = [line for line in lines if line.text.strip()]
        at = 0
        while at < len(kept):
            line, after = kept[at], kept[at + 1] if at + 1 < len(kept) else None
            table = None if line.number in without else table_at(kept, at)
            if line.number in without or stops(line.text):
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
        if split_labels(name)[1] or not self._plain(name):
            return False
        self.state.heading(group_heading(name) or named(closed(name)))
        return True

    def _line(self, line: Line) -> None:
        """A line of text: roles with colons, a heading, sentences, or an entry of the role in force."""
        number, text = numbered(line.text)
        text = self._led(text)
        if (
            self._labelled(text, line.number)
            or self._duties(text, line.number)
            or self._heading(number, text)
        ):
            return
        if not (self._ends(text, line.number) or self._said(text, line.number)):
            self._entry(text, line.number)
        if _OPENS.match(text) and not re.search("职责|通知", text):
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
        if before.strip() and (name := group_heading(before)) is not None:
            self.state.heading("" if short(name) else name)
        elif before.strip() and office_heading(before):
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
        first, stop, rest = _TASKS.split(words)[0].partition("。")
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
        titles = words.split("、")
        if role.word.startswith(("双", "共同")) and len(titles) == 2 and all(map(is_title, titles)):
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
            self.state.doubt(Doubt(squeezed(text), NO_SEAT), number)

    def _duties(self, text: str, number: int) -> bool:
        """省财政厅：负责资金保障 under 成员单位及职责, where no list has named the members before."""
        state = self.state
        if _DUTIES.fullmatch(closed(text)):
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
        """A heading: of a role, a group, its office, a roster, or of something else."""
        state = self.state
        if (role := label_word(text)) and self._alone(role, number):
            state.take(role)
        elif (name := group_heading(text)) is not None:
            told = [one for one in (state.known, *(group.name for group in state.groups)) if one]
            before = any(one.endswith(name) for one in told)
            state.heading("" if before or (short(name) and told) else name)
        elif office_heading(text):
            state.end()
            state.office = True
            state.apart = OFFICE_APART if number and not GROUP.search(text) else NOTHING
        elif roster_heading(text):
            state.end()
        elif number and not re.match(r"[（(]?\d|[①-⑳]", number) and self._plain(text):
            if not (state.role and _BY_PLACE.fullmatch(closed(text))):
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
            sentence
            for sentence in sentences(text)
            if leaves(sentence) and re.search("组长|成员|召集人|指挥|主任|职务", sentence)
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
        for sentence in sentences(text):
            if name := group_named(sentence):
                self.state.named(name)
            before = re.split(f"(?:{KINDS})由", text[: text.find(sentence)])[-1]
            for statement in said(sentence, self.state.office or "办公室" in before):
                spoken = self._statement(statement, number) or spoken
        if spoken:
            self.state.end()
        return spoken

    def _statement(self, statement: Said, number: int) -> bool:
        state, role = self.state, statement.role
        group = owner_named(statement.owner)
        seats, doubts = self._of(role, statement.who)
        if not seats and (not doubts or _PROSE.search(statement.who)):
            return False
        before = state.role
        if OWN_TEAM.fullmatch(statement.owner):
            state.named(statement.owner)
        elif group and role.role:
            state.named(group)
        elif re.match("领导小组|指挥部|联席会议|委员会", statement.owner):
            state.main()
        self._parsed(state.take(role), (seats, doubts), statement.who, number, spoken=True)
        state.role = before
        return True

    def _led(self, text: str) -> str:
        """What follows a group that leads a sentence about its roles: 学校保护组。组长由…担任."""
        match = _LEADS.match(text)
        name = match and group_heading(match["name"])
        if match is None or not name:
            return text
        self.state.heading("" if short(name) else name)
        rest = text[match.end() :]
        return rest.rstrip("）) 。") if match["open"] else rest

    def _entry(self, text: str, number: int) -> None:
        """A line under a role; without one, only a line that carries its role at one end."""
        state = self.state
        if found := row_role(text, self.place):
            self._parsed(state.take(found[0]), found[1], text, number)
        if found or state.role is None:
            return
        seats, doubts = self._line_of(text)
        if not seats and begins_role(text):
            state.shaken = SHAKEN
        plain = [doubt for doubt in doubts if doubt.why != SEVERAL]
        says = "。" in text and not any(seat.person for seat in seats) and _SAYS.search(text)
        if says or ((plain or not seats) and _PROSE.search(text)):
            state.end()
            return
        self._parsed(state.role, (seats, doubts), text, number)

    def _line_of(self, text: str) -> Parsed:
        """An entry; a line with two titles, where each line above has one, is read as one post's."""
        parsed = read_entry(text, self.place)
        alone = len(parsed[0]) > 1 and not any(seat.person for seat in parsed[0])
        if alone and self.state.titles(self.state.role) and "\t" not in text:
            whole = one_title(text, self.place)
            return ([whole.doubted(TWO_TITLES)], []) if whole else parsed
        return parsed
