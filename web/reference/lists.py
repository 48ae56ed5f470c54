"""The lists of all things of a kind, and the pages of sources, founding documents and regions."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.ask.listed import Listed, region_of
from graph.ask.remarks import remark
from graph.catalogue import Row
from graph.connection import Database
from graph.core.as_of import SEEN_WITHIN
from graph.core.errors import InputError
from graph.core.signs import TYPE_MARKS
from graph.core.terms import LEVELS, ROLES, STRATA, TYPES, term
from graph.core.words import Words
from graph.pictures.region.strip import Strip, region_strip
from visualize.page.safety import web_link
from visualize.strips.page import WIDTH
from visualize.strips.ranks import MEANING, ranks_scene
from visualize.strips.svg import key, svg
from web.pages.around import person_address, place_address, thing_address
from web.pages.groups import groups_page
from web.pages.render import render
from web.reference.cited import Citing
from web.reference.held import Held, Tie
from web.reference.search import Named
from web.reference.still import Foot, Still, Writer


@dataclass(frozen=True)
class Cell:
    """What stands in a field of a list, and the address to which it leads."""

    words: Words
    to: str = ""

    @classmethod
    def of(cls, value: object, to: str = "") -> Cell:
        """A field that is the same in both languages; unknown is a dash."""
        return cls(Words.same("–" if value in (None, "") else str(value)), to)


def source_address(uid: str) -> str:
    """The page of a source or document, which the application does not have."""
    return f"/source/{uid}"


def write_group_list(writer: Writer, found: Listed) -> None:
    """Write the list of all groups: that of the application, on one page."""
    for around in writer.arounds("groups", "/groups"):
        writer.put(around, groups_page(found, around, size=max(len(found.rows), 1)))


def write_person_list(writer: Writer, held: Held) -> None:
    """Write the list of all persons, with how many seats and posts the data holds of each."""
    seats = Counter(tie.properties.get("person") for tie in held.ties["SITS_IN"])
    posts = Counter(tie.start for tie in held.ties["HOLDS"])
    rows = [
        (
            Cell.of(own["name"], person_address(uid)), Cell.of(seats[uid]), Cell.of(posts[uid]),
            Cell(remark(own.get("note")) or Words.same("–")),
        )
        for uid, own in held.things["Person"].items()
    ]  # fmt: skip
    _list(
        writer, "/persons", Words("Persons", "人物"),
        ("Name", "姓名"), ("Seats", "席位"), ("Posts", "职务"), ("Note", "备注"), rows=rows,
    )  # fmt: skip


def write_place_list(writer: Writer, held: Held) -> None:
    """Write the list of all units that have a page."""
    member = Counter(tie.start for tie in held.ties["MEMBER_OF"])
    rows = []
    for uid in held.places:
        own = held.things["Unit"][uid]
        level = own.get("level")
        kind = term(LEVELS, level) if level else Words("agency", "部门")
        name = Words(own.get("name_en") or own["name"], own["name"])
        rows.append((Cell(name, place_address(uid)), Cell(kind), Cell.of(own.get("code")),
                     Cell.of(own.get("rank")), Cell.of(member[uid])))  # fmt: skip
    _list(
        writer, "/places", Words("Governments and agencies", "政府与部门"),
        ("Name", "名称"), ("Level", "层级"), ("Code", "代码"), ("Rank", "级别"), ("Groups", "小组"),
        rows=rows,
    )  # fmt: skip


def write_source_list(writer: Writer, held: Held) -> None:
    """Write the list of all sources."""
    rows = [
        (
            Cell.of(own["title"], source_address(uid)), Cell.of(uid), Cell.of(own["kind"]),
            Cell.of(own.get("date")),
        )
        for uid, own in held.things["Source"].items()
    ]  # fmt: skip
    _list(
        writer, "/sources", Words("Sources", "来源"),
        ("Title", "标题"), ("Uid", "标识"), ("Kind", "类别"), ("Date", "日期"), rows=rows,
    )  # fmt: skip


def _list(
    writer: Writer, here: str, title: Words, *heads: tuple[str, str], rows: Sequence[Sequence[Cell]]
) -> None:
    writer.screen(here, "list.html", title, heads=[Words(*head) for head in heads], rows=rows)


def write_sources(writer: Writer, citing: Citing, held: Held) -> Iterator[str]:
    """Write the page of every source: what it is, where it stands, and all that rests on it.

    A post that was read off a seat stands with that seat alone.
    """
    seats, tenures = held.of_source("SITS_IN"), held.of_source("HOLDS")
    labels = {uid: label for label in ("Group", "Document", "Unit") for uid in held.things[label]}
    for uid, own in held.things["Source"].items():
        told = [one for one in held.told.get(uid, ()) if one in writer.book.files]
        tells = [
            (Words(en, zh), [one for one in told if labels.get(one) == label])
            for label, en, zh in (
                ("Group", "Groups", "小组"), ("Document", "Founding documents", "成立文件"),
                ("Unit", "Places", "单位"),
            )
        ]  # fmt: skip
        facts = [
            (Words("Uid", "标识"), uid), (Words("Kind", "类别"), own["kind"]),
            (Words("Date", "日期"), own.get("date")), (Words("Licence", "许可"), own.get("licence")),
        ]  # fmt: skip
        foot = citing.foot(uid, own["title"])
        _source(
            writer, held, uid, own["title"], foot, facts, tells=tells, seats=seats.get(uid, []),
            tenures=[one for one in tenures.get(uid, []) if not one.properties.get("derived")],
            url=own.get("url"), read_at=own.get("read_at"),
        )  # fmt: skip
        yield uid


def write_documents(writer: Writer, citing: Citing, held: Held) -> Iterator[Named]:
    """Write the page of every document that founds a group."""
    for uid, own in held.things["Document"].items():
        name = held.name(uid)
        facts = [
            (Words("Number", "文号"), own.get("number")), (Words("Issued", "印发"), own.get("issued")),
            (Words("Instrument", "文件性质"), own.get("instrument")),
        ]  # fmt: skip
        tells = [
            (Words("Groups that it founds", "据以成立的小组"), held.founded.get(uid, [])),
            (Words("Sources", "来源"), held.sources_of.get(uid, [])),
        ]
        foot = citing.foot(uid, name)
        _source(writer, held, uid, name, foot, facts, tells=tells)
        yield Named(writer.book.files[uid], name, "", tuple(filter(None, (own.get("number"),))))


def _source(
    writer: Writer, held: Held, uid: str, name: str, foot: Foot, facts: Sequence[tuple[Words, object]], *,
    tells: Sequence[tuple[Words, Sequence[str]]], seats: Sequence[Tie] = (), tenures: Sequence[Tie] = (),
    url: str | None = None, read_at: str | None = None,
) -> None:  # fmt: skip
    rests = bool(seats or tenures or any(uids for _, uids in tells))
    for around in writer.arounds(writer.book.files[uid], source_address(uid), foot):
        page = render(
            "source.html", around, title=name, held=held, facts=facts, link=web_link(url),
            read_at=None if read_at == url else read_at, tells=tells, seats=seats, tenures=tenures,
            rests=rests, roles=ROLES, term=term, at=_address,
        )  # fmt: skip
        writer.put(around, page)


def _address(uid: str) -> str:
    return thing_address(uid) or source_address(uid)


def regions(found: Listed) -> list[str]:
    """The regions of the list: provinces, regions of several divisions, and what says why there is none."""
    return list(found.choices["region"])


def write_regions(writer: Writer, db: Database, found: Listed) -> Iterator[Named]:
    """Write the page of every region, and their list."""
    rows = []
    for region in regions(found):
        own = [row for row in found.rows if region_of(row) == region]
        strip = _strip(db, region, own or list(found.rows))
        name = STRATA.get(region) or Words(found.regions.get(region, region), region)
        uid = f"region:{region}"
        for around in writer.arounds(writer.book.files[uid], f"/region/{region}"):
            page = render(
                "region.html", around, title=around.told(name), strip=strip, groups=own, types=TYPES,
                term=term, **(_drawn(strip, around) if strip else {}),
            )  # fmt: skip
            writer.put(around, page)
        n = len(own) if own else len(strip.groups) if strip else 0
        rows.append((Cell(name, f"/region/{region}"), Cell.of(n), Cell.of(strip and strip.as_of)))
        yield Named(writer.book.files[uid], region, name.en if name.en != region else "")
    _list(
        writer, "/regions", Words("Regions", "地区"),
        ("Region", "地区"), ("Groups", "小组"), ("Drawn on", "绘制日"), rows=rows,
    )  # fmt: skip


def _drawn(strip: Strip, around: Still) -> dict[str, object]:
    """The drawing of a strip, and what its marks mean."""
    used = {group.type for group in strip.groups}
    return {
        "drawn": svg(ranks_scene(strip, WIDTH, around.language), around.told(strip.title)),
        "legend": [(key(one), TYPES[one], strip.types[one]) for one in TYPE_MARKS if one in used],
        "meaning": MEANING,
    }


def _strip(db: Database, region: str, rows: Sequence[Row]) -> Strip | None:
    """The strip of a region at the end of the year on which most of the groups count; None without groups."""
    if region in STRATA:
        return None
    try:
        return region_strip(db, region, _fullest(rows))
    except InputError:
        return None


def _fullest(rows: Sequence[Row]) -> dt.date:
    years = Counter(
        year
        for row in rows
        if row.seen
        for year in range(row.seen.year, row.seen.year + SEEN_WITHIN)
    )
    last = max((row.seen.year for row in rows if row.seen), default=2018)
    return dt.date(max(years, key=lambda y: (years[y], y)) if years else last, 12, 31)
