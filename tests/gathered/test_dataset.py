"""The shipped dataset: nothing of the gathered files lost, all of it sourced, the files current."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from loaders.corrections.again import correct_again
from loaders.gathered.convert import Converted, convert
from loaders.quality.decisions import shipped_decisions
from loaders.gathered.reader import read_gathered
from loaders.gathered.report import report, resolved, understood
from loaders.gathered.run import GATHERED, SAME, convert_files, gathered_files, read_same
from loaders.gathered.write import write
from loaders.groups.read import read_everything, read_groups, shipped_files
from loaders.groups.rows import GroupData, GroupRow
from tests.loaders.groups_for_tests import seats_of

DATASET = GATHERED.parent / "dataset"


@cache
def converted() -> Converted:
    """All gathered files converted together."""
    return convert(read_gathered(gathered_files()), read_same(GATHERED / SAME), shipped_decisions())


@cache
def wide() -> GroupData:
    """Core and dataset as the reader sees them."""
    return read_everything()


@cache
def core() -> GroupData:
    """The core alone."""
    return read_groups()


def test_a_founding_act_is_more_than_the_source_that_tells_of_the_group() -> None:
    acts = wide().documents
    named = {row.uid for row in acts if row.number or row.title or row.instrument}
    bare = [row.uid for row in acts if row.uid not in named and not row.issuers + row.petitioned_by]
    # It was issued by a town, which no table of divisions holds: a note of the group says so.
    assert bare == ["doc:e-zhangjiang-garden-town"] and len(named) > 200


def test_no_seat_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """Every seat of every file is one of the seats that the reader loads for its group."""
    loaded = Counter((row.group, row.role) for row in wide().seats)
    names = {row.uid: row.name for row in wide().persons}
    people = {(row.group, row.role, names.get(row.person or "")) for row in wide().seats}
    kept: Counter[str] = Counter()
    for draft in converted().drafts:
        for seat in draft.seats:
            assert loaded[draft.uid, seat.role] > 0
            if seat.person:
                assert (draft.uid, seat.role, seat.person.name) in people
            kept.update(row.at().path.stem for row in seat.rows)
    given = {f.name: sum(len(g.seats) for g in f.groups) for f in converted().files}
    with capsys.disabled():
        for name, number in given.items():
            print(f"\n{name}: {number} seats gathered, {kept[name]} in the dataset", end="")
        print(f"\nall: {sum(given.values())}; joined to {len(wide().seats)} seats with the core")
    assert kept == Counter(given)


def test_seats_joined_are_loaded_once() -> None:
    """A group of the dataset has just the seats of its draft; the core's groups at least theirs."""
    loaded = Counter(row.group for row in wide().seats)
    for draft in converted().drafts:
        if draft.shipped is None:
            assert loaded[draft.uid] == len(draft.seats)
        else:
            assert loaded[draft.uid] >= len(draft.seats) or loaded[draft.uid] >= sum(
                row.group == draft.uid for row in core().seats
            )


def test_every_entry_of_the_files_is_in_one_group() -> None:
    ids = [entry.id for draft in converted().drafts for entry in draft.entries]
    assert Counter(ids) == Counter(g.id for f in converted().files for g in f.groups)
    loaded = {group.uid for group in wide().groups}
    assert {draft.uid for draft in converted().drafts} <= loaded


def test_every_fact_has_a_source_that_is_there() -> None:
    data = wide()
    known = set(data.sources)
    assert all(tie.properties["source"] in known for tie in data.ties)
    rows = (data.agencies, data.tenures, data.documents, data.groups, data.seats,
            data.events, data.notes)  # fmt: skip
    for section in rows:
        for row in section:
            assert row.sources and set(row.sources) <= known
    gathered = {uid for f in converted().files for g in f.groups for uid in g.sources}
    assert gathered <= known


def dates(group: GroupRow) -> tuple[str | None, str | None]:
    """Start and end as the file states them: an addition may tell who came after within that month."""
    return group.period.start_edtf, group.period.end_edtf


def test_the_core_is_as_it_was() -> None:
    """No field of a core group changes, no seat of it goes, and no group stands twice."""
    before, after = core(), wide()
    assert len({group.uid for group in after.groups}) == len(after.groups)
    for one in before.groups:
        (other,) = [group for group in after.groups if group.uid == one.uid]
        assert (one.name, one.kind, one.place, one.leadership, one.roster, *dates(one)) == (
            other.name, other.kind, other.place, other.leadership, other.roster, *dates(other),
        )  # fmt: skip
        theirs = {(s.role, s.post, s.unit, s.person, s.title) for s in seats_of(after, one.uid)}
        assert {
            (s.role, s.post, s.unit, s.person, s.title) for s in seats_of(before, one.uid)
        } <= theirs


def test_titles_and_bodies_are_understood() -> None:
    titles, known = understood(converted())
    bodies, found = resolved(converted())
    assert known >= 0.97 * titles
    assert found >= 0.97 * bodies


@pytest.mark.parametrize("path", gathered_files(), ids=lambda path: path.stem)
def test_each_file_stands_alone(path: Path, tmp_path: Path) -> None:
    """A file of its own converts, loads beside the core, and its titles are understood.

    What a page calls a leader (市领导) only, as file o often has it, is no post.
    """
    found, paths = convert_files([path], tmp_path / "out")
    titles, known = understood(found)
    assert known >= (0.88 if path.stem == "o" else 0.93) * titles
    data = read_groups([*shipped_files(), *paths])
    written = {str(entry["uid"]) for level in found.groups.values() for entry in level}
    assert len(written) == len(found.drafts)
    assert written <= {group.uid for group in data.groups}


def test_the_committed_dataset_is_what_the_converter_makes(tmp_path: Path) -> None:
    paths = write(converted(), tmp_path)
    correct_again(paths)
    made = {path.name: path.read_text(encoding="utf-8") for path in paths}
    made["report.md"] = report(converted())
    committed = {path.name: path.read_text(encoding="utf-8") for path in DATASET.iterdir()}
    assert set(made) == set(committed)
    assert {name for name, text in made.items() if committed[name] != text} == set()


def test_successors_join_groups_that_are_here() -> None:
    uids = {group.uid for group in wide().groups}
    joined = {(group.uid, after) for group in wide().groups for after in group.succeeded_by}
    assert ("group:a-functions-transformation", "group:a-fangguanfu") in joined
    assert ("group:f-cn-env-lsg", "group:a-environment-commission") in joined or len(joined) > 10
    assert all(after in uids for _, after in joined)


def test_what_a_gathered_seat_says_otherwise_than_the_core_is_told() -> None:
    """Two claims that differ both stay visible; of two persons of one name the one in the post is meant."""
    told = (DATASET / "6_additions.yaml").read_text(encoding="utf-8")
    here = "国务院港澳办 主任, executive, [..2020]; here: 全国政协副主席, [..2020-06-03]."
    assert f"tells of 夏宝龙 (deputy_chair): {here}" in told
    assert "tells of 刘伟 (member): 河南省 副省长" not in told
