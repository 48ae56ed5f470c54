"""Imports the Neo4j driver without pandas and pyarrow.

The driver looks for both, for 0.6 s, to accept their values as parameters; lsgraph hands it plain ones.
Where a program has imported pandas before, the driver finds it.
"""

from __future__ import annotations

import sys

_HIDDEN = [name for name in ("pandas", "pyarrow") if name not in sys.modules]

for _name in _HIDDEN:
    sys.modules[_name] = None  # type: ignore[assignment]
try:
    import neo4j
finally:
    for _name in _HIDDEN:
        del sys.modules[_name]

__all__ = ["neo4j"]
