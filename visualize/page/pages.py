"""A picture as one HTML file: opens from a disk, asks nothing of a network, in two languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.core.errors import InputError
from graph.core.signs import KIND_MARKS, OTHER_MARK
from graph.core.terms import MEANINGS, RELATIONS, term
from graph.core.words import Words
from graph.pictures import MatrixCell, Picture, PictureNode, PictureTie, RosterSeat
from visualize.matrix.page import matrix_values, with_matrices
from visualize.page.colours import colour_choices
from visualize.page.network import PictureNetwork, tie_line, write_text
from visualize.page.payload import payload
from visualize.page.safety import LANGUAGE, dressed, json_text, web_link
from visualize.picture import words
from visualize.picture.boxes import Form
from visualize.picture.first_view import off_at_first
from visualize.picture.frames import Frame, Gathered, Shared
from visualize.picture.layouts import Layout
from visualize.picture.ranked import ranked
from visualize.picture.style import DASHES, OTHER_LINE, TIE_LINES
from visualize.picture.tiers import tiers
from visualize.picture.trees import tree

FORMS = (Form("en", 1180), Form("zh", 1180), Form("en", 358), Form("zh", 358))
"""The layouts each page carries: both languages, for a wide page and for a phone."""
SCRIPTS = (
    "vis-network.min.js", *LANGUAGE, "draw.js", "frames.js", "placed.js", "stage.js", "page.js",
    "panel.js", "controls.js", "filters.js", "find.js", "svg.js", "paper.js", "figure.js", "work.js",
    "address.js", "height.js",
)  # fmt: skip
_LAYOUTS: dict[str, Callable[[Picture, Form], Layout]] = {
    "tiers": tiers,
    "tree": tree,
    "ranks": ranked,
}


def page(picture: Picture, matrix: bool | None = None) -> str:
    """Return the page of a picture as HTML text.

    `matrix` says whether it opens with its matrix, None: where there are many ties.
    Raises InputError for a picture that cannot be drawn: an unknown layout, no node, a uid used
    twice, or a tie to a node that the picture does not hold.
    """
    check(picture)
    gathered = Gathered([Frame(picture, layouts_of(picture, FORMS))])
    return render(gathered, page_values(gathered, matrix))


def write_page(picture: Picture, path: Path) -> None:
    """Write the page to `path` as UTF-8 whatever the locale; errors as `page`, and OSError."""
    write_text(path, page(picture))


def layouts_of(picture: Picture, forms: Sequence[Form]) -> dict[Form, Layout]:
    """Return the layout of a picture for each form."""
    return {form: _LAYOUTS[picture.layout](picture, form) for form in forms}


def page_values(
    gathered: Gathered, matrix: bool | None = None, scripts: Sequence[str] = SCRIPTS
) -> dict[str, object]:
    """Say what the template of a single picture shows beside the network itself; `matrix` as of `page`.

    `scripts` are those that stand in the page.
    """
    picture = gathered.frames[0].picture
    shown = values(gathered, "one", 640, scripts)
    if picture.matrices:
        shown |= matrix_values(picture, scripts)
        shown |= {} if matrix is None else {"matrix_first": matrix}
        shown["cited"] = cited(*with_matrices(picture))
    return {**shown, "picture": picture, "title": picture.title, "where": None, "where_head": None}


def check(picture: Picture) -> None:
    """Raise InputError for a picture that cannot be drawn, see `page`."""
    both = picture.title
    title = Words(both.en or both.zh, both.zh or both.en)
    if picture.layout not in _LAYOUTS:
        raise InputError(
            Words(
                f"{title.en}: unknown layout {picture.layout!r}. Choose one of {', '.join(_LAYOUTS)}.",
                f"{title.zh}：布局“{picture.layout}”未知。可选：{'、'.join(_LAYOUTS)}。",
            )
        )
    if not picture.nodes:
        raise InputError(
            Words(
                f"{title.en}: there is nothing to draw. Ask for another day or scope.",
                f"{title.zh}：没有可绘制的内容。请改用另一日期或范围。",
            )
        )
    uids = {node.uid for node in picture.nodes}
    if len(uids) < len(picture.nodes):
        raise InputError(
            Words(
                f"{title.en}: two nodes share one uid. Give each node its own.",
                f"{title.zh}：有两个节点使用同一 uid。请为每个节点各取 uid。",
            )
        )
    for tie in picture.ties:
        if not {tie.start, tie.end} <= uids:
            missing = tie.end if tie.start in uids else tie.start
            raise InputError(
                Words(
                    f"{title.en}: a {tie.kind} tie names {missing!r}, which is not a node.",
                    f"{title.zh}：关系 {tie.kind} 指向“{missing}”，但没有这个节点。",
                )
            )


def values(gathered: Gathered, kind: str, narrow: int, names: Sequence[str]) -> dict[str, object]:
    """Say what every template of pictures shows: `names` of scripts, and see `payload`."""
    nodes, ties = gathered.nodes.values, [shared.tie for shared in gathered.ties.values]
    off = off_at_first([frame.picture for frame in gathered.frames])
    return {
        "frames": gathered.frames,
        "drawn": gathered.nodes.rows(),
        "ties": gathered.ties.rows(),
        "roster": _roster(gathered),
        "shown": [shown_part(frame.picture, len(frame.nodes)) for frame in gathered.frames],
        "legend": _legend(nodes, ties, off),
        "cited": cited(nodes, ties),
        "matrices": (),
        "names_of": words.names,
        "words": words,
        "web_link": web_link,
        "payload": json_text(payload(gathered, kind, narrow, off)),
        "as_json": json_text,
        **dressed(names, "page.css"),
    }


def render(gathered: Gathered, shown: Mapping[str, object], template: str = "picture.html") -> str:
    """Return the HTML of a page: pyvis fills the network with all that its frames hold."""
    return str(PictureNetwork(*gathered.union(), shown, template).generate_html())


def shown_part(picture: Picture, drawn: int) -> Words | None:
    """Tell how much of the query's answer is drawn, where it is not all."""
    total = max(picture.total or 0, len(picture.nodes))
    if drawn == total:
        return None
    shown = Words(f"Showing {drawn:,} of {total:,}.", f"显示 {total:,} 个中的 {drawn:,} 个。")
    if drawn == len(picture.nodes):
        return shown
    return Words(
        f"{shown.en} Closed branches (+n) say how many units they hold.",
        f"{shown.zh}未展开的分支（+n）注明其单位数。",
    )


def _roster(gathered: Gathered) -> list[tuple[RosterSeat, list[int]]]:
    """Return the seats of all rosters, each with the numbers of the frames in which it stands."""
    seats: Shared[RosterSeat] = Shared()
    for number, frame in enumerate(gathered.frames):
        held: Counter[RosterSeat] = Counter()
        for seat in frame.picture.roster:
            # Two seats of one roster stay two, however alike they are.
            seats.add(seat, number, (seat, held[seat]))
            held[seat] += 1
    return seats.rows()


def _legend(
    nodes: list[PictureNode], ties: list[PictureTie], off: Collection[str]
) -> dict[str, object]:
    """Return the kinds, relations and ties that occur, each with the way it is drawn."""
    kinds, roles = {node.kind for node in nodes}, {node.role for node in nodes}
    ranks = {node.rank for node in nodes if node.kind != "group"}
    relations = {tie.relation: tie for tie in ties if tie.relation is not None}
    used = {tie.kind for tie in ties}
    return {
        "kinds": [
            (kind, term(words.KINDS, kind), asdict(KIND_MARKS.get(kind, OTHER_MARK)))
            for kind in words.in_order(KIND_MARKS, kinds)
        ],
        # Other words than roles (a code) only tell boxes of one name apart: no switch hides them.
        "roles": [(role, said) for role, said in words.ROLES.items() if role in roles],
        "ranks": [
            ("none" if rank is None else rank, words.rank_words(rank))
            for rank in sorted(ranks, key=lambda rank: -1 if rank is None else rank, reverse=True)
        ],
        "relations": [
            (name, term(RELATIONS, name), MEANINGS.get(name), tie_line(relations[name]))
            for name in words.in_order(RELATIONS, relations)
        ],
        "ties": [
            (kind, term(words.TIES, kind), TIE_LINES.get(kind, OTHER_LINE))
            for kind in words.in_order(words.TIES, used)
        ],
        "off": off,
        "colours": colour_choices(nodes, ties),
        "faded": any(node.faded for node in nodes),
        **{
            name: any(getattr(node, name) for node in nodes) and " ".join(map(str, dash))
            for name, dash in DASHES.items()
        },
    }


@dataclass(frozen=True)
class Cited:
    """One source: its title, the address where it may be a link, how many boxes and ties name it."""

    title: str
    link: str | None
    boxes: int
    ties: int


def cited(nodes: Iterable[PictureNode], ties: Iterable[PictureTie | MatrixCell]) -> list[Cited]:
    """Return each source of the nodes and ties once, in order of first use."""
    boxes, lines = _count(nodes), _count(ties)
    return [Cited(*key, boxes[key], lines[key]) for key in dict.fromkeys([*boxes, *lines])]


def _count(
    things: Iterable[PictureNode | PictureTie | MatrixCell],
) -> Counter[tuple[str, str | None]]:
    counts: Counter[tuple[str, str | None]] = Counter()
    for thing in things:
        named = [(ref.title or ref.uid, web_link(ref.url)) for ref in thing.sources]
        counts.update(list(dict.fromkeys(named)))
    return counts
