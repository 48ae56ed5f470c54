"""Folders of CSV that must be refused, each with a piece of what is said of it."""

from __future__ import annotations

import os
from pathlib import Path

from tests.tables.bad_books import Build
from tests.tables.files import csv_folder, sound, spoilt, with_row, with_table

SEATS = "group,role,title,unit,person,from,to,source\n"


def _cell(table: str, row: int, column: str, value: object) -> Build:
    return lambda folder: csv_folder(folder / "own", spoilt(table, row, column, value))


def _row(table: str, *values: object) -> Build:
    return lambda folder: csv_folder(folder / "own", with_row(table, *values))


def _table(name: str, *rows: list[object]) -> Build:
    return lambda folder: csv_folder(folder / "own", with_table(name, *rows))


def _file(name: str, content: bytes) -> Build:
    """The sound folder with one file replaced, or one more."""

    def build(folder: Path) -> Path:
        own = csv_folder(folder / "own", sound())
        Path(os.fsdecode(os.path.join(os.fsencode(own), os.fsencode(name)))).write_bytes(content)
        return own

    return build


def _undecodable_name(folder: Path) -> Path:
    own = csv_folder(folder / "own", sound())
    with open(os.path.join(os.fsencode(own), b"\xd0\xa1\xd7\xe9\xff.csv"), "wb") as file:
        file.write(b"a,b\n1,2\n")
    return own


def _instead(make: str) -> Build:
    """The sound folder with something that is no plain file in place of its seats."""

    def build(folder: Path) -> Path:
        own = csv_folder(folder / "own", sound())
        path = own / "seats.csv"
        path.unlink()
        if make == "folder":
            path.mkdir()
        elif make == "pipe":
            os.mkfifo(path)
        elif make == "loop":
            os.symlink(path, path)
        else:
            os.symlink(folder / "nowhere.csv", path)
        return own

    return build


def _no_table(folder: Path) -> Path:
    (folder / "own").mkdir()
    (folder / "own" / "readme.md").write_text("nothing", encoding="utf-8")
    return folder / "own"


def _one_csv(folder: Path) -> Path:
    return csv_folder(folder / "own", sound()) / "seats.csv"


def _only_headers(folder: Path) -> Path:
    return csv_folder(folder / "own", {name: rows[:1] for name, rows in sound().items()})


FOLDERS: dict[str, tuple[Build, str]] = {
    "a folder without a table": (_no_table, "The folder holds no table"),
    "headers alone": (_only_headers, "holds a row"),
    "one CSV alone": (_one_csv, "Put all of them into a folder"),
    "an empty file": (_file("seats.csv", b""), "seats.csv: The file is empty"),
    "blank lines alone": (_file("seats.csv", b"\n\n\n"), "seats.csv: The file is empty"),
    "rows of other lengths": (
        _file("seats.csv", (SEATS + "G1,chair\n").encode()),
        "row 2: The row has 2 cells where the first row has 8",
    ),
    "an open quote": (
        _file("seats.csv", (SEATS + 'G1,chair,"济南市市长,,甲,,,S1\n').encode()),
        "row 2: A quote that opens here",
    ),
    "a quote in a word": (
        _file("seats.csv", (SEATS + 'G1,chair,"济南"市市长,,甲,,,S1\n').encode()),
        "row 2: The row is not CSV",
    ),
    "a huge cell": (
        _file("seats.csv", (SEATS + f"G1,chair,{'长' * 140_000},,甲,,,S1\n").encode()),
        "longer than 131,072",
    ),
    "half a UTF-16 file": (
        _file("seats.csv", b"\xff\xfe" + SEATS.encode("utf-16-le")[:-1]),
        "not UTF-16 text",
    ),
    "Big5": (
        _file("seats.csv", (SEATS + "G1,chair,臺灣觀光協會會長戲劇,,甲,,,S1\n").encode("big5")),
        "neither UTF-8 nor clearly GBK",
    ),
    "random bytes": (
        _file("seats.csv", bytes(range(128, 256)) * 9),
        "neither UTF-8 nor clearly GBK",
    ),
    "UTF-8 cut short after a mark": (
        _file("seats.csv", b"\xef\xbb\xbfgroup,\xe7\xbb"),
        "row 1: This is not UTF-8 text",
    ),
    "a picture": (_file("seats.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 40), "NUL bytes"),
    "a name that is no text": (_undecodable_name, "Unknown table"),
    "a misspelt file": (_file("seets.csv", b"a\n1\n"), "Unknown table 'seets'"),
    "a folder named csv": (_instead("folder"), "seats.csv: This is not a plain file"),
    "a pipe named csv": (_instead("pipe"), "seats.csv: This is not a plain file"),
    "a link to itself": (_instead("loop"), "seats.csv: The file cannot be read"),
    "a link to nowhere": (_instead("dead"), "seats.csv: The file cannot be read"),
    "a NUL in a cell": (
        _cell("seats", 2, "person", "甲\x00乙"),
        "row 2, column 5 (person): The cell holds characters",
    ),
    "an escape sequence": (_cell("groups", 2, "name", "东河\x1b[2J领导小组"), "U+001B"),
    "a zero-width blank": (_cell("seats", 2, "group", "G\u200b1"), "U+200B ZERO WIDTH SPACE"),
    "30 February": (
        _cell("groups", 2, "from", "2015-02-30"),
        "row 2, column 4 (from): '2015-02-30' is not a date: 2015-02 has 28 days",
    ),
    "month 13": (_cell("groups", 2, "from", "2015年13月"), "a year has no month 13"),
    "about a month": (_cell("groups", 2, "from", "2018年7月前后"), "'2018年7月前后' is not exact"),
    "a span of years": (_cell("groups", 2, "from", "2014年至2018年"), "is a span"),
    "day before month": (_cell("groups", 2, "from", "03/02/2014"), "which is day, which is month"),
    "a year of the Ming": (_cell("groups", 2, "from", "1568"), "the year 1568 is not between"),
    "a start that has not come": (_cell("groups", 2, "from", "至今"), "it belongs in `to`"),
    "an end before the start": (
        _cell("groups", 2, "to", "2015"),
        "It ends (2015) before it starts (2016-03-08)",
    ),
    "a chair before the birth of the group": (
        _cell("seats", 2, "from", "2012-01-01"),
        "row 2, column 6 (from): The seat starts (2012-01-01) before the group",
    ),
    "a seat after the end of the group": (
        lambda folder: csv_folder(folder / "own", _ended()),
        "The seat starts after the group has ended",
    ),
    "a member that is no more": (
        lambda folder: csv_folder(folder / "own", _late("unit", "莱芜市")),
        "'莱芜市' does not exist on 2019-06-01 (it is ",
    ),
    "a code that is no more": (
        lambda folder: csv_folder(folder / "own", _late("unit", "371200")),
        "'371200' does not exist on 2019-06-01",
    ),
    "a mayor of a city that is no more": (
        lambda folder: csv_folder(folder / "own", _late("title", "莱芜市市长")),
        "'莱芜市' does not exist on 2019-06-01",
    ),
    "an ambiguous name": (
        _cell("groups", 2, "place", "鼓楼区"),
        "'鼓楼区' names more than one division: ",
    ),
    "an unknown division": (
        _cell("groups", 2, "place", "济难市"),
        "Unknown division '济难市'. Did you mean '",
    ),
    "an unknown code": (
        _cell("groups", 2, "place", "370199"),
        "Unknown division '370199'. Did you mean '3701",
    ),
    "a code of five digits": (
        _cell("groups", 2, "place", "37010"),
        "is not a code. Write six digits",
    ),
    "a code with another name": (
        _cell("groups", 2, "place", "370100:青岛市"),
        "The code 370100 is not 青岛市 but 济南市",
    ),
    "words for a unit": (
        _cell("seats", 3, "unit", "大家一起"),
        "'大家一起' names no unit that is known",
    ),
    "a member without a unit": (
        _table("members", ["group", "unit", "role", "source"], ["G1", "", "member", "S1"]),
        "The member has no unit",
    ),
    "a member with a role of a chair": (
        _table("members", ["group", "unit", "role", "source"], ["G1", "历城区", "chair", "S1"]),
        "Unknown role 'chair'",
    ),
    "a bureau of nobody": (
        lambda folder: csv_folder(folder / "own", _homeless()),
        "of which government? Write its full name",
    ),
    "an unknown role": (
        _cell("seats", 2, "role", "chari"),
        "Unknown role 'chari'. Choose one of chair (组长)",
    ),
    "a script for a role": (_cell("seats", 2, "role", "<script>alert(1)</script>"), "Unknown role"),
    "no role": (_cell("seats", 2, "role", ""), "row 2, column 2 (role): The seat has no role"),
    "a seat of nothing": (
        _row("seats", "G1", "member", "", "", "", "", "", "S1"),
        "row 4: The seat needs a title, a unit or a person",
    ),
    "a group that is not defined": (
        _cell("seats", 2, "group", "G7"),
        "The table groups has no row 'G7'. Add it, or name one that is there. There are G1.",
    ),
    "a source that is not defined": (
        _cell("seats", 2, "source", "S7"),
        "The table sources has no row 'S7'",
    ),
    "a seat without a source": (_cell("seats", 2, "source", ""), "row 2: This seat has no source"),
    "a group without a source": (
        _cell("groups", 2, "source", ""),
        "groups.csv, row 2: This group has no source",
    ),
    "a group without a name": (_cell("groups", 2, "name", ""), "The row of groups has no name"),
    "a name without a kind": (_cell("groups", 2, "name", "东河"), "does not tell its kind"),
    "an id twice": (
        _row("groups", "G1", "西河领导小组", "", "", "", "", "S1"),
        "row 3, column 1 (group): The group 'G1' stands twice",
    ),
    "a source twice": (_row("sources", "S1", "又", "press", ""), "The source 'S1' stands twice"),
    "a source of no kind": (_cell("sources", 2, "kind", ""), "The source has no kind"),
    "a source without a title": (_cell("sources", 2, "title", ""), "The field `title` is missing"),
    "its own successor": (_cell("groups", 2, "succeeded_by", "G1"), "cannot follow itself"),
    "successors in a circle": (
        lambda folder: csv_folder(folder / "own", _circle()),
        "The successors go in a circle: group:own.G1 → group:own.G2",
    ),
    "two names in a cell": (
        _cell("seats", 2, "person", "甲、乙"),
        "'甲、乙' is more than one name",
    ),
    "a person of two": (
        lambda folder: csv_folder(folder / "own", _namesakes()),
        "Two persons are called 甲: write the id, P1 or P2",
    ),
    "a chair before his birth": (
        lambda folder: csv_folder(
            folder / "own",
            {**sound(), "persons": [["person", "name", "born"], ["P1", "甲", "2017"]]},
        ),
        "甲 is born 2017; this is 2016-03-08",
    ),
    "rank twelve": (
        _table("posts", ["title", "unit", "rank", "source"], ["济南市市长", "济南市", "12", "S1"]),
        "'12' is not a rank",
    ),
    "an unknown mode": (
        _table(
            "posts", ["title", "unit", "mode", "source"], ["济南市市长", "济南市", "BOSS", "S1"]
        ),
        "Unknown mode 'BOSS'",
    ),
    "a tenure without a post": (
        _table("tenures", ["person", "title", "source"], ["甲", "", "S1"]),
        "The tenure has no title",
    ),
    "a tenure of no body": (
        _table("tenures", ["person", "title", "source"], ["甲", "大法师", "S1"]),
        "A tenure needs a post",
    ),
}


def _late(column: str, value: str) -> dict[str, list[list[object]]]:
    tables = sound()
    row: list[object] = ["G1", "member", "", "", "", "2019-06-01", "", "S1"]
    row[tables["seats"][0].index(column)] = value
    tables["seats"].append(row)
    return tables


def _ended() -> dict[str, list[list[object]]]:
    tables = spoilt("groups", 2, "to", "2017-01-01")
    tables["seats"][1][5] = "2018-01-01"
    return tables


def _homeless() -> dict[str, list[list[object]]]:
    tables = spoilt("groups", 2, "place", "")
    tables["seats"].append(["G1", "member", "", "财政局", "", "", "", "S1"])
    return tables


def _circle() -> dict[str, list[list[object]]]:
    tables = spoilt("groups", 2, "succeeded_by", "G2")
    tables["groups"].append(["G2", "西河领导小组", "济南市", "2016", "", "G1", "S1"])
    return tables


def _namesakes() -> dict[str, list[list[object]]]:
    return {**sound(), "persons": [["person", "name"], ["P1", "甲"], ["P2", "甲"]]}
