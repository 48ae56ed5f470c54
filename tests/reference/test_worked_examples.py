"""The worked examples of DOMAIN.md section 3, each derived by hand."""

from datetime import date, timedelta

from tests.reference.draft import Draft, common, outcome, possible, shandong

MERGER = date(2019, 1, 9)
EVE = MERGER - timedelta(days=1)


def air() -> Draft:
    """Beijing and three provinces round it, with one ministry; issued by the centre."""
    draft = Draft()
    for uid in ("北京", "天津", "河北", "山东"):
        draft.division(uid, "Province", 8, "cn")
        draft.seat("member", draft.post(f"{uid}长", uid, "HEAD", 8))
    draft.agency("环保部", 8, "cn")
    draft.seat("member", draft.post("部长", "环保部", "DEPT_HEAD", 8))
    draft.says(issuers=("cn",))
    return draft


def air_2013() -> Draft:
    """In the chair the secretary of Beijing, who sits on the Politburo."""
    draft = air()
    draft.seat("chair", draft.post("北京书记", "北京", "HEAD", 8, branch="party"))
    draft.holds("郭", "北京书记", draft.post("政治局委员", "cn", "COLLEGIAL", 9, branch="party"))
    return draft


def test_air_2013_is_led_by_a_peer() -> None:
    reading = air_2013().read(basis="seat")
    assert reading.hosts == {"cn"}
    assert reading.scope == "governments"
    assert {u: (m.relation, m.gap) for u, m in reading.members.items()} == {
        "北京": ("OWN", 0),
        "天津": ("PEER", 0),
        "河北": ("PEER", 0),
        "山东": ("PEER", 0),
        "环保部": ("PEER", 0),
    }
    assert (reading.lc, reading.gap_min, reading.veto, reading.unbound) == (0, 0, 3, 3)
    assert reading.origin == "superior"
    assert outcome(reading) == ("WEAK", {"mandated_peer", "politburo_chair"})
    assert possible(reading) == {"WEAK"}


def test_air_2013_on_the_person_basis_outranks_and_stays_weak() -> None:
    reading = air_2013().read()
    assert reading.members["天津"].relation == "OUTRANK_ONLY"
    assert (reading.lc, reading.gap_min, reading.veto) == (0, 1, 0)
    assert outcome(reading) == ("WEAK", {"mandated_peer", "politburo_chair"})


def test_air_2018_is_led_by_a_vice_premier() -> None:
    draft = air()
    draft.seat("chair", draft.post("副总理", "cn", "DEPUTY_HEAD", 9), person="韩")
    draft.holds("韩", "副总理", draft.post("常委", "cn", "COLLEGIAL", 10, branch="party"))
    seat, person = draft.read(basis="seat"), draft.read(basis="person")
    # The body is the centre's: its chair sits there as a member of the Standing Committee.
    assert (seat.gap_min, person.gap_min) == (2, 2)
    assert seat.lc == person.lc == 1
    assert outcome(seat) == ("STRONG", set())
    assert (common(seat), seat.chair_distance) == ({"cn"}, 0)
    assert draft.read(basis="unit").gap_min == 2


def jinan_laiwu() -> Draft:
    """济南 and 莱芜 listed as members by their own agreement; the mayor of 济南 supposed."""
    draft = Draft()
    draft.division("山东", "Province", 8, "cn")
    draft.division("济南", "Prefecture", 7, "山东")
    draft.division("莱芜", "Prefecture", 6, "山东", end=MERGER)
    draft.division("莱芜区", "County", 5, "济南", start=MERGER)
    draft.listed("济南", "莱芜")
    draft.says(leadership="unknown", roster="partial", issuers=("济南", "莱芜"))
    return draft


def with_mayor(draft: Draft) -> Draft:
    draft.seat("chair", draft.post("济南市市长", "济南", "HEAD", 7))
    return draft


def test_jinan_laiwu_as_documented_is_unknown() -> None:
    reading = jinan_laiwu().read(EVE)
    assert (reading.type, possible(reading)) == ("UNKNOWN", None)
    assert reading.flags == {"chair_unknown", "partial_roster"}
    assert (reading.lc, reading.gap_min, reading.members["莱芜"].relation) == (None, None, None)


def test_jinan_laiwu_on_the_eve_is_self_forming() -> None:
    reading = with_mayor(jinan_laiwu()).read(EVE)
    assert reading.hosts == {"cn"}
    assert (reading.members["济南"].relation, reading.members["莱芜"].relation) == (
        "OWN",
        "OUTRANK_ONLY",
    )
    assert (reading.gap_min, reading.lc, reading.origin) == (1, 0, "members")
    assert outcome(reading) == ("SELF_FORMING", {"partial_roster"})
    assert (common(reading), reading.chair_distance) == ({"山东"}, -1)


def test_jinan_laiwu_on_the_day_of_the_merger_is_no_group() -> None:
    reading = with_mayor(jinan_laiwu()).read(MERGER)
    assert set(reading.members) == {"济南"}
    assert reading.scope == "governments"
    assert outcome(reading) == ("NOT_A_GROUP", {"member_lost"})


def test_jinan_laiwu_with_its_explicit_successor_is_strong() -> None:
    draft = with_mayor(jinan_laiwu())
    draft.listed("莱芜区")
    reading = draft.read(MERGER)
    assert reading.hosts == {"cn", "济南"}
    assert (reading.members["济南"].relation, reading.members["莱芜区"].relation) == (
        "OWN",
        "LINE",
    )
    assert (reading.gap_min, reading.lc) == (2, 1)
    assert outcome(reading) == ("STRONG", {"partial_roster"})
    assert reading.rests_on == {"roster_below_host"}


def test_vice_governor_over_jinan_commands_without_outranking() -> None:
    draft = shandong()
    draft.seat("chair", "副省长")
    draft.listed("济南", "淄博")
    draft.says(issuers=("山东",))
    reading = draft.read()
    assert {"cn", "山东"} == reading.hosts
    assert (reading.members["济南"].relation, reading.members["济南"].gap) == ("LINE", 0)
    assert (reading.gap_min, reading.gap_median, reading.gap_max, reading.lc) == (0, 0, 1, 1)
    assert outcome(reading) == ("STRONG", {"delegated"})
    assert (common(reading), reading.chair_distance) == ({"山东"}, 0)


def test_bureau_head_outranks_two_counties_and_commands_neither() -> None:
    draft = shandong()
    for uid in ("甲县", "乙县"):
        draft.division(uid, "County", 4, "淄博")
    draft.agency("水利厅", 6, "山东")
    draft.seat("chair", draft.post("厅长", "水利厅", "DEPT_HEAD", 6))
    draft.listed("甲县", "乙县")
    draft.says(issuers=("山东",))
    reading = draft.read()
    assert {m.relation for m in reading.members.values()} == {"OUTRANK_ONLY"}
    assert (reading.gap_min, reading.lc, reading.veto) == (2, 0, 0)
    assert outcome(reading) == ("WEAK", set())
    assert (common(reading), reading.chair_distance) == ({"淄博"}, None)
