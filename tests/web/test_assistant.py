"""`lsgraph mcp` over stdio, asked by the client of the protocol: thirty questions as people put them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import psutil
import pytest
from mcp import StdioServerParameters
from mcp.client.client import Client
from mcp.client.stdio import stdio_client
from ruamel.yaml import YAML

from graph.ask.sourced import sources_of
from graph.catalogue import queries
from graph.connection import Database
from graph.server.local import stop
from graph.server.process import ceases
from graph.settings import Settings
from tests.servers import processes_of
from tests.web.aside import aside
from web.assistant import UNSOURCED

COMMAND = str(Path(sys.executable).with_name("lsgraph"))
WRITTEN = YAML(typ="safe").load(Path(__file__).with_name("questions.yaml"))
MISTYPED = {"group": "济莱协做区", "as_of": "2018"}
PATIENCE_S = 600
FIRST_QUESTION = (
    {
        "id": 1, "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18", "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    },
    {"method": "notifications/initialized"},
    {
        "id": 2, "method": "tools/call",
        "params": {"name": "ask", "arguments": {"name": "group_names"}},
    },
)  # fmt: skip
"""What a program says until the first question is under way."""

Talk = Callable[[Client], Coroutine[Any, Any, Any]]


def talked(environment: dict[str, str], talk: Talk, *words: str) -> Any:
    """What a talk with the program gives; it must leave once the client does."""
    started = StdioServerParameters(command=COMMAND, args=["mcp", *words], env=environment)

    async def whole() -> Any:
        async with Client(stdio_client(started), read_timeout_seconds=PATIENCE_S) as client:
            return await talk(client)

    return aside(whole())


async def asked(client: Client, tool: str, **given: Any) -> tuple[bool, str]:
    """Whether a tool refused, and what it said."""
    said = await client.call_tool(tool, given)
    return bool(said.is_error), "".join(part.text for part in said.content if part.type == "text")


async def answers(client: Client) -> list[tuple[bool, str]]:
    return [
        await asked(
            client, "ask", name=one["ask"], limit=1000,
            parameters={name: str(value) for name, value in one["with"].items()},
        )
        for one in WRITTEN
    ]  # fmt: skip


@pytest.fixture(scope="module")
def told(server_environment: dict[str, str]) -> list[tuple[bool, str]]:
    """What the program answers to all that is written down."""
    found: list[tuple[bool, str]] = talked(server_environment, answers, "--timeout", "300")
    return found


@pytest.mark.parametrize("number", range(len(WRITTEN)), ids=lambda n: WRITTEN[n]["text"][:60])
def test_a_question_is_answered(number: int, told: list[tuple[bool, str]]) -> None:
    one, (refused, text) = WRITTEN[number], told[number]
    assert not refused, text
    answer = json.loads(text)
    assert [part for part in one["parts"] if str(part) not in text] == []
    assert [part for part in one.get("never", ()) if part in text] == []
    assert one.get("rows", answer["total"]) == answer["total"] == len(answer["rows"])
    assert answer["truncated"] is False
    if answer["sources"] == UNSOURCED:
        assert answer["sources_total"] == 0
    else:
        assert all(source["title"] for source in answer["sources"])


def test_thirty_are_written_down_and_most_rest_on_sources(told: list[tuple[bool, str]]) -> None:
    assert len(WRITTEN) == len(told) == 30
    unsourced = [one["ask"] for one, (_, text) in zip(WRITTEN, told, strict=True)
                 if json.loads(text)["sources"] == UNSOURCED]  # fmt: skip
    assert set(unsourced) <= {"types_counted"}


def test_the_tools_are_few_short_and_reach_every_question(
    server_environment: dict[str, str],
) -> None:
    async def talk(client: Client) -> tuple[Any, ...]:
        tools = await client.list_tools()
        listed = await asked(client, "questions")
        described = [await asked(client, "describe", name=q.name) for q in queries.readable()]
        return tools, listed, described

    tools, (refused, text), described = talked(server_environment, talk)
    assert [t.name for t in tools.tools] == ["questions", "describe", "ask", "check_draft"]
    size = len(tools.model_dump_json(exclude_none=True, by_alias=True).encode())
    assert size < 4096, size
    readable = {query.name for query in queries.readable()}
    assert not refused and json.loads(text)["questions"].keys() == readable
    for name, (wrong, one) in zip([q.name for q in queries.readable()], described, strict=True):
        assert not wrong and json.loads(one)["name"] == name
        assert json.loads(one)["columns"].keys() == {c.name for c in queries[name].columns}


def test_seats_set_down_from_a_notice_are_held_against_it(
    server_environment: dict[str, str],
) -> None:
    text = "关于成立济南市东湖治理领导小组的通知\n组长：张海波　市长\n成员：李四光　市水利局局长"
    draft = (
        '{"seats": [{"role": "chair", "person": "孙晓峰"}, {"role": "member", "person": "李四光"}]}'
    )

    async def talk(client: Client) -> tuple[bool, str]:
        return await asked(client, "check_draft", text=text, draft=draft)

    wrong, told = talked(server_environment, talk)
    found = json.loads(told)
    assert not wrong and found["found"].startswith("1 seats of the draft stand")
    assert {one["text"] for one in found["not_understood"]} >= {"组长 孙晓峰", "组长 张海波 市长"}


def test_what_is_wrong_is_told_and_what_is_left_out_too(server_environment: dict[str, str]) -> None:
    async def talk(client: Client) -> list[tuple[bool, str]]:
        return [
            await asked(client, "ask", name="seats_of_grup"),
            await asked(client, "ask", name="write_node"),
            await asked(client, "ask", name="seats_of_group", parameters=MISTYPED),
            await asked(client, "ask", name="children", parameters={"unit": "朝阳", "as_of": "2018-12-25"}),
            await asked(client, "ask", name="group_names", limit=3),
            await asked(client, "questions", words="nothing of the kind"),
        ]  # fmt: skip

    query, writes, name, several, few, none = talked(server_environment, talk)
    assert [wrong for wrong, _ in (query, writes, name, several)] == [True] * 4
    assert (
        "seats_of_group" in query[1]
        and "济莱协作区" in name[1]
        and "names more than one" in several[1]
    )
    answer = json.loads(few[1])
    assert (len(answer["rows"]), answer["truncated"], answer["total"]) == (3, True, 38)
    assert json.loads(none[1])["total"] == 0


def test_sources_are_looked_for_in_batches(
    loaded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = queries.group_names(database=loaded)
    whole = sources_of(loaded, rows)
    monkeypatch.setattr("graph.ask.sourced.BATCH", 7)
    assert sources_of(loaded, rows) == whole and len(whole) > 7


def test_sigterm_ends_the_program(server_environment: dict[str, str]) -> None:
    with psutil.Popen(
        [COMMAND, "mcp"], env={**os.environ, **server_environment}, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:  # fmt: skip
        program.stdin.write(b'{"jsonrpc":"2.0","id":1,"method":"ping"}\n')
        program.stdin.flush()
        assert program.stdout.readline()
        program.terminate()
        assert program.wait(20) == 0


def test_sigterm_ends_a_server_that_still_starts(
    jars_dir: Path, tmp_path: Path, briefly: None
) -> None:
    home = Settings(tmp_path / "home", jars_dir)
    own = {"LSGRAPH_HOME": str(home.data_dir), "LSGRAPH_JARS": str(jars_dir)}
    with psutil.Popen(
        [COMMAND, "mcp"], env={**os.environ, **own}, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:  # fmt: skip
        try:
            for message in FIRST_QUESTION:
                program.stdin.write(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n")
            program.stdin.flush()
            assert ceases(lambda: not processes_of(home), PATIENCE_S), "it starts no server"
            program.terminate()
            assert program.wait(PATIENCE_S) == 0
            assert processes_of(home) == []
        finally:
            if program.is_running():
                program.kill()
            stop(home)
