"""The report and the command: complete, closed to foreign text, and quiet in a browser."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

import pytest
from markupsafe import escape

from graph.connection import Database
from graph.core.language import Language
from graph.regions import compare
from graph.regions.compare import Comparison
from tests.browser.attacks import ATTACKS, FOREIGN, HARMLESS, INVISIBLE
from tests.browser.conftest import Open
from tests.browser.test_access import violations
from tests.cli.conftest import Run
from tests.regions.conftest import Build, written
from tests.regions.world import DAY, Made, plain
from visualize.report import latex, report, write_docx, write_report
from visualize.report.labels import LABELS
from visualize.report.speech import number
from visualize.report.tables import pairs

HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(2)>"
UNFOLD = "document.querySelectorAll('details').forEach(one => one.open = true)"
FORMULA = '=HYPERLINK("x")'
LOOKS: tuple[tuple[Language, int, Literal["light", "dark"]], ...] = (
    ("en", 1280, "dark"),
    ("zh", 390, "light"),
)
"""Where axe looks at a page: in each language, at each width and in each scheme."""


@pytest.fixture(scope="module")
def found(database: Database) -> Comparison:
    """Two regions, with a missing gap, a shared chair, and names that would like to run."""
    made = [*plain("甲省", [1, 2, 2, None, 3] * 3), *plain("乙省", [0, 1, 1, 2] * 3)]
    made += [Made("g:bad", "甲省", gap=1, name=HOSTILE), Made("g:formula", "乙省", name=FORMULA)]
    return compare(["甲省", "乙省"], DAY, database=written(database, made))


def _download(page: str, name: str) -> str:
    match = re.search(rf'href="data:[^"]*base64,([^"]+)" download="{name}"', page)
    assert match
    return base64.b64decode(match[1]).decode("utf-8")


def test_the_page_says_all_and_runs_nothing(found: Comparison) -> None:
    page = report(found)
    assert "<script" not in page and HOSTILE not in page
    assert "&lt;script&gt;alert(1)" in page
    assert not re.search(r'(?:src|href)="(?!data:)', page)
    assert "unsafe-inline" not in page and "style=" not in page
    for text in (*found.warnings, *found.sentences, found.summed_up.en):
        assert text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;") in page


def test_the_data_underneath_can_be_taken_away(found: Comparison) -> None:
    page = report(found)
    rows = list(csv.DictReader(io.StringIO(_download(page, "groups.csv").removeprefix("\ufeff"))))
    assert len(rows) == sum(one.n for one in found.regions)
    assert {row["name"] for row in rows} >= {HOSTILE, f"'{FORMULA}"}
    assert sum(row["gap_min"] == "" for row in rows) == 3
    whole = json.loads(_download(page, "comparison.json"))
    assert whole["differences"][0]["delta"] == found.differences[0].delta


def test_hostile_names_of_groups_fields_kinds_and_regions_run_nothing(
    show: Open, build: Build, tmp_path: Path
) -> None:
    texts = [text for text in ATTACKS.values() if text.strip() and not lone_surrogate(text)]
    groups = [
        Made(f"g:{number}", "甲省", gap=number % 3, name=text, field=text, kind=text)
        for number, text in enumerate(texts)
    ]
    made = build([*groups, *plain("乙省", [0, 1, 1, 2]), *plain("丙省", [1, 2])])
    path = tmp_path / "report.html"
    write_report(compare(["甲省", "乙省"], DAY, database=made), path)
    page = show(path)
    assert page.evaluate(FOREIGN) == HARMLESS
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.evaluate(UNFOLD)
    shown = " ".join(page.locator("main").inner_text().split())
    for name, text in ATTACKS.items():
        assert name in INVISIBLE or " ".join(text.split()) in shown, name
    small = compare(["丙省", "乙省"], DAY, database=made)
    labels = list(ATTACKS.values())
    for turn, (one, other) in enumerate(zip(labels[::2], labels[1::2], strict=True)):
        named = renamed(renamed(small, "丙省", one), "乙省", other)
        write_report(named, path, ("en", "zh")[turn % 2])
        page.goto(f"{path.as_uri()}?{turn}")
        assert page.evaluate(FOREIGN) == HARMLESS, (one, other)


def lone_surrogate(text: str) -> bool:
    """Whether Neo4j cannot hold the text."""
    return any("\ud800" <= char <= "\udfff" for char in text)


def renamed(value: Any, old: str, new: str) -> Any:
    """The value with the name of a region in all its texts, tuples and records replaced."""
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, dict):
        return {renamed(key, old, new): renamed(item, old, new) for key, item in value.items()}
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return type(value)(renamed(item, old, new) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: renamed(getattr(value, one.name), old, new)
            for one in fields(value)
            if one.init
        }
        return replace(value, **changed)
    return value


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (-1.25, "\u22121.25"), (3, "3"), (True, "yes"), (0.00012345, "0.000123"),
     ("a-b", "a-b"), ((1, None), "1, –"), ([], "–")],
)  # fmt: skip
def test_numbers_as_people_read_them(value: object, text: str) -> None:
    assert number(value) == text


def test_latex_has_the_tables_and_escapes_their_texts(found: Comparison) -> None:
    text = latex(renamed(found, "甲省", "a_b & 50% \\x {y} #1 $2"))
    parts = text.split(r"\end{tabular}")[:-1]
    assert len(parts) == 3 and "SELF_FORMING" not in text
    assert r"a\_b \& 50\% \textbackslash x \{y\} \#1 \$2" in " ".join(parts[0].split())
    for part in parts:
        lines = part.split(r"\toprule")[1].replace(r"\&", "").splitlines()
        assert len({line.count(" & ") for line in lines if " & " in line}) == 1
    delta = f"{pairs(found)[0]['delta']:.3f}"
    assert f"16, 13 & {delta}" in parts[1] or f"13, 13 & {delta}" in parts[1], parts[1]


def test_a_pair_is_one_flat_row(found: Comparison) -> None:
    row = pairs(found)[0]
    assert (row["n_a"], row["missing_a"], row["exact"]) == (13, 3, True)
    assert row["interval_low"] < row["delta"] < row["interval_high"]


def test_the_page_in_a_browser(show: Open, found: Comparison, tmp_path: Path) -> None:
    """No request, no message (the watch fails on any), no axe violation, no sideways scrolling."""
    for language, looked, scheme in LOOKS:
        path = tmp_path / f"比较-{language}.html"
        write_report(found, path, language)
        for width in (1280, 390):
            page = show(path, width)
            assert not page.get_by_role("table").nth(1).is_visible()
            page.evaluate(UNFOLD)
            if width == looked:
                page.emulate_media(color_scheme=scheme)
                assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            dots = page.locator("figure polygon.mark title")
            assert dots.count() == 2 * sum(one.n for one in found.regions)


def test_the_page_on_paper(show: Open, found: Comparison, tmp_path: Path) -> None:
    """Every page of the print holds text, nothing runs over the edge, and Chinese is Chinese."""
    import pdfplumber

    path = tmp_path / "report.html"
    write_report(found, path, "zh")
    page = show(path, 1280)
    page.pdf(path=str(tmp_path / "report.pdf"), format="A4")
    with pdfplumber.open(tmp_path / "report.pdf") as pdf:
        # Chromium writes some characters as the radicals that look like them.
        texts = [normalize("NFKC", sheet.extract_text()) for sheet in pdf.pages]
        wide = [w for sheet in pdf.pages for w in sheet.extract_words() if w["x1"] > sheet.width]
    assert len(texts) > 2 and all(len(text) > 40 for text in texts)
    assert wide == []
    # The last words may stand on a page of their own.
    end = texts[-2] + texts[-1]
    assert "权威结构比较" in texts[0] and "参考文献" in end
    # One page before the appendix.
    assert "解读须知" in texts[0] and "方法" in end and "其他分布" in texts[1][:40]


def test_the_chinese_page_says_all_in_chinese(found: Comparison) -> None:
    """Every sentence and label; only names, terms, file names and the references stay as they are."""
    page = report(found, "zh")
    assert '<html lang="zh-Hans">' in page
    for words in (*found.cautions, *found.said):
        assert escape(words.zh) in page and escape(words.en) not in page
    for words in LABELS.values():
        if len(words.en) > 12 and words.en != words.zh:
            assert escape(words.en) not in page, words.en
    shown = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    shown = shown.split("参考文献")[0]
    left = re.findall(r"(?:[a-z]{3,}[ ,]+){4,}", shown)
    assert left == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_tables_for_word(found: Comparison, tmp_path: Path, language: Language) -> None:
    import docx

    write_docx(found, tmp_path / "tables.docx", language)
    read = docx.Document(str(tmp_path / "tables.docx"))
    text = "\n".join(p.text for p in read.paragraphs)
    for words in (*found.cautions, *found.said):
        assert (words.zh if language == "zh" else words.en) in text
    known, figures_, pairs_ = read.tables
    page = read.sections[0]
    assert len(known.rows) == 3 and (page.page_width or 0) > (page.page_height or 0)
    said = found.summed_up
    assert (said.zh if language == "zh" else said.en) in text
    assert [cell.text for cell in figures_.rows[1].cells][1:] == ["16", "13"]
    assert len(pairs_.rows) == 3
    write_docx(found, tmp_path / "again.docx", language)
    again = docx.Document(str(tmp_path / "again.docx"))
    assert [p.text for p in again.paragraphs] == [p.text for p in read.paragraphs]


EVE = ("compare", "山东省", "广东省", "--as-of", "2018-12-25", "--seen-within", "10")


def test_the_command_in_every_form(run: Run, tmp_path: Path) -> None:
    (whole,) = run(*EVE, "--format", "json").rows
    assert [one["n"] for one in whole["regions"]] == [1, 1]
    assert "no inference about regions" in whole["refused"]
    rows = list(csv.DictReader(io.StringIO(run(*EVE, "--format", "csv").out)))
    assert [(row["outcome"], row["n_a"], row["p"]) for row in rows] == [
        ("gap_min", "0", ""), ("lc", "0", "")
    ]  # fmt: skip
    told = run(*EVE).out
    table = " ".join(told.split())
    assert (
        table.index("Type not identified") < table.index("Every gap of 山东省") < table.index("! ")
    )
    assert len(warned := [line[:40] for line in told.splitlines() if line.startswith("! ")]) == len(
        set(warned)
    )
    assert "no inference about regions" in table and "gap_min" in table
    assert "Every gap of 山东省 is missing" in table
    path = tmp_path / "report.html"
    assert f"Wrote {path}" in run(*EVE, "-o", str(path)).out.replace("\n", "")
    assert "济莱协作区建设领导小组" in path.read_text(encoding="utf-8")
    for suffix in (".tex", ".docx", ".json", ".csv"):
        run(*EVE, "-o", str(path.with_suffix(suffix)))
    assert json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))[0]["refused"]
    assert path.with_suffix(".docx").stat().st_size > 10_000
    assert "gap_min" in path.with_suffix(".csv").read_text(encoding="utf-8")
    run(*EVE, "--language", "zh", "-o", str(path), "--force")
    assert "不对地区作推断" in path.read_text(encoding="utf-8")
    assert r"\toprule" in path.with_suffix(".tex").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("山东省", "安徽省"), "No group of 安徽省 is known on 2018-12-25"),
        (("山东省", "济南市"), "The regions overlap"),
        (("山东省",), "two regions or more"),
        (("山东省", "广东省", "--level", "City"), "Unknown level 'City'. Choose one of: Province"),
        (("山东省", "广东省", "--field", "watr"), "Did you mean"),
        (("山东省", "广东省", "--basis", "rank"), "Unknown basis 'rank'"),
        (("山东省", "广东省", "--language", "fr"), "Unknown language 'fr'. Choose en or zh"),
        (("山东省", "广东省", "-o", "report.odt"), "a report ends in .html"),
        (("山东省", "广东省", "--period", "2013..2018"), "Give either --as-of"),
    ],
)
def test_the_command_refuses_in_words(run: Run, words: tuple[str, ...], says: str) -> None:
    answer = run("compare", *words, "--as-of", "2018-12-25")
    assert answer.code == 1 and says in " ".join(answer.err.split())


def test_each_group_on_its_last_documented_day(run: Run) -> None:
    (whole,) = run("compare", "山东省", "跨省", "--format", "json").rows
    days = {group["as_of"] for group in whole["regions"][0]["groups"]}
    assert whole["as_of"] is None and len(days) == 3
