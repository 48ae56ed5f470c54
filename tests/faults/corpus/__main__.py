"""Write the corpus into a folder to be looked at."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.faults.corpus.cases import CASES

if __name__ == "__main__":
    for number, (name, case) in enumerate(CASES.items()):
        inside = Path(sys.argv[1]) / f"{number:03}"
        inside.mkdir(parents=True)
        print(f"{name}\t{case.make(inside)}")
