"""Posts (职务) of a published title: unit, mode, branch and rank of each office, by the title rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.core.words import Words
from graph.offices import whose as rules
from graph.offices.beside import Beside
from graph.offices.bodies import Bodies, Body, Setting
from graph.offices.divisions import CENTRE
from graph.offices.errors import NotUnderstood, Unresolved
from graph.offices.grammar import Office, Seat, read_offices
from graph.offices.post import Post, central_post, in_agency, party_member, post_of
from graph.offices.ranks import Mode
from graph.offices.words import COMMISSARS, bare_name

_OF_GROUPS = (Seat.CHAIR, Seat.BODY, Seat.STAFF, Seat.PARTY)
_ENDS_OF_GOVERNMENT = {"专员": "地区", "行政长官": "特别行政区"}


@dataclass(frozen=True)
class Titles:
    """Reads titles against the bodies beside them."""

    bodies: Bodies

    def read(self, title: str, own: Body | None, setting: Setting) -> tuple[Post, ...]:
        """The posts of a title beside the body `own` (None: the setting's place), in their order.

        Raises NotUnderstood where no rule covers a part, Unresolved where a body of it is unknown,
        NotThen where one is not there on the day.
        """
        own = own or (Body(setting.place) if setting.place else None)
        offices = read_offices(title)
        if offices is None or rules.OTHER_PARTIES.search(f"{title} {own.name if own else ''}"):
            raise NotUnderstood(_no_rule(title))
        posts: list[Post] = []
        for number, office in enumerate(offices):
            last = posts[-1] if posts else None
            before = last.body if last else None
            beside = self._beside(
                office, offices, number, before, Beside(self.bodies, own, setting)
            )
            post = _in_turn(office, before, beside)
            inherited = last.named if last and last.body == post.body else ""
            general = own is not None and office.body in rules.GENERAL_OFFICES
            named = "" if general else rules.named(office)
            posts.append(replace(post, named=named or inherited))
        return tuple(posts)

    def _beside(
        self, office: Office, offices: tuple[Office, ...], number: int, last: Body | None,
        beside: Beside,
    ) -> Beside:  # fmt: skip
        """Beside what an office of a title stands: 党委书记、省公安厅厅长 are of one agency."""
        if rules.of_the_same_body(office, beside.own):
            agency = last if last and last.agency else _agency_of(offices[number + 1 :], beside)
            return replace(beside, own=agency or beside.own)
        if beside.own and beside.agency and len(offices) > 1 and rules.of_the_government(office):
            return replace(beside, own=Body(beside.own.division))
        return beside


def _agency_of(later: tuple[Office, ...], beside: Beside) -> Body | None:
    """The first agency that offices are in."""
    for office in later:
        try:
            body = _post(office, beside).body
        except (NotUnderstood, Unresolved):
            continue
        if body.agency:
            return body
    return None


def _in_turn(office: Office, last: Body | None, beside: Beside) -> Post:
    """A post of the body beside the title, or of the one that the office before it is in.

    A bare office is first tried where it follows: 广州市委常委、常务副市长 in a title of a province.
    """
    if last is not None and beside.own is None and last.division.code != CENTRE:
        # 三防办 after 梅州市水务局 is that city's.
        beside = replace(beside, own=Body(last.division))
    turns = [beside]
    if last is not None and not beside.agency:
        follower = replace(beside, own=last)
        part = rules.of_the_zone(office.body, last) is not None or (
            last.agency is not None
            and not last.agency.general_office
            and office.body in rules.PARTS_OF_A_BODY
        )
        first = part or (not office.body and rules.follows(office, last))
        turns = [follower, beside] if first else [beside, follower] if last.agency else [beside]
    for turn in turns[:-1]:
        try:
            return _post(office, turn)
        except (NotUnderstood, Unresolved):
            continue
    return _post(office, turns[-1])


def _post(office: Office, beside: Beside) -> Post:
    own_office = rules.OWN_OFFICE.fullmatch(office.body) and not beside.agency
    if own_office or (rules.GROUP_BODY.search(office.body) and office.seat in _OF_GROUPS):
        found: Post | None = _in_the_place(replace(office, mode=Mode.OTHER), beside)
    else:
        found = _READERS[office.seat](office, beside)
    if found is None:
        raise NotUnderstood(_no_rule(office.text))
    return found


def _government(office: Office, beside: Beside) -> Post | None:
    ends = _ENDS_OF_GOVERNMENT.get(office.word, office.word[0])
    body = beside.governed(office.body, ends)
    if body is not None and body.agency and office.word == "专员":
        # The head of an office that a ministry posts in the provinces (监管办, 专员办).
        return in_agency(office, body) if body.name.endswith(("办", "办公室", "办事处")) else None
    division = beside.at_level(body, ends)
    return _of_division(office, Body(division)) if division else None


def _of_division(office: Office, body: Body) -> Post:
    return post_of(office, body, body.name + office.shown, office.mode, "government")


def _chair(office: Office, beside: Beside) -> Post | None:
    body = beside.body(office.body)
    if body is not None and body.agency:
        led = bare_name(body.name).endswith(rules.HAS_A_CHAIR)
        return in_agency(office, body) if led else None
    region = body is not None and body.name.endswith("自治区")
    return _of_division(office, Body(body.division)) if body and region else None


def _party(office: Office, beside: Beside) -> Post | None:
    own = beside.own
    if office.body == "" and own is not None:
        return _secretary(office, own)
    if own is not None and own.agency and rules.of_its_own(office.body, own):
        return party_member(office, own, "")
    committee = beside.committee(office.body)
    if committee is not None:
        return _secretary(office, committee)
    group = rules.PARTY_GROUP.fullmatch(office.body)
    body = beside.group(group["whose"]) if group else None
    if group and body is not None and ((own and own.agency) or group["whose"]):
        corps = rules.is_corps(body) and office.body.endswith("党委")
        return _secretary(office, body) if corps else party_member(office, body, group["whose"])
    return None if group or not office.body else _secretary(office, beside.inner(office.body))


def _secretary(office: Office, body: Body) -> Post | None:
    """A secretary of a division's committee, or of a body that is a committee itself."""
    if body.agency is None:
        ends = "党委" if body.name.endswith("自治区") else "委"
        whose = "中央" if body.division.code == CENTRE else body.division.before_committee + ends
        return post_of(office, body, whose + office.shown, office.mode, "party")
    corps = rules.is_corps(body)
    if office.word in COMMISSARS and body.branch != "military" and not corps:
        return post_of(office, body, body.name + office.shown, Mode.OTHER, "party")
    if office.mode is Mode.COLLEGIAL and rules.DISCIPLINE.search(body.name):
        return in_agency(replace(office, mode=Mode.OTHER), body)
    if office.mode is Mode.COLLEGIAL:
        return party_member(office, body, "") if corps else None
    committee = body.name.endswith("委") or "工委" in body.name or "委员会" in body.name
    # 书记 of a bureau is that of its party group: no rule gives it command.
    own = body.branch == "military" or corps or committee
    return in_agency(office, body) if own else party_member(office, body, "")


def _centre(office: Office, beside: Beside) -> Post:
    return central_post(office, Body(beside.bodies.places.centre))


def _head(office: Office, beside: Beside) -> Post | None:
    name, ends = office.body, tuple(office.ends)
    if name and not name.endswith(ends):
        if office.word[0] not in ends:
            return None
        name += office.word[0]
    body = beside.body(name)
    if body is None or body.agency is None:
        town = body is not None and name.endswith("街道办事处")
        return (
            _of_division(replace(office, shown="办事处" + office.shown), body)
            if body and town
            else None
        )
    names = map(bare_name, (body.name, *body.agency.names))
    return in_agency(office, body) if any(one.endswith(ends) for one in names) else None


def _staff(office: Office, beside: Beside) -> Post | None:
    body = beside.body(office.body)
    if body is not None and not body.agency and rules.ASSISTS_A_GOVERNMENT.fullmatch(office.word):
        division = beside.at_level(body, office.word[0])
        body = Body(division) if division else None
    if body is None:
        return None
    whose = _whose(body)
    if body.agency is None:
        if body.division.code == CENTRE:
            whose = "中共中央" if body.party else "国务院"
        body = beside.general_office(body)
    return post_of(office, body, whose + office.shown, Mode.OTHER, body.branch)


def _whose(body: Body) -> str:
    return f"{body.division.before_committee}委" if body.party and not body.agency else body.name


def _any(office: Office, beside: Beside) -> Post | None:
    own, group = beside.own, rules.PARTY_GROUP.fullmatch(office.body)
    if group and (body := beside.group(group["whose"])):
        return party_member(office, body, group["whose"])
    posted = rules.POSTED.fullmatch(office.body) if office.word == "组长" else None
    if posted and (posted["who"] or posted["at"]):
        return _posted(office, posted, beside)
    if posted and own and own.agency:
        return party_member(office, own, "")
    if office.mode is Mode.OTHER and rules.LEADS_A_TEAM.search(office.word):
        return _in_the_place(office, beside)
    if office.stands_for_unit and rules.is_level(office.body):
        return None
    body = beside.body(office.body)
    if body is None or body.agency is not None:
        return in_agency(office, body) if body else None
    whose = _whose(body)
    return post_of(office, body, whose + office.shown, office.mode, body.branch)


def _posted(office: Office, match: re.Match[str], beside: Beside) -> Post:
    """A team posted by a discipline commission belongs to that, else to the body it sits at."""
    name = (match["who"] or match["at"]).removesuffix("监委" if match["who"] else "")
    body = beside.inner(name)
    whole = match["who"] and match["at"]
    title = office.text if whole else body.name + office.text.removeprefix(name)
    return post_of(office, body, title, Mode.OTHER, "party")


def _in_the_place(office: Office, beside: Beside) -> Post | None:
    """A chief of a river or the leader of a team: of no rank, in the body beside the title."""
    own, place = beside.own, beside.setting.place
    body = own or (Body(place) if place else None)
    if rules.HEADQUARTERS.fullmatch(office.body):
        group = beside.inner(office.body)
        return post_of(office, group, group.name + office.shown, Mode.OTHER, group.branch)
    named = rules.NAMED_BODY.match(office.body)
    if named is not None and own is not None and own.agency is None:
        body = beside.inner(named[0])
    if body is None:
        return None
    title = body.name + office.text.removeprefix(named[0] if named else "")
    return post_of(office, body, title, Mode.OTHER, body.branch)


_READERS = {
    Seat.GOVERNMENT: _government, Seat.CHAIR: _chair, Seat.PARTY: _party, Seat.CENTRE: _centre,
    Seat.BODY: _head, Seat.STAFF: _staff, Seat.ANY: _any,
}  # fmt: skip


def _no_rule(title: str) -> Words:
    return Words(f"no rule covers {title}", f"没有规则可读“{title}”")
