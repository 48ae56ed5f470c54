"""The generated password of a private server, kept where only its owner can read it."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from graph.core.errors import NoServer
from graph.core.words import Words
from graph.server.layout import Home

USER = "neo4j"
_ITERATIONS = 1024


def ensure_password(home: Home) -> str:
    """Return the password of `home`: read, or generated and handed to a server that never ran.

    NoServer when a database exists and its password file does not: nothing can open it.
    """
    if home.initialised:
        return read_password(home)
    password = read_password(home) if home.password.exists() else _generate(home.password)
    _write_initial_user(home, password)
    return password


def read_password(home: Home) -> str:
    """Return the password in the file of `home`; NoServer when it is missing or empty."""
    try:
        password = home.password.read_text(encoding="utf-8").strip()
    except OSError:
        password = ""
    if not password:
        raise NoServer(
            Words(
                f"The password file {home.password} is missing, so the database beside it cannot be "
                f"opened. Put the file back, or delete {home.root} and load the data again.",
                f"密码文件 {home.password} 不在，其旁的数据库因此无法打开。请放回该文件，或删除 "
                f"{home.root} 后重新载入数据。",
            )
        )
    return password


def _generate(path: Path) -> str:
    password = secrets.token_urlsafe(24)
    _write_private(path, f"{password}\n")
    return password


def _write_initial_user(home: Home, password: str) -> None:
    """Write what `dbms set-initial-password` writes, without the 2 s that its JVM takes."""
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + password.encode("utf-8")).digest()
    for _ in range(_ITERATIONS - 1):
        digest = hashlib.sha256(digest).digest()
    line = f"{USER}:SHA-256,{digest.hex()},{salt.hex()},{_ITERATIONS}:\n"
    path = home.data / "dbms" / "auth.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    _write_private(path, line)


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
