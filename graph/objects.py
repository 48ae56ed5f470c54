"""The graph as objects for notebooks, in the py2neo way (OGM); it reads and never writes.

    from graph.objects import Group, in_force, open_graph
    graph = open_graph()
    group = Group.match(graph, "group:jinan-laiwu").first()
    for tie in group.memberships().where(**in_force(day)):
        print(tie.start_node["name"], tie["role"], tie["rank"])

py2neo 2021.2.4 is past its end of life: nothing else of lsgraph uses it, and its limits are in
docs/objects.md. Nodes are `Model`s with their properties; ties that lead to nodes and carry nothing
are `RelatedTo`; ties with a period are rows of a `RelationshipMatch`, because py2neo's `RelatedTo`
keeps one of several ties between the same two nodes: of two tenures on one post it hides one.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NoReturn

from graph.core.dates import is_bound
from graph.core.errors import InputError, NoServer, need
from graph.core.words import Words
from graph.server.local import ensure_running
from graph.settings import Settings

need(Words("The graph as objects", "以对象操作图谱"), "py2neo", "py2neo")
from py2neo import Graph
from py2neo.errors import ConnectionUnavailable
from py2neo.matching import (
    GT,
    LE,
    NodeMatch,
    NodeMatcher,
    RelationshipMatch,
    RelationshipMatcher,
    _property_predicates,
)
from py2neo.ogm import Model, ModelMatcher, Property, RelatedFrom, RelatedTo

SUPERIOR = ("PART_OF", "DEPARTMENT_OF", "LED_BY")
"""The relationships that carry command, from the lower unit to the upper."""


def open_graph(settings: Settings | None = None) -> ReadOnlyGraph:
    """Return the graph that `graph.connection.connect` opens: NEO4J_URI's, else the private server's.

    The private server is started if need be. Raises NoServer, in words, where none answers.
    """
    chosen = settings or Settings.from_environment()
    endpoint = ensure_running(chosen)
    name = chosen.database if chosen.uri else None
    try:
        return ReadOnlyGraph(endpoint.uri, name=name, auth=(endpoint.user, endpoint.password or ""))
    except (ConnectionUnavailable, ValueError) as error:
        raise NoServer(
            Words(
                f"py2neo cannot use {endpoint.uri}: {error}",
                f"py2neo 不能使用 {endpoint.uri}：{error}",
            )
        ) from None


def in_force(day: dt.date) -> dict[str, Any]:
    """Conditions for `where(**in_force(day))`: what is valid on the day, of nodes or of ties."""
    return {"valid_from": LE(day), "valid_to": GT(day)}


def _refuse(self: Any, *_: Any, **__: Any) -> NoReturn:
    raise InputError(
        Words(
            f"{type(self).__name__} only reads: graph.objects is a view. Change the files and run"
            " `lsgraph load`, or write through py2neo.Graph of your own.",
            f"{type(self).__name__} 只读：graph.objects 是视图。请修改文件后运行 `lsgraph load`，"
            "或用您自己的 py2neo.Graph 写入。",
        )
    )


class _Numbered:
    """Lets `where` follow `where`: py2neo names the parameters of each call 1, 2, ... again, so the
    values of a later call silently replace those of an earlier one."""

    _predicates: tuple[Any, ...]

    def where(self, *predicates: Any, **properties: Any) -> Any:
        """Refine the match: values, py2neo's conditions (`CONTAINS("水")`, `GE(7)`), or text."""
        compiled = _property_predicates(properties, len(self._predicates) + 1)
        return super().where(*predicates, *compiled)  # type: ignore[misc]


class _Nodes(_Numbered, NodeMatch):  # type: ignore[misc]
    """Nodes that match; each `where` narrows what the one before left."""


class Ties(_Numbered, RelationshipMatch):  # type: ignore[misc]
    """Ties that match: `tie["rank"]`, `tie.start_node`, `Post.wrap(tie.end_node)`."""


class ReadOnlyGraph(Graph):  # type: ignore[misc]
    """A py2neo graph all of whose transactions are in read access mode: the server refuses writes."""

    create = delete = delete_all = merge = push = separate = _refuse

    def auto(self, readonly: bool = True) -> Any:
        """Return a transaction of one statement; it reads, whatever `readonly` says."""
        return super().auto(readonly=True)

    def begin(self, readonly: bool = True) -> Any:
        """Return a transaction; it reads, whatever `readonly` says."""
        return super().begin(readonly=True)

    @property
    def nodes(self) -> Any:
        """The matcher of nodes, safe to refine more than once."""
        matcher = NodeMatcher(self)
        matcher._match_class = _Nodes
        return matcher

    @property
    def relationships(self) -> Any:
        """The matcher of ties, safe to refine more than once."""
        matcher = RelationshipMatcher(self)
        matcher._match_class = Ties
        return matcher


class Value(Property):  # type: ignore[misc]
    """A property that is read: None where it is not known."""

    def __get__(self, instance: Any, owner: type) -> Any:
        return self if instance is None else super().__get__(instance, owner)

    def __set__(self, instance: Any, value: Any) -> None:
        _refuse(instance)


class Day(Value):
    """A date as `datetime.date`: None is an unknown start, an open or unknown end."""

    def __get__(self, instance: Any, owner: type) -> Any:
        value = super().__get__(instance, owner)
        day = value.to_native() if hasattr(value, "to_native") else value
        return None if is_bound(day) else day


class _Thing(Model):  # type: ignore[misc]
    """What all nodes have: a stable `uid`, the key of `match(graph, uid)`, and `sources`."""

    __primarykey__ = "uid"
    __db_create__ = __db_delete__ = __db_merge__ = __db_push__ = _refuse

    uid = Value()
    sources = RelatedTo(f"{__name__}.Source", "SOURCED_FROM")

    @classmethod
    def match(cls, repository: Any, primary_value: str | None = None) -> Any:
        """Return all of this class, or the one with a uid; refine by `where`, take `first()` or iterate."""
        matcher = ModelMatcher(cls, repository)
        plain = matcher._match_class
        matcher._match_class = type(plain.__name__, (_Numbered, plain), {})
        return matcher.match(primary_value)

    def _out(self, *kinds: str) -> Ties:
        return Ties(self.__node__.graph, (self.__node__, None), kinds)

    def _in(self, *kinds: str) -> Ties:
        return Ties(self.__node__.graph, (None, self.__node__), kinds)


class Source(_Thing):
    """出处: where a statement was read. `url` only where a reader may be sent, else None."""

    title, kind, licence, date = Value(), Value(), Value(), Value()
    url, read_at = Value(), Value()


class Unit(_Thing):
    """A division or an agency; `level` is None for an agency. Several periods are several units."""

    name, rank, rank_basis, branch = Value(), Value(), Value(), Value()
    code, level, kind, pinyin = Value(), Value(), Value(), Value()
    valid_from, valid_to = Day(), Day()
    from_edtf, to_edtf = Value(), Value()
    successors = RelatedTo(f"{__name__}.Unit", "SUCCEEDED_BY")
    predecessors = RelatedFrom(f"{__name__}.Unit", "SUCCEEDED_BY")
    posts = RelatedFrom(f"{__name__}.Post", "IN")

    def memberships(self) -> Ties:
        """MEMBER_OF ties to groups, one a period, with `role`, `rank`, `basis`."""
        return self._out("MEMBER_OF")

    def superiors(self) -> Ties:
        """Ties to the units that command this one, one a period: `type(tie).__name__`, `mode`."""
        return self._out(*SUPERIOR)

    def subordinates(self) -> Ties:
        """Ties from the units that this one commands; `tie.start_node` is the lower unit."""
        return self._in(*SUPERIOR)


class Division(Unit):
    """行政区划, for one unbroken period of code, name and status."""

    __primarylabel__ = ("Unit", "Division")


class Agency(Unit):
    """机构: department, central body, basin authority, public company."""

    __primarylabel__ = ("Unit", "Agency")


class Post(_Thing):
    """职务, apart from its holders; `mode` is HEAD, DEPUTY_HEAD, COLLEGIAL, DEPT_HEAD or OTHER."""

    title, mode, branch, rank, rank_basis = Value(), Value(), Value(), Value(), Value()
    units = RelatedTo(Unit, "IN")

    def tenures(self) -> Ties:
        """HOLDS ties of all holders (任期); `tie.start_node` is the person."""
        return self._in("HOLDS")

    def seats(self) -> Ties:
        """SITS_IN ties to groups, with `role` and, as published, `person` (a uid)."""
        return self._out("SITS_IN")


class Person(_Thing):
    """A holder of posts; two persons may share one `name`."""

    name, note = Value(), Value()

    def tenures(self) -> Ties:
        """HOLDS ties, one a tenure (任期): two on one post are two. `tie.end_node` is the post."""
        return self._out("HOLDS")


class Document(_Thing):
    """文件: the notice, agreement or law that founds or changes a group."""

    number, title, instrument, issued = Value(), Value(), Value(), Value()
    issuers = RelatedTo(Unit, "ISSUED_BY")


class Group(_Thing):
    """领导小组 and its kin. `type_in_paper` is None until someone supplies it."""

    name, name_en, kind, field = Value(), Value(), Value(), Value()
    type_in_paper, leadership, roster, place = Value(), Value(), Value(), Value()
    valid_from, valid_to, last_documented = Day(), Day(), Day()
    from_edtf, to_edtf = Value(), Value()
    claims, notes, events = Value(), Value(), Value()
    documents = RelatedTo(Document, "ESTABLISHED_BY")
    successors = RelatedTo(f"{__name__}.Group", "SUCCEEDED_BY")
    predecessors = RelatedFrom(f"{__name__}.Group", "SUCCEEDED_BY")

    def memberships(self) -> Ties:
        """MEMBER_OF ties (成员单位), one a unit and period; `tie.start_node` is the unit."""
        return self._in("MEMBER_OF")

    def seats(self) -> Ties:
        """SITS_IN ties as documented, observers and secretaries too; `tie.start_node` is the post."""
        return self._in("SITS_IN")

    def chairs(self) -> Ties:
        """CHAIRS ties (组长), one a chair and period; `rotating` where the chair takes turns."""
        return self._in("CHAIRS")
