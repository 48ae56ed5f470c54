"""Cases that real bodies taught, each reduced to its bones and derived by hand (DOMAIN.md section 7)."""

from dataclasses import replace
from datetime import date

from tests.reference.draft import Draft, outcome, possible, shandong
from tests.reference.world import Seat


def central() -> Draft:
    """A body of the centre with its premier in the chair, a vice-premier and a general office."""
    draft = Draft()
    draft.seat("chair", draft.post("总理", "cn", "HEAD", 10))
    draft.seat("deputy_chair", draft.post("副总理", "cn", "DEPUTY_HEAD", 9))
    draft.agency("国务院办公厅", 8, "cn", general_office=True)
    draft.says(roster="partial")
    return draft


def test_a_government_is_no_member_of_its_own_body() -> None:
    """Central leading groups of which only the centre's own officials are known (central-covid)."""
    draft = central()
    draft.seats.append(Seat("g", "member", person="某人"))
    reading = draft.read()
    assert (set(reading.hosts), set(reading.members)) == ({"cn"}, set())
    assert outcome(reading) == ("UNKNOWN", {"roster_unknown"})


def test_a_general_office_is_no_member_beside_its_own_government() -> None:
    """国务院食品安全委员会: two vice-premiers, an official of the general office, departments unread."""
    draft = central()
    draft.seat("member", draft.post("副秘书长", "国务院办公厅", "OTHER", None))
    draft.agency("监管总局", 8, "cn")
    draft.seat("office_director", draft.post("局长", "监管总局", "DEPT_HEAD", 8))
    reading = draft.read()
    assert set(reading.members) == set()
    assert outcome(reading) == ("UNKNOWN", {"roster_unknown"})


def test_a_department_makes_its_government_host_and_the_general_office_does_not() -> None:
    draft = shandong()
    draft.seat("chair", "济南长")
    draft.seat("deputy_chair", draft.post("济南副", "济南", "DEPUTY_HEAD", 6))
    draft.listed(draft.agency("滨州市府办", 4, "滨州", general_office=True))
    assert set(draft.read().hosts) == {"cn"}
    draft.listed(draft.agency("济南局", 5, "济南"))
    assert set(draft.read().hosts) == {"cn", "济南"}


def test_own_seats_alone_decide_only_with_a_complete_roster() -> None:
    """忻府区: secretary, head and the directors of both general offices; the members are not printed."""
    draft = central()
    draft.seat("deputy_chair", draft.post("办公厅主任", "国务院办公厅", "DEPT_HEAD", 8))
    for roster in ("partial", "unknown"):
        draft.says(roster=roster)
        reading = draft.read()
        assert outcome(reading) == ("UNKNOWN", {"own_unit_only", "roster_unknown"})
        assert possible(reading) is None
    draft.says(roster="complete")
    assert outcome(draft.read()) == ("UNCLASSIFIED", {"own_unit_only"})


def test_two_provinces_over_cities_of_both_are_superior_together() -> None:
    draft = shandong()
    draft.seat("chair", draft.post("副省长2", "山东", "DEPUTY_HEAD", 7))
    draft.listed("济南", "淄博", "沧州")
    draft.says(issuers=("山东", "河北"))
    reading = draft.read()
    assert reading.origin == "superior"
    assert outcome(reading) == ("WEAK", set())
    draft.listed("河北")
    assert draft.read().origin == "third_party"


def test_issuers_sit_by_a_department_that_is_not_in_scope() -> None:
    draft = shandong()
    for province in ("山东", "河北"):
        draft.listed(draft.agency(f"{province}厅", 6, province))
    draft.listed("济南", "沧州")
    draft.seat("chair", "济南长")
    draft.says(issuers=("山东", "河北"))
    reading = draft.read()
    assert (reading.scope, reading.origin) == ("governments", "members")
    assert outcome(reading) == ("SELF_FORMING", set())


def test_who_approves_is_the_issuer_and_who_asked_is_told() -> None:
    """珠江防汛抗旱总指挥部: the provinces asked jointly, the centre approved, a governor chairs."""
    draft = shandong()
    draft.seat("chair", "山东长")
    draft.listed("山东", "河北")
    draft.says(issuers=("cn",), petitioners=("山东", "河北"))
    reading = draft.read()
    assert reading.origin == "superior"
    assert outcome(reading) == ("WEAK", {"mandated_peer", "petitioned"})


def meeting(*units: str) -> Draft:
    """A joint meeting of the units without a stated chair."""
    draft = shandong()
    draft.says("联席会议", "unknown")
    draft.listed(*units)
    return draft


def test_who_presides_sits_as_a_member_and_does_not_chair() -> None:
    """甘青 rivers: the province that presided over a session of equals."""
    draft = meeting("山东")
    draft.seat("member", "河北长", presided=True)
    draft.says("联席会议", "unknown", issuers=("山东", "河北"))
    reading = draft.read()
    assert (set(reading.members), reading.leadership) == ({"山东", "河北"}, "collective")
    assert outcome(reading) == ("SELF_FORMING", set())


def test_no_meeting_is_collective_over_which_the_host_presides() -> None:
    """攀西: a member of the province's standing committee presides over two of its prefectures."""
    draft = meeting("淄博", "滨州")
    draft.seat("member", draft.post("省委常委", "山东", "COLLEGIAL", 7, "party"), presided=True)
    reading = draft.read()
    assert (set(reading.hosts), set(reading.members)) == ({"cn", "山东"}, {"淄博", "滨州"})
    assert reading.leadership == "unknown"
    assert outcome(reading) == ("UNKNOWN", {"chair_unknown"})


def test_no_meeting_is_collective_over_which_a_superior_of_one_member_presides() -> None:
    draft = meeting("淄博", "沧州")
    draft.seat("member", "副省长", presided=True)
    reading = draft.read()
    assert set(reading.hosts) == {"cn"}
    assert (reading.leadership, reading.type) == ("unknown", "UNKNOWN")


def test_a_ministry_that_presides_over_provinces_is_the_centres() -> None:
    draft = meeting("山东", "河北")
    draft.agency("部", 8, "cn")
    draft.seat("member", draft.post("副部长", "部", "DEPUTY_HEAD", 7), presided=True)
    assert draft.read().leadership == "unknown"


def test_a_member_that_presides_leaves_the_meeting_collective() -> None:
    draft = meeting("淄博", "沧州")
    draft.seat(
        "member", draft.post("局长", draft.agency("局", 4, "淄博"), "DEPT_HEAD", 4), presided=True
    )
    assert draft.read().leadership == "collective"


def chaired_by(*posts: str, name: str = "g") -> Draft:
    """A body over two provinces whose chair, of whatever post, holds others too."""
    draft = shandong()
    draft.post("政治局常委", "cn", "COLLEGIAL", 10, "party")
    draft.post("政治局委员", "cn", "COLLEGIAL", 9, "party")
    draft.post("政协主席", draft.agency("政协", 10, None, branch="cppcc"), "DEPT_HEAD", 10, "cppcc")
    draft.listed("山东", "河北")
    draft.holds("甲", *posts)
    draft.seat("chair", posts[0], person="甲")
    draft.group = replace(draft.group, name=name)
    return draft


def test_a_member_of_the_standing_committee_chairs_a_body_of_the_centre_as_such() -> None:
    """中央新疆工作协调小组: the CPPCC's chairman sits in its chair as a Standing Committee member."""
    draft = chaired_by("政协主席", "政治局常委", name="中央协调小组")
    for basis in ("person", "seat", "unit"):
        reading = draft.read(basis=basis)
        assert {m.relation for m in reading.members.values()} == {"LINE"}
        assert (reading.gap_min, *outcome(reading)) == (2, "STRONG", set())


def test_a_body_that_the_centre_founded_is_of_the_centre() -> None:
    draft = chaired_by("政协主席", "政治局常委")
    assert draft.read().lc == 0
    draft.says(issuers=("cn",))
    assert draft.read().lc == 1


def test_a_member_of_the_politburo_ranks_and_does_not_command() -> None:
    """京津冀 2013: the secretary of Beijing, of the Politburo, over peers."""
    draft = chaired_by("山东长", "政治局委员")
    draft.says(issuers=("cn",))
    reading = draft.read()
    assert (reading.gap_min, reading.lc) == (1, 0)
    assert outcome(reading) == ("WEAK", {"mandated_peer", "politburo_chair"})
    assert draft.read(basis="seat").gap_min == 0


def test_an_unknown_holder_has_no_term() -> None:
    draft = chaired_by("政协主席", "政治局常委", name="中央协调小组")
    draft.seats = [replace(seat, person=None) for seat in draft.seats]
    draft.holds("乙", "政协主席")
    assert draft.read().lc == 0


def test_terms_before_1982_are_not_covered() -> None:
    draft = chaired_by("政协主席", "政治局常委", name="中央协调小组")
    assert "rank_not_covered" in draft.read(date(1980, 1, 1)).flags
    assert "rank_not_covered" not in draft.read(date(1983, 1, 1)).flags


def test_a_governor_over_vice_governors_of_other_provinces_is_a_mandated_peer() -> None:
    """太湖: the governor of one province chairs, his own is no member, the others send deputies."""
    draft = shandong()
    draft.seat("chair", "山东长")
    for province in ("河北", "河南"):
        if province != "河北":
            draft.division(province, "Province", 8, "cn")
        draft.seat("deputy_chair", draft.post(f"{province}副", province, "DEPUTY_HEAD", 7))
    draft.says(issuers=("cn",))
    reading = draft.read()
    assert (set(reading.members), reading.gap_min, reading.lc) == ({"河北", "河南"}, 1, 0)
    assert outcome(reading) == ("WEAK", {"mandated_peer"})


def test_a_department_of_a_peer_is_a_peer_and_one_of_a_superior_is_not() -> None:
    draft = shandong()
    draft.seat("chair", draft.post("局长", draft.agency("滨州局", 4, "滨州"), "DEPT_HEAD", 4))
    draft.listed("淄博", "沧州")
    draft.says(issuers=("cn",))
    assert outcome(draft.read()) == ("WEAK", {"mandated_peer"})
    draft.seats = draft.seats[1:]
    draft.seat("chair", draft.post("厅长", draft.agency("厅", 6, "山东"), "DEPT_HEAD", 6))
    assert outcome(draft.read()) == ("WEAK", set())


def test_a_government_sits_in_no_body_that_it_runs_whoever_else_sits() -> None:
    """湖南: secretaries of the province, its general office and its CPPCC; ten seats were not read."""
    draft = shandong()
    draft.seat("chair", "山东长")
    draft.seat("deputy_chair", "副省长")
    draft.agency("省委办公厅", 6, "山东", branch="party", general_office=True)
    draft.seat("member", draft.post("秘书长", "省委办公厅", "OTHER", None, "party"))
    draft.listed(draft.agency("省政协", 8, None, branch="cppcc"))
    draft.says(place="山东", roster="partial")
    reading = draft.read()
    assert (set(reading.hosts), set(reading.members)) == ({"山东"}, {"省政协"})
    assert outcome(reading) == ("UNKNOWN", {"roster_unknown", "outside_command"})
