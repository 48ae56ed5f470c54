"""The catalogue for programs that talk (Model Context Protocol): its questions and their answers.

Four tools over stdio, one of which checks seats set down from a notice. An answer tells its sources or says
that it has none, how many rows there are, and what is not known in words: no program shall take UNKNOWN for
a type.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from graph.ask.answered import Answered, answered, check_readable
from graph.ask.sourced import sources_of
from graph.catalogue import Query, queries
from graph.connection import Database
from graph.connection.limits import Limits
from graph.core.errors import LsgraphError
from graph.core.language import say
from graph.server.lent import give_back
from graph.server.process import STOP_TIMEOUT_S
from graph.settings import Settings
from web.http.opened import Opened
from web.serve import Opening, lent_server

ROWS = 50
"""Rows of an answer unless others are asked for."""
MOST_ROWS = 1000
SOURCES = 40
"""Sources that an answer lists; it tells how many there are."""
UNSOURCED = "unsourced"
NOT_KNOWN = "UNKNOWN: not known from the sources; not a value or a type of its own"
ABOUT = (
    "China's administrative hierarchy and its leading small groups (领导小组), as of a day."
    " First `questions`, then `describe` one, then `ask` it. Dates are 2018-12-25; names of places, groups"
    " and persons will do for uids. Cite the sources of an answer. Say so where it is unsourced, truncated"
    " or not known."
)
_CLOSING_S = 3.0
"""Seconds that a question on its way has when a signal ends the program."""
_ENDING_S = STOP_TIMEOUT_S + 15.0
"""Seconds that a server which still starts then has to end."""
T = TypeVar("T")


def serve(settings: Settings, limits: Limits, opening: Opening) -> None:
    """Answer until the program at the other end leaves; a server that had to start ends with it."""
    with lent_server(settings, opening) as opened:

        def leave(*_: object) -> None:
            # The thread that reads standard input cannot be woken: close what is open, and go.
            closing = Thread(target=opened.close, daemon=True)
            closing.start()
            closing.join(_CLOSING_S)
            if opened.opening:  # a server that starts is ended where it is started
                closing.join(_ENDING_S)
            give_back(settings)
            os._exit(0)

        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, leave)
        assistant(opened, limits).run("stdio")


def assistant(opened: Opened, limits: Limits) -> MCPServer[Any]:
    """Return the server of the tools; `limits` are those of one question."""
    made: MCPServer[Any] = MCPServer("lsgraph", instructions=ABOUT, log_level="WARNING")

    @made.tool(structured_output=False)
    def questions(words: str = "", tag: str = "") -> str:
        """List the questions that can be asked, those that hold all words and bear a tag."""
        listed = {one.name: say(one.header.asked) for one in queries.search(words, tag)}
        return _json({"total": len(listed), "questions": listed, "tags": queries.tags()})

    @made.tool(structured_output=False)
    def describe(name: str) -> str:
        """Say what a question means, which parameters it takes and which columns it answers."""
        return _json(_described(_told(lambda: _readable(name))))

    @made.tool(structured_output=False)
    def ask(name: str, parameters: dict[str, Any] | None = None, limit: int = ROWS) -> str:
        """Ask a question. Answers rows, their total, whether truncated, and sources or "unsourced"."""
        return _json(_told(lambda: _asked(opened, limits, name, parameters or {}, limit)))

    @made.tool(structured_output=False)
    def check_draft(text: str, draft: str) -> str:
        """Hold seats set down from a notice (JSON: groups of seats: role, person, title) against its text."""
        return _json(_told(lambda: _checked(text, draft)))

    return made


def _checked(text: str, draft: str) -> dict[str, Any]:
    """The seats of a draft that stand in a text, and what is refused, doubted or left out."""
    from loaders.notices.against import check_draft
    from loaders.notices.drafted import read_draft
    from loaders.notices.model import Line
    from loaders.notices.read import notice_of

    lines = [Line(number, line) for number, line in enumerate(text.splitlines(), start=1)]
    held = check_draft(read_draft(draft), notice_of(lines), lines)
    return {"found": say(held.said)} | held.notice.to_dict()


def _told(call: Callable[[], T]) -> T:
    """Return what a call does; what the user can mend is told in words."""
    try:
        return call()
    except LsgraphError as error:
        raise ToolError(str(error)) from None


def _readable(name: str) -> Query:
    query = queries[name]
    check_readable(query)
    return query


def _described(query: Query) -> dict[str, Any]:
    header = query.header
    return {
        "name": query.name,
        "question": say(header.asked),
        "note": say(header.note),
        "parameters": {
            p.name: {
                "type": str(p.type), "meaning": say(p.meaning),
                **({"required": True} if p.required else {"default": p.default}),
            }
            for p in query.parameters
        },
        "columns": {
            c.name: f"{c.type}{f' ({c.unit})' if c.unit else ''}: {say(c.meaning)}" for c in query.columns
        },
        "example": query.header.example,
    }  # fmt: skip


def _asked(
    opened: Opened, limits: Limits, name: str, parameters: Mapping[str, Any], limit: int
) -> dict[str, Any]:
    query, most = _readable(name), max(1, min(limit, MOST_ROWS))
    texts = {key: _text(value) for key, value in parameters.items() if value is not None}
    with opened.lent() as held:
        database = replace(held, limits=replace(limits, begun=monotonic()))
        found = answered(database, query, texts, most)
        return answer(database, found)


def answer(database: Database, found: Answered) -> dict[str, Any]:
    """Return an answer with its sources, what is not known spelled out."""
    sources = [
        {"uid": one.uid, "title": one.title, "link": one.url}
        for one in sources_of(database, found.rows)
    ]
    return {
        "query": found.query.name,
        "parameters": dict(found.values),
        "notes": [say(one) for one in found.notes],
        "total": found.total if found.total is not None else "more than were counted",
        "truncated": found.truncated,
        "rows": [_spelled(row) for row in found.rows.to_dicts()],
        "sources": sources[:SOURCES] or UNSOURCED,
        "sources_total": len(sources),
    }


def _spelled(value: Any) -> Any:
    """A value in which UNKNOWN is spelled out, wherever it stands."""
    if isinstance(value, Mapping):
        return {name: _spelled(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_spelled(one) for one in value]
    return NOT_KNOWN if value == "UNKNOWN" else value


def _text(value: Any) -> str:
    """A parameter as it is typed: a program may send a list, a number or a truth as what it is."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
