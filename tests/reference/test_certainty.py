"""How sure a type is (DOMAIN.md section 9), each case derived by hand."""

import pytest

from tests.reference.draft import DAY, Draft, led_by_vice_governor, possible, shandong
from tests.reference.reading import GroupReading
from tests.reference.world import Seat, Tenure, Tie, Unit


def sure(reading: GroupReading) -> tuple[str, str | None, set[str]]:
    """The type, how sure it is, and what it rests on."""
    return reading.type, reading.type_certainty, set(reading.rests_on)


def county_group(chair: str) -> Draft:
    """Two departments of a county in a group that the county runs, the roster not complete."""
    draft = shandong()
    draft.division("甲县", "County", 4, "淄博")
    draft.post("县长", "甲县", "HEAD", 4)
    draft.listed(draft.agency("教育局", 2, "甲县"), draft.agency("财政局", 2, "甲县"))
    draft.post("教育局长", "教育局", "DEPT_HEAD", 2)
    draft.seat("chair", chair)
    draft.says(issuers=("甲县",), roster="partial", place="甲县")
    return draft


def test_a_whole_roster_and_a_known_founder_leave_nothing_open() -> None:
    assert sure(led_by_vice_governor().read()) == ("STRONG", "identified", set())


def test_a_host_calls_whom_it_leads() -> None:
    assert sure(county_group("县长").read()) == (
        "STRONG", "by_convention", {"roster_below_host"},
    )  # fmt: skip


def test_below_a_host_that_the_chair_does_not_command_anybody_may_join() -> None:
    reading = county_group("教育局长").read()
    assert (sure(reading), reading.type_if_known_only) == (("WEAK", "identified", set()), "WEAK")


def test_whoever_joins_a_chair_of_the_centre_is_commanded() -> None:
    draft = shandong()
    draft.seat("chair", draft.post("副总理", "cn", "DEPUTY_HEAD", 9))
    draft.listed("山东", "河北")
    draft.says(roster="partial")
    assert sure(draft.read()) == ("STRONG", "identified", set())


def test_anybody_may_join_a_joint_body() -> None:
    draft = shandong()
    draft.seat("chair", "淄博长")
    draft.listed("淄博", "滨州")
    draft.says(roster="partial")
    assert (sure(draft.read())[:2], possible(draft.read())) == (
        ("UNKNOWN", "open"), {"SELF_FORMING", "WEAK"},
    )  # fmt: skip
    draft.says(roster="complete")
    assert sure(draft.read()) == ("SELF_FORMING", "by_convention", {"origin_inferred"})
    draft.says(issuers=("淄博", "滨州"), roster="partial")
    assert sure(draft.read()) == ("SELF_FORMING", "identified", set())


def test_all_heads_lead_by_the_form_alone() -> None:
    draft = shandong()
    draft.listed("淄博", "滨州")
    draft.says(kind="联席会议", leadership="unknown", issuers=("淄博", "滨州"), roster="partial")
    assert sure(draft.read()) == ("SELF_FORMING", "by_convention", {"collective_form"})
    draft.says(kind="联席会议", leadership="unknown")
    assert sure(draft.read()) == (
        "SELF_FORMING", "by_convention", {"collective_form", "origin_inferred"},
    )  # fmt: skip
    draft.says(kind="联席会议", leadership="rotating", roster="partial")
    assert sure(draft.read()) == ("SELF_FORMING", "by_convention", {"origin_inferred"})


def test_a_founder_that_is_not_known_leaves_row_10_open() -> None:
    draft = led_by_vice_governor()
    draft.listed("沧州")
    draft.says()
    assert (sure(draft.read())[:2], possible(draft.read())) == (
        ("UNKNOWN", "open"), {"SELF_FORMING", "WEAK"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("standing", "expected"),
    [("sar", ("STRONG", "by_convention", {"sar_line"})), ("taiwan", ("WEAK", "identified", set()))],
)
def test_regions_outside_the_ladder(standing: str, expected: tuple[str, str, set[str]]) -> None:
    draft = shandong()
    draft.units.append(Unit("港", "港", "Province", None, standing=standing))  # type: ignore[arg-type]
    if standing == "sar":
        draft.ties.append(Tie("港", "cn", "PART_OF"))
    draft.listed("山东", "河北", "港")
    draft.seat("chair", draft.post("副总理", "cn", "DEPUTY_HEAD", 9))
    draft.says(issuers=("cn",))
    assert sure(draft.read()) == expected


def test_a_post_stays_in_the_chair_when_its_person_has_left_it() -> None:
    draft = led_by_vice_governor(person="李")
    draft.tenures.append(Tenure("李", "副省长", valid_to=DAY))
    assert sure(draft.read()) == ("STRONG", "by_convention", {"post_kept"})
    draft.tenures[-1] = Tenure("李", "副省长")
    assert sure(draft.read()) == ("STRONG", "identified", set())


def test_too_little_known_is_no_question_of_certainty() -> None:
    draft = shandong()
    draft.listed("淄博", "滨州")
    assert sure(draft.read()) == ("UNKNOWN", None, set())
    draft.seats[:] = [Seat("g", "member", unit="淄博")]
    draft.says(roster="partial")
    assert sure(draft.read()) == ("UNKNOWN", None, set())
