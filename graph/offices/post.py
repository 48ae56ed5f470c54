"""A post (职务) made of an office and the body that it is in, and which of a title's posts sits."""

from __future__ import annotations

from dataclasses import dataclass

from graph.offices.bodies import Body
from graph.offices.divisions import Division
from graph.offices.grammar import Office
from graph.offices.ranks import COMMANDING, Mode, post_rank

GRADE = "non-leading post (非领导职务): its grade by its name"
POLITBURO = (
    "a seat on the Politburo is 国家级副职; the rule for COLLEGIAL at the centre gives the Standing"
    " Committee"
)
_CENTRE_TITLES = {
    "总理": "国务院总理", "副总理": "国务院副总理", "常务副总理": "国务院常务副总理",
    "总书记": "中共中央总书记", "中共中央总书记": "中共中央总书记",
    "政治局常委": "中央政治局常委", "政治局委员": "中央政治局委员",
}  # fmt: skip


@dataclass(frozen=True)
class Post:
    """A post as the form holds it; `stands_for_unit`: the title names the unit, not a post."""

    title: str
    body: Body
    mode: Mode
    branch: str
    rank: int | None = None
    rank_basis: str | None = None
    rank_reason: str | None = None
    stands_for_unit: bool = False
    former: bool = False
    named: str = ""
    """The words of the title that name its body, maybe with the office before; empty where it names none."""

    @property
    def whole_rank(self) -> int | None:
        """Its own rank, else the one that the rank of its body gives by rule."""
        return self.rank if self.rank is not None else post_rank(self.mode, self.body.rank)

    @property
    def commands(self) -> bool:
        """Whether the mode carries command."""
        return self.mode in COMMANDING

    @property
    def division(self) -> Division | None:
        """The division that a post of party or government is in; None in an agency."""
        return None if self.body.agency else self.body.division


def seat_of(posts: tuple[Post, ...], chair: Division | None) -> Post:
    """The post that sits: a head's post of a government other than the chair's, else the last that commands.

    A chair has no other's government to differ from: any head's post of a government is the seat.
    A post outside party and government sits only where none of theirs commands.
    """
    heads = [
        post for post in posts
        if post.mode is Mode.HEAD and post.division is not None
        and (chair is None or post.division.code != chair.code)
    ]  # fmt: skip
    commanding = [post for post in posts if post.commands]
    leading = [post for post in commanding if post.branch in ("government", "party")]
    return (heads or leading or commanding or list(posts))[-1]


def post_of(office: Office, body: Body, title: str, mode: Mode, branch: str) -> Post:
    """The post of an office, with the rank that its own word gives (巡视员)."""
    graded = office.rank is not None
    return Post(
        title, body, mode, branch, office.rank, "derived" if graded else None,
        GRADE if graded else None, office.stands_for_unit, office.former,
    )  # fmt: skip


def in_agency(office: Office, body: Body) -> Post:
    """A post in an agency, whose head is DEPT_HEAD."""
    mode = Mode.DEPT_HEAD if office.mode is Mode.HEAD else office.mode
    return post_of(office, body, body.name + office.shown, mode, body.branch)


def party_member(office: Office, body: Body, whose: str) -> Post:
    """A post in the party group (党组) of a body: no rule gives it command or rank.

    The secretary of a government agency's party group heads it beside, or as, its director (党组书记).
    """
    text = office.text.removeprefix(whose)
    leads = text == "党组书记" and body.agency is not None and body.branch == "government"
    mode = Mode.DEPT_HEAD if leads else Mode.OTHER
    return post_of(office, body, body.name + text, mode, "party")


def central_post(office: Office, centre: Body) -> Post:
    """A post of the centre (总理, 政治局委员): in the country itself."""
    party = "书记" in office.word or "政治局" in office.word
    lower = office.word.endswith(("政治局委员", "书记处书记"))
    plain = office.word.removeprefix("中共") if party else office.word
    return Post(
        _CENTRE_TITLES.get(office.word, plain), centre, office.mode,
        "party" if party else "government",
        9 if lower else None, "override" if lower else None, POLITBURO if lower else None,
    )  # fmt: skip
