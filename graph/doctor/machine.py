"""Versions, Java, program files, disk and memory."""

from __future__ import annotations

import platform
import shutil
from importlib.metadata import PackageNotFoundError, version

import psutil

from graph.core.words import Words
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

_INSTALL = Words(
    "Install again: pipx reinstall lsgraph, or make demo in the checkout",
    "请重新安装：pipx reinstall lsgraph，或在源码目录中 make demo",
)


def package(part: str, name: str) -> Finding:
    """Which version of a Python package is installed."""
    try:
        return Finding(part, True, Words.same(version(name)))
    except PackageNotFoundError:
        return Finding(
            part,
            False,
            Words(f"The package {name} is not installed.", f"未安装 {name} 包。"),
            _INSTALL,
        )


def python() -> Finding:
    """Which Python runs, and on what."""
    return Finding(
        "Python", True, Words.same(f"{platform.python_version()}, {platform.platform(terse=True)}")
    )


def java() -> Finding:
    """Which Java the private server would run on; NoServer where none can."""
    program = find_java()
    return Finding("Java", True, Words.same(f"{told_version(program).splitlines()[0]}: {program}"))


def jars(settings: Settings) -> Finding:
    """Are the program files those of the list? Reads every one; NoServer for a version without a list."""
    wanted = checked_version(settings.neo4j_version)
    parts, folder = parts_of(wanted), settings.jars_dir / wanted
    if not folder.exists():
        return Finding(
            "jars",
            True,
            Words(
                f"none of Neo4j {wanted} yet in {settings.jars_dir}",
                f"{settings.jars_dir} 中尚无 Neo4j {wanted}",
            ),
            Words(
                f"The first start fetches {len(parts)} files, 170 MB.",
                f"首次启动时下载 {len(parts)} 个文件，170 MB。",
            ),
        )
    wrong = faults(folder, parts)
    if wrong:
        remedy = Words(
            f"Delete {folder}: the next start fetches it again.",
            f"请删除 {folder}：下次启动时会重新下载。",
        )
        return Finding(
            "jars",
            False,
            Words(
                f"{len(wrong)} differ: {'; '.join(one.en for one in wrong)}",
                f"{len(wrong)} 个不符：{'；'.join(one.zh for one in wrong)}",
            ),
            remedy,
        )
    return Finding(
        "jars",
        True,
        Words(
            f"Neo4j {wanted}: {len(parts)} files, SHA-256 as listed: {folder}",
            f"Neo4j {wanted}：{len(parts)} 个文件，SHA-256 与清单相符：{folder}",
        ),
    )


def disk(settings: Settings) -> Finding:
    """Is there room where the data is, or will be?"""
    folder = next(at for at in (settings.data_dir, *settings.data_dir.parents) if at.is_dir())
    free = shutil.disk_usage(folder).free >> 20
    if free >= DISK_MB:
        return Finding(
            "disk", True, Words(f"{free} MB free at {folder}", f"{folder} 有 {free} MB 可用")
        )
    remedy = Words(
        "Free some, or name a folder on a larger disk with LSGRAPH_HOME.",
        "请腾出一些空间，或用 LSGRAPH_HOME 指定较大磁盘上的文件夹。",
    )
    return Finding(
        "disk",
        False,
        Words(
            f"{free} MB free at {folder}; {DISK_MB} are needed.",
            f"{folder} 只有 {free} MB 可用，需要 {DISK_MB} MB。",
        ),
        remedy,
    )


def memory() -> Finding:
    """Is there memory for the server to start with?"""
    free = psutil.virtual_memory().available >> 20
    told = Words(
        f"{free} MB free of {psutil.virtual_memory().total >> 20}",
        f"共 {psutil.virtual_memory().total >> 20} MB，可用 {free} MB",
    )
    if free >= MEMORY_MB:
        return Finding("memory", True, told)
    remedy = Words(
        "Close other programs, or set LSGRAPH_JAVA_OPTIONS=-Xmx512m",
        "请关闭其他程序，或设置 LSGRAPH_JAVA_OPTIONS=-Xmx512m",
    )
    return Finding(
        "memory",
        False,
        Words(
            f"{told.en}; the server may take {MEMORY_MB}.",
            f"{told.zh}；服务器可能用到 {MEMORY_MB} MB。",
        ),
        remedy,
    )
