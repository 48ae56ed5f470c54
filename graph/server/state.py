"""What the next command needs to find a server that runs: a small file beside its data."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass

from graph.server.layout import Home


@dataclass(frozen=True)
class Recorded:
    """A server that answered: its process and its address. It may have ended since."""

    pid: int
    uri: str


def record(home: Home, recorded: Recorded) -> None:
    """Write the state file in one step, so that no reader sees half of it."""
    draft = home.state.with_suffix(".draft")
    draft.write_text(json.dumps(asdict(recorded)), encoding="utf-8", newline="\n")
    os.replace(draft, home.state)


def recorded(home: Home) -> Recorded | None:
    """Say what the state file says; None if the file is missing or cannot be understood."""
    try:
        state = json.loads(home.state.read_text(encoding="utf-8"))
        return Recorded(int(state["pid"]), str(state["uri"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget(home: Home) -> None:
    """Remove the state file."""
    home.state.unlink(missing_ok=True)
