"""Drafts made elsewhere: what stands in the text passes, what does not is refused by name, and the prompt."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from graph.core.errors import InputError
from loaders.notices.against import Checked, check_draft
from loaders.notices.drafted import Drafted, prompt, read_draft
from loaders.notices.model import Line
from loaders.notices.read import notice_of
from tests.cli.conftest import invoke

LISTED = """\
济南市人民政府办公厅关于成立济南市东湖治理领导小组的通知
组　长：王忠林　　市委副书记、市长
副组长：张海波　　副市长
成　员：李四光　　市水利局局长
　　　　欧阳强　　市财政局局长
办公室主任：陈建国（市水利局副局长）"""
TABLE = """\
关于成立济南市东湖治理领导小组的通知
职务\t姓名\t单位
组长\t王忠林\t市政府办公厅
副组长\t李四光\t市水利局
成员\t欧阳强\t市财政局"""
SAID = """\
关于成立济南市东湖治理领导小组的通知
市政府决定成立济南市东湖治理领导小组，由市长王忠林任组长，副市长张海波任副组长，市水利局、市财政局为成员单位。"""
TITLES = """\
关于成立济南市东湖治理领导小组的通知
组长：市长
副组长：市委常委、副市长
成员：市水利局、市财政局、市民政局主要负责人"""
Seats = list[tuple[str, str | None, str | None, str | None]]
NAME = "济南市东湖治理领导小组"
RIGHT: dict[str, tuple[str, Seats]] = {
    "a list": (LISTED, [
        ("chair", "王忠林", "市委副书记、市长", "济南市"), ("deputy_chair", "张海波", "副市长", "济南市"),
        ("member", "李四光", "市水利局局长", "市水利局"), ("member", "欧阳强", "市财政局局长", "市财政局"),
        ("office_director", "陈建国", "市水利局副局长", "市水利局"),
    ]),
    "a table": (TABLE, [
        ("chair", "王忠林", None, "市政府办公厅"), ("deputy_chair", "李四光", None, "市水利局"),
        ("member", "欧阳强", None, "市财政局"),
    ]),
    "sentences": (SAID, [
        ("chair", "王忠林", "市长", None), ("deputy_chair", "张海波", "副市长", None),
        ("member", None, None, "市水利局"), ("member", None, None, "市财政局"),
    ]),
    "titles only": (TITLES, [
        ("chair", None, "市长", None), ("deputy_chair", None, "市委常委、副市长", None),
        *(("member", None, "主要负责人", unit) for unit in ("市水利局", "市财政局", "市民政局")),
    ]),
}  # fmt: skip


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]


def checked(text: str, seats: Seats, name: str | None = NAME) -> Checked:
    """Seats of one group held against a text."""
    rows = [dict(zip(("role", "person", "title", "unit"), seat, strict=True)) for seat in seats]
    draft = Drafted.model_validate({"groups": [{"name": name, "seats": rows}]})
    return check_draft(draft, notice_of(lines(text)), lines(text))


BY_ANOTHER_HAND = YAML(typ="safe").load(
    (Path(__file__).parent / "drafts/drafts.yaml").read_text("utf-8")
)
WHY = {
    "invented": "does not stand in the text|the reader reads", "left out": "leaves it out",
    "outside the roster": "stands apart|stands before", "order": "stands before",
    "title shortened": "other words|title is longer", "unit": "the reader reads",
    "title of a neighbour": "do not stand together|the reader reads",
    "twice": "the text says|the reader reads", "role": "the text says|stands apart|the reader reads",
    "group name": "name of the group begins earlier",
}  # fmt: skip
Told = Counter[tuple[str, str]]


def drafted(case: dict[str, Any], faults: list[dict[str, Any]]) -> tuple[Told, int]:
    """What is told of a draft with these faults put in, by person or group; how many seats are refused."""
    text = (Path(__file__).parent / f"{case['text']}.txt").read_text("utf-8")
    groups = []
    for name, table in case["groups"].items():
        for fault in faults:
            name = fault["group"][1] if fault.get("group", [""])[0] == name else name
            table = table.replace(
                fault.get("was", "\n\n").strip(), (fault.get("now") or "").strip(), 1
            )
        rows = [
            [cell.strip() or None for cell in row.split("|")] for row in table.splitlines() if row
        ]
        seats = [
            dict(zip(("role", "name", "title", "unit", "line"), row, strict=True)) for row in rows
        ]
        groups.append({"name": name, "seats": seats})
    read = notice_of(lines(text))
    result = check_draft(Drafted.model_validate({"groups": groups}), read, lines(text))
    own = {(one.line, one.text) for one in read.not_understood}
    told = Counter(
        (one.text.split()[1], one.why.en) for one in result.notice.not_understood
        if (one.line, one.text) not in own
    )  # fmt: skip
    for group in result.notice.groups:
        for seat in group.seats:
            for why in filter(None, seat.check.en.split("; ")):
                of = group.name if "name of the group" in why else seat.person
                told[str(of), why] += 1
    return told, result.refused


@pytest.mark.parametrize(
    "case", BY_ANOTHER_HAND, ids=lambda case: str(case["text"].partition("/")[2])
)
def test_drafts_by_another_hand(case: dict[str, Any]) -> None:
    """No seat of a right draft is refused, those of `doubted` are doubted; each fault put in is told."""
    right, refused = drafted(case, [])
    assert refused == 0
    assert {of for of, why in right if "leaves it out" not in why} == set(case.get("doubted", []))
    told = drafted(case, case["faulty"])[0] - right
    faults = [
        pair for fault in case["faulty"]
        for pair in (*fault["told"].items(), *fault.get("follows", {}).items())
    ]  # fmt: skip
    for of, kind in faults:
        assert any(of == other and re.search(WHY[kind], why) for other, why in told), (of, kind)
    assert {of for of, _ in told} == {of for of, _ in faults}


def found(result: Checked) -> list[tuple[str, str | None, str | None]]:
    return [(s.role, s.person, s.title) for group in result.notice.groups for s in group.seats]


@pytest.mark.parametrize("kind", RIGHT)
def test_what_stands_in_the_text_passes(kind: str) -> None:
    text, seats = RIGHT[kind]
    result = checked(text, seats)
    assert found(result) == [seat[:3] for seat in seats]
    assert (result.refused, result.left_out) == (0, 0)
    assert result.notice.groups[0].name == NAME


FAULTS: dict[str, tuple[int, Callable[[list[Any]], list[Any]], str]] = {
    "swapped roles": (1, lambda s: ["chair", *s[1:]], "the text says 副组长 here, not chair"),
    "an invented title": (2, lambda s: [*s[:2], "市水利局党组书记", s[3]], "does not stand in the text"),
}  # fmt: skip


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_refused_by_name(kind: str) -> None:
    at, make, told = FAULTS[kind]
    seats = list(RIGHT["a list"][1])
    seats[at] = tuple(make(list(seats[at])))
    result = checked(LISTED, seats)
    said = "; ".join(f"{one.text}: {one.why.en}" for one in result.notice.not_understood)
    low = "".join(s.check.en for group in result.notice.groups for s in group.seats)
    assert (result.refused, bool(low)) in ((1, False), (0, True))
    assert any(word in said + low for word in told.split("|")), said + low


def test_seats_left_out_are_told_with_their_lines() -> None:
    result = checked(LISTED, RIGHT["a list"][1][:3])
    left = [(one.line, one.text) for one in result.notice.not_understood]
    assert left == [(5, "成员 欧阳强 市财政局局长"), (6, "办公室主任 陈建国 市水利局副局长")]
    assert result.left_out == 2


def test_what_the_reader_reads_otherwise_is_doubted() -> None:
    seats = [*RIGHT["a list"][1][:4], ("office_director", "陈建国", "市水利局副局长", "市财政局")]
    (low,) = [s for s in checked(LISTED, seats).notice.groups[0].seats if s.check]
    assert low.person == "陈建国" and "the reader reads" in low.check.en


def test_the_name_of_a_group_is_looked_for_too() -> None:
    result = checked(LISTED, RIGHT["a list"][1], "济南市西湖治理领导小组")
    assert result.notice.groups[0].name is None
    assert all("name of the group" in s.check.en for s in result.notice.groups[0].seats)


def test_what_the_reader_prints_passes_as_a_draft(tmp_path: Path) -> None:
    notice, draft = tmp_path / "notice.txt", tmp_path / "draft.json"
    notice.write_text(LISTED, "utf-8")
    assert invoke("read-notice", str(notice), "--format", "json", "-o", str(draft)).code == 0
    answer = invoke("read-notice", str(notice), "--draft", str(draft), "--format", "json")
    before, after = json.loads(draft.read_text("utf-8")), json.loads(answer.out)
    assert after["groups"] == before["groups"]
    assert "5 seats of the draft stand in the text, 0 of them to check; 0 refused, 0 left out" in (
        " ".join(answer.err.split())
    )


def test_a_draft_among_a_models_words(tmp_path: Path) -> None:
    text = 'Here it is:\n```json\n{"seats": [{"role": "chair", "name": "王忠林"}]}\n```'
    assert read_draft(text).groups[0].seats[0].person == "王忠林"


@pytest.mark.parametrize("text", [
    "no JSON", "[1]", '{"seats": [{"role": "boss"}]}', '{"groups": []}',
    '{"seats": [{"role": "chair", "salary": 3}]}',
])  # fmt: skip
def test_what_is_no_draft_is_told(text: str) -> None:
    with pytest.raises(InputError, match="no draft in the form"):
        read_draft(text, Path("draft.json"))


def test_a_prompt_holds_instructions_schema_and_numbered_text(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(LISTED, "utf-8")
    said = invoke("read-notice", str(path), "--prompt").out
    assert "2\t组　长：王忠林　　市委副书记、市长" in said
    schema = json.loads(prompt(lines(LISTED)).split("JSON Schema:\n")[1].split("\n\n")[0])
    Draft202012Validator(schema).validate(
        {"groups": [{"name": NAME, "seats": [{"role": "chair", "name": "王忠林", "line": 2}]}]}
    )
