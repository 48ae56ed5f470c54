"""The fonts of a figure: one that has Chinese characters (中文字体), found on this machine.

A figure never shows empty boxes in place of Chinese: where no font has the characters it is an
error that says what to install. Any other character that the font lacks (an emoji in a name, for
example) is written as 〓, the printers' mark for a missing sort, or as a question mark.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.core.errors import InputError
from graph.core.words import Words
from visualize.figures.truetype import cut_down

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FAMILIES = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC",
    "Hiragino Sans GB", "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei",
    "Heiti SC", "STHeiti", "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN",
    "SimSun", "Songti SC", "STSong", "Noto Sans CJK JP", "Arial Unicode MS",
)  # fmt: skip
"""Families with simplified Chinese, the most legible at 6 pt first."""
LATIN = "DejaVu Sans"
"""What matplotlib brings; for figures without a Chinese character where no other font is there."""
REMEDY = Words(
    "Install one, for example Noto Sans CJK (Debian and Ubuntu: apt-get install fonts-noto-cjk; "
    "macOS: brew install --cask font-noto-sans-cjk-sc; Windows brings Microsoft YaHei), and run "
    "the command again.",
    "请安装一种，例如 Noto Sans CJK（Debian 和 Ubuntu：apt-get install fonts-noto-cjk；macOS："
    "brew install --cask font-noto-sans-cjk-sc；Windows 自带 Microsoft YaHei），然后重新运行该命令。",
)
MISSING = "〓?"
"""What stands for a character that the font lacks: the first of these that it has."""
BOLD = 600


@dataclass(frozen=True)
class Face:
    """A font on this machine: family, file, place in a collection, weight (400 regular)."""

    family: str
    path: Path
    index: int
    weight: int


@dataclass(frozen=True)
class Fonts:
    """Regular and bold as cut down for one figure; `held` are the characters that both have."""

    family: str
    regular: FontProperties
    bold: FontProperties
    held: frozenset[str]

    def written(self, text: str) -> str:
        """Return the text as the figure can show it."""
        instead = next((char for char in MISSING if char in self.held), "")
        return "".join(char if char in self.held else instead for char in text)

    def width(self, text: str, bold: bool = False) -> float:
        """Return the width of a text, in multiples of the font size."""
        from matplotlib.textpath import text_to_path

        if not (shown := self.written(text)):
            return 0.0
        size = text_to_path.FONT_SCALE
        own = self.of(bold).copy()
        own.set_size(size)
        return float(text_to_path.get_text_width_height_descent(shown, own, False)[0]) / size

    def of(self, bold: bool) -> FontProperties:
        """Return the one or the other."""
        return self.bold if bold else self.regular


def is_han(char: str) -> bool:
    """Tell whether a character is Chinese: a Han character or full-width punctuation."""
    return unicodedata.east_asian_width(char) == "W" and (
        unicodedata.name(char, "").startswith("CJK ") or "\u3000" <= char <= "\u303f"
    )


def figure_fonts(characters: Iterable[str], folder: Path) -> Fonts:
    """Fonts with these characters, cut down and written to `folder`.

    Raises InputError where Chinese characters are among them and no font is there that has them.
    """
    from matplotlib.font_manager import FontProperties

    asked = frozenset(characters)
    chinese = frozenset(char for char in asked if is_han(char))
    wanted = asked | frozenset(f"{MISSING}… ")
    faces = _chosen(list(installed()))
    if faces is None and chinese:
        raise InputError(
            Words(
                f"No font with Chinese characters was found. {REMEDY.en}",
                f"没有找到含汉字的字体。{REMEDY.zh}",
            )
        )
    regular, bold = faces or (_latin(False), _latin(True))
    held = cut_down(regular.path, regular.index, wanted, folder / "regular.ttf")
    held &= cut_down(bold.path, bold.index, wanted, folder / "bold.ttf")
    if lacking := chinese - held:
        listed = " ".join(f"{char} (U+{ord(char):04X})" for char in sorted(lacking)[:8])
        raise InputError(
            Words(
                f"The font {regular.family} has no glyph for {listed}. {REMEDY.en}",
                f"字体 {regular.family} 没有 {listed} 的字形。{REMEDY.zh}",
            )
        )
    thin, thick = (FontProperties(fname=folder / f"{name}.ttf") for name in ("regular", "bold"))
    return Fonts(regular.family, thin, thick, held)


def installed() -> Iterator[Face]:
    """Yield the fonts of this machine that may have Chinese characters, those known to matplotlib first.

    matplotlib keeps a list of fonts and does not see one installed since: then the disk is read.
    """
    from matplotlib.font_manager import findSystemFonts, fontManager

    known = [face for entry in fontManager.ttflist if (face := _face(entry))]
    if not known:
        listed = {str(Path(entry.fname)) for entry in fontManager.ttflist}
        for path in findSystemFonts():
            if path not in listed:
                _add(fontManager, path)
        known = [face for entry in fontManager.ttflist if (face := _face(entry))]
    yield from known


def _add(manager: Any, path: str) -> None:
    try:
        manager.addfont(path)
    except (OSError, RuntimeError):
        return  # A broken font file cannot be used.


def _face(entry: Any) -> Face | None:
    """Return an entry of matplotlib's list as a face; None for other families and slanted or odd ones."""
    if entry.name not in FAMILIES or entry.style != "normal" or not isinstance(entry.weight, int):
        return None
    return Face(entry.name, Path(entry.fname), getattr(entry, "index", 0), entry.weight)


def _chosen(faces: list[Face]) -> tuple[Face, Face] | None:
    """Regular and bold of the first family of the list; the regular twice if the family lacks a bold."""
    for family in FAMILIES:
        own = sorted((f for f in faces if f.family == family), key=lambda f: (f.weight, f.path))
        if own:
            regular = min(own, key=lambda face: abs(face.weight - 400))
            bold = min(own, key=lambda face: abs(face.weight - 700))
            return regular, bold if bold.weight >= BOLD else regular
    return None


def _latin(bold: bool) -> Face:
    from matplotlib import get_data_path

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    path = Path(get_data_path()) / "fonts" / "ttf" / name
    return Face(LATIN, path, 0, 700 if bold else 400)
