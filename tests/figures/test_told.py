"""What goes beside a figure: caption and alternative text, printed by the command and kept in the file."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pdfplumber
import pytest
from PIL import Image

from tests.cli.conftest import Run, run, server_environment

__all__ = ["run", "server_environment"]

DC = "{http://purl.org/dc/elements/1.1/}"


def kept(path: Path) -> tuple[str, str]:
    """Title and alternative text that the file holds."""
    if path.suffix == ".pdf":
        with pdfplumber.open(path) as opened:
            return opened.metadata["Title"], opened.metadata["Subject"]
    if path.suffix == ".png":
        with Image.open(path) as image:
            return str(image.info["Title"]), str(image.info["Description"])
    root = ElementTree.parse(path).getroot()
    title, alt = (root.find(f".//{DC}{name}") for name in ("title", "description"))
    assert title is not None and alt is not None
    return str(title.text), str(alt.text)


def printed(text: str, label: str, until: str) -> str:
    """What stands behind a label of the answer, on one line."""
    return " ".join(text.partition(label)[2].partition(until)[0].split())


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_a_figure_is_written_with_its_words(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"air{suffix}"
    answer = run("view", "group", "group:bth-air-lsg", "-o", str(path))
    assert (answer.code, answer.err) == (0, "")
    caption = printed(answer.out, "Caption:", "Alt text:")
    alt = printed(answer.out, "Alt text:", "\0")
    assert "STRONG: China (the centre), where the chair holds office" in caption
    assert "not the paper's own" in caption and "2018-07-12" in caption
    assert "Chair: 韩正 国务院副总理. Deputy chair: Beijing, Tianjin, Hebei." in alt
    title, told = kept(path)
    assert title.startswith("LSG for air pollution control") and " ".join(told.split()) == alt


def test_the_words_are_in_the_language_of_the_figure(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "山东.svg"
    answer = run(
        "view", "region", "山东省", "--as-of", "2018-12-25", "--language", "zh", "-o", str(path)
    )
    assert "图注：" in answer.out and "替代文字：" in answer.out
    title, told = kept(path)
    assert title == "山东省 (2018-12-25)" and "单位树状图" in told


def test_a_map_tells_each_value_and_where_there_is_none(run: Run, tmp_path: Path) -> None:
    answer = run("view", "map", "groups", "--as-of", "2018-12-25", "-o", str(tmp_path / "map.pdf"))
    alt = printed(answer.out, "Alt text:", "\0")
    known, _, blank = alt.partition("no value: ")
    assert "Shandong 1" in known and "Taiwan" in blank and "Shandong" not in blank
