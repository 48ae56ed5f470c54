"""lsgraph read-notice: what it prints and writes, and how a fault is told."""

from __future__ import annotations

import json
from pathlib import Path

from ruamel.yaml import YAML

from tests.cli.conftest import invoke
from tests.notices.cases import TEXTS

NOTICE = str(TEXTS / "11_row_funeral.txt")


def test_json_on_standard_output() -> None:
    answer = invoke("read-notice", NOTICE, "--format", "json")
    read = json.loads(answer.out)
    assert answer.code == 0
    assert read["number"] == "佛府办函〔2021〕149号"
    assert (read["date"], read["issuers"]) == ("2021-09-22", ["佛山市人民政府办公室"])
    assert read["seats"] == read["groups"][0]["seats"]
    assert read["groups"][0]["name"] == read["name"] == "佛山市殡葬管理工作联席会议"
    assert read["seats"][2] == {
        "role": "deputy_chair", "name": None, "title": "市民政局主要负责同志", "unit": "市民政局",
        "line": 8, "certainty": "high", "check": None,
    }  # fmt: skip
    assert {"line", "text", "why"} == set(read["not_understood"][0])


def test_a_draft_is_of_the_form_for_tables() -> None:
    tree = YAML(typ="safe").load(invoke("read-notice", NOTICE).out)
    assert tree["form"] == "lsgraph/tables/1"
    assert set(tree) == {"form", "sources", "documents", "groups", "seats", "not_understood"}
    (document,), (group,) = tree["documents"], tree["groups"]
    assert (document["number"], document["issued"]) == ("佛府办函〔2021〕149号", "2021-09-22")
    assert (group["kind"], group["place"], group["from"]) == ("联席会议", "佛山市", "2021-09-22")
    assert {seat["group"] for seat in tree["seats"]} == {"g1"}
    assert {seat["certainty"] for seat in tree["seats"]} <= {"high", "low"}


def test_a_draft_tells_what_to_check() -> None:
    text = invoke("read-notice", str(TEXTS / "40_broken_titles.txt")).out
    before = text.splitlines()[
        next(i for i, line in enumerate(text.splitlines()) if "朱芝松" in line) - 1
    ]
    assert before == "# check: the title names two bodies: which one sits"


def test_a_draft_is_written_and_never_over_a_checked_one(tmp_path: Path) -> None:
    output = tmp_path / "draft.yaml"
    assert invoke("read-notice", NOTICE, "-o", str(output)).code == 0
    first = output.read_text(encoding="utf-8")
    assert first.startswith("# A draft")
    output.write_text("checked by hand", encoding="utf-8")
    again = invoke("read-notice", NOTICE, "-o", str(output))
    assert again.code == 2
    assert "--force" in again.err
    assert output.read_text(encoding="utf-8") == "checked by hand"
    assert invoke("read-notice", NOTICE, "-o", str(output), "--force").code == 0
    assert output.read_text(encoding="utf-8") == first


def test_a_fault_is_told_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    answer = invoke("read-notice", str(path))
    assert answer.code == 2
    assert "is empty" in " ".join(answer.err.split())
    assert "Traceback" not in answer.err + answer.out
