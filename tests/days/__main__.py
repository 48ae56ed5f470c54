"""What differs between the rows expected and those that a query answers; the drawing in tests/README.md.

    python -m tests.days children roster_of_group    # without names: all
    python -m tests.days --draw                      # renew the drawing and the table of days

Nothing here writes expected rows: they come from the definitions, not from the query.
"""

from __future__ import annotations

import sys

from graph.connection import connect
from graph.settings import NEO4J_VERSION, Settings
from tests.days.rows import cases, named
from tests.days.world import draw, load
from tests.servers import private_server


def main(names: list[str]) -> int:
    """Print what differs; 1 where anything does."""
    if names == ["--draw"]:
        draw()
        return 0
    different = 0
    jars = Settings.from_environment().jars_dir
    with private_server(NEO4J_VERSION, jars) as settings, connect(settings) as database:
        load(database)
        for name in names or named():
            held = cases(name)
            told = [text for case in held if (text := case.difference(database))]
            print(*told, sep="\n", end="\n" if told else "")
            later = sum(case.not_yet is not None for case in held)
            print(f"{name}: {len(held)} cases, {len(told)} differ, {later} not yet")
            different += len(told)
    return min(different, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
