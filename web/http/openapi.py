"""The description of program access in OpenAPI 3.1, made from the headers of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.catalogue import Query
from graph.catalogue.header import Column, Parameter
from graph.catalogue.types import LARGEST, ValueType

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
    "400": "a parameter is missing or wrong",
    "401": "no token",
    "403": "the request comes from a page of another origin",
    "404": "a name that nothing bears; the nearest ones are told",
    "409": "a name that several things bear; all are told",
    "421": "the host name is not that of this server",
    "503": "no database answers",
    "504": "the question reached its limit of time, memory or bytes",
}


def described(catalogue: Iterable[Query], rows: int) -> dict[str, Any]:
    """Return the document; `rows` is how many rows an answer holds where no limit is asked for."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "lsgraph",
            "version": VERSION,
            "description": "The query catalogue: the names, parameters and columns of `lsgraph query run`.",
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
        "summary": header.title,
        "description": f"{header.question}\n\n{header.note}".strip(),
        "tags": list(header.tags),
        "parameters": [*map(_parameter, query.parameters), _limit(rows), _LANGUAGE],
        "responses": {"200": _answer(query), **faults},
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    """Every value is written as on the command line: lists with commas or as JSON, maps as JSON."""
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": f"{parameter.meaning.en} ({parameter.type})",
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
    return {
        "name": "limit",
        "in": "query",
        "description": "Rows at most; `total` tells how many there are.",
        "schema": {"type": "integer", "minimum": 1, "maximum": 10**9, "default": rows},
    }


_LANGUAGE = {
    "name": "lang",
    "in": "query",
    "description": "Language of the notes.",
    "schema": {"type": "string", "enum": ["en", "zh"]},
}


def _answer(query: Query) -> dict[str, Any]:
    columns = {column.name: _column(column) for column in query.columns}
    row = {"type": "object", "required": list(columns), "properties": columns}
    properties: dict[str, Any] = {
        "query": {"type": "string"},
        "parameters": {"type": "object", "description": "as they were read, names as uids"},
        "columns": {"type": "array", "items": {"type": "string"}},
        "total": {"type": ["integer", "null"], "description": "null: more than were counted"},
        "truncated": {"type": "boolean"},
        "notes": {"type": "array", "items": {"type": "string"}},
        "rows": {"type": "array", "items": row},
    }
    schema = {"type": "object", "required": list(properties), "properties": properties}
    return {"description": query.header.title, "content": {"application/json": {"schema": schema}}}


def _column(column: Column) -> dict[str, Any]:
    unit = f" ({column.unit})" if column.unit else ""
    return {**_schema(column.type), "description": f"{column.meaning.en}{unit}"}


def _schema(kind: ValueType) -> dict[str, Any]:
    """The schema of a value in an answer."""
    found = {"type": "array", "items": _schema(kind.item)} if kind.item else _PLAIN[kind.name]
    if not kind.nullable or "type" not in found:
        return dict(found)
    return {**found, "type": [found["type"], "null"]}


def _fault(text: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}}
    return {"description": text, "content": content}
