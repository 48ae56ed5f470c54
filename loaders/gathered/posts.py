"""Posts (职务) of a published title: unit, mode, branch and rank of each office, by the title rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.offices import Office, Seat, read_offices
from graph.ranks import Mode
from loaders.gathered.bodies import Bodies, Body, Setting, Unresolved, is_central
from loaders.gathered.places import CENTRE, Division
from loaders.gathered.post import Post

GRADE = "non-leading post (非领导职务): its grade by its name"
POLITBURO = (
    "a seat on the Politburo is 国家级副职; the rule for COLLEGIAL at the centre gives the Standing"
    " Committee"
)
_PARTY_GROUP = re.compile(r"(?P<whose>.*?)(?:机关)?(?:党组|党委|党支部|支部|书记处)")
_CHIEF = re.compile(r"(?:河湖长|河长|湖长|林长|湾长|田长|链长)$")
_TEAM = re.compile(r"组长|总指挥|指挥长")
_NAMED_BODY = re.compile(r"[省市区县州旗].*?[局厅委](?=纪检|监察)")
_GROUP_BODY = re.compile(r"(?:组委会|组织委员会|领导小组|协调小组|工作小组|指挥部|联席会议)$")
"""A body of the kind that this project collects: a seat in it is no post of a unit."""
_ENDS_OF_GOVERNMENT = {"专员": "地区", "行政长官": "特别行政区"}


class NotUnderstood(Exception):
    """A title that no rule covers; the text says which part."""


@dataclass(frozen=True)
class Titles:
    """Reads titles against the bodies beside them."""

    bodies: Bodies

    def read(self, title: str, own: Body | None, setting: Setting) -> tuple[Post, ...]:
        """The posts of a title `of` the body `own`, in their order.

        Raises NotUnderstood where no rule covers a part, Unresolved where a body of it is unknown.
        """
        offices = read_offices(title)
        if offices is None:
            raise NotUnderstood(f"no rule covers {title}")
        posts: list[Post] = []
        for office in offices:
            posts.append(self._in_turn(office, own, posts[-1].body if posts else None, setting))
        return tuple(posts)

    def _in_turn(
        self, office: Office, own: Body | None, last: Body | None, setting: Setting
    ) -> Post:
        """A post of the body beside the title, else of the agency that the office before it is in."""
        if (
            office.word == "秘书长"
            and not office.body
            and last
            and last.party
            and own
            and not own.agency
        ):
            own = last
        try:
            return self._post(office, own, setting)
        except (NotUnderstood, Unresolved):
            if last is None or last.agency is None or (own is not None and own.agency):
                raise
            return self._post(office, last, setting)

    def _post(self, office: Office, own: Body | None, setting: Setting) -> Post:
        if _GROUP_BODY.search(office.body) and office.seat in (Seat.CHAIR, Seat.BODY, Seat.STAFF):
            return self._in_the_place(replace(office, mode=Mode.OTHER), own, setting)
        reader = {
            Seat.GOVERNMENT: self._government, Seat.CHAIR: self._chair, Seat.PARTY: self._party,
            Seat.CENTRE: self._centre, Seat.BODY: self._head, Seat.STAFF: self._staff,
            Seat.ANY: self._any,
        }[office.seat]  # fmt: skip
        return reader(office, own, setting)

    def _government(self, office: Office, own: Body | None, setting: Setting) -> Post:
        body = self._inner(office.body, own, setting) if office.body else own
        if body is None or body.agency:
            raise _not(office)
        ends = _ENDS_OF_GOVERNMENT.get(office.word, office.word[0])
        above = self.bodies.places.above(body.division, setting.day)
        division = next((one for one in above if _ends(one, ends)), None)
        if division is None:
            raise _not(office)
        return _post(
            office, Body(division), division.name + office.shown, office.mode, "government"
        )

    def _chair(self, office: Office, own: Body | None, setting: Setting) -> Post:
        body = self._inner(office.body, own, setting) if office.body else own
        if body is None:
            raise _not(office)
        if body.agency:
            return self._in_agency(office, body)
        if not body.name.endswith("自治区"):
            raise _not(office)
        return _post(
            office, Body(body.division), body.name + office.shown, office.mode, "government"
        )

    def _party(self, office: Office, own: Body | None, setting: Setting) -> Post:
        if office.body == "" and own is not None:
            return self._secretary(office, own)
        committee = self._committee(office.body, own, setting)
        if committee is not None:
            return self._secretary(office, committee)
        group = _PARTY_GROUP.fullmatch(office.body)
        if group and own is not None and (own.agency or group["whose"]):
            return _member(office, self._maybe(group["whose"], own, setting) or own, group["whose"])
        if group or not office.body:
            raise _not(office)
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
            return _post(office, body, title, office.mode, "party")
        military = body.branch == "military"
        own = (
            military
            or body.agency.name.endswith("委")
            or "工委" in body.name
            or "委员会" in body.name
        )
        if not own or office.mode is Mode.COLLEGIAL:
            raise _not(office)
        return self._in_agency(office, body)

    def _centre(self, office: Office, own: Body | None, setting: Setting) -> Post:
        centre = Body(self.bodies.places.centre)
        party = "书记" in office.word or "政治局" in office.word
        lower = office.word.endswith(("政治局委员", "书记处书记"))
        plain = office.word.removeprefix("中共") if party else office.word
        return Post(
            _CENTRE_TITLES.get(office.word, plain), centre, office.mode,
            "party" if party else "government",
            9 if lower else None, "override" if lower else None, POLITBURO if lower else None,
        )  # fmt: skip

    def _head(self, office: Office, own: Body | None, setting: Setting) -> Post:
        body = own
        if office.body:
            whole = office.body.endswith(tuple(office.ends))
            name = office.body if whole else office.body + office.word[0]
            body = self._inner(name, own, setting)
        if body is None or body.agency is None:
            raise _not(office)
        names = {body.name, *body.agency.names}
        if not any(_bare(name).endswith(tuple(office.ends)) for name in names):
            raise _not(office)
        return self._in_agency(office, body)

    def _staff(self, office: Office, own: Body | None, setting: Setting) -> Post:
        body = self._inner(office.body, own, setting) if office.body else own
        if body is None:
            raise _not(office)
        title = body.name + office.shown
        if body.agency is None:
            sits = self.bodies.agencies.general_office(body.division, body.party, setting.day)
            if body.division.code == CENTRE:
                title = f"{'中共中央' if body.party else '国务院'}{office.shown}"
            elif body.party:
                title = f"{body.name}委{office.shown}"
            body = Body(body.division, sits)
        return _post(office, body, title, Mode.OTHER, body.branch)

    def _any(self, office: Office, own: Body | None, setting: Setting) -> Post:
        group = _PARTY_GROUP.fullmatch(office.body)
        if group and own is not None:
            whose = group["whose"]
            return _member(office, self._maybe(whose, own, setting) or own, whose)
        if office.mode is Mode.OTHER and (_CHIEF.search(office.word) or _TEAM.search(office.word)):
            return self._in_the_place(office, own, setting)
        if office.stands_for_unit and _is_level(office.body):
            raise _not(office)
        body = self._inner(office.body, own, setting) if office.body else own
        if body is None:
            raise _not(office)
        if body.agency is not None:
            return self._in_agency(office, body)
        branch = "party" if body.party else "government"
        whose = body.name + ("委" if body.party else "")
        return _post(office, body, whose + office.shown, office.mode, branch)

    def _in_the_place(self, office: Office, own: Body | None, setting: Setting) -> Post:
        """A chief of a river or the leader of a team: of no rank, in the body beside the title."""
        body = own or (Body(setting.place) if setting.place else None)
        named = _NAMED_BODY.match(office.body)
        if named is not None and own is not None and own.agency is None:
            body = self._inner(named[0], own, setting)
        if body is None:
            raise _not(office)
        title = body.name + office.text.removeprefix(named[0] if named else "")
        return _post(office, body, title, Mode.OTHER, body.branch)

    def _in_agency(self, office: Office, body: Body) -> Post:
        if body.agency is None:
            raise _not(office)
        heads = office.mode is Mode.HEAD and not office.stands_for_unit
        mode = Mode.DEPT_HEAD if heads else office.mode
        return _post(office, body, body.name + office.shown, mode, body.branch)

    def _inner(self, name: str, own: Body | None, setting: Setting) -> Body:
        """A body named inside a title: it is read in the setting of the body beside the title."""
        if own and own.agency is None and name in ("办公厅", "办公室"):
            office = self.bodies.agencies.general_office(own.division, own.party, setting.day)
            return Body(own.division, office)
        if not _LIKE_A_BODY.search(name):
            raise Unresolved(f"{name}: it names no body")
        if own and own.agency and _INNER.fullmatch(name):
            name = own.agency.name + name
        near = own.division.code if own and own.division.code != CENTRE else None
        if own and own.agency and own.division.code == CENTRE:
            elsewhere = self.bodies.places.beginning(name, setting.day, None)
            if not own.agency.of and not own.agency.shipped and elsewhere is None:
                whole = own.agency.name + name.removeprefix(own.agency.name)
                return Body(own.division, self.bodies.agencies.unowned(whole, setting.day))
            near = CENTRE
            if not is_central(name):
                name = own.agency.name + name
        try:
            return self.bodies.find(name, setting, agency_of=near)
        except Unresolved as reason:
            raise Unresolved(f"{name}: {reason}") from None

    def _maybe(self, name: str, own: Body, setting: Setting) -> Body | None:
        """The body of a party group: 局党组 is the one beside the title."""
        return self._inner(name, own, setting) if len(name) > 1 else None


_INNER = re.compile(r"管委会|党工委|工委|机关党委|办公室|[^省市区县州旗]*[处科股]")
"""Bodies that are parts of the one beside the title."""
_LIKE_A_BODY = re.compile(
    r"[部委局厅署办室会院处司科股所站心队社校馆台行区园厂联协组府庭关段场库军学大盟省市县州旗镇乡]$|公署$|集团$|街道$"
)

_CENTRE_TITLES = {
    "总理": "国务院总理", "副总理": "国务院副总理", "常务副总理": "国务院常务副总理",
    "总书记": "中共中央总书记", "中共中央总书记": "中共中央总书记",
    "政治局常委": "中央政治局常委", "政治局委员": "中央政治局委员",
}  # fmt: skip


def _post(office: Office, body: Body, title: str, mode: Mode, branch: str) -> Post:
    graded = office.rank is not None
    return Post(
        title, body, mode, branch, office.rank, "derived" if graded else None,
        GRADE if graded else None, office.stands_for_unit, office.former,
    )  # fmt: skip


def _member(office: Office, body: Body, whose: str) -> Post:
    """A post in the party group (党组) of a body: no rule gives it command or rank."""
    return _post(office, body, body.name + office.text.removeprefix(whose), Mode.OTHER, "party")


def _not(office: Office) -> NotUnderstood:
    return NotUnderstood(f"no rule covers {office.text}")


def _ends(division: Division, ends: str) -> bool:
    """Whether a division's name ends as its head's word begins; 区长 is of no 自治区."""
    region = ends == "区" and division.name.endswith(("自治区", "行政区"))
    return division.name.endswith(ends) and not region


def _is_level(text: str) -> bool:
    return text in ("省", "市", "区", "县", "州", "旗", "自治区")


def _bare(name: str) -> str:
    return re.sub(r"[（(][^（）()]*[)）]", "", name)
