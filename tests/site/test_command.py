"""The command: what it refuses, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import invoke

NOWHERE = {"NEO4J_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "none"}


@pytest.mark.parametrize(
    "address", ["example.org", "ftp://example.org/", "https://", "https://x.org/?a=1"]
)
def test_an_address_that_is_none_is_refused_at_once(tmp_path: Path, address: str) -> None:
    answer = invoke("site", "-o", str(tmp_path / "site"), "--address", address, **NOWHERE)
    assert answer.code != 0 and "is no address of a site" in answer.err
    assert not (tmp_path / "site").exists()


def test_a_folder_with_other_files_is_kept_even_with_force(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    answer = invoke("site", "-o", str(tmp_path), "--force", **NOWHERE)
    assert answer.code == 1 and "holds files that no export wrote (mine.txt)" in answer.err
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_without_a_server_nothing_is_written(tmp_path: Path) -> None:
    answer = invoke("site", "-o", str(tmp_path / "site"), **NOWHERE)
    assert answer.code == 3
    assert list(tmp_path.iterdir()) == []
