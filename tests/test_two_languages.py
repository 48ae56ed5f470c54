"""Whatever the loaders, the pages and the application refuse is told in both languages.

That it is a pair the type checker sees; that no English is left in the Chinese of it is tried on the
corpus of bad files; of hostile ones in tests/faults/test_corpus.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.core.errors import InvalidData, LsgraphError, Refused
from graph.core.language import speaking
from graph.core.words import Words
from graph.export.codebook import DAY, NOTES, About, lines
from graph.export.columns import Table
from graph.export.tabular.stata import Stored, stata_codebook
from loaders.files.problems import Place, Problems
from loaders.groups.read import read_groups, shipped_files
from loaders.notices.read import read_notice
from loaders.package import graph_tables as exported
from loaders.package import tables as package
from tests.english import has_chinese
from tests.latin import english
from tests.loaders.groups_for_tests import divisions
from tests.loaders.test_groups_bad_files import BAD
from tests.maps.test_own_outlines import REFUSED, file
from tests.tables.test_bad_files import CORPUS
from visualize.maps import own_outlines


def test_english_is_found_and_names_are_not() -> None:
    assert english("文件为空。The file is empty.")
    assert english("own.yaml：This is not YAML")
    assert not english("own.yaml：这不是 YAML（读取程序报告“could not find expected ':'”）。")
    assert not english("请先运行：lsgraph load divisions --template FILE")
    assert not english("/tmp/a b c d/own.yaml：文件为空。", "/tmp/a b c d/own.yaml")


def test_a_problem_is_told_in_the_language_that_is_spoken() -> None:
    """Whatever was spoken when it was found."""
    place = Place(Path("own.xlsx"), 3, 2, "席位", "角色", True)
    told = Words("Unknown role.", "未知的角色。")
    problems = Problems()
    problems.add(place, told, ("组长",))
    with pytest.raises(InvalidData) as caught:
        problems.stop()
    said = {}
    for language in ("en", "zh"):
        with speaking(language):
            said[language] = str(caught.value)
    assert said["en"].endswith("row 3, column B (角色): Unknown role. Did you mean '组长'?")
    assert said["zh"].endswith("第 3 行，B 列（角色）：未知的角色。您是否要找“组长”？")


def chinese(error: LsgraphError, *given: str) -> None:
    """Fails where an error has English in its Chinese, or no Chinese at all."""
    with speaking("zh"):
        for line in str(error).splitlines():
            assert has_chinese(line), line
            assert not english(line, *given), line


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_bad_group_file_is_refused_in_chinese(path: Path) -> None:
    with speaking("zh"), pytest.raises(InvalidData) as caught:
        read_groups([path], divisions())
    chinese(caught.value, str(path))


@pytest.mark.parametrize("name", sorted(CORPUS))
def test_a_bad_table_is_refused_in_chinese(name: str, tmp_path: Path) -> None:
    path = CORPUS[name][0](tmp_path)
    with speaking("zh"), pytest.raises(InvalidData) as caught:
        read_groups([*shipped_files(), path])
    chinese(caught.value, str(tmp_path))


@pytest.mark.parametrize("fault", REFUSED)
def test_outlines_that_cannot_be_used_are_refused_in_chinese(fault: str, tmp_path: Path) -> None:
    path = file(tmp_path, REFUSED[fault][0])
    with pytest.raises(Refused) as caught:
        own_outlines(path, "province")
    chinese(caught.value, str(path))


ABOUT = About(Words("Title", "标题"), ((DAY, Words.same("2018-12-25")),), tuple(NOTES.values()))
EVERY = {
    **{f"exported {table.name}": table for table in exported.TABLES},
    **{f"package {one.name}": Table(one.name, one.holds, one.fields) for one in package.TABLES},
}
"""The tables that leave with a codebook."""


@pytest.mark.parametrize("name", EVERY)
def test_a_codebook_is_chinese_where_chinese_is_spoken(name: str) -> None:
    table = EVERY[name]
    for words in (table.title, *(column.meaning for column in table.columns)):
        assert has_chinese(words.zh) or words.zh == "uid", words
        assert not english(words.zh), words
    with speaking("zh"):
        told = stata_codebook(ABOUT, [Stored(table, {})])
        cells = [" ".join(row[3:]) for row in lines(ABOUT, [table])]
    assert "# 标题" in told and "| 列 | 类型 | 单位 | 含义 |" in told
    codes = [str(value) for column in table.columns for value in column.values]
    assert not english(told.replace("|", "、"), "label language en", "label language zh", *codes)
    assert not english("\n".join(cells), *codes)


NOTICES = {
    "no roles": "关于召开会议的通知\n请各单位参加。\n",
    "roles without seats": "成立领导小组的通知\n组长和副组长由上级另行指定。\n",
}


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_without_a_seat_says_in_chinese_what_to_do(name: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(NOTICES[name], encoding="utf-8")
    advice = read_notice(path).advice
    assert advice is not None and not english(advice.zh)
