"""Scans and photographs: the lines that a machine recognises (rapidocr), its models on this computer."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from graph.core.errors import Refused
from graph.core.words import Words
from loaders.notices.files.printed import Piece, pieces, printed_lines
from loaders.notices.files.refusals import damaged

MOST_DOTS = 60_000_000
"""Dots of a picture, at most: a page at 600 dots an inch has 35 million."""

LONGEST = 3_000
"""Dots of the longer side that is looked at; a page of a PDF is drawn with these."""

FILLED = 0.85
"""Of the height of a line: its characters."""


def scanned_lines(raw: bytes, page: int) -> list[str]:
    """The lines of a page of a PDF (1 is the first) or of a picture; raises Refused for a broken one."""
    picture = _drawn(raw, page) if raw.startswith(b"%PDF") else _opened(raw)
    try:
        from rapidocr import RapidOCR
    except ImportError as error:
        told = Words(
            f"Text recognition cannot be loaded ({error}). Install the extra ocr anew.",
            f"文字识别无法加载（“{error}”）。请重新安装附加组件 ocr。",
        )
        raise Refused(told) from None
    threads = "EngineConfig.onnxruntime.intra_op_num_threads"
    read: Any = RapidOCR(params={"Global.log_level": "error", threads: 2})
    found = read(picture, return_word_box=True, return_single_char_box=True)
    if found.boxes is None or not found.word_results:
        return []
    boxes = [[(float(x), float(y)) for x, y in box] for box in found.boxes]
    return printed_lines(_in_rows(boxes, found.word_results))


def _opened(raw: bytes) -> Any:
    """The dots of a picture, as it is to be held; bounded before it is unpacked."""
    import numpy as np
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(raw), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_DOTS:
                raise Image.DecompressionBombError
            picture.draft("RGB", (LONGEST, LONGEST))
            held = ImageOps.exif_transpose(picture).convert("RGB")
    except MemoryError:
        raise
    except Image.DecompressionBombError:
        most = f"{MOST_DOTS:,}"
        en = f"This is a picture of more than {most} dots. Make it smaller."
        raise Refused(Words(en, f"图片超过 {most} 个像素。请缩小。")) from None
    except Exception as error:  # Pillow lets errors of many kinds through
        raise damaged(Words("a picture", "图片"), error) from None
    held.thumbnail((LONGEST, LONGEST))
    return np.asarray(held)


def _drawn(raw: bytes, page: int) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        sheet = pypdfium2.PdfDocument(raw)[page - 1]
        scale = min(LONGEST / max(*sheet.get_size(), 1.0), 200 / 72)
        return sheet.render(scale=scale).to_numpy()
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise damaged(Words("a picture of a page", "页面图片"), error) from None


Corners = Sequence[tuple[float, float]]
"""Of a recognised piece: left above, right above, right below, left below."""


def _in_rows(boxes: Sequence[Corners], words: Sequence[Any]) -> list[list[Piece]]:
    """The pieces as printed lines, the tilt of the whole sheet taken out."""
    tilt = median(math.atan2(box[1][1] - box[0][1], box[1][0] - box[0][0]) for box in boxes)
    turn = complex(math.cos(tilt), -math.sin(tilt))
    found: list[tuple[float, float, list[Piece]]] = []
    for box, word in zip(boxes, words, strict=True):
        height = math.dist(box[0], box[3])
        middle = sum((complex(x, y) * turn).imag for x, y in box) / len(box)
        if signs := list(_signs(height, word, turn)):
            found.append((middle, height, signs))
    rows: list[list[tuple[float, list[Piece]]]] = []
    for middle, height, signs in sorted(found, key=lambda one: one[0]):
        if not rows or middle - median(one[0] for one in rows[-1]) >= 0.5 * height:
            rows.append([])
        rows[-1].append((middle, signs))
    made = []
    for row in rows:
        parts = sorted((signs for _, signs in row), key=lambda part: part[0].left)
        made.append(pieces([replace(sign, top=row[0][0]) for part in parts for sign in part]))
    return made


def _signs(height: float, word: Sequence[Any], turn: complex) -> Iterator[Piece]:
    """The characters of a piece; each is as wide as the line is high, narrow letters half so."""
    for text, _, box in word or ():
        middle = sum((complex(float(x), float(y)) * turn).real for x, y in box) / len(box)
        size = FILLED * height
        half = size / (2 if ord(text[0]) > 0x2000 else 4)
        yield Piece(text, middle - half, middle + half, size)
