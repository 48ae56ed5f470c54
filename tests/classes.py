"""Neo4j's classes made ready: Java maps them from an archive in the user's cache instead of reading jars.

Half the work of a start is reading and checking classes. The archive is made by the first run with these
jars and this Java. The servers and tools that the tests start in their own process use it; those that a
command starts in a process of its own start as a user's do.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import zipfile
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import connect
from graph.server import config, lifecycle, tool
from tests.cypher.lint_graph import lint_graph
from tests.servers import private_server
from tests.templates import cached

OF_JAVA, OF_NEO4J = "java.jsa", "neo4j.jsa"
ASKED = 8
"""Of so many queries one is asked while classes are noted."""


BRIEF = "-XX:TieredStopAtLevel=1"
"""For a Java that soon ends: code is compiled once, and fast code comes too late to pay. A server that plans
hundreds of queries takes half as long again with it."""


def use(patch: pytest.MonkeyPatch) -> None:
    """Start servers and tools with the archive from now on."""
    patch.setattr(lifecycle, "java_command", java_command)
    patch.setattr(tool, "java_command", partial(java_command, brief=True))


def java_command(
    java: Path, jars: Path, main: str, options: Sequence[str] = (), *, brief: bool = False
) -> list[str]:
    """The command line of a user's server, with the archive; a Java that it does not fit goes without."""
    files = os.pathsep.join(map(str, archive(java, jars)))
    own = [f"-XX:SharedArchiveFile={files}", "-Xlog:disable", *([BRIEF] if brief else [])]
    return _command(java, jars, main, (*own, *options))


@cache
def archive(java: Path, jars: Path) -> tuple[Path, Path]:
    """The classes of Java and those of Neo4j; written now if they are not kept."""
    kept = cached(f"classes-{jars.name}", _fingerprint(java, jars), partial(_make, java, jars))
    return kept / OF_JAVA, kept / OF_NEO4J


def _fingerprint(java: Path, jars: Path) -> str:
    """Of the program and the jars, by path, size and time as Java compares them, and of its options."""
    files = [java.resolve(), *sorted(jars.glob("*.jar"))]
    known = [f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files]
    return hashlib.sha256("\n".join([*known, *config.JVM_FLAGS]).encode()).hexdigest()[:16]


def _make(java: Path, jars: Path, made: Path) -> None:
    """Run a server that notes the classes which a schema, a small graph and some queries need."""
    made.mkdir()
    of_java = f"-XX:SharedArchiveFile={made / OF_JAVA}"
    subprocess.run(
        [java, *config.JVM_FLAGS, "-Xshare:dump", of_java], check=True, capture_output=True
    )
    noted = (of_java, f"-XX:ArchiveClassesAtExit={made / OF_NEO4J}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            lifecycle,
            "java_command",
            lambda java, jars, main, options: _command(java, jars, main, (*noted, *options)),
        )
        with private_server(jars.name, jars.parent) as settings, connect(settings) as database:
            lint_graph(database)
            for query in sorted(queries.readable(), key=lambda query: query.name)[::ASKED]:
                query(**query.example(), database=database)


def _command(java: Path, jars: Path, main: str, options: Sequence[str]) -> list[str]:
    """The command line of a user's server, with its jars named one by one.

    Java adds what a jar's manifest names to the class path, and then takes it for another path than that
    of the archive. So these jars come last, when all that they name is there.
    """
    command = config.java_command(java, jars, main, options)
    found = sorted(sorted(jars.glob("*.jar")), key=_names_others)
    command[command.index("-cp") + 1] = os.pathsep.join(map(str, found))
    return command


def _names_others(jar: Path) -> bool:
    with zipfile.ZipFile(jar) as opened:
        manifest = "META-INF/MANIFEST.MF"
        return manifest in opened.namelist() and b"\nClass-Path:" in opened.read(manifest)
