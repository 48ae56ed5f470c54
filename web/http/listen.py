"""Where the application is heard: its port, and the network card."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

from graph.core.errors import InputError
from graph.core.words import Words

PORT = 8765
LOOPBACK = "127.0.0.1"
TRIED = 20
"""Ports that are tried, from PORT on, where none is asked for."""


def check_listen(listen: str, public: bool) -> None:
    """Raises InputError where others than this machine would reach a server that is not for everybody."""
    try:
        alone = ip_address(listen).is_loopback
    except ValueError:
        raise InputError(
            Words(
                f"--listen takes the address of a network card, such as 0.0.0.0 for all, not"
                f" {listen!r}.",
                f"--listen 应为网卡的地址，例如 0.0.0.0 表示全部，而不是“{listen}”。",
            )
        ) from None
    if not (alone or public):
        raise InputError(
            Words(
                f"--listen {listen} would let other machines in. Add --public, which only reads, and put"
                " a proxy before it that adds TLS and sign-in.",
                f"--listen {listen} 会让其他计算机进入。请加 --public（只读），并在其前设置提供 "
                "TLS 和登录的代理。",
            )
        )


def host_of(listen: str) -> str:
    """The host in addresses under which this machine reaches what listens there."""
    address = ip_address(listen)
    if address.is_unspecified:
        return LOOPBACK if address.version == 4 else "[::1]"
    return str(address) if address.version == 4 else f"[{address}]"


@contextmanager
def bound(port: int | None, listen: str = LOOPBACK) -> Iterator[socket.socket]:
    """A socket that listens on a port, by default of this machine alone.

    InputError where it is taken, and where no network card of this machine has the address `listen`.
    """
    tried = range(PORT, PORT + TRIED) if port is None else (port,)
    for one in tried:
        found = socket.socket(socket.AF_INET6 if ":" in listen else socket.AF_INET)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name != "nt")
        try:
            found.bind((listen, one))
            found.listen(128)
        except OSError as error:
            found.close()
            if error.errno == errno.EADDRNOTAVAIL:
                raise InputError(
                    Words(
                        f"--listen {listen}: no network card of this machine has this address. Give 0.0.0.0"
                        " for all.",
                        f"--listen {listen}：本机没有网卡使用此地址。0.0.0.0 表示全部。",
                    )
                ) from None
            continue
        with found:
            yield found
        return
    which = (
        Words(f"Port {port} is", f"端口 {port}")
        if port is not None
        else Words(f"Ports {PORT} to {PORT + TRIED - 1} are", f"端口 {PORT} 至 {PORT + TRIED - 1}")
    )
    raise InputError(
        Words(
            f"{which.en} taken or not allowed. Name another with --port, or 0 for any that is free.",
            f"{which.zh}已被占用或不允许使用。请用 --port 另选端口，或用 0 表示任一空闲端口。",
        )
    )
