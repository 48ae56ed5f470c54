"""lsgraph serve: the graph in the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.context import asks, limits, progress
from cli.help import chinese, said
from cli.output import out, put
from graph.core.words import Words
from graph.settings import Settings


@asks
@chinese(
    "在浏览器中查看和使用图谱，仅限本机；按 Ctrl-C 停止。\n\n打印的地址含有令牌，打开它即可进入。"
    "--public 用于由本机的代理服务器加上 TLS 对外提供，不要求令牌。"
)
def serve(
    port: Annotated[
        int | None,
        typer.Option(
            metavar="PORT",
            min=0,
            max=65535,
            help=said(
                "Port. Default: the first that is free from 8765 on.",
                "端口。默认为 8765 起第一个空闲端口。",
            ),
        ),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help=said("Open the browser.", "打开浏览器。"))
    ] = True,
    public: Annotated[
        bool,
        typer.Option(
            "--public",
            help=said(
                "For everybody: reading only, no Cypher of one's own, no token.",
                "面向公众：只读，不接受自写的 Cypher，不需令牌。",
            ),
        ),
    ] = False,
    host: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help=said(
                "Name under which a proxy serves it; repeat for more.",
                "代理服务器对外的主机名；可重复给出。",
            ),
        ),
    ] = None,
    listen: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help=said(
                "Address that hears it; with --public also another, such as 0.0.0.0 in a container.",
                "监听地址；与 --public 同用时可为其他地址，如容器中的 0.0.0.0。",
            ),
        ),
    ] = "127.0.0.1",
) -> None:
    """Serve the graph in the browser, to this machine alone, until Ctrl-C.

    The address that it prints holds a token: whoever opens it may enter. With --public it is meant for a
    proxy on this machine that adds TLS, and asks for no token.

    Example: lsgraph serve
    Example: lsgraph serve --port 8800 --no-browser --timeout 20
    """
    from web.serve import Serving
    from web.serve import serve as run

    serving = Serving(port, public, tuple(host or ()), listen, browser and not public, limits())
    run(serving, Settings.from_environment(), _told, progress)
    put(Words("Stopped.", "已停止。"))


def _told(address: str) -> None:
    put(Words(f"Open {address}", f"请打开 {address}"), soft_wrap=True)
    put(Words("Ctrl-C ends it.", "按 Ctrl-C 结束。"))
    out.file.flush()
