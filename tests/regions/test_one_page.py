"""A report on real regions: what sums up takes one page, in print and in Word."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

import pdfplumber
import pytest

from graph.connection import connect
from graph.core.language import LANGUAGES, Language
from graph.regions import compare
from graph.regions.compare import Comparison
from graph.settings import Settings
from tests.browser.conftest import Open
from tests.cli.conftest import invoke
from tests.session import shared_server
from tests.templates import Content
from visualize.report.labels import LABELS

REGIONS = ("长三角", "京津冀")


@pytest.fixture(scope="module")
def whole(jars_dir: Path) -> Settings:
    """A server with the wide dataset."""
    return shared_server(Content.WHOLE, jars_dir)


@pytest.fixture(scope="module")
def found(whole: Settings) -> Comparison:
    """The two regions as they are read by the command."""
    with connect(whole) as database:
        return compare(REGIONS, database=database)


def asked(whole: Settings, path: Path, language: Language) -> Path:
    """The report as the command writes it."""
    environ = {"NEO4J_URI": str(whole.uri), "NEO4J_PASSWORD": str(whole.password)}
    answer = invoke("compare", *REGIONS, "--language", language, "-o", str(path), **environ)
    assert answer.code == 0, answer.err
    return path


LOOK_ALIKES = str.maketrans("⻓⻆⻅⻔⻋⻢⻉⻚⻛", "长角见门车马贝页风")
"""Radicals that Chromium writes into a PDF in place of the characters."""


def flat(text: str) -> str:
    """Text without what a line break adds or takes."""
    return re.sub(r"\s", "", normalize("NFKC", text)).translate(LOOK_ALIKES)


def split_after_one_page(pages: list[str], found: Comparison, language: Language) -> None:
    """All that sums up stands on the first page, each warning once, and the appendix begins on the second."""
    first, second = flat(pages[0]), flat(pages[1])
    for name in ("overview", "found", "distributions", "read_first"):
        assert flat(LABELS[name].say(language)) in first, name
    assert flat(found.summed_up.say(language))[-30:] in first
    for words in found.cautions:
        assert first.count(flat(words.say(language))[:24]) == 1
        assert flat(words.say(language))[:24] not in "".join(map(flat, pages[1:]))
    assert second.startswith(flat(LABELS["more_distributions"].say(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_print_sums_up_on_one_page(
    whole: Settings, found: Comparison, show: Open, tmp_path: Path, language: Language
) -> None:
    page = show(asked(whole, tmp_path / "r.html", language))
    page.pdf(path=str(tmp_path / "r.pdf"), format="A4")
    with pdfplumber.open(tmp_path / "r.pdf") as pdf:
        split_after_one_page([p.extract_text() for p in pdf.pages], found, language)


def test_the_document_of_word_breaks_after_what_sums_up(
    whole: Settings, found: Comparison, tmp_path: Path
) -> None:
    import docx

    made = docx.Document(str(asked(whole, tmp_path / "r.docx", "zh")))
    parts = [part for part in made.paragraphs if part.text.strip() or part._p.xpath(".//w:br")]
    (at,) = (n for n, part in enumerate(parts) if part._p.xpath('.//w:br[@w:type="page"]'))
    assert parts[at].text.strip() == found.cautions[-1].zh
    assert parts[at + 1].text == LABELS["more_distributions"].zh
    first = "\n".join(part.text for part in parts[: at + 1])
    assert all(words.zh in first for words in (*found.cautions, found.summed_up))
    described = made.element.xpath("//wp:docPr/@descr")
    assert len(described) == 2 and all("长三角" in text for text in described)
