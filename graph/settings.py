"""Where things are and which server is meant: read from the environment, once per command."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

NEO4J_VERSION = "2026.08.1"
"""The Neo4j that a private server runs unless LSGRAPH_NEO4J_VERSION says otherwise."""

NEO4J_LTS = "5.26.30"
"""The long-term-support version on which everything is tested too."""

CYPHER = Path(__file__).resolve().parents[1] / "cypher"
"""The folder of the project's own queries."""


@dataclass(frozen=True)
class Settings:
    """One server and one data directory.

    `uri` None means the private local server below `data_dir`; `jars_dir` holds the server's
    program files and may be shared by several data directories.
    """

    data_dir: Path
    jars_dir: Path
    neo4j_version: str = NEO4J_VERSION
    uri: str | None = None
    user: str = "neo4j"
    password: str | None = None
    database: str | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE and the LSGRAPH_ variables.

        LSGRAPH_HOME moves the data directory, LSGRAPH_JARS the program files of Neo4j,
        LSGRAPH_NEO4J_VERSION chooses the version of the private server.
        """
        env = os.environ if environ is None else environ
        data_dir = _directory(env.get("LSGRAPH_HOME"), user_data_path("lsgraph", False))
        return cls(
            data_dir=data_dir,
            jars_dir=_directory(env.get("LSGRAPH_JARS"), data_dir / "jars"),
            neo4j_version=env.get("LSGRAPH_NEO4J_VERSION") or NEO4J_VERSION,
            uri=env.get("NEO4J_URI") or None,
            user=env.get("NEO4J_USER") or "neo4j",
            password=env.get("NEO4J_PASSWORD") or None,
            database=env.get("NEO4J_DATABASE") or None,
        )


def _directory(given: str | None, default: Path) -> Path:
    return Path(given).expanduser().resolve() if given else default
