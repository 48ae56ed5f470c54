"""The loader's tenures against the words of section 9, on every day on which something changes."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from graph.core.dates import Period, known_by
from graph.offices.ranks import Mode
from loaders.groups.derived_ends import STATED, UNKNOWN
from loaders.groups.rows import PostRow, TenureRow
from loaders.groups.tenures import stated_spans, tenures
from tests.reference.tenures import Status, Told, later, status

POSTS = {
    mode: PostRow(f"post:{mode}", str(mode), "div:370000:山东省", mode, "government", 8, "derived")
    for mode in (Mode.HEAD, Mode.DEPUTY_HEAD)
}
DAYS = st.integers(0, 60).map(lambda n: date(2001 + n // 6, 1 + 2 * (n % 6), 15))
PERSONS = ("甲", "乙")


@st.composite
def tellings(draw: st.DrawFn) -> list[Told]:
    """Up to six: a day, or a whole tenure; whole ones of one person do not overlap."""
    found: list[Told] = []
    for _ in range(draw(st.integers(1, 6))):
        person, start, end = draw(st.sampled_from(PERSONS)), draw(DAYS), draw(st.none() | DAYS)
        if end is not None and end <= start:
            end = None
        whole = [one for one in found if one.person == person and one.end]
        if not (end and any(one.start <= end and start <= (one.end or end) for one in whole)):
            found.append(Told(person, start, end))
    return found


def row(told: Told, post: PostRow) -> TenureRow:
    """What a loader makes of it."""
    start, end = told.start.isoformat(), told.end and told.end.isoformat()
    period = Period.of(start, end) if end else Period.of(known_by(start), None)
    return TenureRow(
        person=told.person, post=post.uid, period=period, end_basis=STATED if end else UNKNOWN,
        last_evidence=told.last, sources=("T",), confidence="high", derived=not end,
        shown=stated_spans(period, None if end else told.start),
    )  # fmt: skip


def answer(rows: Sequence[TenureRow], person: str, day: date) -> Status:
    """The status that the stored days give."""
    mine = [(r.held_from, r.held_to, r.shown_to) for r in rows if r.person == person]
    if any(start and end and start <= day < end for start, end, _ in mine):
        return "held"
    return "last_shown" if any(s and e and s <= day < e for s, _, e in mine) else "nobody"


@given(tellings(), st.sampled_from(list(POSTS.values())))
def test_tenures_are_held_as_the_words_say(told: list[Told], post: PostRow) -> None:
    rows = tenures([row(one, post) for one in told], (), {post.uid: post})
    turns = {day for one in told for day in (one.start, one.last)}
    turns |= {later(day, years) for day in turns for years in (3, 5)}
    for turn in sorted(turns):
        for day in (turn - timedelta(days=1), turn, turn + timedelta(days=1)):
            for person in PERSONS:
                wanted = status(told, post.mode == Mode.HEAD, person, day)
                assert answer(rows, person, day) == wanted, (person, day)


@given(tellings(), st.sampled_from(list(POSTS.values())))
def test_a_stated_tenure_is_held_throughout(told: list[Told], post: PostRow) -> None:
    rows = tenures([row(one, post) for one in told], (), {post.uid: post})
    for one in told:
        for day in (one.start, one.last, one.start + (one.last - one.start) / 2):
            assert answer(rows, one.person, day) == "held"
