"""The picture of a query's answer: rows that are ties, between things of the graph."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.catalogue import Query, Result, Row, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import NOTHING, Words
from graph.pictures import parts
from graph.pictures.contract import MOST_BOXES, Fact, Picture, PictureNode, PictureTie
from graph.pictures.words import fact, said, span_words

NEEDED = ("start", "end", "kind")
"""Columns that every picture needs: two uids, and what the tie between them is."""
USED = (*NEEDED, "label", "relation", "gap", "source", "start_rank", "end_rank")
"""The columns that are drawn; every other one becomes a fact of the tie."""
_COMMAND = ("COMMAND", "PART_OF", "DEPARTMENT_OF", "LED_BY")


def check_drawable(query: Query) -> None:
    """Raises InputError that names the columns which a query lacks to be drawn, with their meaning."""
    held = {column.name: str(column.type).removesuffix("?") for column in query.columns}
    missing = [name for name in NEEDED if name not in held]
    if missing:
        raise InputError(
            Words(
                f"{query.header.path}: {query.name} cannot be drawn: it returns no {', no '.join(missing)}."
                " A picture needs a row for each tie with the columns start and end (uids) and kind (CHAIRS,"
                " COMMAND, any word); label, relation, gap, source (uid), start_rank and end_rank"
                " may be added."
                " Its columns:"
                f" {', '.join(held)}.",
                f"{query.header.path}：{query.name} 无法画出：它没有返回 {'、'.join(missing)}。每条连"
                "线须占一行，含列 start、end（uid）和 kind（CHAIRS、COMMAND 或任何词）；可另加 label、"
                f"relation、gap、source（uid）、start_rank 和 end_rank。它的列：{'、'.join(held)}。",
            )
        )
    whole = dict.fromkeys(("gap", "start_rank", "end_rank"), "integer")
    wanted = {**whole, **dict.fromkeys((*NEEDED, "label", "relation", "source"), "string")}
    for name, kind in wanted.items():
        if held.get(name, kind) not in (kind, "any"):
            raise InputError(
                Words(
                    f"{query.header.path}: {query.name} cannot be drawn: its column {name} is {held[name]}, a"
                    f" picture needs {kind}.",
                    f"{query.header.path}：{query.name} 无法画出：其列 {name} 为 {held[name]}，而图需要 "
                    f"{kind}。",
                )
            )


def query_picture(
    database: Database,
    query: Query,
    rows: Result,
    values: Mapping[str, Any],
    most: int = MOST_BOXES,
) -> Picture:
    """The rows that a query answered for `values` as a picture: a tree where all ties command, else tiers.

    Raises InputError for a query without the columns of a picture, for an answer without rows, and for a
    start or end that is not a uid of the graph.
    """
    check_drawable(query)
    if not rows:
        raise InputError(
            Words(
                f"{query.name} answers no row for {_asked(values) or 'no parameters'}. Give other"
                " parameters.",
                f"{query.name} 在 {_asked(values) or '无参数'} 下没有一行答案。请换参数。",
            )
        )
    tree = _is_tree(rows)
    kept = set(_uids(rows)) if tree else set(_uids(rows)[:most])
    things = _things(database, query, rows)
    cited = [row.get("source") for row in rows]
    sources = parts.Sources(database, [*cited, *(s for t in things.values() for s in t.sources)])
    drawn = [thing for uid, thing in things.items() if uid in kept]
    day = _day(values)
    return Picture(
        title=query.header.called,
        caption=_caption(query, things, rows, values),
        as_of=str(day or ""),
        layout="tree" if tree else "tiers",
        facts=tuple(_facts(values)),
        notes=(query.header.note,) if query.header.note else (),
        nodes=tuple(_nodes(database, drawn, _ranks(rows), day, sources)),
        ties=tuple(_tie(r, sources, tree) for r in rows if r.start in kept and r.end in kept),
        total=len(things) if len(kept) < len(things) else None,
    )


def _uids(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(uid for row in rows for uid in (row.start, row.end)))


def _is_tree(rows: Sequence[Row]) -> bool:
    """Tell whether all ties are of command and nothing has two superiors."""
    pairs = {(row.start, row.end) for row in rows}
    return all(row.kind in _COMMAND for row in rows) and len({end for _, end in pairs}) == len(
        pairs
    )


def _things(database: Database, query: Query, rows: Sequence[Row]) -> dict[str, Row]:
    """Say what the uids of the ties are, in the order of the rows."""
    uids = _uids(rows)
    if any(row.kind is None or row.start is None or row.end is None for row in rows):
        raise InputError(
            Words(
                f"{query.name}: a row lacks start, end or kind. Leave such rows out (WHERE ... IS NOT NULL).",
                f"{query.name}：有一行缺少 start、end 或 kind。请略去这样的行（WHERE ... IS NOT NULL）。",
            )
        )
    things = {row.uid: row for row in queries.things_by_uid(uids, database=database)}
    if lost := [uid for uid in uids if uid not in things]:
        named, count = ", ".join(map(repr, lost[:5])), len(lost)
        more = Words(f" ({count} such)", f"（共 {count} 个）") if count > 1 else NOTHING
        raise InputError(
            Words(
                f"{query.name}: {named} names no unit, post, person, group or document{more.en}. Return the"
                " uid (u.uid AS start), not a name.",
                f"{query.name}：{named} 不指任何单位、职务、人物、小组或文件{more.zh}。请返回 uid"
                "（u.uid AS start），而不是名称。",
            )
        )
    return {uid: things[uid] for uid in uids}


def _day(values: Mapping[str, Any]) -> dt.date | None:
    """The day of the question: groups are read on it, without one each on its last documented day."""
    day = values.get("as_of")
    return day if isinstance(day, dt.date) else None


def _ranks(rows: Sequence[Row]) -> dict[str, int]:
    """Return the highest rank that the rows give a thing; it counts where the thing has none of its own."""
    ranks: dict[str, int] = {}
    for row in rows:
        for end in ("start", "end"):
            if (rank := row.get(f"{end}_rank")) is not None:
                ranks[row[end]] = max(rank, ranks.get(row[end], rank))
    return ranks


def _nodes(
    database: Database,
    things: Sequence[Row],
    ranks: Mapping[str, int],
    day: dt.date | None,
    sources: parts.Sources,
) -> Iterator[PictureNode]:
    """The boxes of things; authority is asked once for the groups among them."""
    groups = [thing.uid for thing in things if thing.what == "group"]
    readings = parts.read_groups(database, groups, day) if groups else parts.Readings({}, {})
    for thing in things:
        yield _node(thing, ranks.get(thing.uid), readings, sources)


def _node(
    thing: Row, given: int | None, readings: parts.Readings, sources: parts.Sources
) -> PictureNode:
    if thing.what == "group":
        return parts.group_box(
            readings, thing.uid, _thing_facts(thing), sources.refs(*thing.sources)
        )
    kind = parts.unit_kind(thing.level) if thing.what == "unit" else thing.what
    name = thing.name or thing.uid
    # Divisions of one name, as a place has them over time, differ by code.
    role = thing.code or thing.what
    return PictureNode(
        thing.uid, name, thing.name_en or name, kind, role,
        given if thing.rank is None else thing.rank, unknown=thing.name is None,
        facts=tuple(_thing_facts(thing)), sources=sources.refs(*thing.sources),
    )  # fmt: skip


def _thing_facts(thing: Row) -> Iterator[Fact]:
    if thing.what == "unit":
        yield from parts.unit_facts(thing)
        yield fact("In force", "存续", span_words(thing.since, thing.until))
    elif thing.what == "post":
        yield fact("Rank", "级别", parts.ranked(thing))
    yield fact("uid", "uid", said(thing.uid))


def _tie(row: Row, sources: parts.Sources, tree: bool) -> PictureTie:
    """Return a row as a tie; in a hierarchy every kind of command is drawn alike and named by its label."""
    relation, gap, label = row.get("relation"), row.get("gap"), row.get("label")
    words = Words.same(label) if label else Words.same("" if relation or not tree else row.kind)
    if relation and not label:
        words = parts.relation_label(relation, gap)
    others = {name: value for name, value in row.items() if name not in USED and value is not None}
    facts = tuple(fact(name, name, said(value)) for name, value in others.items())
    return PictureTie(
        row.start, row.end, "COMMAND" if row.kind in _COMMAND else row.kind, relation, gap, words,
        (fact("Tie", "关系", Words.same(row.kind)), *facts), sources.refs(row.get("source")),
    )  # fmt: skip


def _asked(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in values.items() if value is not None)


def _caption(
    query: Query, things: Mapping[str, Row], rows: Sequence[Row], values: Mapping[str, Any]
) -> Words:
    kinds = Counter(row.kind for row in rows)
    told = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common(6))
    return Words(
        f"{query.header.question} {len(things)} boxes, {len(rows)} ties ({told}).",
        f"查询 {query.name}：方框 {len(things)} 个，连线 {len(rows)} 条（{told}）。{query.header.asks}",
    )


def _facts(values: Mapping[str, Any]) -> Iterator[Fact]:
    """Yield the parameters that were given."""
    for name, value in values.items():
        if value is None or (name == "as_of" and isinstance(value, dt.date)):
            continue
        text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        yield fact(name, name, said(text if len(text) <= 80 else f"{text[:79]}…"))
