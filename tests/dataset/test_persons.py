"""One person is one node: names decided by rule and by hand, what the rule leaves open, faulty decisions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from graph.core.errors import InvalidData
from loaders.groups.read import read_everything
from loaders.quality.careers import Held, Lines, evidence, refusal
from loaders.quality.persons import held_by_person, read_decisions, shipped_decisions, undecided

BY_HAND = (
    "韩俊", "李干杰", "马凯", "袁家军", "易炼红", "娄勤俭", "张国清", "夏宝龙", "李国英", "王浩",
    "郑栅洁", "龚正", "徐启方", "周红波", "尤权", "强卫", "高强", "高雨",
)  # fmt: skip
BY_SUCCESSION = ("余欣荣", "翁孟勇", "张桃林", "马正其", "仇保兴", "吴晓青", "王国强", "田世宏")
BY_LINE = (
    "丁向阳", "徐绍史", "朱之鑫", "毕井泉", "杨洁篪", "张纪南", "肖亚庆", "戴秉国", "蔡名照",
    "阎晓宏", "王国庆", "李家超", "宋国权", "王训国", "缪瑞林",
)  # fmt: skip

APART = {
    "李强": ("国家统计局副局长", "浙江省省长"),
    "黄强": ("四川省省长", "厦门市常务副市长"),
    "王勇": ("国务委员", "三亚市市长"),
    "张勇": ("国家发展改革委副主任", "广州市常务副市长"),
    "刘伟": ("财政部副部长", "河南省副省长"),
    "刘新华": ("中国证券监督管理委员会副主席", "湘潭市常务副市长"),
    "王凯": ("河南省省长", "南通市工业和信息化局局长"),
    "蒋斌": ("广东省委宣传部副部长", "新余市委书记"),
}


@cache
def posts_by_node() -> dict[str, dict[str, set[str]]]:
    """Titles of the posts of each node, by name and uid."""
    data = read_everything()
    held = held_by_person(data)
    found: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for person in data.persons:
        found[person.name][person.uid] = {one.title for one in held[person.uid] if one.title}
    return found


@pytest.mark.parametrize("name", (*BY_HAND, *BY_SUCCESSION, *BY_LINE))
def test_one_person_is_one_node(name: str) -> None:
    (titles,) = posts_by_node()[name].values()
    assert titles


@pytest.mark.parametrize(("name", "titles"), APART.items())
def test_several_people_of_a_name_stay_apart(name: str, titles: tuple[str, str]) -> None:
    first, second = (
        {uid for uid, held in posts_by_node()[name].items() if t in held} for t in titles
    )
    assert len(first) == len(second) == 1 and first != second
    assert len(posts_by_node()[name]) == 2


def test_nothing_shipped_is_undecided() -> None:
    assert list(undecided(read_everything(), shipped_decisions())) == []


def test_every_decision_is_of_somebody() -> None:
    """A decision whose bodies nobody of the name has any more decides nothing."""
    data = read_everything()
    held = held_by_person(data)
    bodies: dict[str, set[str]] = defaultdict(set)
    for person in data.persons:
        bodies[person.name] |= {person.uid, *(one.body for one in held[person.uid])}
    stale = [
        decision.name
        for decision in shipped_decisions()
        for told in [bodies.get(decision.name)]
        if told and not told & {*(decision.one or ()), *sum(decision.apart or (), ())}
    ]
    assert stale == []


DAY = dt.date(2015, 5, 1)
LINES = Lines({"agency:农业部": "100000", "agency:农业农村部": "100000", "agency:财政部": "100000"})
MINISTER = Held("agency:农业部", "农业部副部长", DAY)
CITY = Held("320100", "南京市市长", DAY)
PAIRS = {
    "its successor": ("李强", MINISTER, Held("agency:农业农村部", "农业农村部部长"), "took over"),
    "its successor too late": (
        "李强", MINISTER, Held("agency:农业农村部", "部长", DAY.replace(year=2026)), None,
    ),
    "another ministry, long name": (
        "李小强", MINISTER, Held("agency:财政部", "财政部部长", DAY.replace(year=2019)), "one line",
    ),
    "another ministry, short name": ("李强", MINISTER, Held("agency:财政部", "部长", DAY), None),
    "another ministry, undated": ("李小强", MINISTER, Held("agency:财政部", "财政部部长"), None),
    "a body that nobody leads": ("李小强", MINISTER, Held("agency:某会", "会长", DAY), None),
    "the province above": ("李小强", CITY, Held("320000", "江苏省副省长", DAY), "one line"),
    "a department of the city": ("李小强", CITY, Held("agency:320100:财政局", "局长", DAY), "one line"),
    "another city of the province": ("李小强", CITY, Held("320300", "徐州市市长", DAY), None),
    "another province": ("李小强", CITY, Held("330000", "浙江省省长", DAY), None),
    "a bare name of one source": (
        "李强", Held("330000", "省长", sources=frozenset("A")), Held("100000", sources=frozenset("AB")),
        "one source",
    ),
    "a bare name of another source": (
        "李强", Held("330000", "省长", sources=frozenset("A")), Held("100000", sources=frozenset("B")), None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "one", "other", "told"), PAIRS.values(), ids=PAIRS)
def test_the_rule_joins_what_shows_one_career(
    name: str, one: Held, other: Held, told: str | None
) -> None:
    for why in (evidence(name, [one], [other], LINES), evidence(name, [other], [one], LINES)):
        assert (why is None) if told is None else (why is not None and told in why.en)


def test_one_source_that_seats_both_parts_them() -> None:
    seats = [
        Held(body, title, group="group:g", role="member", sources=frozenset("S"))
        for body, title in (("410000", "副省长"), ("agency:财政部", "副部长"))
    ]
    refused = refusal(seats[:1], seats[1:])
    assert refused is not None and "group:g" in refused.en
    alone = Held("410000", "副省长", group="group:g", role="chair", sources=frozenset("S"))
    assert refusal([alone], seats[1:]) is None


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("persons:\n- {name: 甲, why: x}", 2, "either `one` (bodies of one person) or `apart`"),
        ("persons:\n- {name: 甲, one: ['1'], why: x}", 2, "`one`"),
        ("persons:\n- {name: 甲, one: ['1', '2']}", 2, "The field `why` is missing"),
        ("persons:\n- {name: 甲, both: ['1', '2'], why: x}", 2, "has no field 'both'"),
        ("people: []", 1, "no list `persons`"),
    ],
)
def test_a_faulty_decision_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    path = tmp_path / "persons.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidData) as refused:
        read_decisions(path)
    assert told in str(refused.value) and f"persons.yaml:{line}:" in str(refused.value)
