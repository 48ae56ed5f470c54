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
from graph.server import admin, config, lifecycle
from tests.cypher.lint_graph import lint_graph
from tests.servers import private_server
from tests.templates import cached

FILE = "classes.jsa"
ASKED = 8
"""Of so many queries one is asked while classes are noted."""
BRIEF = "-XX:TieredStopAtLevel=1"
"""For a Java that soon ends: code is compiled once, and fast code comes too late to pay. A server that plans
hundreds of queries takes half as long again with it."""


def use(patch: pytest.MonkeyPatch) -> None:
    """Start servers and tools with the archive from now on."""
    patch.setattr(lifecycle, "java_command", java_command)
    patch.setattr(admin, "java_command", partial(java_command, brief=True))


def java_command(
    java: Path, jars: Path, main: str, options: Sequence[str] = (), *, brief: bool = False
) -> list[str]:
    """The command line of a user's server, with the archive; a Java that it does not fit goes without."""
    files = os.pathsep.join(map(str, archive(java, jars)))
    own = [f"-XX:SharedArchiveFile={files}", "-Xlog:disable", *([BRIEF] if brief else [])]
    return _command(java, jars, main, (*own, *options))


@cache
def archive(java: Path, jars: Path) -> tuple[Path, Path]:
    """The classes of Java and those of Neo4j; written now if they are not kept.

    The second names the place of the first, which is therefore kept before anything notes it.
    """
    of_java = cached("classes-java", _fingerprint(java), partial(_make_java, java)) / FILE
    key = _fingerprint(java, of_java, *sorted(jars.glob("*.jar")))
    made = cached(f"classes-{jars.name}", key, partial(_make, java, jars, of_java))
    return of_java, made / FILE


def _fingerprint(*files: Path) -> str:
    """Of a program and what it maps, by path, size and time as Java compares them, and of its options."""
    found = [(file.resolve(), file.stat()) for file in files]
    known = [f"{file} {stat.st_size} {stat.st_mtime_ns}" for file, stat in found]
    return hashlib.sha256("\n".join([*known, *config.JVM_FLAGS]).encode()).hexdigest()[:16]


def _make_java(java: Path, made: Path) -> None:
    """Write the classes of Java itself, which the packaged one comes without."""
    made.mkdir()
    command = [str(java), *config.JVM_FLAGS, "-Xshare:dump", f"-XX:SharedArchiveFile={made / FILE}"]
    subprocess.run(command, check=True, capture_output=True)


def _make(java: Path, jars: Path, of_java: Path, made: Path) -> None:
    """Run a server that notes the classes which a schema, a small graph and some queries need."""
    made.mkdir()
    noted = (f"-XX:SharedArchiveFile={of_java}", f"-XX:ArchiveClassesAtExit={made / FILE}")
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
