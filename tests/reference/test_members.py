"""Members by name: hosts, seats, scope, dates, rosters; each derived by hand."""

from datetime import date, timedelta

import pytest

from tests.reference.draft import (
    DAY,
    Draft,
    common,
    led_by_vice_governor,
    outcome,
    possible,
    shandong,
)
from tests.reference.world import Seat, SeatRole

END = date(2016, 1, 1)
EVE = END - timedelta(days=1)


def one_government() -> Draft:
    draft = shandong()
    draft.seat("chair", "山东长")
    draft.seat("deputy_chair", "副省长")
    draft.agency("办公厅", 6, "山东", general_office=True)
    draft.seat("member", draft.post("秘书长", "办公厅", "OTHER", None))
    return draft


def test_the_hosts_secretary_general_as_deputy_chair_is_no_member() -> None:
    draft = led_by_vice_governor()
    draft.agency("办公厅", 6, "山东", general_office=True)
    draft.seat("deputy_chair", draft.post("秘书长", "办公厅", "OTHER", None))
    assert set(draft.read(scope="all").members) == {"淄博", "滨州"}
    draft.listed("办公厅")
    assert draft.read(scope="all").members["办公厅"].role == "deputy_chair"


def test_a_body_of_one_government_only() -> None:
    reading = one_government().read()
    assert (set(reading.hosts), len(reading.members)) == ({"山东"}, 0)
    assert outcome(reading) == ("UNCLASSIFIED", {"own_unit_only"})


def test_a_body_of_one_government_with_unknown_roster_stays_unknown() -> None:
    draft = one_government()
    draft.says(roster="unknown")
    reading = draft.read()
    flags = {"own_unit_only", "roster_unknown"}
    assert (outcome(reading), possible(reading)) == (("UNKNOWN", flags), None)


def test_a_member_that_ceased_to_exist_and_one_that_left_before() -> None:
    draft = shandong()
    draft.seat("chair", "副省长")
    draft.says(roster="partial")
    draft.division("旧市", "Prefecture", 6, "山东", end=END)
    draft.listed("淄博", "旧市")
    assert (draft.read(EVE).type, draft.read(EVE).scope) == ("STRONG", "governments")
    assert outcome(draft.read(END)) == ("NOT_A_GROUP", {"member_lost"})
    draft.seats.pop()
    draft.seats.append(Seat("g", "member", unit="旧市", valid_to=date(2012, 1, 1)))
    assert outcome(draft.read(END)) == ("UNKNOWN", {"roster_unknown"})


@pytest.mark.parametrize("role", ["observer", "secretary", "office_director"])
def test_observers_secretaries_and_office_directors_are_no_members(role: SeatRole) -> None:
    draft = led_by_vice_governor()
    draft.seat(role, "济南长")
    assert set(draft.read().members) == {"淄博", "滨州"}


def test_several_seats_of_one_government_count_once_with_the_highest_rank() -> None:
    draft = led_by_vice_governor()
    draft.seat("member", draft.post("淄博处长", "淄博", "OTHER", None))
    draft.seat("deputy_chair", draft.post("淄博书记", "淄博", "HEAD", 7, branch="party"))
    member = draft.read().members["淄博"]
    assert (member.rank, member.role, member.gap) == (7, "deputy_chair", 0)


def test_a_date_known_by_year_only_starts_on_its_earliest_day() -> None:
    draft = led_by_vice_governor()
    draft.seats = []
    draft.seat("chair", "副省长", start=date(2014, 1, 1), end=date(2015, 1, 1))
    draft.listed("淄博", "滨州")
    days = [date(2013, 12, 31), date(2014, 1, 1), date(2014, 12, 31), date(2015, 1, 1)]
    assert [draft.read(day).type for day in days] == ["UNKNOWN", "STRONG", "STRONG", "UNKNOWN"]


def test_an_undated_group_has_all_its_seats_and_no_chair() -> None:
    draft = led_by_vice_governor()
    draft.seats = [Seat("g", "member", unit="淄博", valid_to=END), *draft.seats]
    draft.seat("member", "济南长", end=END)
    assert "济南" not in draft.read().members
    draft.says(issuers=("山东",), undated=True)
    reading = draft.read()
    assert set(reading.members) == {"济南", "淄博", "滨州"}
    assert (reading.type_if_known_only, reading.gap_min, *outcome(reading)) == (
        None, None, "UNKNOWN", {"undated"},
    )  # fmt: skip


def test_governments_and_agencies_in_one_roster_under_each_scope() -> None:
    draft = led_by_vice_governor()
    draft.listed(draft.agency("河北厅", 6, "河北"))
    auto, narrow, wide = (draft.read(scope=s) for s in ("auto", "governments", "all"))
    assert auto == narrow
    assert (narrow.type, narrow.lc, narrow.gap_min) == ("STRONG", 1, 1)
    assert (wide.type, wide.lc, wide.gap_min) == ("WEAK", 2 / 3, 1)
    assert (narrow.members["河北厅"].in_scope, wide.members["河北厅"].in_scope) == (False, True)
    assert (common(narrow), common(wide)) == ({"山东"}, {"cn"})


def test_a_group_of_agencies_is_judged_over_all() -> None:
    draft = shandong()
    draft.seat("chair", "副省长")
    draft.listed(draft.agency("水利厅", 6, "山东"), draft.agency("环保厅", 6, "山东"))
    draft.says(issuers=("山东",))
    reading = draft.read()
    assert (reading.scope, reading.origin, reading.type) == ("all", "superior", "STRONG")
    assert draft.read(scope="governments").type == "NOT_A_GROUP"


def test_a_group_that_does_not_exist_on_the_day_is_refused() -> None:
    draft = led_by_vice_governor()
    draft.group = type(draft.group)("g", "g", "领导小组", valid_to=DAY)
    with pytest.raises(ValueError, match="does not exist"):
        draft.read(DAY)
