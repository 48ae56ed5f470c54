"""lsgraph mcp: the catalogue for programs that talk, over stdio."""

from __future__ import annotations

from cli.context import asks, limits, progress
from graph.core.errors import need
from graph.settings import Settings


@asks
def mcp() -> None:
    """Answer a program that talks (Model Context Protocol) over standard input and output, until it leaves.

    Three tools: questions, describe and ask. Reading only. Name it in the settings of the program: command
    `lsgraph`, argument `mcp`.

    Example: lsgraph mcp
    Example: lsgraph mcp --timeout 20
    """
    need("lsgraph mcp", "mcp", "assistant")
    from web.assistant import serve

    serve(Settings.from_environment(), limits(), progress)
