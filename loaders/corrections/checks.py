"""Judges changes against the files: each by itself, then together; a fault is told at its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from graph.core.words import Words
from loaders.corrections.form import Change, ChangeEntry
from loaders.overlays.things import Thing, Things, Value, as_written, properties
from loaders.corrections.truth import Truth
from loaders.files.flow import value_text
from loaders.files.problems import Place, Problems, nearest
from loaders.form.validation_messages import explained


@dataclass(frozen=True)
class Made:
    """A change that can be made: the thing, and both values as files write them."""

    change: Change
    thing: Thing
    before: Value
    after: Value

    @property
    def property(self) -> str:
        """What of the thing changes."""
        return self.change.entry.property

    def places(self) -> list[Place]:
        """Where the value stands, or its entry where it is left out."""
        return [spot.at(self.property) for spot in self.thing.spots]


@dataclass(frozen=True)
class Checks:
    """Judges changes one by one, then together."""

    truth: Truth
    known: Things
    problems: Problems

    def made(self, change: Change) -> Made | None:
        """The change if it can be made, else None with a problem noted."""
        thing, sourced = self._thing(change), self._sourced(change)
        if thing is None or not self._has(change, thing):
            return None
        now, after = thing.value(change.entry.property), self._valid(change, thing)
        stands = self._is(change, thing, now)
        if after is None or not (stands and sourced):
            return None
        if after.value == now:
            same = Words("Both values are the same: nothing changes.", "新旧两值相同：无所更正。")
            self.problems.add(change.at("to"), same)
            return None
        return Made(change, thing, now, after.value)

    def once(self, made: Sequence[Made]) -> list[Made]:
        """The changes without those of a property that another one changes."""
        first: dict[tuple[str, str], Made] = {}
        for one in made:
            held = first.setdefault((one.thing.uid, one.property), one)
            if held is not one:
                at, what = held.change.at("property"), f"{one.property} of {one.thing.uid}"
                told = Words(
                    f"{what} is changed twice: {at} makes it {value_text(held.after)}. Keep one of both.",
                    f"{one.thing.uid} 的 {one.property} 更正了两次：{at} 改为 {value_text(held.after)}。"
                    "请只保留其一。",
                )
                self.problems.add(one.change.at("property"), told)
        return list(first.values())

    def _thing(self, change: Change) -> Thing | None:
        uid, at = change.entry.uid, change.at("uid")
        thing = self.known.found(uid)
        if thing is None:
            self.problems.add(at, *self._unknown(uid))
            return None
        if thing.listed:
            told = Words(
                f"{uid} stands in a list of holders (`terms`). Correct the list: {thing.spots[0].at()}.",
                f"{uid} 出自任期表（`terms`）。请更正该表：{thing.spots[0].at()}。",
            )
            self.problems.add(at, told)
            return None
        if strange := [spot for spot in thing.spots if spot.file.path not in self.truth.files]:
            told = Words(
                f"{uid} does not stand in the files to correct, but in {strange[0].at()}.",
                f"{uid} 不在所要更正的文件中，而在 {strange[0].at()}。",
            )
            self.problems.add(at, told)
            return None
        return thing

    def _unknown(self, uid: str) -> tuple[Words, tuple[str, ...]]:
        if several := self.known.several(uid):
            told = Words(
                f"{uid!r} names several. Write the whole uid.", f"“{uid}”不止一个，请写全 uid。"
            )
            return told, tuple(several[:3])
        if seat := self.known.derived.get(uid):
            return Words(
                f"This tenure follows by rule from a seat. Correct the seat: {seat}.",
                f"此任职由席位推导而来。请更正席位：{seat}。",
            ), ()
        if old := self._last(lambda one: one.uid == uid):
            told = Words("Its uid is another now.", "其 uid 现已不同。")
            return Words.joined([told, _changed(old)], " ", ""), self._like(uid)
        if uid.startswith("div:"):
            return Words(
                "Divisions are not corrected by a patch: see docs/divisions.md.",
                "行政区划不以更正文件更正：见 docs/divisions.md。",
            ), ()
        return Words(f"Nothing has the uid {uid!r}.", f"没有 uid 为“{uid}”的对象。"), self._like(
            uid
        )

    def _like(self, uid: str) -> tuple[str, ...]:
        return nearest(uid, [one for one in self.known.by_uid if ("|" in one) == ("|" in uid)])

    def _has(self, change: Change, thing: Thing) -> bool:
        name, known = change.entry.property, properties(thing.model)
        if name in known:
            return True
        told = Words(
            f"A {thing.kind.en} has no property {name!r}. It has: {', '.join(known)}.",
            f"{thing.kind.zh}没有属性“{name}”。可用者：{'、'.join(known)}。",
        )
        self.problems.add(change.at("property"), told, nearest(name, known, limit=1))
        return False

    def _sourced(self, change: Change) -> bool:
        """Whether the source is there, or is new and its id free."""
        if "source" in change.faulty:
            return False
        source, at = change.entry.source, change.at("source")
        held = self.known.data.sources.get(source.uid)
        if source.entry is None and held is None:
            told = Words(
                f"No source is called {source.uid!r}. Name one that the files have, or describe the new one:"
                " uid, title, url, kind, read.",
                f"没有名为“{source.uid}”的来源。请用文件中已有者，或写明新来源：uid、title、url、kind、read。",
            )
            self.problems.add(at, told, nearest(source.uid, list(self.known.data.sources)))
            return False
        if (
            source.entry is not None
            and held is not None
            and held.model_dump(exclude={"read"}, exclude_none=True)
            != {k: v for k, v in source.entry.items() if k != "read" and v is not None}
        ):
            told = Words(
                f"The files have another source {source.uid!r} ({held.title}). Choose another uid.",
                f"文件中已有另一来源“{source.uid}”（{held.title}）。请另取标识。",
            )
            self.problems.add(at, told)
            return False
        return True

    def _valid(self, change: Change, thing: Thing) -> _Valid | None:
        """The new value as files write it, wrapped since it may be null; None where it is not valid."""
        entry = change.entry
        try:
            return _Valid(as_written(thing.model, entry.property, entry.to))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                detail["loc"] = (entry.property, *detail["loc"])
                text, like = explained(detail, thing.model)
                self.problems.add(change.at("to"), text, like)
            return None

    def _is(self, change: Change, thing: Thing, now: Value) -> bool:
        """Whether the value that stands is the one that the change starts from; else a conflict."""
        entry = change.entry
        try:
            stated = as_written(thing.model, entry.property, entry.from_)
        except ValidationError:
            stated = entry.from_
        if stated == now or (stated is None and now == []):
            return True
        name, stands, said = entry.property, value_text(now), value_text(entry.from_)
        told = Words(
            f"Conflict: {name} of {thing.uid} is {stands} now, not {said}.",
            f"冲突：{thing.uid} 的 {name} 现为 {stands}，而非 {said}。",
        )
        self.problems.add(
            change.at("from"), Words.joined([told, self._who(thing, entry.property)], " ", "")
        )
        return False

    def _who(self, thing: Thing, property: str) -> Words:
        """Who corrected it last, else where it stands."""
        if old := self._last(
            lambda one: one.property == property and self.known.found(one.uid) is thing
        ):
            return _changed(old)
        at = thing.spots[0].at(property)
        return Words(f"It stands in {at}. Start from that value.", f"见 {at}。请以该值为准。")

    def _last(self, meant: Callable[[ChangeEntry], bool]) -> ChangeEntry | None:
        """The last correction of those that were applied and are meant."""
        applied = (old.entry for old in reversed(self.truth.history()))
        return next((entry for entry in applied if meant(entry)), None)


def _changed(old: ChangeEntry) -> Words:
    """Who corrected a value, when and why."""
    before, after = value_text(old.from_), value_text(old.to)
    return Words(
        f"{old.by} changed its {old.property} on {old.on} from {before} to {after}: {old.reason} Look"
        " whether your correction still stands, and start from what is there now.",
        f"{old.by} 于 {old.on} 将其 {old.property} 由 {before} 改为 {after}：{old.reason}"
        " 请核对您的更正是否仍成立，并以现状为准。",
    )


@dataclass(frozen=True)
class _Valid:
    value: Value
