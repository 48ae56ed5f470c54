"""How the private server is configured: for one user, on this machine, and nobody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from graph.server.java import java_options
from graph.server.layout import Home

HEAP_START_MB = 256
HEAP_MAX_MB = 1024
PAGE_CACHE_MB = 256
TRANSACTION_SHARE = 0.4
"""Of the heap: what one question or one batch of a load may hold. The shipped data needs less than 256 MB."""

_QUICK = (
    "-XX:+UseSerialGC",
    "-XX:Tier4InvocationThreshold=50000",
    "-XX:Tier4MinInvocationThreshold=20000",
    "-XX:Tier4CompileThreshold=100000",
    "-XX:Tier4BackEdgeThreshold=400000",
    "-XX:-UsePerfData",
)
"""One user asks a few questions of a server that has just started: then most of the time goes into
planning, in code that is still cold, and the second compiler and the parallel collector would take the
cores from it. So code must run ten times as often as usual before it is compiled a second time: a cold
question takes little longer than without (bench/cold_start.py measures it beside Java's defaults), and
questions about a hundred thousand groups take half as long as they would without the second compiler."""

JVM_FLAGS = (
    *_QUICK,
    "--enable-native-access=ALL-UNNAMED",
    *(
        f"--add-opens=java.base/{package}=ALL-UNNAMED"
        for package in ("java.nio", "java.io", "sun.nio.ch", "java.lang")
    ),
    "-Djava.net.preferIPv4Stack=true",
)
"""What the server and its admin commands need from Java 21; IPv4 so that loopback is 127.0.0.1."""

_SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.default_advertised_address": "127.0.0.1",
    "server.bolt.enabled": "true",
    # Port 0 lets the system choose: no other program can take the port before the server does.
    "server.bolt.listen_address": "127.0.0.1:0",
    "server.bolt.advertised_address": "127.0.0.1:0",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.security.auth_enabled": "true",
    "dbms.usage_report.enabled": "false",
    # Without this an empty database takes 517 MB of disk instead of 3.
    "db.tx_log.preallocate": "false",
    # Read access does not confine a query: LOAD CSV could read any file and call any address.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    # Otherwise a text of more than ten characters or a longer list is planned anew, for seconds.
    "internal.cypher.use_parameter_size": "false",
    "server.memory.heap.initial_size": f"{HEAP_START_MB}m",
    "server.memory.heap.max_size": f"{HEAP_MAX_MB}m",
    "server.memory.pagecache.size": f"{PAGE_CACHE_MB}m",
    # How soon a question ends whose time is over.
    "db.transaction.monitor.check.interval": "500ms",
}

# Databases are closed before these pauses for late network events; they cost 10 s at each stop.
_QUIET_PERIOD = "internal.dbms.bolt.netty_server_shutdown_quiet_period"
_ONLY_5 = {_QUIET_PERIOD: "0"}
_SINCE_2026 = {
    f"{_QUIET_PERIOD}_duration": "0s",
    # Otherwise the server announces itself to the network it finds.
    "server.fleet_discovery.enabled": "false",
}


def main_class(version: str) -> str:
    """Return the class that starts the community server; it was renamed after version 5."""
    name = "CommunityEntryPoint" if _is_5(version) else "Neo4jCommunity"
    return f"org.neo4j.server.{name}"


def write_conf(home: Home) -> Path:
    """Write neo4j.conf of `home` anew and return its path."""
    lines = [f"{key}={value}" for key, value in settings_of(home.version).items()]
    lines += [f"server.jvm.additional={flag}" for flag in JVM_FLAGS]
    home.conf.mkdir(parents=True, exist_ok=True)
    path = home.conf / "neo4j.conf"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
    return path


def settings_of(version: str) -> dict[str, str]:
    """Return the settings for `version`; each version refuses to start with one it does not know."""
    return (
        _SETTINGS
        | {"db.memory.transaction.max": f"{int(_heap_mb() * TRANSACTION_SHARE)}m"}
        | (_ONLY_5 if _is_5(version) else _SINCE_2026)
    )


def _heap_mb() -> int:
    """The largest heap, by the last -Xmx of LSGRAPH_JAVA_OPTIONS where there is one."""
    given = re.findall(r"-Xmx(\d+)([kmg]?)", " ".join(java_options()), re.IGNORECASE)
    if not given:
        return HEAP_MAX_MB
    number, unit = given[-1]
    return int(number) * {"g": 1024**3, "m": 1024**2, "k": 1024}.get(unit.lower(), 1) // 1024**2


def java_command(java: Path, jars: Path, main: str, options: Sequence[str] = ()) -> list[str]:
    """Return the command line that runs the class `main` of the server's jars; arguments come after."""
    heap = (f"-Xms{HEAP_START_MB}m", f"-Xmx{HEAP_MAX_MB}m")
    return [str(java), *JVM_FLAGS, *heap, *options, "-cp", str(jars / "*"), main]


def _is_5(version: str) -> bool:
    return version.startswith("5.")
