"""Every uid and permanent id, of this data and of earlier releases, and the page to which it leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graph.core.moved import current, ids, moves
from graph.core.words import Words
from web.pages.render import render
from web.reference.addresses import FOLDERS, ID_FOLDERS, Book, file_of
from web.reference.held import Held
from web.reference.still import Writer

OTHER = "source"
"""The part of uids that begin with no kind: sources."""


def leads(held: Held, book: Book) -> dict[str, str]:
    """Each uid, earlier uid and permanent id with the file to which it leads; a withdrawn one to its own."""
    found = _divisions(held, book) | dict(book.files) | _posts(held, book)
    for old, move in moves().items():
        if move.new in found:
            found[old] = found[move.new]
        elif not move.new:
            found[old] = file_of(old)
    for given, uid in ids().items():
        if (target := current(uid)) in found:
            found[given] = found[target]
        elif uid in found:
            found[given] = found[uid]
    return found


def _divisions(held: Held, book: Book) -> dict[str, str]:
    """A division without a page leads to that of its code, else to the one above (GB/T 2260)."""
    by_code = {uid.split(":")[1]: book.files[uid] for uid in held.places if uid.startswith("div:")}
    found: dict[str, str] = {}
    for uid in held.things["Unit"]:
        kind, _, rest = uid.partition(":")
        code = rest[:6]
        ways = (code, f"{code[:4]}00", f"{code[:2]}0000", "100000") if kind == "div" else ()
        if (way := next((one for one in ways if one in by_code), None)) is not None:
            found[uid] = by_code[way]
    return found


def _posts(held: Held, book: Book) -> dict[str, str]:
    """A post leads to its unit, else to the group in which it sits, else to who holds it."""
    found: dict[str, str] = {}
    ways = [
        held.unit_of,
        {tie.start: tie.end for tie in reversed(held.ties["SITS_IN"])},
        {tie.end: tie.start for tie in reversed(held.ties["HOLDS"])},
    ]
    for post in held.things["Post"]:
        led = (way[post] for way in ways if way.get(post) in book.files)
        if (target := next(led, None)) is not None:
            found[post] = book.files[target]
    return found


def part_of(uid: str) -> str:
    """The part of the table in which a uid stands: its kind, the letter of an id, or that of sources."""
    kind, colon, _ = uid.partition(":")
    if colon and kind in FOLDERS:
        return kind
    return f"id-{uid[0].lower()}" if uid[:1] in ID_FOLDERS and uid in ids() else OTHER


def write_uids(writer: Writer, held: Held, table: Mapping[str, str]) -> Mapping[str, str]:
    """Write the table in parts, and a page for each moved uid and id; returns the path of each part."""
    parts: dict[str, dict[str, str]] = defaultdict(dict)
    for uid, file in sorted(table.items()):
        parts[part_of(uid)][uid] = file
    paths = {part: f"uid/{part}.js" for part in sorted(parts)}
    for part, path in paths.items():
        writer.script(path, "lsgraphUids", [part, parts[part]])
    own = set(writer.book.files.values())
    for file, old, text, target in _pages(table):
        if file not in own:
            own.add(file)
            for around in writer.arounds(file, f"/{file}"):
                to = around.beside(around.path.replace(file, target)) if target else ""
                name = held.name(current(ids().get(old, old)))
                writer.put(
                    around, render("moved.html", around, title=old, text=text, to=to, name=name)
                )
    return paths


def _pages(table: Mapping[str, str]) -> Iterator[tuple[str, str, Words, str]]:
    """The file of each page that leads on or tells of a withdrawal: uid, words, and where to."""
    for old, move in moves().items():
        yield file_of(old), old, move.said, table.get(old, "") if move.new else ""
    for given, uid in ids().items():
        # A post has no page of its own: its id leads on by the table alone.
        if given in table and not uid.startswith("post:"):
            target = current(uid)
            words = Words(f"{given} is {target}.", f"{given} 即 {target}。")
            yield f"{ID_FOLDERS[given[0]]}/{given}", given, words, table[given]
