"""The data that a page carries for its script: texts, boxes, routes and styles, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, replace

from graph.core.signs import KIND_MARKS, OTHER_MARK
from graph.core.terms import term
from graph.core.words import NOTHING, Words
from graph.pictures import Fact, PictureNode, PictureTie, SourceRef
from visualize.page.network import tie_line
from visualize.page.safety import web_link
from visualize.picture import style
from visualize.picture.boxes import Form
from visualize.picture.frames import Frame, Gathered, mark
from visualize.picture.layouts import Caption, Layout
from visualize.picture.strand_names import (
    WHOSE,
    Point,
    circled,
    end_numbers,
    ending,
    family_words,
    numbered,
)
from visualize.picture.strands import family
from visualize.picture.texts import drawable, text_width, wrap
from visualize.picture.words import (
    KINDS,
    MARKED,
    NO_RANK,
    RANK_NAMES,
    TIES,
    names,
    rank_words,
    role_words,
    tie_words,
)

Value = dict[str, object]


def payload(gathered: Gathered, kind: str, narrow: int, off: Collection[str] = ()) -> Value:
    """Everything the script needs: nodes, ties and values once, frames by their numbers.

    `kind` is one (a picture), series (one of several at a time) or beside (all at once); a canvas
    below `narrow` pixels takes the last form, others the first of the language. Of the kinds that are
    `off` at first, command stands in the table all the same: other ties say it.
    """
    return {
        "kind": kind,
        "narrow": narrow,
        "implied": ["COMMAND"] if "COMMAND" in off else [],
        "nodes": [_node(node) for node in gathered.nodes.values],
        "ties": [_tie(shared.tie, shared.start) for shared in gathered.ties.values],
        "frames": [_frame(gathered, number) for number in range(len(gathered.frames))],
        "values": gathered.values.values,
        "forms": [form.name for form in gathered.frames[0].layouts],
        **constants(),
        "families": {
            name: family_words(name).both
            for name in dict.fromkeys(family(shared.tie.kind) for shared in gathered.ties.values)
        },
    }


def constants() -> Value:
    """What of it is the same for every picture."""
    return {
        "marked": [words.both for words in MARKED],
        "card": style.CARD,
        "chip": style.CHIP,
        "badge_size": style.BADGE_SIZE,
        "caption_size": style.CAPTION_SIZE,
        "faded": style.FADED,
        "colours": {
            by: {name: asdict(mark) for name, mark in marks.items()}
            for by, marks in style.COLOURINGS.items()
        },
        "strand_size": style.STRAND_SIZE,
        "trunk": asdict(style.TRUNK),
        "whose": WHOSE.both,
    }


def _frame(gathered: Gathered, number: int) -> Value:
    frame = gathered.frames[number]
    return {
        "name": frame.name.both,
        "layout": frame.picture.layout,
        "title": frame.picture.title.both,
        "caption": frame.picture.caption.both,
        "as_of": frame.picture.as_of,
        "nodes": gathered.nodes_of[number],
        "ties": gathered.ties_of[number],
        "marks": [mark(frame.difference, node.uid) for node in frame.nodes],
        "forms": {
            form.name: _form(layout, frame, form, gathered)
            for form, layout in frame.layouts.items()
        },
    }


def details(facts: tuple[Fact, ...], sources: tuple[SourceRef, ...]) -> Value:
    """Return what the details panel shows: facts in both languages, sources with their links."""
    return {
        "facts": [[*fact.label.both, *fact.value.both] for fact in facts],
        "sources": [[source.title or source.uid, web_link(source.url)] for source in sources],
    }


def _node(node: PictureNode) -> Value:
    mark = KIND_MARKS.get(node.kind, OTHER_MARK)
    return {
        "uid": node.uid,
        "names": names(node).both,
        "kind": term(KINDS, node.kind).both,
        "level": node.kind,
        "role": node.role,
        "roles": role_words(node).both,
        "rank": rank_words(node.rank).both if node.kind != "group" else None,
        "rank_of": node.rank_of.both,
        "step": node.rank,
        "dash": style.border(node),
        "unknown": node.unknown,
        "faded": node.faded,
        "colour": mark.colour,
        "glyph": mark.glyph,
        **details(node.facts, node.sources),
    }


def _tie(tie: PictureTie, start: PictureNode) -> Value:
    sure = seat_line(tie, start)
    return {
        "start": tie.start,
        "end": tie.end,
        "kind": tie.kind,
        "family": family(tie.kind),
        "relation": tie.relation,
        "kinds": term(TIES, tie.kind).both,
        "says": tie_words(tie).both,
        "label": tie.label.both,
        "line": asdict(sure or tie_line(tie)),
        "carrier": asdict(sure or style.TIE_LINES.get(tie.kind, style.OTHER_LINE)),
        **details(tie.facts, tie.sources),
    }


def seat_line(tie: PictureTie, start: PictureNode) -> style.Line | None:
    """Return the line of a seat in the chair whose box is broken; None for any other tie."""
    dash = style.seat_dash(tie.kind, start)
    return replace(style.TIE_LINES[tie.kind], dash=dash) if dash else None


def _form(layout: Layout, frame: Frame, form: Form, gathered: Gathered) -> Value:
    """Return a layout; boxes, texts, routes and badges are numbers of values that all frames share."""
    boxes = [layout.boxes[node.uid] for node in frame.nodes]
    named = {node.uid: node for node in frame.nodes}
    retied = frame.difference.retied
    sharing = Counter(route.badge for route in layout.routes)
    numbers = end_numbers(frame.picture, layout)
    badges = [
        _badge(tie, route.badge, form, tie.end in retied, sharing[route.badge], layout, numbers)
        for tie, route in zip(frame.ties, layout.routes, strict=True)
    ]
    lists: dict[str, Iterable[object]] = {
        "boxes": (_numbers(b.x, b.y, b.text.width, b.text.height) for b in boxes),
        "texts": (
            [numbered(b.text.tag, layout.numbers.get(node.uid)), b.text.main, b.text.sub]
            for node, b in zip(frame.nodes, boxes, strict=True)
        ),
        "routes": ([_numbers(*point) for point in route.points] for route in layout.routes),
        "badges": badges,
        "bands": (
            {**asdict(band), "label": drawable(form.say(_band_words(band.rank)))}
            for band in layout.bands
        ),
        "strands": ([*_numbers(s.x, s.y, s.width), s.family] for s in layout.strands),
        "captions": (_caption(caption, named[caption.uid], form) for caption in layout.captions),
        "gone": (
            [_numbers(b.x, b.y, b.text.width, b.text.height), [b.text.tag, b.text.main, b.text.sub]]
            for b in frame.gone.get(form, ())
        ),
    }
    return {
        "width": round(layout.width, 1),
        "height": round(layout.height, 1),
        **{name: [gathered.value(value) for value in values] for name, values in lists.items()},
    }


def _caption(caption: Caption, node: PictureNode, form: Form) -> list[object]:
    text = "".join(wrap(form.say(names(node)), style.CAPTION_SIZE, caption.most, 1))
    return [*_numbers(caption.x, caption.y), text, caption.align]


def _band_words(rank: int | None) -> Words:
    """Tiers carry the rank in both languages; the tier of the group has no rank and no name."""
    if rank is None:
        return Words(f"{NO_RANK.en} {NO_RANK.zh}", f"{NO_RANK.zh} {NO_RANK.en}")
    if rank not in RANK_NAMES:
        return NOTHING
    words = rank_words(rank)
    return Words(f"{words.en} {RANK_NAMES[rank].zh}", f"{words.zh} {RANK_NAMES[rank].en}")


def _badge(
    tie: PictureTie, place: Point | None, form: Form, retied: bool, sharing: int, layout: Layout,
    numbers: Mapping[Point, str],
) -> list[object] | None:  # fmt: skip
    """Return place, words and width, with room for what tells ties apart or counts them; then whose it is."""
    if place is None:
        return None
    text = f"{'≠ ' if retied else ''}{drawable(form.say(tie_words(tie)))}"
    width = text_width(ending(text, sharing, numbers.get(place, "")), style.BADGE_SIZE) + 12
    own = [circled(layout.numbers[tie.start])] if place in numbers else []
    return [*_numbers(*place), text, round(width, 1), *own]


def _numbers(*values: float) -> list[float]:
    return [round(value, 1) for value in values]
