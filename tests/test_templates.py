"""The kept graph of the tests is made anew whenever something that makes it has changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.templates import LOADER, ROOT, code

IMPORTED = f"""
import sys
import {LOADER}
for module in list(sys.modules.values()):
    print(getattr(module, "__file__", None) or "")
"""


def test_everything_that_the_loaders_import_is_in_the_fingerprint() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", IMPORTED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    rooms = (ROOT / "graph", ROOT / "loaders")
    imported = {Path(line) for line in ran.stdout.splitlines() if line}
    own = {path for path in imported if any(path.is_relative_to(room) for room in rooms)}
    assert len(own) > 20
    assert own <= code(LOADER)
