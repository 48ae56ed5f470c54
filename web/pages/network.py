"""Networks as pages: a region or a government with its groups, and the way between two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.core.terms import TYPES, term
from graph.core.words import Words
from graph.pictures.contract import Picture, PictureNode
from graph.pictures.region.strip import Strip
from graph.pictures.way import WALKS, Way
from graph.regions.named.definitions import is_named
from visualize.picture import words
from web.pages.around import Around, address
from web.pages.render import render

TITLE = Words("Network", "网络")
VIEWS: Mapping[str, Words] = {
    "groups": Words("A region and its groups", "地区及其小组"),
    "government": Words("A government in its groups", "一个政府所在的小组"),
    "strip": Words("How the groups are led", "小组如何领导"),
    "hierarchy": Words("The hierarchy", "层级"),
}
"""What is shown of a region or government."""
WALK_WORDS: Mapping[str, Words] = {
    "all": Words("any tie", "任何关系"),
    "command": Words("superiors and posts", "隶属与职务"),
    "groups": Words("seats in groups", "小组席位"),
}
BETWEEN = Words("The way between two things", "两者之间的路径")


@dataclass(frozen=True)
class Shown:
    """What an address asks for: a region or government, a view of it, a day, and whether stale groups too."""

    of: str = ""
    view: str = ""
    as_of: str = ""
    stale: bool = False

    def address(self, path: str = "/network", **more: object) -> str:
        """An address with all of it."""
        stale = "1" if self.stale else ""
        return address(path, **{**vars(self), "stale": stale, **more})

    @property
    def frame(self) -> str:
        """The address of the page in the frame; what its matrix begins with stands behind the #."""
        picture = address("/network/picture", of=self.of, view=self.view, as_of=self.as_of)
        return f"{picture}#m-stale=true" if self.stale else picture


@dataclass(frozen=True)
class Walk:
    """What an address asks for: the ends of a way, a day, and which ties are walked."""

    one: str = ""
    other: str = ""
    as_of: str = ""
    walk: str = "all"

    def address(self, path: str = "/network/way", **more: object) -> str:
        """An address with all of it."""
        return address(
            path, **{**vars(self), "walk": "" if self.walk == "all" else self.walk, **more}
        )


@dataclass(frozen=True)
class Line:
    """A line of a table: a thing, its rank, and how many it meets across."""

    uid: str
    name: Words
    rank: Words
    what: Words
    count: int
    faded: bool


def network_page(
    shown: Shown,
    around: Around,
    found: Picture | Strip | None = None,
    error: str = "",
    notes: Sequence[str] = (),
) -> str:
    """Return the forms alone, or with what was found of a region or government, or what is wrong."""
    picture = found if isinstance(found, Picture) else None
    groups, members = _lines(picture, shown.stale) if picture else ((), ())
    return render(
        "network.html", around, title=around.told(found.title if found else TITLE), shown=shown, found=found,
        walk=Walk(as_of=shown.as_of), strip=found if isinstance(found, Strip) else None, picture=picture,
        groups=groups, members=members, error=error, notes=notes, views=VIEWS, walks=WALK_WORDS,
        types=TYPES, term=term, between=BETWEEN,
        fitting=("strip",) if is_named(shown.of) else tuple(VIEWS),
    )  # fmt: skip


def way_page(
    walk: Walk, around: Around, way: Way | None = None, error: str = "", notes: Sequence[str] = ()
) -> str:
    """Return the way between two things, or what is wrong."""
    boxes = {one.uid: words.names(one) for one in way.picture.nodes} if way and way.picture else {}
    return render(
        "way.html", around, title=around.told(BETWEEN), walk=walk, way=way, boxes=boxes, error=error,
        notes=notes, walks=WALK_WORDS, ties={**words.TIES, **_COMMAND},
    )  # fmt: skip


_COMMAND = {
    "PART_OF": Words("leads", "领导"),
    "DEPARTMENT_OF": Words("leads its department", "领导其部门"),
    "LED_BY": Words("leads (vertical)", "垂直领导"),
    "SITS_IN": Words("has a seat in", "有席位"),
    "DIRECTS_OFFICE_OF": Words("directs the office", "任办公室主任"),
}
assert set(WALK_WORDS) == set(WALKS)


def _lines(picture: Picture, stale: bool) -> tuple[list[Line], list[Line]]:
    """Groups of the first matrix, faded ones where `stale`, and their members, with how many each has."""
    if not picture.matrices:
        return [], []
    matrix = picture.matrices[0]
    groups = [one.node for one in matrix.groups if stale or not one.node.faded]
    shown = {node.uid for node in groups}
    cells = [cell for cell in matrix.cells if cell.is_member and cell.group in shown]
    at_groups = Counter(cell.group for cell in cells)
    at_members = Counter(cell.member for cell in cells)
    members = [one.node for one in matrix.members if at_members[one.node.uid]]
    return (
        [_line(node, at_groups[node.uid]) for node in groups],
        [_line(node, at_members[node.uid]) for node in members],
    )


def _line(node: PictureNode, count: int) -> Line:
    rank, what = words.rank_words(node.rank), words.role_words(node)
    return Line(node.uid, words.names(node), rank, what, count, node.faded)
