"""Versions, Java, program files, disk and memory."""

from __future__ import annotations

import platform
import shutil
from importlib.metadata import PackageNotFoundError, version

import psutil

from graph.doctor.finding import Finding
from graph.server.config import HEAP_MAX_MB, PAGE_CACHE_MB
from graph.server.jars.listed import faults, parts_of
from graph.server.java import find_java, told_version
from graph.server.layout import checked_version
from graph.settings import Settings

DISK_MB = 500
"""Disk to be free: program files take 170 MB, the shipped graph and its log some 200."""

MEMORY_MB = HEAP_MAX_MB + PAGE_CACHE_MB
"""Memory to be free before the private server starts: what it may take."""

_INSTALL = "Install again: pipx reinstall lsgraph, or make demo in the checkout"


def package(part: str, name: str) -> Finding:
    """Which version of a Python package is installed."""
    try:
        return Finding(part, True, version(name))
    except PackageNotFoundError:
        return Finding(part, False, f"The package {name} is not installed.", _INSTALL)


def python() -> Finding:
    """Which Python runs, and on what."""
    return Finding("Python", True, f"{platform.python_version()}, {platform.platform(terse=True)}")


def java() -> Finding:
    """Which Java the private server would run on; NoServer where none can."""
    program = find_java()
    return Finding("Java", True, f"{told_version(program).splitlines()[0]}: {program}")


def jars(settings: Settings) -> Finding:
    """Are the program files those of the list? Reads every one; NoServer for a version without a list."""
    wanted = checked_version(settings.neo4j_version)
    parts, folder = parts_of(wanted), settings.jars_dir / wanted
    if not folder.exists():
        return Finding(
            "jars", True, f"none of Neo4j {wanted} yet in {settings.jars_dir}",
            f"The first start fetches {len(parts)} files, 170 MB.",
        )  # fmt: skip
    wrong = faults(folder, parts)
    if wrong:
        remedy = f"Delete {folder}: the next start fetches it again."
        return Finding("jars", False, f"{len(wrong)} differ: {'; '.join(wrong)}", remedy)
    return Finding("jars", True, f"Neo4j {wanted}: {len(parts)} files, SHA-256 as listed: {folder}")


def disk(settings: Settings) -> Finding:
    """Is there room where the data is, or will be?"""
    folder = next(at for at in (settings.data_dir, *settings.data_dir.parents) if at.is_dir())
    free = shutil.disk_usage(folder).free >> 20
    if free >= DISK_MB:
        return Finding("disk", True, f"{free} MB free at {folder}")
    remedy = "Free some, or name a folder on a larger disk with LSGRAPH_HOME."
    return Finding("disk", False, f"{free} MB free at {folder}; {DISK_MB} are needed.", remedy)


def memory() -> Finding:
    """Is there memory for the server to start with?"""
    free = psutil.virtual_memory().available >> 20
    told = f"{free} MB free of {psutil.virtual_memory().total >> 20}"
    if free >= MEMORY_MB:
        return Finding("memory", True, told)
    remedy = "Close other programs, or set LSGRAPH_JAVA_OPTIONS=-Xmx512m"
    return Finding("memory", False, f"{told}; the server may take {MEMORY_MB}.", remedy)
