"""The locks, the server and the graph in it, as they are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.connection.content import contents
from graph.core.marks import unmarked
from graph.core.model import SCHEMA_VERSION
from graph.core.words import Words
from graph.doctor.finding import Finding
from graph.server import process as processes
from graph.server.credentials import USER, read_password
from graph.server.layout import Home
from graph.server.lifecycle import running
from graph.server.probe import probe
from graph.server.store import ailment, interrupted
from graph.settings import Settings

LOAD = "lsgraph load groups"


def locks(settings: Settings) -> Finding:
    """Does another program fetch, start, stop, dump, restore or load just now?"""
    folders = {settings.jars_dir, settings.data_dir, Home.of(settings).root}
    paths = sorted(path for folder in folders for path in folder.glob("*.lock"))
    held = [str(path) for path in paths if _held(path)]
    if held:
        told = Words(
            f"held by another command: {', '.join(held)}", f"由另一命令占用：{'、'.join(held)}"
        )
        return Finding("lock", True, told, Words("Wait until it ends.", "请等它结束。"))
    return Finding("lock", True, Words("free", "空闲"))


def found_server(settings: Settings) -> Settings | None:
    """Return how to reach the server that runs, None where the private one does not; NoServer in words."""
    if settings.uri is not None:
        probe(settings.uri, settings.user, settings.password, settings.database)
        return settings
    home = Home.of(settings)
    state = running(home) if home.root.is_dir() else None
    if state is None:
        return None
    return replace(settings, uri=state.uri, user=USER, password=read_password(home), database=None)


def answering(database: Database) -> Finding:
    """Tell which server answers; NoServer where it does not."""
    agent = database.agent()
    return Finding(
        "server",
        True,
        Words(f"{agent} answers at {database.uri}", f"{database.uri} 有 {agent} 应答"),
    )


def stopped(settings: Settings) -> Finding:
    """Tell whether it is well that no private server answers."""
    home = Home.of(settings)
    process = processes.find(home) if home.root.is_dir() else None
    if process is not None:
        remedy = Words(
            f"Wait while it starts; else: lsgraph db stop. Its log: {home.log}",
            f"若正在启动，请稍候；否则：lsgraph db stop。其日志：{home.log}",
        )
        return Finding(
            "server",
            False,
            Words(
                f"process {process.pid} runs and does not answer",
                f"进程 {process.pid} 在运行，但不应答",
            ),
            remedy,
        )
    if home.initialised:
        read_password(home)
    if interrupted(home):
        remedy = Words(
            "The next start puts the database of before back: lsgraph db start",
            "下次启动时恢复此前的数据库：lsgraph db start",
        )
        return Finding(
            "server",
            True,
            Words("stopped; a restore or import was broken off", "已停止；恢复或导入曾中断"),
            remedy,
        )
    if (ill := ailment(home)) is not None:
        remedy = Words(
            "Where the disk is full free some space, then: lsgraph db repair",
            "若磁盘已满，请先腾出空间，然后：lsgraph db repair",
        )
        return Finding(
            "server",
            False,
            Words(f"stopped; when it last ran it {ill.en}", f"已停止；上次运行时{ill.zh}"),
            remedy,
        )
    return Finding(
        "server",
        True,
        Words("stopped", "已停止"),
        Words("The next command that needs it starts it.", "下一个需要它的命令会启动它。"),
    )


def graph(database: Database, shipped: str) -> Iterator[Finding]:
    """The schema, and each dataset with a hash of its content; `shipped` is the data of this checkout."""
    version = schema.version(database)
    if version == SCHEMA_VERSION:
        yield Finding("schema", True, Words(f"version {version}", f"版本 {version}"))
    elif version is None:
        schema.check(database)
        yield Finding(
            "schema",
            True,
            Words("none yet", "尚无"),
            Words(f"The first load makes it: {LOAD}", f"首次载入时建立：{LOAD}"),
        )
    else:
        newer = version > SCHEMA_VERSION
        yield Finding(
            "schema",
            False,
            Words(
                f"version {version}; this lsgraph knows {SCHEMA_VERSION}",
                f"版本 {version}；本 lsgraph 支持 {SCHEMA_VERSION}",
            ),
            Words(
                "Update lsgraph, or load into an empty database.",
                "请升级 lsgraph，或载入空数据库。",
            )
            if newer
            else Words(
                "Bring it to this version: lsgraph db upgrade", "升到本版本：lsgraph db upgrade"
            ),
        )
    yield from _data(database, shipped)


def _data(database: Database, shipped: str) -> Iterator[Finding]:
    found = contents(database)
    if not found:
        yield Finding(
            "data", True, Words("none", "无"), Words(f"Load it: {LOAD}", f"请载入：{LOAD}")
        )
    for name, content in found.items():
        told = Words(
            f"{content.nodes:,} nodes, {content.ties:,} ties, content {content.digest}",
            f"{content.nodes:,} 个节点，{content.ties:,} 条关系，内容 {content.digest}",
        )
        yield Finding(f"data: {unmarked(name)}", True, told)
    for row in queries.loaded_fingerprint(database=database):
        if row.fingerprint and row.fingerprint != shipped:
            told = Words(
                f"loaded from {row.fingerprint}; this checkout ships {shipped}",
                f"载入自 {row.fingerprint}；本程序自带 {shipped}",
            )
            yield Finding(
                "data: shipped",
                True,
                told,
                Words(f"To have that of the checkout: {LOAD}", f"要换成自带数据：{LOAD}"),
            )


def _held(path: Path) -> bool:
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True
