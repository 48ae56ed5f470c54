"""From what a user types to what is in the graph: groups; places are in graph.places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.core.moved import followed
from graph.core.words import Words
from graph.names.fit import Fit, best_fit
from graph.names.readings import spelt
from graph.offices.words import GROUP_KINDS
from graph.places.find import find_unit
from graph.places.suggestions import nearest_things

__all__ = ["find_group", "find_unit"]


def find_group(database: Database, text: str | Row) -> Row:
    """A group by uid (with or without `group:`), name, pinyin, initials, English, or a part that only it has.

    A row of `group_names` is the group itself: nothing is looked up.

    A uid that moved is followed, with the warning UidMoved.
    Raises UnknownName with suggestions, or AmbiguousName with the candidates.
    """
    if isinstance(text, Row):
        return text
    groups = list(queries.group_names(database=database))
    if not groups:
        raise InputError(
            Words(
                "The graph holds no groups yet. Load them first: lsgraph load groups",
                "图谱中尚无小组。请先载入：lsgraph load groups",
            )
        )
    found = named(groups, text)
    if not found and (new := followed(text, "group")):
        found = [group for group in groups if group.uid == new]
    if len(found) == 1:
        return found[0]
    what = Words("group", "小组")
    if found:
        raise AmbiguousName(what, text, [name_and_uid(group) for group in found])
    raise UnknownName(what, text, suggested(groups, text))


def named(groups: Iterable[Row], text: str) -> list[Row]:
    """The groups that a text names: by uid or name, else as a whole, else by a part; best fits first."""
    groups = list(groups)
    if exact := [g for g in groups if text in (g.uid, _without_label(g.uid), g.name, g.name_en)]:
        return exact
    fits = [(fit, g) for g in groups if (fit := best_fit((g.name, g.name_en), text)) is not None]
    best = min((fit for fit, _ in fits), default=None)
    kept = [one for one in fits if best is not Fit.WHOLE or one[0] is Fit.WHOLE]
    return [group for _, group in sorted(kept, key=lambda one: one[0])]


def suggested(groups: Sequence[Row], text: str) -> list[str]:
    """Groups of a name like a text that names none; what most names end in (领导小组) makes nothing alike."""
    spellings = {
        name_and_uid(g): (
            (own := _without_kind(g.name)),
            spelt(own),
            g.name_en,
            _without_label(g.uid),
        )
        for g in groups
    }
    return nearest_things(_without_kind(_without_label(text)), spellings)


def name_and_uid(thing: Row) -> str:
    """A thing as errors list it: name and uid."""
    return f"{thing.name} ({thing.uid})"


def _without_label(uid: str) -> str:
    return uid.removeprefix("group:")


def _without_kind(name: str) -> str:
    ends = (kind for kind in GROUP_KINDS if name.endswith(kind) and name != kind)
    return name.removesuffix(next(ends, ""))
