"""lsgraph serve: the graph in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli.context import asks, limits, progress
from cli.output import out, put
from graph.core.language import say
from graph.core.words import Words
from graph.settings import Settings


@asks
def serve(
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            max=65535,
            help="Port. Default: the first that is free from 8765 on.",
        ),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the browser.")
    ] = True,
    public: Annotated[
        bool,
        typer.Option(
            "--public", help="For everybody: reading only, no Cypher of one's own, no token."
        ),
    ] = False,
    host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Name under which a proxy serves it; repeat for more."),
    ] = None,
    listen: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Address that hears it; with --public also another, such as 0.0.0.0 in a container.",
        ),
    ] = "127.0.0.1",
    files: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH",
            help="Group files of your own, or their folder, of which corrections may be proposed.",
        ),
    ] = None,
) -> None:
    """Serve the graph in the browser, to this machine alone, until Ctrl-C.

    The address that it prints holds a token: whoever opens it may enter. With --public it is meant for a
    proxy on this machine that adds TLS, and asks for no token.

    Example: lsgraph serve
    Example: lsgraph serve --port 8800 --no-browser --timeout 20
    """
    from loaders.load.datasets import given_files
    from web.serve import Serving
    from web.serve import serve as run

    serving = Serving(
        port, public, tuple(host or ()), listen, browser and not public, limits(),
        tuple(given_files(files or ())),
    )  # fmt: skip
    run(serving, Settings.from_environment(), _told, progress)
    put(say(Words("Stopped.", "已停止。")))


def _told(address: str) -> None:
    put(say(Words(f"Open {address}", f"请打开 {address}")), soft_wrap=True)
    put(say(Words("Ctrl-C ends it.", "按 Ctrl-C 结束。")))
    out.file.flush()
