"""Posts made of an office and the body that it is in: the full title, and the ranks that titles give."""

from __future__ import annotations

from graph.offices.bodies import Body
from graph.offices.grammar import Office
from graph.offices.post import Post
from graph.offices.ranks import Mode

GRADE = "non-leading post (非领导职务): its grade by its name"
POLITBURO = (
    "a seat on the Politburo is 国家级副职; the rule for COLLEGIAL at the centre gives the Standing"
    " Committee"
)


class NotUnderstood(Exception):
    """A title that no rule covers; the text says which part."""


_CENTRE_TITLES = {
    "总理": "国务院总理", "副总理": "国务院副总理", "常务副总理": "国务院常务副总理",
    "总书记": "中共中央总书记", "中共中央总书记": "中共中央总书记",
    "政治局常委": "中央政治局常委", "政治局委员": "中央政治局委员",
}  # fmt: skip


def post_of(office: Office, body: Body, title: str, mode: Mode, branch: str) -> Post:
    """The post of an office, with the rank that its own word gives (巡视员)."""
    graded = office.rank is not None
    return Post(
        title, body, mode, branch, office.rank, "derived" if graded else None,
        GRADE if graded else None, office.stands_for_unit, office.former,
    )  # fmt: skip


def party_member(office: Office, body: Body, whose: str) -> Post:
    """A post in the party group (党组) of a body: no rule gives it command or rank."""
    return post_of(office, body, body.name + office.text.removeprefix(whose), Mode.OTHER, "party")


def not_covered(office: Office) -> NotUnderstood:
    """That no rule covers an office, to be raised."""
    return NotUnderstood(f"no rule covers {office.text}")


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
