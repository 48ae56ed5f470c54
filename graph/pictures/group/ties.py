"""Ties of a group's picture: authority of the chairs, command between units, posts in their units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.core.terms import MEANINGS
from graph.pictures import PictureTie
from graph.pictures.group.boxes import giver
from graph.pictures.group.chain import chain_words
from graph.pictures.group.known import Known
from graph.pictures.parts import POST_IN, command_tie, relation_label
from graph.pictures.words import fact, said


def authority_ties(known: Known) -> Iterable[PictureTie]:
    """Yield a tie from the chair to each member, with relation, gap and chain of command."""
    names = known.names()
    for row in known.answer.members:
        chain = known.chains.get(row.member, ())
        label = relation_label(row.relation, row.gap)
        facts = [fact("Relation", "关系", label)]
        if row.relation:
            facts.append(fact("That is", "即", MEANINGS[row.relation]))
        if chain:
            facts.append(fact("Chain of command", "统属链", chain_words(chain, names)))
        yield PictureTie(
            giver(known, row), row.member, "AUTHORITY", row.relation, row.gap, label, tuple(facts),
            known.sources.refs(row.source, *(step.source for step in chain)),
        )  # fmt: skip


def command_ties(known: Known) -> Iterable[PictureTie]:
    """Yield the ties by which one unit of the picture commands another."""
    for step in known.steps:
        tie = command_tie(step, step.start, step.end, known.sources)
        yield replace(tie, facts=(fact("Tie", "关系", said(step.kind)),))


def in_ties(known: Known) -> Iterable[PictureTie]:
    """Yield a tie from each chair to the units in which it sits or by which it commands a member."""
    for uid, chair in known.chairs.items():
        refs = known.sources.refs(*(seat.source for seat in known.seats_of(chair)))
        for unit in chair["units"]:
            if unit in known.units:
                yield PictureTie(uid, unit, "IN", label=POST_IN, sources=refs)
