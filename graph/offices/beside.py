"""Bodies that a title names, read beside the body and in the setting in which the title stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.core.words import Words
from graph.offices import whose as rules
from graph.offices.bodies import Bodies, Body, Setting
from graph.offices.divisions import CENTRE, Division
from graph.offices.errors import Unresolved


@dataclass(frozen=True)
class Beside:
    """`own` is the body beside the title, None where nothing stands there."""

    bodies: Bodies
    own: Body | None
    setting: Setting

    @property
    def agency(self) -> bool:
        """Whether an agency stands beside the title."""
        return self.own is not None and self.own.agency is not None

    def body(self, name: str) -> Body | None:
        """The body of a name, the one beside the title for no name. Raises Unresolved or NotThen."""
        return self.inner(name) if name else self.own

    def governed(self, name: str, ends: str) -> Body | None:
        """The body before 市长; 济南市长 is short for 济南市市长."""
        try:
            return self.body(name)
        except Unresolved:
            if name.endswith(ends):
                raise
            return self.inner(name + ends)

    def at_level(self, body: Body | None, ends: str) -> Division | None:
        """The division of a body, or the one above it, whose name ends so; None of an agency."""
        if body is None or body.agency:
            return None
        above = self.bodies.places.above(body.division, self.setting.day)
        return next((one for one in above if rules.ends_as(one, ends)), None)

    def committee(self, name: str) -> Body | None:
        """The party committee of a division that a name means, None for that of another body."""
        if not name.endswith("委") or (name == "党委" and (self.own is None or self.agency)):
            return None
        try:
            found = self.inner(name)
        except Unresolved:
            return None
        return found if found.agency is None else None

    def group(self, whose: str) -> Body | None:
        """The body of a party group: 局党组 is of the one beside the title."""
        return self.inner(whose) if len(whose) > 1 else self.own

    def general_office(self, body: Body) -> Body:
        """Where secretaries and assistants of a government or a committee sit."""
        agencies, day = self.bodies.agencies, self.setting.day
        return Body(body.division, agencies.general_office(body.division, body.party, day))

    def inner(self, name: str) -> Body:
        """The body of a name inside the title. Raises Unresolved or NotThen."""
        own = self.own
        if own and not own.agency and name in rules.GENERAL_OFFICES:
            return self.general_office(own)
        if own and own.agency and rules.GRADE.fullmatch(name):
            return own
        name = rules.GRADE_AT_END.sub("", name)
        if not rules.LIKE_A_BODY.search(name):
            raise Unresolved(Words(f"{name}: it names no body", f"{name}：它不是机构名称"))
        if own and own.agency and (name == "理事会" or rules.is_short_for(name, own)):
            return own
        name = self._whole(name)
        near = own.division.code if own and own.division.code != CENTRE else None
        if own and not own.agency and self.bodies.of_the_centre(name, own.division):
            near = None
        if own and own.agency and own.division.code == CENTRE:
            return self._of_the_centre(name, own)
        return self._found(name, near)

    def _whole(self, name: str) -> str:
        """A part of the agency beside the title with the name of that before it."""
        own = self.own
        if own is None or own.agency is None:
            return name
        if whole := rules.of_the_zone(name, own):
            return whole
        if name.startswith(own.name):
            return name
        of_army = own.branch == "military" and rules.OF_AN_ARMY.fullmatch(name)
        part = rules.part_of_group(name, own) or rules.part_of_institution(name, own)
        if of_army or part or rules.INNER.fullmatch(name):
            return own.name + rules.without_kind(name, own)
        return own.name + re.sub("^(?:兵团|师)", "", name) if rules.is_corps(own) else name

    def _of_the_centre(self, name: str, own: Body) -> Body:
        """A body named beside a central one: another of the centre, else a part of that."""
        agencies, agency = self.bodies.agencies, own.agency
        elsewhere = self.bodies.places.beginning(name, self.setting.day, None)
        if agency and not agency.of and not agency.known and elsewhere is None:
            whole = own.name + name.removeprefix(own.name)
            return Body(own.division, agencies.unowned(whole, self.setting.day))
        entire = name.startswith(own.name) or agencies.names.begins(name)
        return self._found(name if entire else own.name + name, CENTRE)

    def _found(self, name: str, near: str | None) -> Body:
        try:
            return self.bodies.find(name, self.setting, beside=near)
        except Unresolved as reason:
            raise Unresolved(
                Words(f"{name}: {reason.words.en}", f"{name}：{reason.words.zh}")
            ) from None
