"""lsgraph mcp: the catalogue for programs that talk, over stdio."""

from __future__ import annotations

from cli.context import asks, limits, progress
from cli.help import chinese
from graph.core.errors import need
from graph.core.words import Words
from graph.settings import Settings


@asks
@chinese(
    "按模型上下文协议（MCP）经标准输入输出为对话程序提供查询，直到对方断开。\n\n有四个工具："
    "questions、describe、ask，以及核对通知席位的 check_draft，只读。"
    "请在该程序的设置中写明：命令 `lsgraph`，参数 `mcp`。"
)
def mcp() -> None:
    """Answer a program that talks (Model Context Protocol) over standard input and output, until it leaves.

    Four tools: questions, describe, ask, and check_draft for seats taken from a notice. Reading only. Name
    it in the settings of the program: command `lsgraph`, argument `mcp`.

    Example: lsgraph mcp
    Example: lsgraph mcp --timeout 20
    """
    need(Words.same("lsgraph mcp"), "mcp", "assistant")
    from web.assistant import serve

    serve(Settings.from_environment(), limits(), progress)
