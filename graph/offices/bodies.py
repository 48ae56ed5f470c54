"""Names of bodies (单位) resolved: a division's government or party committee, or an agency of some division.

A name is read in its setting: the code printed beside it, the government that runs the group, the day.
What cannot be placed is Unresolved with the reason; nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.core.dates import first_day
from graph.core.words import Words
from graph.offices.agencies import Agencies
from graph.offices.agency import Agency
from graph.offices.body_words import words
from graph.offices.divisions import CENTRE, Division, Places
from graph.offices.errors import NotRead, Unresolved
from graph.offices.names import (
    ALWAYS_CENTRAL,
    CORPS,
    DISTRICT,
    DIVISION_OF_CORPS,
    GOVERNMENT,
    LEVEL,
    MINISTRY_OF_BASINS,
    NAMED_IN_FULL,
    NAMELESS,
    NO_LEVEL,
    NO_SINGLE_BODY,
    PARTY,
    SEVERAL,
    SPECIAL,
    STATIONED,
    TOWNSHIP,
    VAGUE,
    XINJIANG,
    ZONE,
    with_ministry,
)
from graph.offices.ranks import department_rank
from graph.offices.words import CENTRAL_BEGINS, SPECIAL_REGIONS, bare_name

Found = TypeVar("Found")


@dataclass(frozen=True)
class Setting:
    """Where a name stands: the day, the government that runs the group, its level.

    `until`: where the day is only the group's, a later one before this may be meant (`on_first_day`).
    """

    day: dt.date | None
    place: Division | None
    level: str
    until: dt.date | None = None


@dataclass(frozen=True)
class Body:
    """What a name means: `agency`, or the `division` itself, as party committee if `party`."""

    division: Division
    agency: Agency | None = None
    party: bool = False

    @property
    def ref(self) -> str:
        """The reference that the form writes."""
        return self.agency.uid if self.agency else self.division.ref

    @property
    def name(self) -> str:
        """Full name of the body."""
        return self.agency.name if self.agency else self.division.name

    @property
    def rank(self) -> int | None:
        """Its own rank, else that by rule of a department of a local government; None without one."""
        agency = self.agency
        if agency is None or agency.rank is not None:
            return agency.rank if agency else self.division.rank
        department = agency.tie == "department_of" and agency.of == self.division.ref
        return department_rank(self.division.rank) if department else None

    @property
    def branch(self) -> str:
        """Branch of posts in it."""
        if self.agency:
            return self.agency.branch
        return "party" if self.party else "government"


def on_first_day(read: Callable[[Setting], Found], setting: Setting) -> Found:
    """What is read on the setting's day, else on the first later one on which its bodies are there.

    Raises NotRead of the setting's own day where there is none.
    """
    try:
        return read(setting)
    except NotRead as reason:
        told, later = reason, reason.first
    while later and setting.day and setting.until and setting.day < later < setting.until:
        setting = replace(setting, day=later)
        try:
            return read(setting)
        except NotRead as reason:
            later = reason.first
    raise told


@dataclass(frozen=True)
class Bodies:
    """Resolves names against divisions and the agencies met so far."""

    places: Places
    agencies: Agencies

    def find(
        self, name: str, setting: Setting, code: str | None = None, agency_of: str | None = None,
        beside: str | None = None,
    ) -> Body:  # fmt: skip
        """The body that a name means. Raises Unresolved.

        `agency_of` states whose body it is; `beside` is a division near it, maybe not its owner.
        """
        bare = name.strip().removeprefix("中共")
        stated = code or agency_of
        if (stated or beside) in (None, CENTRE) and _of_centre(bare):
            return Body(self.places.centre, party=bare != "国务院")
        near = self._near(stated or beside, bare, setting)
        own = self._own(bare, near, setting, code is not None)
        return own or self._agency(bare, near, setting, stated is not None)

    def of_the_centre(self, name: str, beside: Division | None = None) -> bool:
        """Whether a name can only be that of a central body, whatever place stands beside it.

        水利部 and 国家发展改革委 are; 宣传部 is not, nor is a 税务局 that names the place beside it.
        """
        if beside is not None and beside.short in name:
            return False
        if name.startswith(CENTRAL_BEGINS):
            return True
        ministry = name.endswith(("部", "总局", "署")) and words().branch(name) == "government"
        return ministry and self.agencies.names.begins(name)

    def _near(self, code: str | None, name: str, setting: Setting) -> Division | None:
        """The division that a code means on the day, else the one that bears its name then."""
        if code is None:
            return None
        found = self.places.coded(code, None, setting.day)
        if found is None:
            names = {one.name for one in self.places.by_code.get(code, ())} | {name}
            alive = [self.places.named(one, setting.day, code) for one in sorted(names)]
            found = next((one for one in alive if one is not None), None)
        if found is None:
            lives = [one.period for one in self.places.by_code.get(code, ())]
            later = first_day(lives, setting.day) if setting.day else None
            raise Unresolved(
                Words(
                    f"no division has the code {code} on {setting.day}",
                    f"{setting.day} 没有代码为 {code} 的区划",
                ),
                later,
            )
        return found

    def _own(
        self, name: str, near: Division | None, setting: Setting, coded: bool
    ) -> Body | None:  # fmt: skip
        """The division's own government or party committee, None for any other body."""
        for pattern, party in ((GOVERNMENT, False), (PARTY, True)):
            match = pattern.fullmatch(name)
            if match:
                whose = self._whose(match["whose"], near, setting, name.endswith("行署"))
                return Body(whose, party=party) if whose else None
        if re.fullmatch(LEVEL, name):
            level = self._at_level(name, near or setting.place, setting)
            return Body(level) if level else None
        if name.endswith("街道办事处"):
            name = name.removesuffix("办事处")
        if near is not None and (name in (near.name, near.short) or _kind_of(name, near)):
            return Body(near)
        if coded and near is not None and _abbreviates(name, near):
            return Body(near)
        nearby = near.code if near else _code(setting)
        short = self.places.abbreviated(name, setting.day)
        if short is not None:
            return Body(short)
        whose = self.places.beginning(name, setting.day, nearby)
        if whose is not None and _rest(name, whose) == "":
            return Body(whose)
        return None

    def _whose(
        self, text: str, near: Division | None, setting: Setting, office: bool = False
    ) -> Division | None:
        """The division before 政府 or 委: a name, a level, or nothing (then the setting's).

        `office`: before 行署, where 固原 is 固原地区.
        """
        start = near or setting.place
        if text == "":
            return start
        if start is not None and _kind_of(text, start):
            return start
        if text.endswith("地") and (prefecture := self.places.named(f"{text}区", setting.day)):
            return prefecture
        if text[-2:-1] == text[-1] and re.fullmatch(LEVEL, text[:-1]):
            text = text[:-1]
        if re.fullmatch(LEVEL, text):
            return self._at_level(text, start, setting)
        if office and (prefecture := self.places.named(f"{text}地区", setting.day)):
            return prefecture
        once = text[:-1] if text[-2:-1] == text[-1] else text
        short = self.places.abbreviated(once, setting.day)
        if short is not None:
            return short
        found = self.places.beginning(text, setting.day, start.code if start else None)
        whole = found is not None and _rest(text, found) in ("", found.name[-1])
        return found if whole else None

    def _at_level(self, word: str, start: Division | None, setting: Setting) -> Division | None:
        if start is None or start.code == CENTRE:
            return None
        if word == "区" and start.name.endswith("自治区"):
            return start
        above = self.places.above(start, setting.day)
        end = {"自治区": "自治区", "地区": "地"}.get(word, word[-1])
        return next((one for one in above if one.kind_word == end), None)

    def _agency(
        self, name: str, near: Division | None, setting: Setting, stated: bool
    ) -> Body:  # fmt: skip
        bare = with_ministry(bare_name(name))
        plain = words().branch(bare) == "government" and not bare.endswith(("委", "办"))
        short = len(bare) < 3 and plain and not bare.endswith("行")
        short = short and words().key(bare) not in self.agencies.names.names
        if short or VAGUE.search(bare) or NAMELESS.match(bare) or SEVERAL.search(bare):
            raise Unresolved(NO_SINGLE_BODY)
        if TOWNSHIP.search(bare):
            raise Unresolved(Words("townships are not in the table of divisions", "区划表不含乡级"))
        owner, full = self._owner(bare, near, setting, stated)
        if owner is None and plain and DISTRICT.fullmatch(bare) and not ZONE.search(bare):
            raise Unresolved(
                Words(
                    f"the table of divisions holds no {bare} on {setting.day}",
                    f"{setting.day} 的区划表中没有{bare}",
                )
            )
        if owner is None:
            return Body(self.places.centre, self.agencies.unowned(bare, setting.day))
        if owner.code == CENTRE:
            return Body(owner, self.agencies.central(full, setting.day))
        return Body(owner, self.agencies.local(owner, full, setting.day))

    def _owner(
        self, name: str, near: Division | None, setting: Setting, stated: bool
    ) -> tuple[Division | None, str]:
        """Whose agency a name is, and its full name; no owner where nothing tells."""
        start = near or setting.place
        if whole := self._central_anywhere(name, start):
            return self.places.centre, whole
        central = near is not None and near.code == CENTRE
        local = self._of_level(name, setting.place if central else start, setting)
        if central:
            # 省通信管理局 of the ministry is still that of the province where the group sits.
            place = setting.place if not local and self._needs_place(name) else None
            full = local[1] if local else _with_owner(place, name) if place else name
            return (local[0] if local and words().system(full) else self.places.centre), full
        if local is not None:
            return local
        if named := self._of_named(name, start, setting):
            return named
        if near is None and self.agencies.names.begins(name):
            return self.places.centre, name
        if start is None:
            return (self.places.centre, name) if setting.level == "central" else (None, name)
        elsewhere = self.places.beginning_short(name, setting.day, start)
        if elsewhere is not None:
            same = elsewhere.code[:2] == start.code[:2] or elsewhere.code[:2] in SPECIAL_REGIONS
            return (elsewhere if same and not stated else start), name
        return start, _with_owner(start, name)

    def _central_anywhere(self, name: str, start: Division | None) -> str | None:
        """The name of a body that is of the centre whatever place stands beside it; None for others."""
        if start and start.code.startswith(XINJIANG) and DIVISION_OF_CORPS.match(name):
            return f"兵团{name}"
        of_centre = CORPS.match(name) or name.startswith(MINISTRY_OF_BASINS)
        of_centre = of_centre or ALWAYS_CENTRAL.match(name) or self.agencies.part_of_central(name)
        return name if of_centre else None

    def _of_named(
        self, name: str, start: Division | None, setting: Setting
    ) -> tuple[Division, str] | None:
        """The division that a name begins with, and the whole name: 喀什地委组织部, 石柱县财政局."""
        if committee := re.match("(.{2,}?地)委", name):
            prefecture = self.places.named(f"{committee[1]}区", setting.day)
            if prefecture is not None:
                return prefecture, name
        named = self.places.beginning(name, setting.day, start.code if start else None)
        if named is not None:
            return named, name
        if short := re.match("(.{2,}?[县旗州])(?=.)", name):
            named = self.places.abbreviated(short[1], setting.day)
        return (named, named.name + name[short.end() :]) if short and named else None

    def _needs_place(self, name: str) -> bool:
        """Whether a name is of an office in the provinces, without its place: 军分区, 气象局."""
        local = words().branch(name) == "military" or words().system(name) is not None
        return local and name.startswith(STATIONED) and not ALWAYS_CENTRAL.match(name)

    def _of_level(
        self, name: str, start: Division | None, setting: Setting
    ) -> tuple[Division, str] | None:
        """Whose 市财政局 or 团县委 is, beside `start`, and its full name; None for other names.

        Raises Unresolved where the place tells none of the level: 市财政局 beside a province.
        """
        level = re.match(rf"(共青团|团)?({LEVEL})(?=.)", name)
        if level is None or name.startswith(NO_LEVEL):
            return None
        rest = name[level.end() :]
        committee = rest.startswith("委")
        owner = self._at_level(level[2], start, setting)
        if owner is None and level[2] == "地" and not committee:
            return None  # 地矿局 does not begin with 地区.
        if owner is None:
            none = Words("the group has no place", "小组未载地方")
            told = Words.same(start.name) if start else none
            raise Unresolved(
                Words(f"of which {level[2]}? ({told.en})", f"哪个{level[2]}？（{told.zh}）")
            )
        whole = owner.before_committee if committee and level[2] == "地" else owner.name
        return owner, ("共青团" if level[1] else "") + whole + rest


def _of_centre(name: str) -> bool:
    return name in ("国务院", "中央", "党中央", "中央政治局", "中央政治局常委会")


def _with_owner(owner: Division, name: str) -> str:
    """财政局 of 余杭区 is 余杭区财政局; a name that holds the place already stays (人行临安支行)."""
    if name.endswith("省分行") and owner.name not in name:
        return name.replace("省分行", f"{owner.name}分行")
    if name.startswith(SPECIAL) and owner.name.endswith(name[:2]):
        # 特区法院 of 六枝特区.
        return owner.name + name[2:]
    if owner.short in name or NAMED_IN_FULL.match(name):
        return name
    return owner.name + name


def _kind_of(text: str, division: Division) -> bool:
    """林区 beside 神农架林区."""
    return text in SPECIAL and division.name.endswith(text)


def _abbreviates(name: str, division: Division) -> bool:
    """恩施自治州 beside the code of 恩施土家族苗族自治州."""
    same = name[:2] == division.name[:2] and name[-1] == division.name[-1]
    return same and len(name) < len(division.name) and "政协" not in name


def _rest(text: str, division: Division) -> str:
    """What follows the division's name in a text that it begins, maybe after its superior's."""
    return text.partition(division.name)[2] if division.name in text else text


def _code(setting: Setting) -> str | None:
    return setting.place.code if setting.place else None
