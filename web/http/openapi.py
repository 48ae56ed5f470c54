"""The description of program access in OpenAPI 3.1, made from the headers of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.catalogue import Query
from graph.catalogue.header import Column, Parameter
from graph.catalogue.types import LARGEST, ValueType
from graph.core import terms
from graph.core.language import Language, say, speaking
from graph.core.words import Words

VERSION = "1"
_PLAIN: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "float": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "map": {"type": "object"},
    "any": {},
}
_DAY: dict[str, Any] = {
    "type": "string",
    "anyOf": [{"format": "date"}, {"pattern": "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?$"}],
}
"""A day, or the last one of a month or year."""
_BLANK = r"\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SAID = rf"^[^\u0000]*[^\u0000{_BLANK}][^\u0000]*$"
"""A text without NUL that is not blank: the blanks of Python, since those of \\s differ by language."""
_MAP: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {"$ref": "#/components/schemas/Value"},
}
_VALUE: dict[str, Any] = {
    "anyOf": [
        {"type": ["null", "boolean", "string"]},
        {"type": "number", "minimum": -(2**63), "maximum": 2**63 - 1},
        {"type": "array", "items": {"$ref": "#/components/schemas/Value"}},
        {"$ref": "#/components/schemas/Map"},
    ]
}
"""What a map may hold: numbers of 64 bits."""
FAULTS = {
    "400": Words("a parameter is missing or wrong", "缺少参数，或参数有误"),
    "401": Words("no token", "没有令牌"),
    "403": Words("the request comes from a page of another origin", "请求来自其他网站的页面"),
    "404": Words(
        "a name that nothing bears; the nearest ones are told", "没有此名称的对象；给出最相近的名称"
    ),
    "409": Words("a name that several things bear; all are told", "有数个同名者；全部列出"),
    "421": Words("the host name is not that of this server", "主机名与本服务器不符"),
    "503": Words("no database answers", "数据库没有应答"),
    "504": Words(
        "the question reached its limit of time, memory or bytes",
        "查询达到时间、内存或字节数的上限",
    ),
}


def described(catalogue: Iterable[Query], rows: int, language: Language) -> dict[str, Any]:
    """Return the document, its texts in a language; names and types are the same in both.

    `rows` is how many rows an answer holds where no limit is asked for.
    """
    with speaking(language):
        return _described(catalogue, rows)


def _described(catalogue: Iterable[Query], rows: int) -> dict[str, Any]:
    about = Words(
        "The query catalogue: the names, parameters and columns of `lsgraph query run`.",
        "查询目录：名称、参数和列与 `lsgraph query run` 相同。",
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "lsgraph",
            "version": VERSION,
            "description": say(about),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "security": [{"token": []}],
        "paths": {f"/api/v1/{query.name}": {"get": _operation(query, rows)} for query in catalogue},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {
                "Fault": {
                    "type": "object",
                    "required": ["error"],
                    "properties": {"error": {"type": "string"}},
                },
                "Map": _MAP,
                "Value": _VALUE,
            },
        },
    }


def _operation(query: Query, rows: int) -> dict[str, Any]:
    header = query.header
    faults = {status: _fault(text) for status, text in FAULTS.items()}
    return {
        "operationId": query.name,
        "summary": say(header.called),
        "description": f"{say(header.asked)}\n\n{say(header.note)}".strip(),
        "tags": list(header.tags),
        "parameters": [*map(_parameter, query.parameters), _limit(rows), _language()],
        "responses": {"200": _answer(query), **faults},
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    """Every value is written as on the command line: lists with commas or as JSON, maps as JSON."""
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": f"{say(parameter.meaning)} ({parameter.type})",
        **_written(parameter.type),
    }


def _written(kind: ValueType) -> dict[str, Any]:
    """What a parameter may be written as."""
    item = kind.item or kind
    if item.name == "map":
        schema: dict[str, Any] = {"$ref": "#/components/schemas/Map"}
        schema = {"type": "array", "items": schema} if kind.item else schema
        return {"content": {"application/json": {"schema": schema}}}
    if kind.name == "date":
        return {"schema": _DAY}
    if kind.name == "integer":
        return {"schema": {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}}
    if kind.name in ("float", "boolean"):
        return {"schema": _PLAIN[kind.name]}
    return {"schema": {"type": "string", "pattern": _SAID}}


def _limit(rows: int) -> dict[str, Any]:
    most = Words(
        "Rows at most; `total` tells how many there are.", "最多返回的行数；`total` 为总行数。"
    )
    return {
        "name": "limit",
        "in": "query",
        "description": say(most),
        "schema": {"type": "integer", "minimum": 1, "maximum": 10**9, "default": rows},
    }


def _language() -> dict[str, Any]:
    return {
        "name": "lang",
        "in": "query",
        "description": say(Words("Language of the notes.", "说明所用的语言。")),
        "schema": {"type": "string", "enum": ["en", "zh"]},
    }


def _answer(query: Query) -> dict[str, Any]:
    columns = {column.name: _column(column) for column in query.columns}
    row = {"type": "object", "required": list(columns), "properties": columns}
    read = Words("as they were read, names as uids", "实际采用的值，名称已换为 uid")
    uncounted = Words("null: more than were counted", "null：超过计数上限")
    properties: dict[str, Any] = {
        "query": {"type": "string"},
        "parameters": {"type": "object", "description": say(read)},
        "columns": {"type": "array", "items": {"type": "string"}},
        "total": {"type": ["integer", "null"], "description": say(uncounted)},
        "truncated": {"type": "boolean"},
        "notes": {"type": "array", "items": {"type": "string"}},
        "rows": {"type": "array", "items": row},
    }
    schema = {"type": "object", "required": list(properties), "properties": properties}
    content = {"application/json": {"schema": schema}}
    return {"description": say(query.header.called), "content": content}


def _column(column: Column) -> dict[str, Any]:
    unit = f" ({say(terms.unit(column.unit))})" if column.unit else ""
    return {**_schema(column.type), "description": f"{say(column.meaning)}{unit}"}


def _schema(kind: ValueType) -> dict[str, Any]:
    """The schema of a value in an answer."""
    found = {"type": "array", "items": _schema(kind.item)} if kind.item else _PLAIN[kind.name]
    if not kind.nullable or "type" not in found:
        return dict(found)
    return {**found, "type": [found["type"], "null"]}


def _fault(text: Words) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}}
    return {"description": say(text), "content": content}
