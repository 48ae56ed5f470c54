"""How much a request may bring: bounded before it is read, and while it is."""

from __future__ import annotations

from starlette.types import Message, Receive

from graph.core.errors import InputError
from graph.core.words import Words

MOST_BODY = 20 * 1024 * 1024
"""Bytes of one request: a workbook, or a notice with scans."""
TOO_LARGE = Words(
    f"The request brings more than {MOST_BODY // 1024**2} MB. Send a smaller file, or load it with the"
    " command: lsgraph load groups FILE",
    f"请求超过 {MOST_BODY // 1024**2} MB。请发送较小的文件，或用命令载入：lsgraph load groups 文件",
)


class TooLarge(InputError):
    """A request that brings more than it may."""

    def __init__(self) -> None:
        super().__init__(TOO_LARGE)


def bounded(receive: Receive, most: int = MOST_BODY) -> Receive:
    """Hand on what a request brings; raises TooLarge where it brings more, whatever it had announced."""
    brought = 0

    async def handed() -> Message:
        nonlocal brought
        message = await receive()
        brought += len(message.get("body", b""))
        if brought > most:
            raise TooLarge()
        return message

    return handed
