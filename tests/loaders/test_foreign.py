"""Other people's nodes in the same database: told, never written over, never removed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from graph.catalogue import schema
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.model import Label, Node, Tie, TieType
from loaders.load.shipped import ensure_shipped
from loaders.load.verbs import load_divisions, load_groups
from loaders.write.apply import Records, compare, sync, write_all
from loaders.write.door import writing
from loaders.write.foreign import node_keys
from tests.servers import empty, statements
from tests.whole import properties, whole

KNOWN = {"source": "s", "confidence": "high"}
PERSON = Node(Label.PERSON, "person:x", {"name": "ours"})
TOLD = r"holds 7 nodes that lsgraph did not write \(.*1 Note.*Nothing was changed.*--into-existing"
NAMED = r"lsgraph did not write under uids .*Person 'person:x'.*They stay as they are"


def persons(count: int, *more: Node) -> Records:
    """Persons, each with a post that they hold."""
    posts = [Node(Label.POST, f"post:{n}", {"title": "t"}) for n in range(count)]
    nodes = [Node(Label.PERSON, f"person:{n}", {"name": "n"}) for n in range(count)]
    ties = [Tie(TieType.HOLDS, f"person:{n}", f"post:{n}", KNOWN) for n in range(count)]
    return Records("one", [*posts, *nodes, *more], ties)


def theirs(database: Database) -> Counter[tuple[object, ...]]:
    """All that is somebody else's."""
    return Counter(
        (tuple(row.labels), properties(row), row.ties)
        for row in statements.foreign_whole(database=database)
    )


@pytest.fixture
def foreign(clean: Database) -> Iterator[Database]:
    """A database of somebody else, which lsgraph never wrote into."""
    statements.forget_schema(database=clean)
    statements.foreign(database=clean)
    yield clean
    statements.forget_schema(database=clean)
    empty(clean)


LOADS: dict[str, Callable[[Database], object]] = {
    "groups": load_groups,
    "divisions": lambda database: load_divisions(database, force=True),
    "a dry run": lambda database: load_groups(database, dry_run=True),
    "demo": ensure_shipped,
}


@pytest.mark.parametrize("load", LOADS.values(), ids=LOADS)
def test_the_first_load_tells_what_is_there(
    foreign: Database, load: Callable[[Database], object]
) -> None:
    before = whole(foreign)
    with pytest.raises(InputError, match=TOLD):
        load(foreign)
    assert whole(foreign) == before
    assert schema.version(foreign) is None


def run(database: Database, command: str, records: Records) -> None:
    """One command of a user; what it refuses it says in words."""
    if command == "batch":
        write_all(database, records)
    elif command == "sync":
        sync(database, records, force=True)
    else:
        existing = command == "into existing"
        with writing(database, node_keys([records]), into_existing=existing) as token:
            sync(database, records, force=True, token=token)


@pytest.mark.parametrize("seed", range(8))
def test_in_no_order_of_commands_anything_of_theirs_changes(foreign: Database, seed: int) -> None:
    draw, before = random.Random(seed), theirs(foreign)
    commands = ("into existing", "load", "sync", "batch")
    refused = 0
    for _ in range(12):
        records = persons(draw.randrange(4), *([PERSON] if draw.random() < 0.4 else []))
        try:
            run(foreign, draw.choice(commands), records)
        except InputError:
            refused += 1
        assert theirs(foreign) == before
    assert 0 < refused < 12


def test_a_uid_that_is_theirs_is_named_and_what_they_have_stays(foreign: Database) -> None:
    before = whole(foreign)
    records = persons(2, PERSON)
    for _ in range(2):
        with (
            pytest.raises(InputError, match=NAMED),
            writing(foreign, node_keys([records]), into_existing=True),
        ):
            raise AssertionError("it must not begin")
        assert whole(foreign) == before
    run(foreign, "into existing", persons(2))
    assert compare(foreign, persons(2)).total == 0
    with pytest.raises(InputError, match=NAMED):
        sync(foreign, records)
    tie = Tie(TieType.HOLDS, PERSON.uid, "post:0", KNOWN)
    with pytest.raises(InputError, match="1 HOLDS tie has no node"):
        sync(foreign, Records("two", ties=[tie]))
    statements.take_away(database=foreign)
    run(foreign, "load", records)
    assert compare(foreign, records).total == 0


def test_a_database_that_the_rules_do_not_fit_stays_as_it_is(foreign: Database) -> None:
    """Two persons of theirs share a uid: the constraint cannot be made, and none is."""
    statements.drop_unique_person(database=foreign)
    statements.foreign_twin(database=foreign)
    rules, before = list(statements.rules(database=foreign)), whole(foreign)
    with (
        pytest.raises(
            InputError, match=r"do not fit this database.*'person:x'.*Nothing was changed"
        ),
        writing(foreign, (), into_existing=True),
    ):
        raise AssertionError("it must not begin")
    assert whole(foreign) == before
    assert list(statements.rules(database=foreign)) == rules
