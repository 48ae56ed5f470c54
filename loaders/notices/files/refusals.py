"""Why a file is not read as a notice, in the words that all its readers use."""

from __future__ import annotations

from graph.core.errors import Refused
from graph.core.words import Words


def too_long(limit: int) -> Refused:
    """More characters than a notice has."""
    return Refused(
        Words(
            f"It has more than {limit:,} characters; no notice is so long. Cut out the notice.",
            f"超过 {limit:,} 个字符，通知不会这么长。请截取通知部分。",
        )
    )


def damaged(what: Words, error: BaseException) -> Refused:
    """A file that a library cannot read as `what`."""
    kind = type(error).__name__
    return Refused(
        Words(
            f"The file is damaged: it cannot be read as {what.en} ({kind}).",
            f"文件已损坏：不能作为{what.zh}读取（{kind}）。",
        )
    )
