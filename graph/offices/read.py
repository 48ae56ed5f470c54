"""Posts (职务) of a published title: unit, mode, branch and rank of each office, by the title rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.offices import whose as rules
from graph.offices.bodies import Bodies, Body, Setting, Unresolved
from graph.offices.divisions import CENTRE, Division
from graph.offices.grammar import Office, Seat, read_offices
from graph.offices.post import Post
from graph.offices.post_made import (
    NotUnderstood,
    central_post,
    not_covered,
    party_member,
    post_of,
)
from graph.offices.ranks import Mode
from graph.offices.words import COMMISSARS

_OF_GROUPS = (Seat.CHAIR, Seat.BODY, Seat.STAFF, Seat.PARTY)
_ENDS_OF_GOVERNMENT = {"专员": "地区", "行政长官": "特别行政区"}


__all__ = ["NotUnderstood", "Titles"]


@dataclass(frozen=True)
class Titles:
    """Reads titles against the bodies beside them."""

    bodies: Bodies

    def read(self, title: str, own: Body | None, setting: Setting) -> tuple[Post, ...]:
        """The posts of a title beside the body `own` (None: the setting's place), in their order.

        Raises NotUnderstood where no rule covers a part, Unresolved where a body of it is unknown.
        """
        own = own or (Body(setting.place) if setting.place else None)
        offices = read_offices(title)
        if offices is None or rules.OTHER_PARTIES.search(f"{title} {own.name if own else ''}"):
            raise NotUnderstood(f"no rule covers {title}")
        posts: list[Post] = []
        for number, office in enumerate(offices):
            last, beside = posts[-1] if posts else None, own
            if own and own.agency and len(offices) > 1 and rules.of_the_government(office):
                beside = Body(own.division)
            if rules.of_the_same_body(office, own):
                of_last = last is not None and last.body.agency is not None
                beside = last.body if last and of_last else None
                beside = beside or self._beside(offices[number + 1 :], own, setting) or own
            post = self._in_turn(office, beside, last.body if last else None, setting)
            inherited = last.named if last and last.body == post.body else ""
            posts.append(replace(post, named=rules.named(office) or inherited))
        return tuple(posts)

    def _beside(self, later: tuple[Office, ...], own: Body | None, setting: Setting) -> Body | None:
        """The agency that an office after this one is in: 党委书记、省公安厅厅长."""
        for office in later:
            try:
                body = self._post(office, own, setting).body
            except (NotUnderstood, Unresolved):
                continue
            if body.agency:
                return body
        return None

    def _in_turn(
        self, office: Office, own: Body | None, last: Body | None, setting: Setting
    ) -> Post:
        """A post of the body beside the title, or of the one that the office before it is in.

        A bare office is first tried where it follows: 广州市委常委、常务副市长 in a title of a province.
        """
        turns = [own]
        if last is not None and (own is None or own.agency is None):
            first = not office.body and rules.follows(office, last)
            turns = [last, own] if first else [own, last] if last.agency else [own]
        for turn in turns[:-1]:
            try:
                return self._post(office, turn, setting)
            except (NotUnderstood, Unresolved):
                continue
        return self._post(office, turns[-1], setting)

    def _post(self, office: Office, own: Body | None, setting: Setting) -> Post:
        if rules.GROUP_BODY.search(office.body) and office.seat in _OF_GROUPS:
            return self._in_the_place(replace(office, mode=Mode.OTHER), own, setting)
        reader = {
            Seat.GOVERNMENT: self._government, Seat.CHAIR: self._chair, Seat.PARTY: self._party,
            Seat.CENTRE: self._centre, Seat.BODY: self._head, Seat.STAFF: self._staff,
            Seat.ANY: self._any,
        }[office.seat]  # fmt: skip
        return reader(office, own, setting)

    def _government(self, office: Office, own: Body | None, setting: Setting) -> Post:
        ends = _ENDS_OF_GOVERNMENT.get(office.word, office.word[0])
        body = self._governed(office.body, ends, own, setting) if office.body else own
        if body is not None and body.agency and office.word == "专员":
            return self._commissioner(office, body)
        division = self._at_level(office, ends, body, setting)
        return post_of(
            office, Body(division), division.name + office.shown, office.mode, "government"
        )

    def _governed(self, name: str, ends: str, own: Body | None, setting: Setting) -> Body:
        """The body before 市长; 济南市长 is short for 济南市市长."""
        try:
            return self._inner(name, own, setting)
        except Unresolved:
            if name.endswith(ends):
                raise
            return self._inner(name + ends, own, setting)

    def _at_level(
        self, office: Office, ends: str, body: Body | None, setting: Setting
    ) -> Division:  # fmt: skip
        """The division itself or the one above it whose name ends so. Raises NotUnderstood."""
        if body is None or body.agency:
            raise not_covered(office)
        above = self.bodies.places.above(body.division, setting.day)
        division = next((one for one in above if rules.ends_as(one, ends)), None)
        if division is None:
            raise not_covered(office)
        return division

    def _commissioner(self, office: Office, body: Body) -> Post:
        """The head of an office that a ministry posts in the provinces (监管办, 专员办)."""
        if not body.name.endswith(("办", "办公室", "办事处")):
            raise not_covered(office)
        return self._in_agency(office, body)

    def _chair(self, office: Office, own: Body | None, setting: Setting) -> Post:
        body = self._inner(office.body, own, setting) if office.body else own
        if body is None:
            raise not_covered(office)
        if body.agency:
            if not rules.bare_name(body.name).endswith(rules.HAS_A_CHAIR):
                raise not_covered(office)
            return self._in_agency(office, body)
        if not body.name.endswith("自治区"):
            raise not_covered(office)
        return post_of(
            office, Body(body.division), body.name + office.shown, office.mode, "government"
        )

    def _party(self, office: Office, own: Body | None, setting: Setting) -> Post:
        if office.body == "" and own is not None:
            return self._secretary(office, own)
        if own is not None and own.agency and rules.of_its_own(office.body, own):
            return party_member(office, own, "")
        committee = self._committee(office.body, own, setting)
        if committee is not None:
            return self._secretary(office, committee)
        group = rules.PARTY_GROUP.fullmatch(office.body)
        if group and own is not None and (own.agency or group["whose"]):
            body = self._maybe(group["whose"], own, setting) or own
            if rules.is_corps(body) and office.body.endswith("党委"):
                return self._secretary(office, body)
            return party_member(office, body, group["whose"])
        if group or not office.body:
            raise not_covered(office)
        return self._secretary(office, self._inner(office.body, own, setting))

    def _committee(self, name: str, own: Body | None, setting: Setting) -> Body | None:
        """The party committee of a division that a name means, None for that of another body."""
        if not name.endswith("委") or (name == "党委" and (own is None or own.agency)):
            return None
        try:
            found = self._inner(name, own, setting)
        except Unresolved:
            return None
        return found if found.agency is None else None

    def _secretary(self, office: Office, body: Body) -> Post:
        """A secretary of a division's committee, or of a body that is a committee itself."""
        if body.agency is None:
            ends = "党委" if body.name.endswith("自治区") else "委"
            centre = body.division.code == CENTRE
            title = f"中央{office.shown}" if centre else body.name + ends + office.shown
            return post_of(office, body, title, office.mode, "party")
        if office.word in COMMISSARS and body.branch != "military" and not rules.is_corps(body):
            return post_of(office, body, body.name + office.shown, Mode.OTHER, "party")
        own = (
            body.branch == "military"
            or rules.is_corps(body)
            or body.agency.name.endswith("委")
            or "工委" in body.name
            or "委员会" in body.name
        )
        if office.mode is Mode.COLLEGIAL and rules.is_corps(body):
            return party_member(office, body, "")
        if office.mode is Mode.COLLEGIAL:
            raise not_covered(office)
        # 书记 of a bureau is that of its party group: no rule gives it command.
        return self._in_agency(office, body) if own else party_member(office, body, "")

    def _centre(self, office: Office, own: Body | None, setting: Setting) -> Post:
        return central_post(office, Body(self.bodies.places.centre))

    def _head(self, office: Office, own: Body | None, setting: Setting) -> Post:
        body = own
        if office.body:
            whole = office.body.endswith(tuple(office.ends))
            if not whole and office.word[0] not in office.ends:
                raise not_covered(office)
            name = office.body if whole else office.body + office.word[0]
            body = self._inner(name, own, setting)
        if body is not None and office.body.endswith("街道办事处") and not body.agency:
            return post_of(office, body, office.text, office.mode, "government")
        if body is None or body.agency is None:
            raise not_covered(office)
        names = {body.name, *body.agency.names}
        if not any(rules.bare_name(name).endswith(tuple(office.ends)) for name in names):
            raise not_covered(office)
        return self._in_agency(office, body)

    def _staff(self, office: Office, own: Body | None, setting: Setting) -> Post:
        body = self._inner(office.body, own, setting) if office.body else own
        if body is None:
            raise not_covered(office)
        if body.agency is None and rules.ASSISTS_A_GOVERNMENT.fullmatch(office.word):
            body = Body(self._at_level(office, office.word[0], body, setting))
        title = body.name + office.shown
        if body.agency is None:
            sits = self.bodies.agencies.general_office(body.division, body.party, setting.day)
            if body.division.code == CENTRE:
                title = f"{'中共中央' if body.party else '国务院'}{office.shown}"
            elif body.party:
                title = f"{body.name}委{office.shown}"
            body = Body(body.division, sits)
        return post_of(office, body, title, Mode.OTHER, body.branch)

    def _any(self, office: Office, own: Body | None, setting: Setting) -> Post:
        group = rules.PARTY_GROUP.fullmatch(office.body)
        if group and own is not None:
            whose = group["whose"]
            return party_member(office, self._maybe(whose, own, setting) or own, whose)
        posted = rules.POSTED.fullmatch(office.body) if office.word == "组长" else None
        if posted and (posted["who"] or posted["at"]):
            return self._posted(office, posted, own, setting)
        if posted and own and own.agency:
            return party_member(office, own, "")
        if office.mode is Mode.OTHER and (
            rules.CHIEF.search(office.word) or rules.TEAM.search(office.word)
        ):
            return self._in_the_place(office, own, setting)
        if office.stands_for_unit and rules.is_level(office.body):
            raise not_covered(office)
        body = self._inner(office.body, own, setting) if office.body else own
        if body is None:
            raise not_covered(office)
        if body.agency is not None:
            return self._in_agency(office, body)
        branch = "party" if body.party else "government"
        whose = body.name + ("委" if body.party else "")
        return post_of(office, body, whose + office.shown, office.mode, branch)

    def _posted(
        self, office: Office, match: re.Match[str], own: Body | None, setting: Setting
    ) -> Post:
        """A team posted by a discipline commission belongs to that, else to the body it sits at."""
        name = (match["who"] or match["at"]).removesuffix("监委" if match["who"] else "")
        body = self._inner(name, own, setting)
        whole = match["who"] and match["at"]
        title = office.text if whole else body.name + office.text.removeprefix(name)
        return post_of(office, body, title, Mode.OTHER, "party")

    def _in_the_place(self, office: Office, own: Body | None, setting: Setting) -> Post:
        """A chief of a river or the leader of a team: of no rank, in the body beside the title."""
        body = own or (Body(setting.place) if setting.place else None)
        named = rules.NAMED_BODY.match(office.body)
        if named is not None and own is not None and own.agency is None:
            body = self._inner(named[0], own, setting)
        if body is None:
            raise not_covered(office)
        title = body.name + office.text.removeprefix(named[0] if named else "")
        return post_of(office, body, title, Mode.OTHER, body.branch)

    def _in_agency(self, office: Office, body: Body) -> Post:
        if body.agency is None:
            raise not_covered(office)
        mode = Mode.DEPT_HEAD if office.mode is Mode.HEAD else office.mode
        return post_of(office, body, body.name + office.shown, mode, body.branch)

    def _inner(self, name: str, own: Body | None, setting: Setting) -> Body:
        """A body named inside a title: it is read in the setting of the body beside the title."""
        if own and own.agency is None and name in rules.GENERAL_OFFICES:
            office = self.bodies.agencies.general_office(own.division, own.party, setting.day)
            return Body(own.division, office)
        if not rules.LIKE_A_BODY.search(name):
            raise Unresolved(f"{name}: it names no body")
        if own and own.agency and (name == "理事会" or rules.shortens(name, own)):
            return own
        if own and own.agency and rules.bare_name(own.name).endswith(name):
            return own
        if own and (part := rules.part_of_group(name, own)):
            name = part
        elif own and own.agency and rules.INNER.fullmatch(name):
            name = own.agency.name + name
        elif own and own.agency and rules.is_corps(own):
            name = own.agency.name + re.sub("^(?:兵团|师)", "", name)
        near = own.division.code if own and own.division.code != CENTRE else None
        if own and own.agency is None and self.bodies.of_the_centre(name, own.division):
            near = None
        if own and own.agency and own.division.code == CENTRE:
            elsewhere = self.bodies.places.beginning(name, setting.day, None)
            if not own.agency.of and not own.agency.known and elsewhere is None:
                whole = own.agency.name + name.removeprefix(own.agency.name)
                return Body(own.division, self.bodies.agencies.unowned(whole, setting.day))
            near = CENTRE
            if not self.bodies.agencies.names.begins(name):
                name = own.agency.name + name
        try:
            return self.bodies.find(name, setting, agency_of=near)
        except Unresolved as reason:
            raise Unresolved(f"{name}: {reason}") from None

    def _maybe(self, name: str, own: Body, setting: Setting) -> Body | None:
        """The body of a party group: 局党组 is the one beside the title."""
        return self._inner(name, own, setting) if len(name) > 1 else None
