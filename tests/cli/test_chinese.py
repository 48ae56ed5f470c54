"""With LSGRAPH_LANGUAGE=zh the command line says nothing in English: help, errors, answers."""

from __future__ import annotations

import ast
import importlib
import json
import os
import pkgutil
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import cli
import graph
from graph.catalogue import Query, queries
from graph.catalogue.header import Column, Parameter
from graph.connection import Database
from graph.core import terms
from graph.core.errors import LsgraphError, Notice
from graph.offices.errors import NotRead
from tests.cli.conftest import Answer, invoke
from tests.cli.test_commands import ALL
from tests.documents import ROOT, sessions
from tests.english import english, has_chinese
from tests.servers import statements

ROOMS = ("graph", "loaders", "visualize", "web", "cli")
FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
SPEAKERS = {"Words", "said"}
"""Functions that take an English and a Chinese text."""
PRINTERS = {"put", "note"}

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ELSEWHERE = ("cite", "cypher", "read-notice")
"""Commands whose answer is a reference, what the user's statement returns, or a draft of loaders."""
COMMANDS = sorted(
    {
        session.command
        for document in DOCUMENTS
        for session in sessions(document)
        if session.command.startswith("lsgraph ")
        and not {"--folder", "--format", "load"} & {*shlex.split(session.command)}
        and shlex.split(session.command)[1] not in ELSEWHERE
    }
)

HELPS = """
import json, sys
from tests.cli.conftest import invoke
print(json.dumps({words: invoke(*words.split(), "--help").out for words in json.load(sys.stdin)}))
"""


@cache
def helps() -> dict[str, str]:
    """The help of every command and group of commands, made in a process that speaks Chinese."""
    groups = {" ".join(words[:n]) for words in ALL for n in range(len(words) + 1)}
    done = subprocess.run(
        [sys.executable, "-c", HELPS], input=json.dumps(sorted(groups)), text=True, check=True,
        capture_output=True, cwd=ROOT, encoding="utf-8",
        env={**os.environ, "LSGRAPH_LANGUAGE": "zh", "PYTHONUTF8": "1"},
    )  # fmt: skip
    told: dict[str, str] = json.loads(done.stdout)
    return told


def test_the_help_of_every_command_is_chinese() -> None:
    assert len(helps()) > len(ALL)
    for words, text in helps().items():
        assert "用法：lsgraph" in text and "─ 选项 ─" in text, words
        assert "显示本说明并退出。" in text, words
        assert english(text) == [], words


CAPITALS = {
    "CSV", "XLSX", "YAML", "JSON", "HTML", "SVG", "PDF", "OCR", "MCP", "TLS", "UTF", "UNKNOWN",
    "MATCH", "RETURN", "LIMIT", "LSGRAPH_LANGUAGE", "README",
}  # fmt: skip
"""Words in capitals that a Chinese help writes: formats, protocols, Cypher, a type, a variable."""


def test_the_help_names_every_value_in_chinese() -> None:
    """Of an option and of an argument: a day, a file, <a text>; choices and uids stay as they are typed."""
    for words, text in helps().items():
        assert {*re.findall(r"\b[A-Z][A-Z_]+\b", text)} <= CAPITALS, words
        assert re.findall(r"<[a-z][^|>]*>|\bN\b", text) == [], words
        usage = next(line for line in text.splitlines() if "用法：" in line)
        assert {*re.findall(r"[\[{](\w+)[\]}]", usage, re.ASCII)} <= {"uid"}, words
    english = {
        words: invoke(*words.split(), "--help", LSGRAPH_LANGUAGE="en").out for words in helps()
    }
    assert "<str>" in english["cite"] and "[thing]" in english["cite"] and "DAY" in english["types"]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_option_is_explained_in_chinese(words: tuple[str, ...]) -> None:
    """In English and Chinese a command has the same options, and each line of both says something."""
    told = helps()[" ".join(words)]
    shown = invoke(*words, "--help", LSGRAPH_LANGUAGE=None).out
    assert f"例：lsgraph {' '.join(words)}" in " ".join(told.split())
    assert told.count("│") == shown.count("│")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nothing",), "没有命令“nothing”。"), (("authority", "--as-off", "1"), "没有选项 --as-off。"),
        (("query", "run"), "缺少参数 名称。"), (("authority", "--timeout", "-1"), "应不小于 0。"),
        (("authority", "--timeout", "x"), "应为数。"), (("authority", "--basis"), "--basis 需要一个值。"),
        (("cite", "--as", "xml"), "“xml”不在可选值之列"), (("regions", "--force=1"), "没有选项 --force。"),
        (("db", "stop", "now"), "多余的参数：now"), (("view", "group", "x", "--force=1"), "不带值。"),
        (("place", "370100", "--as-of", "never"), "“never”不是日期。"),
        (("query", "show", "held_by"), "没有名为“held_by”的查询。您是否要找："),
        (("query", "list", "--tag", "nothing"), "没有查询带标签“nothing”。"),
        (("query", "run", "held", "-p", "x"), "“x”不是参数。"),
        (("query", "run", "held", "-p", "x=1"), "held 没有参数 x；"),
        (("query", "run", "ancestors"), "ancestors 需要参数 unit"),
        (("types", "--as-of", "2018", "-o", "x.doc"), "扩展名须指明格式。"),
        (("regions", "长三"), "没有名为“长三”的区域。"),
        (("view", "map", "grups"), "既不是指标"), (("view", "nation", "-o", "x.pdf"), "本命令只写页面。"),
        (("authority", "--suppose-chair", "x"), "假设组长或成员时须指明小组"),
    ],
)  # fmt: skip
def test_what_is_given_wrong_is_told_in_chinese(words: tuple[str, ...], says: str) -> None:
    answer = invoke(*words, LSGRAPH_LANGUAGE="zh", NEO4J_URI=None)
    told = " ".join(answer.err.replace("│", " ").split())
    assert answer.code in (1, 2)
    assert says in told
    assert english(answer.err, ("uid<Unit>",)) == []


def test_every_question_has_a_title_and_a_question_in_chinese() -> None:
    for query in queries.readable():
        called, asked = query.header.called, query.header.asked
        assert called.zh != called.en and english(called.zh) == [], query.name
        assert asked.zh.endswith(("？", "。")) and english(asked.zh) == [], query.name


def test_every_note_and_every_part_of_a_question_is_chinese_too() -> None:
    """The note beside a question, and the titles that `query show` prints above the parts."""
    notes = {q.name: q.header.note for q in queries.readable() if q.header.note}
    titles = {part.name: part.called for q in queries.readable() for part in q.parts}
    assert len(notes) > 60 and len(titles) > 60
    for name, words in (*notes.items(), *titles.items()):
        assert words.zh != words.en and has_chinese(words.zh) and english(words.zh) == [], name
    assert all(words.zh.endswith("。") for words in notes.values())
    shown = invoke("query", "show", "authority_by_group", LSGRAPH_LANGUAGE="zh").out
    assert "// -- authority/_relation: 关系与级差\n" in shown


def test_every_parameter_and_every_column_is_explained_in_chinese() -> None:
    """In the header of the query or of a part, or among what several share (cypher/_columns.cypher)."""
    lacking = [
        f"{query.name}: {one.name}"
        for query in queries.readable()
        for one in told_of(query)
        if english(one.meaning.zh)
        or (one.meaning.zh == one.meaning.en and not is_name(one.meaning.en))
    ]
    assert lacking == []
    units = {column.unit for query in queries.readable() for column in query.columns} - {None}
    assert {one for one in units if one and re.search("[a-z]", terms.unit(one).zh)} == set()


def told_of(query: Query) -> Iterator[Parameter | Column]:
    yield from query.parameters
    yield from query.columns


def is_name(meaning: str) -> bool:
    """Whether a meaning is a word that both languages write: a uid, the type of a tie."""
    return meaning == "uid" or meaning.isupper()


def test_what_a_query_takes_and_gives_is_shown_in_chinese() -> None:
    told = "".join(invoke("query", "show", "ancestors", LSGRAPH_LANGUAGE="zh").out.split())
    assert "下级区划的uid" in told and "向上第几级，直接上级为1" in told
    shown = invoke("query", "show", "ancestors", LSGRAPH_LANGUAGE="en").out
    assert "how far above, 1 for the direct superior" in " ".join(shown.split())
    answer = invoke("query", "run", "ancestors", LSGRAPH_LANGUAGE="zh", NEO4J_URI=None)
    assert "ancestors 需要参数 unit（uid<Division>）：下级区划的 uid。" in answer.err


def test_the_list_of_questions_is_chinese_for_people_and_the_same_for_programs() -> None:
    told = invoke("query", "list", "空缺", LSGRAPH_LANGUAGE="zh").out
    assert "哪些小组有资料载明组长空缺" in "".join(told.replace("│", " ").split())
    both = [
        invoke("query", "list", "--format", "csv", LSGRAPH_LANGUAGE=one) for one in ("zh", "en")
    ]
    assert both[0].out == both[1].out != ""


def test_each_pair_has_both_texts() -> None:
    """Every `Words("...", "...")` and `said("...", "...")`: the second is no English."""
    pairs = 0
    for path, call in _calls():
        if _name(call) in SPEAKERS and len(call.args) == 2:
            en, zh = map(_text, call.args)
            pairs += 1
            assert zh is None or english(zh) == [], f"{path}:{call.lineno}"
            assert not en or zh != "", f"{path}:{call.lineno}"
    assert pairs > 900


def test_no_error_or_notice_has_one_language() -> None:
    """An error or notice takes no plain string, wherever it is made."""
    errors = {one.__name__ for base in (LsgraphError, NotRead, Notice) for one in _kinds(base)}
    assert {"InputError", "CatalogueError", "LoadRuns", "Unopened", "NotThen"} <= errors
    made = 0
    for path, call in _calls():
        if _name(call) in errors and call.args:
            made += 1
            assert _text(call.args[0]) is None, f"{path}:{call.lineno}: {ast.unparse(call)}"
    assert made > 150


def test_no_command_prints_a_plain_sentence() -> None:
    told = 0
    for path, call in _calls():
        if _name(call) in PRINTERS and call.args and (text := _text(call.args[0])):
            told += 1
            assert english(text) == [] and not text.startswith("Wrote"), f"{path}:{call.lineno}"
    assert told


@pytest.fixture(scope="session")
def named(loaded: Database) -> list[str]:
    """English names and titles of sources that the graph holds, longest first: data stay as they are."""
    rows = statements.english_names(database=loaded)
    return sorted((row.text for row in rows), key=len, reverse=True)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_of_the_documents_answers_in_english(
    command: str, named: list[str], server_environment: dict[str, str], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    _, *words = shlex.split(command)
    answer: Answer = invoke(*words, LSGRAPH_LANGUAGE="zh", COLUMNS="1000", **server_environment)
    assert answer.code in (0, 1) and answer.out + answer.err
    assert english(answer.out + answer.err, named) == []


def _kinds(base: type) -> Iterator[type]:
    """A class and all that are made of it in graph and cli."""
    for top in (graph, cli):
        for found in pkgutil.walk_packages(top.__path__, f"{top.__name__}."):
            if not found.name.endswith(("__main__", "graph.objects")):
                importlib.import_module(found.name)
    waiting = [base]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += one.__subclasses__()


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(ROOT), node


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _text(node: ast.expr) -> str | None:
    """A string as it is written, … for what is put in; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "…" for part in node.values)
    if isinstance(node, ast.BinOp):
        left, right = _text(node.left), _text(node.right)
        return None if left is None and right is None else f"{left or ''}{right or ''}"
    return None
