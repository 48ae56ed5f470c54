"""Agencies met while converting: one for all spellings of a name, those of the project's files among them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.core.dates import Period, first_day
from graph.core.words import Words
from graph.offices.agency import Agency
from graph.offices.body_words import System, words
from graph.offices.central import Central
from graph.offices.divisions import CENTRE, Division, Places
from graph.offices.errors import NotThen
from graph.offices.words import bare_name

MINISTRY = "国务院组成部门: a ministry (部) of the State Council by its name (宪法第八十六条)"
NO_RULE = "no rule covers its rank"
UNLED = "no source read says who leads it: the tie is unknown"


@dataclass
class Agencies:
    """The agencies by owner and key of the name."""

    places: Places
    names: Central
    found: dict[tuple[str, str], Agency] = field(default_factory=dict)

    def enter(self, agencies: Iterable[Agency]) -> None:
        """Know agencies that stand somewhere already, so that none is made twice.

        Those of divisions that `places` lack are left out.
        """
        for agency in agencies:
            parts = agency.uid.split(":")
            owner = parts[1] if len(parts) == 3 else CENTRE
            if owner not in self.places.by_code:
                continue
            for name in (agency.name, parts[-1]):
                self.found.setdefault((owner, self._known_key(owner, name)), agency)
                named = self.places.beginning(name, None, owner)
                if named is not None:
                    self.found.setdefault((named.code, _key(name, named)), agency)

    def _known_key(self, owner: str, name: str) -> str:
        if owner == CENTRE:
            return _key(self.names.full(name) or name)
        return _key(name, self.places.by_code[owner][-1])

    def central(self, name: str, day: dt.date | None) -> Agency:
        """The central body of a name; an inner body (水利部长江水利委员会) is led by the outer one."""
        full = self.names.full(name, day) or name
        known = self.found.get((CENTRE, _key(full)))
        if known is None or not known.known:
            known = self._of_period(full, day)
        return _alive(known, day, [row.period for row in self.names.rows.get(full, ())])

    def _of_period(self, full: str, day: dt.date | None) -> Agency:
        """The agency of a central body as it was on a day: one for each period of the table."""
        rows = self.names.rows.get(full, ())
        row = self.names.on(full, day) or (rows[-1] if rows else None)
        key = CENTRE, _key(row.uid.removeprefix("agency:") if row else full)
        if key not in self.found:
            self.found[key] = self._listed(row) if row else self._new_central(full, day)
        return self.found[key]

    def _listed(self, row: Agency) -> Agency:
        """The agency of one period of the table; led by the body that manages it, if one does."""
        agency = replace(row, names=set(), sources=dict(row.sources))
        if row.under:
            agency.of, agency.tie = self.central(row.under, None).uid, "led_by"
        return agency

    def local(self, owner: Division, name: str, day: dt.date | None) -> Agency:
        """The agency of a division by its full name (佛山市财政局)."""
        key = (owner.code, _key(name, owner))
        if key not in self.found:
            self.found[key] = self._new_local(owner, name, day)
        return _alive(self.found[key], day)

    def unowned(self, name: str, day: dt.date | None) -> Agency:
        """A body of which nothing tells whose it is."""
        known = self.found.get((CENTRE, _key(name)))
        if known is not None and known.known:
            return known
        key = ("", _key(name))
        if key not in self.found:
            agency = Agency(f"agency:{_clean(name)}", name, words().branch(name), note=UNLED)
            self.found[key] = agency
        return self.found[key]

    def general_office(self, owner: Division, party: bool, day: dt.date | None) -> Agency:
        """The office (办公厅, 办公室) of a government or party committee, where secretaries sit."""
        if owner.code == CENTRE:
            return self.central("中共中央办公厅" if party else "国务院办公厅", day)
        high = owner.rank is None or owner.rank >= 7
        whose = f"中共{owner.before_committee}委" if party else f"{owner.name}人民政府"
        name = f"{whose}{'办公厅' if high else '办公室'}"
        return self.local(owner, name, day)

    def _new_central(self, name: str, day: dt.date | None) -> Agency:
        branch = words().branch(name)
        agency = Agency(f"agency:{_clean(name)}", name, branch)
        outer = self._outer(name, day)
        if outer is not None:
            upper = self.central(outer, None)
            agency.of = upper.uid
            branch_office = words().system(name) or name.endswith(
                ("委员会", "管理局", "分局", "专员办")
            )
            agency.tie = "led_by" if branch_office else "department_of"
            agency.branch = upper.branch
        elif branch in ("government", "party") and words().department(name):
            agency.of, agency.tie = CENTRE, "department_of"
            ministry = (
                branch == "government" and name.endswith("部") and name in self.names.names.values()
            )
            if ministry:
                agency.rank, agency.rank_basis = 8, "derived"
            agency.rank_reason = MINISTRY if ministry else NO_RULE
        else:
            agency.note = UNLED
        return agency

    def part_of_central(self, name: str) -> bool:
        """Whether a name begins with a central body's in full, as 国家能源局江苏监管办.

        Offices of vertical systems are not meant: they stay with the division that they serve.
        """
        if words().system(name):
            return False
        return any(
            _HAS_PARTS.search(head) and len(name) > len(head) + 1 and name[len(head)] != "门"
            for head in self.names.heads(name)
        )

    def _outer(self, name: str, day: dt.date | None) -> str | None:
        """The central body whose name, full or short, begins the name of this inner one."""
        if name in self.names.known:
            return None
        for length in range(len(name) - 2, 2, -1):
            full = self.names.full(name[:length], day)
            if full is not None and _HAS_PARTS.search(full):
                return full
        return None

    def _new_local(self, owner: Division, name: str, day: dt.date | None) -> Agency:
        branch = words().branch(name.removeprefix(owner.name[:-1]))
        agency = Agency(f"agency:{owner.code}:{_clean(name)}", name, branch)
        system = words().system(name, owner.code, day)
        if branch in ("cppcc", "congress") and owner.rank is not None and _is_assembly(name):
            agency.rank, agency.rank_basis = owner.rank, "override"
            agency.rank_reason = "the committee of a level stands at the level of that government"
        elif system is not None and not system.own:
            upper = self._head_of(system, owner, day)
            agency.of, agency.tie = (upper.uid, "led_by") if upper else (None, None)
            agency.note = system.note or (None if upper else UNLED)
            agency.branch = system.branch or agency.branch
        elif (part := _PART_OF.match(name.removeprefix(owner.name))) and name.startswith(
            owner.name
        ):
            upper = self.local(owner, owner.name + part[1], day)
            agency.of = upper.uid
            agency.branch = upper.branch if branch == "government" else branch
            agency.tie = "led_by" if name.endswith("分局") else "department_of"
        elif branch in ("government", "party") and words().department(name):
            agency.of, agency.tie = owner.ref, "department_of"
            agency.general_office = bool(_GENERAL_OFFICE.search(name))
            agency.note = system.note if system else None
        else:
            agency.note = UNLED
        return agency

    def _head_of(self, system: System, owner: Division, day: dt.date | None) -> Agency | None:
        """The body that leads the offices of a system in a division; None where no source says it."""
        if system.system:
            return self.central(system.system, None)
        province = (
            self.places.coded(f"{owner.code[:2]}0000", None, day) if system.province else None
        )
        if province is None:
            return None
        return self.local(province, province.name + system.words[0], day)


_HAS_PARTS = re.compile(r"(?:部|委员会|总局|署)$|^国家.+局$")
"""Central bodies whose names begin those of their parts: 国家林业局驻贵阳专员办."""
_ENDS_ABOVE = ("省", "市", "州", "盟", "地区", "自治区")
"""How the name of a government ends that stands before the owner's: 杭州市上城区政府办公室."""
_PART_OF = re.compile(r"(.+?[局厅])(?=.{2,}$)(?![（(])")
"""A part of a department (县城建局监察大队): the department leads it, it is none itself."""
_GENERAL_OFFICE = re.compile(
    r"(?:政府|(?:(?<=[省市区县州旗盟])|(?<=[省市区县州旗盟镇乡]党))[委府])办(?:公[厅室])?$"
)
"""办公厅, 办公室 and short forms: 市府办, 市政府办, 区委办; never 编委办, 工委办."""


def _is_assembly(name: str) -> bool:
    return name.endswith(("政协", "人大", "人大常委会", "委员会"))


def _alive(agency: Agency, day: dt.date | None, lives: Sequence[Period] = ()) -> Agency:
    """The agency; raises NotThen outside its period, with the next of its `lives` where it has several."""
    if day is not None and not agency.period.holds(day):
        later = first_day(lives or [agency.period], day)
        raise NotThen(
            Words(f"{agency.name} did not exist on {day}", f"{day} 没有{agency.name}"), later
        )
    return agency


def _key(name: str, owner: Division | None = None) -> str:
    bare = bare_name(name)
    if owner is not None:
        above, own, rest = bare.removeprefix("中共").partition(owner.name)
        if own and (not above or above.endswith(_ENDS_ABOVE)):
            bare = rest
        bare = re.sub(rf"^{owner.kind_word}(?=委|政府|人大|政协)", "", bare)
        bare = re.sub(r"^党?委(?!办|员)", "", re.sub(r"^党委(?=办)", "委", bare))
    return words().key(bare)


def _clean(name: str) -> str:
    return re.sub(r"[\s:：]", "", name)


def by_uid(agencies: Iterable[Agency]) -> Mapping[str, Agency]:
    """Each agency once."""
    return {agency.uid: agency for agency in agencies}
