"""Chairs by name: one, several, rotating, collective, vacant, unknown; each derived by hand."""

from datetime import date, timedelta

from tests.reference.draft import Draft, outcome, possible, shandong
from tests.reference.world import Seat

END = date(2016, 1, 1)
EVE = END - timedelta(days=1)


def two_provinces() -> Draft:
    draft = shandong()
    draft.says(leadership="co_chairs", issuers=("山东", "河北"))
    draft.seat("chair", "山东长")
    draft.seat("chair", "河北长")
    draft.listed("淄博", "滨州", "沧州")
    return draft


def test_two_provinces_as_co_chairs_each_have_their_side() -> None:
    reading = two_provinces().read()
    assert set(reading.members) == {"山东", "河北", "淄博", "滨州", "沧州"}
    assert {m.relation for m in reading.members.values()} == {"OWN"}
    assert (reading.members["沧州"].by, reading.members["沧州"].gap) == ("河北长", 2)
    assert (outcome(reading), reading.lc) == (("SELF_FORMING", set()), None)


def test_every_member_own_by_co_chairs_and_mandated() -> None:
    draft = two_provinces()
    draft.says(leadership="co_chairs", issuers=("cn",))
    reading = draft.read()
    assert outcome(reading) == ("WEAK", {"mandated_peer"})


def test_a_third_province_is_on_nobodys_side() -> None:
    draft = two_provinces()
    draft.listed(draft.division("河南", "Province", 8, "cn"))
    reading = draft.read()
    assert (reading.members["河南"].relation, reading.gap_min, reading.lc) == ("PEER", 0, 0)
    assert (reading.type, reading.veto) == ("SELF_FORMING", 1)


def test_a_co_chair_above_all_keeps_the_line() -> None:
    draft = two_provinces()
    draft.seat("chair", draft.post("副总理", "cn", "DEPUTY_HEAD", 9))
    reading = draft.read()
    assert (reading.members["淄博"].relation, reading.members["淄博"].by) == ("LINE", "副总理")
    assert (reading.members["山东"].relation, reading.lc, reading.type) == ("OWN", 1, "STRONG")


def test_rotating_chairs_own_their_governments() -> None:
    draft = shandong()
    draft.says(leadership="rotating")
    draft.seat("chair", "淄博长", rotating=True)
    draft.listed("滨州")
    reading = draft.read()
    assert (set(reading.members), reading.leadership) == ({"淄博", "滨州"}, "rotating")
    assert outcome(reading) == ("SELF_FORMING", {"origin_inferred"})


def test_a_consultative_conference_of_cppcc_chairs() -> None:
    draft = shandong()
    draft.says("联席会议", "rotating")
    for city in ("淄博", "滨州"):
        body = draft.agency(f"{city}政协", 6, city, branch="cppcc")
        post = draft.post(f"{city}政协主席", body, "HEAD", 6, branch="cppcc")
        draft.seat("chair" if city == "淄博" else "member", post, rotating=city == "淄博")
    draft.listed("淄博政协")
    reading = draft.read()
    assert set(reading.members) == {"淄博政协", "滨州政协"}
    assert {u: m.relation for u, m in reading.members.items()} == {
        "淄博政协": "OWN",
        "滨州政协": "OUTSIDE",
    }
    assert (reading.scope, reading.type) == ("all", "UNCLASSIFIED")
    assert reading.flags == {"outside_only", "outside_command"}


def meeting() -> Draft:
    draft = shandong()
    draft.listed("淄博", "滨州")
    return draft


def test_a_mayors_meeting_founded_by_its_members() -> None:
    draft = meeting()
    draft.says("市长联席会议", "collective", issuers=("淄博", "滨州"))
    reading = draft.read()
    assert (reading.leadership, reading.chairs, reading.origin) == (
        "collective",
        frozenset(),
        "members",
    )
    assert {(m.relation, m.by) for m in reading.members.values()} == {("OWN", None)}
    assert (outcome(reading), reading.lc) == (("SELF_FORMING", set()), None)


def test_a_mayors_meeting_founded_from_above() -> None:
    draft = meeting()
    draft.says("市长联席会议", "collective", issuers=("山东",))
    reading = draft.read()
    assert outcome(reading) == ("WEAK", {"mandated_peer"})


def test_a_meeting_of_unknown_origin_is_inferred_to_form_itself() -> None:
    draft = meeting()
    draft.says("市长联席会议", "unknown")
    reading = draft.read()
    assert (reading.leadership, reading.type) == ("collective", "SELF_FORMING")
    assert reading.flags == {"origin_inferred"}


def test_a_leading_small_group_without_a_chair_is_never_collective() -> None:
    draft = meeting()
    draft.says("领导小组", "unknown")
    assert draft.read().leadership == "unknown"


def test_a_meeting_in_which_one_member_commands_another_is_not_collective() -> None:
    draft = meeting()
    draft.listed(draft.division("甲县", "County", 4, "淄博"))
    draft.says("联席会议", "collective")
    reading = draft.read()
    assert (reading.leadership, *outcome(reading)) == ("unknown", "UNKNOWN", {"chair_unknown"})


def test_one_person_heads_all_members() -> None:
    draft = meeting()
    draft.seat("chair", "淄博长")
    draft.holds("兼任", "淄博长", "滨州长")
    assert outcome(draft.read()) == ("UNCLASSIFIED", {"one_person_heads_all"})
    assert draft.read(basis="seat").type == "SELF_FORMING"


def test_a_unit_in_the_chair_is_its_head() -> None:
    draft = shandong()
    draft.listed("淄博", "滨州")
    draft.seats.append(Seat("g", "chair", unit="山东"))
    reading = draft.read(basis="seat")
    assert (reading.gap_min, reading.lc, reading.type, reading.chairs) == (
        2,
        1,
        "STRONG",
        frozenset(),
    )


def test_successive_chairs_are_never_co_chairs() -> None:
    draft = shandong()
    draft.seat("chair", "淄博长", end=END)
    draft.seat("chair", "滨州长", start=END)
    draft.listed("济南", "沧州")
    before, after = draft.read(EVE), draft.read(END)
    assert [set(r.chairs) for r in (before, after)] == [{"淄博长"}, {"滨州长"}]
    assert (before.leadership, after.leadership) == ("single", "single")
    assert set(after.members) == {"济南", "沧州"}


def test_a_standing_committee_seat_raises_the_person_and_commands_nobody() -> None:
    draft = shandong()
    draft.seat("chair", "淄博长")
    draft.holds("高配", "淄博长", draft.post("省委常委", "山东", "COLLEGIAL", 7, branch="party"))
    draft.listed("淄博", "滨州")
    person, seat = draft.read(), draft.read(basis="seat")
    assert (person.gap_min, person.members["滨州"].relation) == (1, "OUTRANK_ONLY")
    assert (seat.gap_min, seat.members["滨州"].relation) == (0, "PEER")
    assert person.lc == seat.lc == 0
    assert person.hosts == seat.hosts == {"cn"}


def test_a_known_vacancy_is_not_an_unknown_chair() -> None:
    draft = shandong()
    draft.listed("淄博", "滨州")
    unknown = draft.read()
    draft.says(vacancy=True)
    vacant = draft.read()
    assert (outcome(unknown), possible(unknown)) == (("UNKNOWN", {"chair_unknown"}), None)
    assert (outcome(vacant), possible(vacant)) == (("VACANT", set()), {"VACANT"})


def test_a_name_without_a_post_is_no_known_chair() -> None:
    draft = shandong()
    draft.listed("淄博", "滨州")
    draft.seats.append(Seat("g", "chair", person="某"))
    assert draft.read().flags == {"chair_unknown"}
