"""Write the corpus into a folder to be looked at; kinds of exports are left out without a folder of them."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.faults.corpus.cases import CASES

if __name__ == "__main__":
    folder, exports = Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None
    for number, (name, case) in enumerate(CASES.items()):
        if exports is not None or not case.kind.startswith("import"):
            inside = folder / f"{number:03}"
            inside.mkdir(parents=True)
            print(f"{name}\t{case.make(inside, exports or folder)}")
