"""The part of SHACL that shapes.jsonld uses, on the nodes of a JSON-LD document of ours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

Node = Mapping[str, Any]


def faults(shapes: Node, document: Node) -> Iterator[str]:
    """What a node lacks, has too often or otherwise than its shape says."""
    by_type: defaultdict[str, list[Node]] = defaultdict(list)
    for node in _nodes(document):
        for name in _listed(node.get("@type")):
            by_type[name].append(node)
    ids = {name: {node.get("@id") for node in nodes} for name, nodes in by_type.items()}
    for shape in shapes["@graph"]:
        for node in by_type[shape["targetClass"]]:
            for rule in shape["property"]:
                for fault in _faults(rule, _listed(node.get(rule["path"])), ids):
                    yield f"{node.get('@id')}: {rule['path']} {fault}"


def _faults(rule: Node, values: list[Any], ids: Mapping[str, set[Any]]) -> Iterator[str]:
    if not rule.get("min", 0) <= len(values) <= rule.get("max", len(values)):
        yield f"stands {len(values)} times"
    for value in values:
        leads = isinstance(value, dict) and "@value" not in value
        if "pattern" in rule and not re.search(rule["pattern"], str(value)):
            yield f"does not match: {value}"
        if rule.get("nodeKind") == "sh:IRI" and not (leads and "@id" in value):
            yield f"has no address: {value}"
        if "datatype" in rule and _datatype(value) != rule["datatype"]:
            yield f"has another type: {value}"
        if "class" in rule and not (leads and _is(value, rule["class"], ids)):
            yield f"leads to no {rule['class']}: {value}"


def _datatype(value: Any) -> str:
    return str(value.get("@type", "")) if isinstance(value, dict) else "xsd:string"


def _is(value: Node, name: str, ids: Mapping[str, set[Any]]) -> bool:
    return name in _listed(value.get("@type")) or value.get("@id") in ids.get(name, set())


def _nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
        for name, held in value.items():
            if name != "@context":
                yield from _nodes(held)
    elif isinstance(value, list):
        for one in value:
            yield from _nodes(one)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
