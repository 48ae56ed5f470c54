"""Relation, coverage and type at their boundaries, each derived by hand."""

from datetime import date, timedelta

import pytest

from tests.reference.draft import Draft, common, led_by_vice_governor, outcome, possible, shandong
from tests.reference.relation import Relation
from tests.reference.world import Branch, Tie

END = date(2016, 1, 1)
EVE = END - timedelta(days=1)


def relations(draft: Draft, *, scope_all: bool = True) -> dict[str, Relation | None]:
    reading = draft.read(scope="all" if scope_all else "auto")
    return {uid: member.relation for uid, member in reading.members.items()}


def test_a_government_post_over_a_party_department_crosses_branches() -> None:
    draft = shandong()
    draft.seat("chair", "副省长", person="甲")
    draft.listed(draft.agency("宣传部", 6, "山东", branch="party"), draft.agency("厅", 6, "山东"))
    assert "cross_branch" in draft.read().flags
    draft.post("副书记", "山东", "DEPUTY_HEAD", 7, branch="party")
    draft.holds("甲", "副省长", "副书记")
    assert "cross_branch" not in draft.read().flags
    assert "cross_branch" in draft.read(basis="seat").flags


@pytest.mark.parametrize("branch", ["court", "military", "congress", "cppcc", "procuratorate"])
def test_courts_and_armed_police_are_outside(branch: Branch) -> None:
    draft = led_by_vice_governor()
    draft.listed(draft.agency("院", 6, "山东", branch=branch))
    wide = draft.read(scope="all")
    assert wide.members["院"].relation == "OUTSIDE"
    assert (outcome(wide), wide.lc) == (("STRONG", {"outside_command"}), 1)
    assert outcome(draft.read()) == ("STRONG", set())


def test_a_tax_bureau_is_outside_unless_the_chair_commands_its_system() -> None:
    draft = shandong()
    draft.agency("税务总局", 8, "cn")
    draft.listed(draft.agency("省税务局", 6, "税务总局", by="LED_BY"), "淄博", "滨州")
    draft.seat("chair", "副省长", end=END)
    draft.seat("chair", draft.post("副总理", "cn", "DEPUTY_HEAD", 9), start=END)
    before, after = draft.read(EVE, scope="all"), draft.read(scope="all")
    assert before.members["省税务局"].relation == "OUTSIDE"
    assert after.members["省税务局"].relation == "LINE"
    assert before.type == after.type == "STRONG"


def test_party_posts_command_mass_organisations() -> None:
    draft = led_by_vice_governor("甲")
    draft.listed(draft.agency("工会", 6, "山东", branch="mass_organisation"))
    assert relations(draft)["工会"] == "OUTSIDE"
    draft.holds("甲", "副省长", draft.post("副书记", "山东", "DEPUTY_HEAD", 7, branch="party"))
    assert relations(draft)["工会"] == "LINE"


def test_only_outside_members_leave_nothing_to_judge() -> None:
    draft = shandong()
    draft.seat("chair", "副省长")
    draft.listed(*(draft.agency(uid, 6, "山东", branch="court") for uid in ("甲院", "乙院")))
    reading = draft.read()
    assert (reading.type, reading.lc, reading.gap_min) == ("UNCLASSIFIED", None, None)
    assert reading.flags == {"outside_only", "outside_command"}


def test_a_company_of_unknown_link_is_carried_through() -> None:
    draft = led_by_vice_governor()
    draft.listed(draft.agency("公司", 6, None, branch="enterprise"))
    reading = draft.read(scope="all")
    assert reading.members["公司"].relation == "UNKNOWN"
    assert (reading.lc_min, reading.lc_max) == (2 / 3, 1)
    assert outcome(reading) == ("UNKNOWN", {"link_unknown"})
    assert possible(reading) == {"STRONG", "WEAK"}
    draft.listed("沧州")
    settled = draft.read(scope="all")
    assert (settled.lc_min, settled.lc_max, settled.type) == (0.5, 0.75, "WEAK")


def test_guidance_is_no_command() -> None:
    draft = led_by_vice_governor()
    draft.agency("省局", 6, "山东")
    draft.listed(draft.agency("市局", 4, "省局", by="GUIDED_BY"))
    assert relations(draft)["市局"] == "UNKNOWN"


def test_a_general_office_issues_for_its_government() -> None:
    draft = led_by_vice_governor()
    draft.agency("办公厅", 6, "山东", general_office=True)
    draft.says(issuers=("办公厅",))
    assert draft.read().origin == "superior"


def test_a_department_head_over_his_own_agencys_neighbours() -> None:
    draft = shandong()
    draft.agency("水利厅", 6, "山东")
    draft.seat("chair", draft.post("厅长", "水利厅", "DEPT_HEAD", 6))
    draft.listed("水利厅", draft.agency("环保厅", 6, "山东"), draft.agency("住建厅", 6, "山东"))
    draft.says(issuers=("山东",))
    reading = draft.read()
    assert (reading.lc, reading.gap_min, reading.origin) == (0, 0, "superior")
    assert outcome(reading) == ("WEAK", {"mandated_peer"})
    assert (common(reading), reading.chair_distance) == ({"山东"}, -1)


def test_a_chair_without_line_who_outranks() -> None:
    draft = shandong()
    draft.seat("chair", "河北长")
    draft.listed("淄博", "滨州")
    draft.says(issuers=("山东",))
    reading = draft.read()
    assert {m.relation for m in reading.members.values()} == {"OUTRANK_ONLY"}
    assert (reading.gap_min, reading.lc, *outcome(reading)) == (2, 0, "WEAK", set())
    draft.says()
    assert draft.read().flags == {"origin_unknown"}
    draft.says(issuers=("河北",))
    assert draft.read().flags == {"third_party_origin"}


def test_a_member_above_another_member() -> None:
    draft = shandong()
    draft.division("甲县", "County", 4, "淄博")
    draft.seat("chair", "淄博长")
    draft.listed("淄博", "甲县", "滨州")
    draft.says(issuers=("淄博", "滨州"))
    reading = draft.read()
    assert {u: m.relation for u, m in reading.members.items()} == {
        "淄博": "OWN",
        "甲县": "LINE",
        "滨州": "PEER",
    }
    assert (reading.lc, reading.gap_min, reading.type) == (0.5, 0, "SELF_FORMING")
    assert common(reading) == {"山东"}


def test_a_broken_parent_chain_is_unknown_and_not_the_centre() -> None:
    draft = shandong()
    draft.seat("chair", draft.post("副总理", "cn", "DEPUTY_HEAD", 9))
    draft.division("甲县", "County", 4, draft.division("孤市", "Prefecture", 6, None))
    draft.listed("甲县", "淄博")
    reading = draft.read()
    assert reading.members["甲县"].relation == "UNKNOWN"
    assert (common(reading), reading.chair_distance) == (None, None)
    assert (reading.type, possible(reading)) == ("UNKNOWN", {"SELF_FORMING", "STRONG", "WEAK"})


def test_special_administrative_regions_have_no_rank() -> None:
    draft = shandong()
    draft.listed(draft.division("香港", "Province", None, "cn"), "山东")
    draft.seat("chair", "河北长", end=END)
    draft.seat("chair", draft.post("副总理", "cn", "DEPUTY_HEAD", 9), start=END)
    before, after = draft.read(EVE), draft.read(END)
    assert before.members["香港"].relation == "UNRANKED"
    assert (before.gap_min, before.gap_min_at_most, before.gap_max) == (None, 0, 0)
    assert (after.members["香港"].relation, after.gap_min, after.gap_min_at_most) == (
        "LINE",
        None,
        1,
    )
    assert outcome(after) == ("STRONG", {"rank_missing"})


def test_a_chair_whom_his_own_cities_appointed() -> None:
    draft = shandong()
    draft.seat("chair", "副省长")
    draft.listed("淄博", "滨州")
    draft.says(issuers=("淄博", "滨州"))
    assert outcome(draft.read()) == ("STRONG", {"self_initiated"})


def test_dual_command_has_two_lowest_common_superiors() -> None:
    draft = shandong()
    draft.ties.extend([Tie("淄博", "河北", "PART_OF"), Tie("滨州", "河北", "PART_OF")])
    draft.listed("淄博", "滨州")
    draft.seat("chair", "副省长")
    reading = draft.read()
    assert (common(reading), reading.chair_distance, reading.lc) == ({"山东", "河北"}, None, 1)
