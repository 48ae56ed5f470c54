"""A name where a query wants a uid: one thing is taken, several are listed, none is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.ask.query import pair, read_values
from graph.ask.uids import with_uids
from graph.catalogue import catalogue_with, queries
from graph.catalogue.types import UIDS
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.places.find import find_place
from tests.cli.conftest import Run

OF_ALL_KINDS = catalogue_with([Path(__file__).parent / "uid_queries"])["of_all_kinds"]
NOT_OF_UIDS = {
    ("persons_named", "text"),
    ("units_named", "text"),
    ("titles", "text"),
    ("as_stored", "uids"),
    ("foreign_uids", "uids"),
    ("export_nodes", "uids"),
    ("export_ties", "uids"),
}
"""Lookups that take a name anyhow, two by which loaders compare, and two that are handed a found region."""
NOTICE = "国务院办公厅关于成立京津冀及周边地区大气污染防治领导小组的通知"


def resolved(database: Database, *given: str) -> tuple[dict[str, object], list[str]]:
    """The values of the query of all kinds that are given, and the notes in English."""
    values, _ = read_values(OF_ALL_KINDS, dict(map(pair, given)))
    found, notes = with_uids(database, OF_ALL_KINDS, values)
    return {k: v for k, v in found.items() if v and k != "as_of"}, [note.en for note in notes]


ONE = [
    ("group=粤港澳大湾区建设领导小组", "group:gba-lsg"),
    ("group=gba-lsg", "group:gba-lsg"),
    ("unit=财政部", "agency:财政部"),
    ("unit=370100", "div:370100:济南市:2"),
    ("division=广东省", "div:440000:广东省"),
    ("division=Jilin", "div:220000:吉林省"),
    ("place=莱芜市", "div:371200:莱芜市"),
    ("person=韩正", "person:韩正"),
    ("post=广东省委书记", "post:广东省委书记"),
    (f"document={NOTICE}", "doc:国办发〔2018〕54号"),
    ("document=国办发〔2018〕54号", "doc:国办发〔2018〕54号"),
    ("source=京津冀及周边地区大气污染防治领导小组成立", "A04"),
    ("thing=韩正", "person:韩正"),
    ("thing=财政部", "agency:财政部"),
    ("thing=gba-lsg", "group:gba-lsg"),
]


@pytest.mark.parametrize(("given", "uid"), ONE)
def test_a_name_of_one_thing_is_its_uid(loaded: Database, given: str, uid: str) -> None:
    name, text = pair(given)
    found, notes = resolved(loaded, given)
    assert found == {name: uid}
    assert notes[-1] == f"{name}: {text} is {uid}."
    assert resolved(loaded, f"{name}={uid}") == ({name: uid}, [])


def test_every_kind_is_resolved() -> None:
    kinds = {kind for p in OF_ALL_KINDS.parameters for kind in (p.type.item or p.type).uid}
    assert kinds == set(UIDS)
    assert {p.name for p in OF_ALL_KINDS.parameters} - {"groups", "region", "as_of"} == {
        pair(given)[0] for given, _ in ONE
    }


@pytest.mark.parametrize(
    ("given", "candidates"),
    [
        ("group=大气", ["group:bth-air-lsg", "group:yrd-air-coop"]),
        ("unit=鼓楼区", ["320106", "350102", "410204"]),
        ("division=鼓楼区", ["320106", "350102", "410204"]),
        ("place=鼓楼区", ["320106", "350102", "410204"]),
        ("person=刘伟", ["person:刘伟@河南省", "person:刘伟@财政部"]),
        ("thing=刘伟", ["person:刘伟@河南省", "person:刘伟@财政部"]),
    ],
)
def test_a_name_of_several_is_refused(loaded: Database, given: str, candidates: list[str]) -> None:
    with pytest.raises(AmbiguousName) as refused:
        resolved(loaded, given, "as_of=2018-12-25")
    assert [c for c in candidates if c not in str(refused.value)] == []


@pytest.mark.parametrize(
    ("given", "suggested"),
    [
        ("group=粤港澳大弯区建设领导小组", "group:gba-lsg"),
        ("unit=广东生", "广东省 440000"),
        ("division=广东生", "广东省 440000"),
        ("place=广东生", "广东省 440000"),
        ("person=韩政", "person:韩正"),
        ("post=广东省委书计", "post:广东省委书记"),
        (f"document={NOTICE[:-2]}", "doc:国办发〔2018〕54号"),
        ("source=国务院", "A139"),
        ("thing=广东生", "广东省 440000"),
        ("groups=gba-lsg,粤港澳大弯区建设领导小组", "group:gba-lsg"),
    ],
)
def test_a_name_of_none_is_refused(loaded: Database, given: str, suggested: str) -> None:
    with pytest.raises(UnknownName) as refused:
        resolved(loaded, given)
    assert suggested in str(refused.value)


def test_a_uid_of_another_kind_is_refused(loaded: Database) -> None:
    with pytest.raises(
        InputError, match=r"group:gba-lsg cannot be unit\. Give the name or uid of a"
    ):
        resolved(loaded, "unit=group:gba-lsg")
    with pytest.raises(InputError, match="is an agency"):
        resolved(loaded, "place=财政部")


def test_the_day_of_the_question_counts(loaded: Database) -> None:
    """On a day a division is what stood in its place, and the notes say so; a place is of any day."""
    after = resolved(loaded, "division=莱芜市", "as_of=2020-01-01")
    assert after[0] == {"division": "div:370100:济南市:2"}
    assert "merged" in after[1][0]
    before = resolved(loaded, "division=莱芜市", "as_of=2018-12-25")
    assert before[0] == {"division": "div:371200:莱芜市"}
    assert resolved(loaded, "place=莱芜市", "as_of=2020-01-01")[0] == {"place": "div:371200:莱芜市"}
    with pytest.raises(InputError, match="names no place on 2020-01-01"):
        resolved(loaded, "unit=莱芜市", "as_of=2020-01-01")


def test_lists_keep_their_order_and_uids(loaded: Database) -> None:
    found, notes = resolved(loaded, "groups=group:yrd-air-coop,gba-lsg")
    assert found == {"groups": ["group:yrd-air-coop", "group:gba-lsg"]}
    assert notes == ["groups: gba-lsg is group:gba-lsg."]


def test_a_region_of_several_is_all_its_divisions(loaded: Database, run: Run) -> None:
    """A name, a version, one of one's own; what is left out bears a sign; a division stays one."""
    found, notes = resolved(loaded, "region=长三角@2010", "as_of=2018-07-06")
    codes = {str(uid).split(":")[1] for uid in list(found["region"])}  # type: ignore[call-overload]
    assert codes == {"310000", "320000", "330000"}
    assert notes == ["region: 长三角@2010 is 上海市、江苏省、浙江省."]
    one = resolved(loaded, "region=广东省", "as_of=2018-07-06")
    assert one == ({"region": ["div:440000:广东省"]}, ["region: 广东省 is div:440000:广东省."])
    chengyu = resolved(loaded, "region=成渝")[0]["region"]
    assert "-div:510727:平武县" in chengyu  # type: ignore[operator]
    words = ("query", "run", "groups_in_force", "-p", "as_of=2018-07-06", "-p", "stale=true")

    def groups(region: str) -> set[str]:
        return {
            row["uid"] for row in run(*words, "-p", f"region={region}", "--format", "json").rows
        }

    own = groups("沪苏=上海市+江苏省")
    assert own == groups("上海市") | groups("江苏省") and set() < own <= groups("长三角")
    with pytest.raises(InputError, match="the day as as_of"):
        resolved(loaded, "region=长三角@2018-12-31")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("view", "region", "长三角"), "Regions are understood by lsgraph compare, lsgraph view strip"),
        (("place", "长三角"), "as -p region=长三角"),
        (("query", "run", "double_command", "-p", "as_of=2018-07-06", "-p", "region=财政部"),
         "财政部 is an agency (agency:财政部), not a division."),
        (("query", "run", "persons_in_most_groups", "-p", "region=财政部"), "is an agency"),
    ],
)  # fmt: skip
def test_what_is_no_division_is_told(run: Run, words: tuple[str, ...], says: str) -> None:
    answer = run(*words)
    assert answer.code == 1 and says in " ".join(answer.err.split())


def test_every_parameter_of_uids_says_what_they_are_of() -> None:
    silent = {
        (query.name, p.name)
        for query in queries.readable() for p in query.parameters
        if re.search(r"\buids?\b(?! is)", p.meaning.en) and str(p.type).startswith(("string", "list<string"))
    }  # fmt: skip
    assert silent <= NOT_OF_UIDS
    declared = [p for q in queries.readable() for p in q.parameters if (p.type.item or p.type).uid]
    assert len(declared) > 60


def test_the_command_answers_a_name_as_its_uid(run: Run) -> None:
    words = (
        "query",
        "run",
        "groups_in_force",
        "-p",
        "as_of=2018-07-06",
        "-p",
        "stale=true",
        "--format",
        "json",
    )
    named = run(*words, "-p", "region=广东省")
    assert len(named.rows) > 0
    assert named.rows == run(*words, "-p", "region=div:440000:广东省").rows
    assert named.err == "region: 广东省 is div:440000:广东省.\n"
    none = run(*words, "-p", "region=广东生")
    assert (none.code, none.out) == (1, "")
    assert "Did you mean: 广东省 440000" in none.err


def test_pages_and_maps_take_names_too(run: Run, tmp_path: Path, loaded: Database) -> None:
    page = tmp_path / "laiwu.html"
    answer = run("view", "query", "succession_ties", "-p", "unit=莱芜市", "-o", str(page))
    assert (answer.code, page.exists()) == (0, True), answer.err
    assert find_place(loaded, "莱芜市").name in page.read_text(encoding="utf-8")


def test_the_uids_of_every_example_stay_what_they_are(loaded: Database) -> None:
    asked = [query for query in queries.readable() if query.header.example]
    assert len(asked) > 50
    for query in asked:
        values = query.example()
        assert with_uids(loaded, query, values) == (values, []), query.name


@pytest.mark.parametrize(
    ("given", "new"),
    [
        ("person=person:夏宝龙@330000", "person:夏宝龙"),
        ("thing=person:夏宝龙@330000", "person:夏宝龙"),
        ("unit=agency:中央政府驻港联络办", "agency:香港中联办"),
    ],
)
def test_a_uid_that_moved_is_followed(loaded: Database, given: str, new: str) -> None:
    name, old = pair(given)
    found, notes = resolved(loaded, given)
    assert found == {name: new}
    (note,) = notes
    assert note.startswith(f"{old} is {new} since version 2.0 of the data: ")


def test_the_command_answers_an_old_uid_and_says_so(run: Run) -> None:
    words = ("query", "run", "posts_of_person", "--format", "json", "-p")
    old = run(*words, "person=person:夏宝龙@330000")
    assert old.code == 0 and "is person:夏宝龙 since version 2.0" in old.err
    assert old.rows == run(*words, "person=person:夏宝龙").rows != []


def test_a_command_without_a_catalogue_query_follows_too(run: Run) -> None:
    found = run("chairs", "person", "夏宝龙@330000", "--format", "json")
    assert found.code == 0 and "person:夏宝龙@330000 is person:夏宝龙 since" in found.err
    assert {row["person"] for row in found.rows} == {"person:夏宝龙"}
