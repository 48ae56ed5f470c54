"""Writing what changed: nothing twice, nothing of others, everything again after a fall."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.connection import Database
from graph.connection.write import batches
from graph.core.errors import InputError
from graph.core.model import Label, Node, Tie, TieType
from loaders.write import apply as sync_module
from loaders.write.apply import Records, compare, sync
from tests.servers import statements
from tests.whole import whole

SOURCE = Node(Label.SOURCE, "source:t", {"title": "a test"})
PROVENANCE = {"source": "source:t", "confidence": "high"}


def units(count: int, prefix: str = "u") -> list[Node]:
    """So many agencies."""
    return [
        Node(Label.UNIT, f"{prefix}{n}", {"name": f"单位{n}"}, ("Agency",)) for n in range(count)
    ]


def chain(count: int, prefix: str = "u") -> list[Tie]:
    """Each unit led by the next."""
    return [
        Tie(TieType.LED_BY, f"{prefix}{n}", f"{prefix}{n + 1}", PROVENANCE)
        for n in range(count - 1)
    ]


def made(count: int = 40, dataset: str = "one") -> Records:
    """A dataset of units in a chain."""
    return Records(dataset, [SOURCE, *units(count)], chain(count))


def counted(database: Database) -> tuple[int, int]:
    """How many nodes and ties there are."""
    row = statements.counted(database=database)[0]
    return row.nodes, row.ties


def test_a_second_run_changes_nothing(clean_each: Database) -> None:
    first = sync(clean_each, made())
    before = whole(clean_each)
    assert (first.added, first.changed.total()) == ({"Source": 1, "Unit": 40, "LED_BY": 39}, 0)
    second = sync(clean_each, made())
    assert second.total == 0
    assert whole(clean_each) == before


def test_looking_writes_nothing(clean: Database) -> None:
    assert compare(clean, made()).total == 80
    assert counted(clean) == (0, 0)


def test_a_change_is_written_alone_and_old_properties_go(clean: Database) -> None:
    sync(clean, made())
    nodes = units(40)
    nodes[3] = Node(Label.UNIT, "u3", {"rank": 6}, ("Agency",))
    changes = sync(clean, Records("one", [SOURCE, *nodes], chain(40)))
    assert (changes.added.total(), changes.changed, changes.removed.total()) == (0, {"Unit": 1}, 0)
    (stored,) = [
        row.properties for row in statements.whole_nodes(database=clean)
        if row.properties["uid"] == "u3"
    ]  # fmt: skip
    assert "name" not in stored
    assert stored["rank"] == 6


def test_what_left_the_files_leaves_the_graph(clean: Database) -> None:
    sync(clean, made(40))
    changes = sync(clean, made(39))
    assert changes.removed == {"Unit": 1, "LED_BY": 1}
    assert counted(clean) == (40, 38)


def test_more_than_a_twentieth_is_not_removed_unasked(clean: Database) -> None:
    sync(clean, made(40))
    before = whole(clean)
    with pytest.raises(InputError, match=r"6 of 80 nodes and ties .*'one'.*--dry-run.*--force"):
        sync(clean, made(37))
    assert whole(clean) == before
    assert sync(clean, made(37), force=True).removed.total() == 6
    assert counted(clean) == (38, 36)


def test_the_guard_stands_at_a_twentieth(clean: Database) -> None:
    sync(clean, Records("one", [SOURCE, *units(99)]))
    with pytest.raises(InputError, match=r"6 of 100"):
        sync(clean, Records("one", [SOURCE, *units(93)]))
    assert sync(clean, Records("one", [SOURCE, *units(94)])).removed.total() == 5


def test_nothing_is_removed_of_another_dataset(clean: Database) -> None:
    sync(clean, made(40, "one"))
    other = Records("two", units(10, "v"), chain(10, "v"))
    sync(clean, other)
    sync(clean, Records("two"), force=True)
    assert counted(clean) == (41, 39)


def test_a_node_of_another_dataset_is_referred_to_and_left(clean: Database) -> None:
    sync(clean, made(40, "one"))
    mine = Node(Label.UNIT, "u0", {"name": "改名"}, ("Agency",))
    tie = Tie(TieType.GUIDED_BY, "v0", "u0", PROVENANCE)
    changes = sync(clean, Records("two", [mine, *units(1, "v")], [tie]))
    assert changes.added == {"Unit": 1, "GUIDED_BY": 1}
    names = {
        r.properties["uid"]: r.properties.get("name")
        for r in statements.whole_nodes(database=clean)
    }
    assert names["u0"] == "单位0"
    assert compare(clean, made(40, "one")).total == 0


def test_a_node_that_others_refer_to_outlives_its_dataset(clean: Database) -> None:
    sync(clean, made(40, "one"))
    tie = Tie(TieType.GUIDED_BY, "v0", "u39", PROVENANCE)
    sync(clean, Records("two", units(1, "v"), [tie]))
    sync(clean, made(39, "one"))
    uids = {row.properties["uid"] for row in statements.whole_nodes(database=clean)}
    assert {"u39", "v0"} <= uids
    assert counted(clean)[1] == 38 + 1


@pytest.mark.parametrize("kind", [TieType.GROUP_SUCCEEDED_BY, TieType.SUCCEEDED_BY])
def test_ties_of_one_type_between_units_and_groups(clean: Database, kind: TieType) -> None:
    label = Label.GROUP if kind is TieType.GROUP_SUCCEEDED_BY else Label.UNIT
    nodes = [Node(label, uid, {"name": uid}) for uid in ("a", "b")]
    records = Records("one", [SOURCE, *nodes], [Tie(kind, "a", "b", PROVENANCE)])
    assert sync(clean, records).added.total() == 4
    assert sync(clean, records).total == 0
    assert counted(clean) == (3, 1)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven rows a transaction, so that a run has many."""
    monkeypatch.setattr(sync_module, "BATCH", 7)


class Killed(Exception):
    """Stands for a kill between two transactions."""


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("after", [1, 2, 6, 7, 10])
def test_a_run_that_died_is_run_again(clean: Database, after: int) -> None:
    sync(clean, made(40))
    expected = whole(clean)
    sync(clean, Records("one"), force=True)
    assert counted(clean) == (0, 0)
    left = iter(range(after))

    def die(what: str, done: int, total: int) -> None:
        if next(left, None) is None:
            raise Killed

    with pytest.raises(Killed):
        sync(clean, made(40), report=die)
    assert (0, 0) < counted(clean) < (41, 39)
    assert sync(clean, made(40)).total > 0
    assert whole(clean) == expected


@pytest.mark.usefixtures("small_batches")
def test_progress_is_told_by_kind(clean: Database) -> None:
    told: list[tuple[str, int, int]] = []
    sync(clean, made(10), report=lambda *step: told.append(step))
    assert told == [
        ("Source", 1, 1),
        ("Unit", 7, 10),
        ("Unit", 10, 10),
        ("LED_BY", 7, 9),
        ("LED_BY", 9, 9),
    ]


@pytest.mark.parametrize("kind", ["Unit", "LED_BY"])
def test_a_batch_that_the_server_refuses_ends_the_load(clean: Database, kind: str) -> None:
    """The batch of the nodes has another behind it, that of the ties is the last."""
    refused, told = {"name": "单位", "odd": {"no": "property"}}, []
    nodes = [*units(2), Node(Label.UNIT, "odd", refused, ("Agency",))]
    ties = [Tie(TieType.LED_BY, "u0", "u1", {**PROVENANCE, **refused})]
    records = Records("one", nodes if kind == "Unit" else units(2), ties)
    with pytest.raises(InputError, match="refuses"):
        sync(clean, records, report=lambda what, done, total: told.append((what, done)))
    assert told == ([] if kind == "Unit" else [("Unit", 2)])
    assert not whole(clean)[1]


@pytest.mark.parametrize("first", [True, False])
def test_a_tie_that_leads_nowhere_is_told(clean: Database, first: bool) -> None:
    """Its start may be missing, or be a node of a kind that such a tie does not start at."""
    if not first:
        sync(clean, Records("other", [SOURCE]))
    ties = [
        Tie(TieType.LED_BY, "u0", "u1", PROVENANCE),
        Tie(TieType.LED_BY, "u1", "gone", PROVENANCE),
    ]
    with pytest.raises(
        InputError, match=r"^1 LED_BY tie has no node .* Not in the graph: 'gone'\."
    ):
        sync(clean, Records("one", units(2), ties))
    person = Node(Label.PERSON, "p", {"name": "人"})
    astray = Tie(TieType.LED_BY, "p", "u0", PROVENANCE)
    with pytest.raises(InputError, match=r"LED_BY leads from Unit to Unit\. Include"):
        sync(clean, Records("two", [person, *units(1)], [astray]))


@pytest.mark.usefixtures("small_batches")
def test_what_a_first_load_is_given_twice_is_there_once(clean: Database) -> None:
    """Most rows are created without a look; those of one key, in one batch or in two, are not."""
    old, new = ([Tie(TieType.LED_BY, "u1", "u0", {**PROVENANCE, "n": n})] for n in (1, 2))
    nodes = [SOURCE, *units(20), Node(Label.UNIT, "u3", {"name": "后"}, ("Agency",))]
    changes = sync(clean, Records("one", nodes, [*old, *chain(20)[1:], *new]))
    assert counted(clean) == (21, 19) and changes.total == 40
    assert sync(clean, Records("one", nodes, [*chain(20)[1:], *new])).total == 0


def test_batches_are_whole_and_bounded() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([], 2)) == []


def test_digests_tell_every_difference_and_no_other() -> None:
    node = Node(Label.UNIT, "u", {"a": 1, "b": [1, 2]}, ("Agency",))
    same = Node(Label.UNIT, "u", {"b": [1, 2], "a": 1}, ("Agency",))
    others = [
        replace(node, uid="v"),
        replace(node, labels=("Division",)),
        replace(node, properties={"a": 1, "b": [2, 1]}),
        replace(node, properties={"a": "1", "b": [1, 2]}),
        replace(node, properties={"a": 1}),
    ]
    assert node.digest == same.digest
    assert node.digest not in {other.digest for other in others}


def test_keys_tell_parallel_ties_apart() -> None:
    ties = [Tie(TieType.HOLDS, "p", "q", part=part) for part in ("2018-01-01", "2019-01-01", "")]
    assert len({tie.key for tie in ties}) == 3
