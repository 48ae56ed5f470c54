"""Sides of several chairs, hosts of agencies and origins, each derived by hand."""

from tests.reference.draft import common, led_by_vice_governor, outcome, possible, shandong
from tests.reference.world import Tie


def test_row_9_asks_for_no_line_at_all() -> None:
    draft = shandong()
    draft.division("甲县", "County", 4, "淄博")
    draft.seat("chair", "淄博长")
    draft.listed("淄博", "滨州")
    assert outcome(draft.read()) == ("SELF_FORMING", {"origin_inferred"})
    draft.listed("甲县")
    reading = draft.read()
    assert outcome(reading) == ("UNKNOWN", {"mandated_peer", "origin_unknown"})
    assert (reading.type_if_known_only, possible(reading)) == ("WEAK", {"SELF_FORMING", "WEAK"})


def test_an_outside_member_does_not_split_the_chairs_into_sides() -> None:
    draft = led_by_vice_governor()
    draft.says(leadership="co_chairs")
    draft.seat("chair", draft.post("二副省长", "山东", "DEPUTY_HEAD", 7))
    draft.listed(draft.agency("法院", 6, "山东", branch="court"))
    reading = draft.read(scope="all")
    assert reading.members["淄博"].relation == "LINE"
    assert (reading.lc, *outcome(reading)) == (1, "STRONG", {"outside_command"})


def test_a_vertical_office_is_in_the_line_of_the_co_chair_who_leads_its_system() -> None:
    draft = shandong()
    draft.says(leadership="co_chairs")
    draft.agency("税务总局", 8, "cn")
    draft.seat("chair", "副省长")
    draft.seat("chair", draft.post("局长", "税务总局", "DEPT_HEAD", 8))
    draft.listed(draft.agency("省税务局", 6, "税务总局", by="LED_BY"), "淄博")
    members = draft.read(scope="all").members
    assert {u: (m.relation, m.by) for u, m in members.items()} == {
        "省税务局": ("OWN", "局长"),
        "淄博": ("OWN", "副省长"),
    }


def test_a_co_chair_from_an_agency_brings_no_government() -> None:
    draft = shandong()
    draft.says(leadership="co_chairs")
    draft.agency("水利厅", 6, "山东")
    draft.seat("chair", draft.post("厅长", "水利厅", "DEPT_HEAD", 6))
    draft.seat("chair", "济南长")
    draft.listed("淄博")
    assert set(draft.read().members) == {"济南", "淄博"}


def test_a_division_is_host_of_a_group_of_its_agencies() -> None:
    draft = shandong()
    draft.seat("chair", "山东长")
    draft.seat("deputy_chair", "副省长")
    draft.listed(draft.agency("水利厅", 6, "山东"), draft.agency("环保厅", 6, "山东"))
    reading = draft.read()
    assert set(reading.hosts) == {"cn", "山东"}
    assert set(reading.members) == {"水利厅", "环保厅"}
    assert (reading.lc, *outcome(reading)) == (1, "STRONG", set())


def test_a_meeting_of_one_government_and_one_agency_is_not_collective() -> None:
    draft = shandong()
    draft.says("联席会议", "collective")
    draft.listed("淄博", draft.agency("水利厅", 6, "山东"))
    assert draft.read().leadership == "unknown"


def test_nobody_is_superior_to_no_members() -> None:
    draft = shandong()
    draft.says(issuers=("河北",))
    draft.seat("chair", "副省长")
    draft.listed(*(draft.agency(u, 6, None, branch="enterprise") for u in ("甲", "乙")))
    reading = draft.read()
    assert (reading.origin, reading.type, possible(reading)) == (
        "third_party",
        "UNKNOWN",
        {"STRONG", "WEAK"},
    )


def test_an_issuer_above_every_other_member_is_superior() -> None:
    draft = shandong()
    draft.division("甲县", "County", 4, "淄博")
    draft.says(issuers=("淄博",))
    draft.seat("chair", "滨州长")
    draft.listed("淄博", "甲县")
    assert draft.read().origin == "superior"


def test_departments_and_governments_of_members_issue_for_them() -> None:
    draft = shandong()
    for city in ("淄博", "滨州", "沧州"):
        draft.agency(f"{city}局", 4, city)
    draft.seat("chair", "济南长")
    draft.says(issuers=("淄博局", "滨州"))
    draft.listed("淄博", "滨州局", "沧州局")
    assert draft.read(scope="all").origin == "members"
    assert draft.read(scope="governments").origin == "members"


def test_ministries_over_provinces_are_a_third_party() -> None:
    draft = shandong()
    draft.agency("部", 8, "cn")
    draft.says(issuers=("部",))
    draft.listed("山东", "河北")
    assert draft.read().origin == "third_party"


def test_two_offices_under_two_masters_have_two_lowest_superiors() -> None:
    draft = shandong()
    draft.agency("水利厅", 6, "山东")
    for office, city in (("甲局", "淄博"), ("乙局", "滨州")):
        draft.agency(office, 4, city)
        draft.ties.append(Tie(office, "水利厅", "LED_BY"))
        draft.listed(office)
    assert common(draft.read()) == {"水利厅"}
    draft.ties.append(Tie("乙局", "淄博", "DEPARTMENT_OF"))
    assert common(draft.read()) == {"水利厅", "淄博"}
