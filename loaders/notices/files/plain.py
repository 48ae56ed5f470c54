"""Text files of a notice, without the control characters that copies bring along."""

from __future__ import annotations

import re
from pathlib import Path

from graph.core.errors import InputError
from loaders.files.decoding import Undecodable, decoded

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ODD = re.compile("[\ue000-\uf8ff\ufffd]")


def plain_lines(path: Path, raw: bytes) -> list[str]:
    """The lines of a text file; raises InputError where no encoding gives text."""
    try:
        text, _ = decoded(raw)
    except Undecodable as reason:
        where = f"{path}:{reason.line}" if reason.line else str(path)
        raise InputError(f"{where}: {reason}") from None
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise InputError(f"{path} is not a text file. Give .txt, .docx or a PDF with text.")
    return [_ODD.sub("\ufffd", _CONTROL.sub("", line)) for line in text.splitlines()]
