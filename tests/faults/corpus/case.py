"""A case: a kind of file, a fault, and how the file with the fault is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Path], Path]
"""Makes the files in an empty folder; answers what a reader is given."""


@dataclass(frozen=True)
class Case:
    """`kind` says which reader is asked."""

    kind: str
    fault: str
    make: Make

    @property
    def name(self) -> str:
        """What the case is called."""
        return f"{self.kind}: {self.fault}"
