"""Characters: signs of both widths, traditional ones, sounds, spaces; words come back as published."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from loaders.files.characters import even_widths, share_of_traditional, simplified, without_sounds
from loaders.notices.model import Notice
from loaders.notices.read import read_notice
from tests.cli.conftest import invoke
from tests.notices.cases import OTHER_HAND, TEXTS, Case, Key, cases, score
from tests.notices.plain_texts import notice_of_text

HEAD = "济南市人民政府办公厅关于成立济南市河长制工作领导小组的通知\n"
ROSTER = f"{HEAD}组长：王忠林（市长）\n成员：李四光（市水利局局长），欧阳强（市财政局局长）\n"
SIMPLE = [case for case in [*cases(), *cases(OTHER_HAND)] if "traditional" not in case.layout]
TO_TRADITIONAL = opencc.OpenCC("s2t")


def seats(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Person, title and unit of every sure seat of a text."""
    found = [seat for group in notice_of_text(text).groups for seat in group.seats]
    assert all(not seat.check for seat in found), found
    return [(seat.person, seat.title, seat.unit) for seat in found]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_each_map_gives_one_character_for_one(text: str) -> None:
    for changed in (even_widths(text), simplified(text)):
        assert len(changed) == len(text)
        assert [c.isspace() for c in changed] == [c.isspace() for c in text]


@pytest.mark.parametrize(
    ("given_", "read"),
    [
        ("組長：張三（市長）", "组长：张三（市长）"),
        ("衞生局，答覆，復函，臺州", "卫生局，答复，复函，台州"),
        ("乾隆年間，乾部", "乾隆年间，干部"),
    ],
)
def test_traditional_characters_are_simplified(given_: str, read: str) -> None:
    assert simplified(given_) == read


def test_a_simplified_text_is_not_taken_for_a_traditional_one() -> None:
    assert max(share_of_traditional(case.path.read_text("utf-8")) for case in SIMPLE) < 0.05
    assert notice_of_text("吉林省乾安县人民政府\n组长：於乾坤（乾安县县长）").traditional is False


def plain(case: Case, notice: Notice) -> Notice:
    """A notice with its words simplified, to hold against what the simplified text states."""
    for group in notice.groups:
        group.name = group.name and simplified(group.name)
        group.seats[:] = [seat.with_words(simplified) for seat in group.seats]
    return notice


def _key(seat: Key) -> Key:
    group, role, *words = (part and simplified(part) for part in seat)
    return group, role or "", words[0], words[1], words[2]


def test_texts_in_traditional_characters_are_read_as_well_as_in_simplified_ones() -> None:
    """All texts of both folders, turned into traditional characters; no wrong seat is sure."""
    right = stated = 0
    for case in SIMPLE:
        text = case.path.read_text("utf-8")
        turned = TO_TRADITIONAL.convert(text)
        assert len(turned) == len(text)
        stating = replace(case, seats=tuple(map(_key, case.seats)))
        notice = notice_of_text(turned)
        assert notice.traditional
        found = score(stating, plain(case, notice))
        assert found.silent == (), case.path.name
        right, stated = right + found.right, stated + found.stated
    assert stated > 2_500
    assert right / stated > 0.98


def test_names_and_titles_come_back_as_published() -> None:
    text = TO_TRADITIONAL.convert(ROSTER).replace("欧阳强", "歐陽強")
    notice = notice_of_text(text)
    read = notice.to_dict()
    assert (read["characters"], read["name"]) == ("traditional", "濟南市河長制工作領導小組")
    assert [(s["name"], s["title"], s["unit"]) for s in read["seats"]] == [
        ("王忠林", "市長", "濟南市"), ("李四光", "市水利局局長", "市水利局"),
        ("歐陽強", "市財政局局長", "市財政局"),
    ]  # fmt: skip


def test_a_title_over_lines_comes_back_as_published() -> None:
    text = "香港特別行政區政府\n關於成立工作小組的通知\n組長：陳國基（司長）、不再擔任的"
    notice = notice_of_text(text)
    assert notice.facts.title == "香港特別行政區政府關於成立工作小組的通知"


def test_a_text_in_big5(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes(TO_TRADITIONAL.convert(ROSTER).encode("big5hkscs"))
    assert [seat.person for seat in read_notice(path).groups[0].seats] == [
        "王忠林",
        "李四光",
        "歐陽強",
    ]


def test_a_draft_of_a_traditional_notice_has_both(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(TO_TRADITIONAL.convert(ROSTER), encoding="utf-8")
    text = invoke("read-notice", str(path)).out
    assert "# published: 李四光, 市水利局局長, 市水利局" in text
    tree = YAML(typ="safe").load(text)
    assert [seat["unit"] for seat in tree["seats"]] == ["济南市", "市水利局", "市财政局"]
    assert tree["groups"][0]["kind"] == "领导小组"
    assert json.loads(invoke("read-notice", str(path), "--format", "json").out)["characters"] == (
        "traditional"
    )


@pytest.mark.parametrize(
    "text",
    [
        ROSTER.replace("：", ":").replace("（", "(").replace("）", ")").replace("，", ","),
        ROSTER.replace("：", "︰").replace("（", "﹙").replace("）", "﹚").replace("，", "﹐"),
        ROSTER.replace("王忠林", "王\u200b忠林").replace("组长", "\u3000组\u2003长"),
        ROSTER.replace("王忠林", "王忠林（wáng zhōng lín）"),
        ROSTER.replace("王忠林", "王忠林(Wang Zhonglin)"),
        ROSTER.replace("李四光", "李四光［读音：li si guang］"),
        ROSTER.replace("欧阳强", "欧阳（ㄡ ㄧㄤˊ）强"),
    ],
    ids=["narrow", "small", "spaces", "tones", "letters", "told", "zhuyin"],
)
def test_the_same_roster_in_other_signs(text: str) -> None:
    def even(word: str | None) -> str | None:
        return word and even_widths(word)

    assert [tuple(map(even, seat)) for seat in seats(text)] == seats(ROSTER)


def test_signs_of_a_title_come_back_as_published() -> None:
    assert seats(HEAD + "组长:王忠林  市委副书记,市长(代理)\n")[0][1] == "市委副书记,市长(代理)"


@pytest.mark.parametrize(
    "text", ["局长（WTO处）", "市科技局（app）", "公司（Wi-Fi）", "张三（女）"]
)
def test_letters_that_spell_nothing_before_them_stay(text: str) -> None:
    assert without_sounds(text) == text


TABLE = [
    ["组长", "王忠林", "市长"],
    ["成员", "李四光", "市水利局局长"],
    ["", "欧阳强", "市财政局局长"],
]
PASTED = {
    "bars": "\n".join(" | ".join(row) for row in TABLE),
    "bars of both widths": "\n".join("｜".join(["", *row, ""]) for row in TABLE),
    "markdown": "|职务|姓名|单位及职务|\n|:--|---|--:|\n"
    + "\n".join(f"| {' | '.join(row)} |" for row in TABLE),
    "tabs": "\n".join("\t".join(row) for row in TABLE),
    "tabs, last column empty": "职务\t姓名\t单位及职务\t备注\n"
    + "\n".join("\t".join([*row, ""]) for row in TABLE),
    "numbered": "\n".join("\t".join([str(n), *row]) for n, row in enumerate(TABLE, start=1)),
}


@pytest.mark.parametrize("kind", PASTED)
def test_a_pasted_table(kind: str) -> None:
    assert seats(f"{HEAD}{PASTED[kind]}\n") == seats(ROSTER)


def test_the_folder_of_texts_is_there() -> None:
    assert len(SIMPLE) > 140 and TEXTS.is_dir()
