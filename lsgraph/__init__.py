"""lsgraph as a library: the names that docs/library.md promises, each imported when it is first asked for.

An installed lsgraph has the rooms of the checkout inside it (`lsgraph.graph`, `lsgraph.loaders`); in a
checkout they stand beside it (`graph`, `loaders`). The names here are the same in both.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

_WITHIN = "lsgraph." if (Path(__file__).parent / "graph").is_dir() else ""
ROOMS = ("graph", "loaders", "visualize", "web", "cli")
"""The folders of the checkout that are Python; build_backend.py puts them inside."""
_NAMES = {
    name: room
    for room, names in {
        "graph.ask": ("Question", "authorities", "authority", "reason", "types"),
        "graph.catalogue": ("queries",),
        "graph.chairs": ("chair_dependence",),
        "graph.connection": ("Database", "connect"),
        "graph.connection.limits": ("Limits",),
        "graph.core.moved": ("moved",),
        "graph.pictures.group": ("group_picture",),
        "graph.places": ("find_place", "places"),
        "graph.regions": ("cliffs_delta", "compare", "permutation_p", "profile"),
        "graph.settings": ("Settings",),
        "graph.structure": ("krackhardt",),
        "loaders.load": ("load_divisions", "load_groups"),
        "visualize": ("write_page",),
    }.items()
    for name in names
}
__all__ = sorted(_NAMES)


def __getattr__(name: str) -> Any:
    """A promised name, or a room."""
    if name in ROOMS:
        return import_module(_WITHIN + name)
    if name not in _NAMES:
        gone = import_module(_WITHIN + "cli.gone").name(f"lsgraph.{name}")
        raise AttributeError(gone.en or f"module 'lsgraph' has no attribute {name!r}")
    value = getattr(import_module(_WITHIN + _NAMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_NAMES, *ROOMS})
