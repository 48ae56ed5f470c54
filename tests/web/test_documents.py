"""What docs/serve.md shows a program to ask is answered as it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import httpx2

from graph.settings import Settings
from tests.cli.conftest import invoke
from tests.documents import ROOT, blocks
from tests.web.conftest import BEARER, ENTRY, Client, running

MANUAL = ROOT / "docs" / "serve.md"
SHOWN = "http://127.0.0.1:8765"


def test_the_examples_ask_what_is_there(loaded_server: Settings, tmp_path: Path) -> None:
    (curl,) = [one.text for one in blocks(MANUAL, "sh") if one.text.startswith("curl")]
    r, stata = blocks(MANUAL, "r")[0].text, blocks(MANUAL, "stata")[0].text
    words = shlex.split(curl)
    assert words[:3] == ["curl", "-H", "Authorization: Bearer $TOKEN"]
    with running(loaded_server) as site:
        answer = httpx2.get(words[3].replace(SHOWN, site), headers=BEARER, timeout=90).json()
        assert re.findall(r'"(http[^"]+)"', r) == [words[3]]
        for column in re.findall(r"answer\$rows\$(\w+)", r):
            assert column in answer["rows"][0]
        (address,) = re.findall(r'"(http[^"]+)"', stata)
        asked = address.replace(SHOWN, site).replace("TOKEN", ENTRY.token)
        file = httpx2.get(asked, timeout=90)
    assert (answer["truncated"], answer["total"]) == (False, len(answer["rows"]))
    (tmp_path / "groups.dta").write_bytes(file.content)
    import pandas

    frame = pandas.read_stata(tmp_path / "groups.dta")
    assert len(frame) == answer["total"] and "type" in frame.columns


def test_every_option_is_told() -> None:
    told = MANUAL.read_text(encoding="utf-8")
    for option in ("--port", "--no-browser", "--public", "--host", "--timeout"):
        assert option in told and option in invoke("serve", "--help").out


def test_the_page_for_programs_shows_the_same(inside: Client) -> None:
    page = inside.get("/api").text
    for text in ("/api/v1/types_of_groups?as_of=2018-12-25", "Bearer", "fromJSON"):
        assert text in page and text in MANUAL.read_text(encoding="utf-8")
