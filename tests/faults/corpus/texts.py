"""Faults of YAML, CSV and texts: what is endless, deep, twice, out of bounds, or no address."""

from __future__ import annotations

from collections.abc import Callable

from tests.faults.corpus.case import Case
from tests.faults.corpus.sound import ADDRESS, KINDS
from tests.faults.corpus.spoil import changed, replaced, whole

Change = Callable[[bytes], bytes]

ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html;base64,AAAA",
    "ftp://example.org/a", "vbscript:x", "//example.org/a", "www.example.org", "http://", "https:///a",
    "http://[::1", "https://example.org/a b", "blob:https://example.org/a",
)  # fmt: skip
ADDRESSED = {
    "group YAML": "", "table YAML": "", "CSV folder": "own/sources.csv", "workbook": "",
}  # fmt: skip
"""Kinds that hold the address of a source, and in which of their files."""

RANKS = ("-5", "0", "11", "99", "9223372036854775808", "5.5", "1e3", "五", "0x50", "9" * 5_000)
RANKED = {
    "group YAML": ("rank: 5", "rank: {}", ""),
    "CSV folder": (",5,", ",{},", "own/posts.csv"),
}
"""Kinds that hold a rank: how it is written, and in which of their files."""


def _more(text: str) -> Change:
    return lambda raw: raw + text.encode()


def _many(text: str, times: int) -> Change:
    return lambda raw: raw + (text * times).encode()


def _keys(count: int) -> bytes:
    return b"\n".join(b"unknown%d: 1" % n for n in range(count))


BOMB = "a0: &a0 [x, x, x]\n" + "".join(
    f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)
)
LARGE: dict[str, Change] = {
    "200,000 unknown keys": lambda raw: raw + _keys(200_000),
    "150,000 unknown keys": lambda raw: raw + _keys(150_000),
    "19,000 unknown keys": lambda raw: raw + _keys(19_000),
    "100,000 keys on one line": lambda raw: raw + b"x: {%s}" % _keys(100_000).replace(b"\n", b", "),
    "19,000 keys of an entry": lambda raw: raw + b"- " + _keys(19_000).replace(b"\n", b"\n  "),
    "900,000 items": lambda raw: raw + b"more: [" + b"k, " * 900_000 + b"]\n",
}
"""What takes its time in every kind of YAML alike."""

OF_YAML: dict[str, Change] = {
    "a text of 40 MB": lambda raw: raw + b"more: " + b"x" * 40_000_000,
    "a text of 2 MB": lambda raw: raw + b"more: " + b"x" * 2_000_000,
    "a key of 2 MB": lambda raw: raw + b"x" * 2_000_000 + b": 1\n",
    "a text of 25,000 characters": _many("more: " + "x" * 25_000, 1),
    "anchors that unfold": _more(BOMB),
    "one anchor": _more("more: &a x\n"),
    "a merged key": _more("more: {<<: {a: 1}}\n"),
    "an object of Python": _more("more: !!python/object/apply:os.system ['true']\n"),
    "a tag": _more("more: !own x\n"),
    "lists 50,000 deep": _more("more: " + "[" * 50_000),
    "mappings 50,000 deep": _more("more: " + "{a: " * 50_000),
    "dashes 5,000 deep": _more("more:\n" + "- " * 5_000 + "x\n"),
    "a second document": _more("---\nmore: 1\n"),
    "a key twice": _more("groups: []\ngroups: []\n"),
    "a list for a key": _more("? [a, b]\n: 1\n"),
    "an override as an escape": _more('more: "a\\u202eb"\n'),
    "a NUL as an escape": _more('more: "a\\0b"\n'),
    "half a character as an escape": _more('more: "a\\ud800b"\n'),
    "an open quote": _more('more: "' + "x\n" * 1_000),
    "a tab for a blank": _more("more:\n\t- x\n"),
    "10,000 faulty groups": lambda raw: b"form: lsgraph/groups/1\ngroups:\n" + b"- {uid: x}\n" * 10_000,
    "a date without end": lambda raw: raw.replace(b'"2018-07"', b'"' + b"9" * 9_000 + b'"') + b"more: 1\n",
    "a number of 5,000 digits": _more("more: " + "9" * 5_000 + "\n"),
    "no mapping": lambda raw: b"- a\n- b\n",
    "another form": lambda raw: raw.replace(b"lsgraph/", b"lsgarph/") + b"more: 1\n",
}  # fmt: skip
OF_TABLES: dict[str, Change] = {
    "100,000 columns": lambda raw: b",".join(b"c%d" % n for n in range(100_000)) + b"\n" + raw,
    "a row of 100,000 cells": _more("a," * 100_000 + "\n"),
    "a cell of 200,000 characters": _more('"' + "x" * 200_000 + '"\n'),
    "a million short rows": _many("a\n", 1_000_000),
    "an open quote": _more('"x\n' + "a,b\n" * 1_000),
    "a quote inside a cell": _more('a"b,"c"d\n'),
    "only commas": lambda raw: b",,,,\n" * 100_000,
    "a head twice": lambda raw: raw.split(b"\n")[0] + b"," + raw,
    "31 MB of rows": _many("x" * 99 + "\n", 310_000),
}
OF_OWN = {
    "letters in a code": ("370117", "甲10区"),
    "full-width digits in a code": ("370117", "３７０１１７"),
    "a code of five digits": ("370117", "37011"),
    "a code and more": ("370117", "370117甲"),
    "a superscript in a code": ("370117", "37011²"),
    "a unit of its own": ("钢城区,,,", "甲10区,市辖区,370117,"),
    "a unit below nothing": ("钢城区,,,", "甲10区,市辖区,999999,"),
    "a unit of a name with digits": ("370117,钢城区,,,", "370199,甲10区,,,"),
    "a kind that is unknown": ("钢城区,,,", "钢城区,区市,,"),
    "a date that is none": ("2019-01-01", "2019-02-30"),
    "a year of nine digits": ("2019-01-01", "201900000"),
    "no source": ("东河通告", ""),
    "a name of 30,000 characters": ("钢城区", "区" * 30_000),
    "a script for a name": ("370117,钢城区", "370117,<script>alert(1)</script>"),
}
OF_QUERIES: dict[str, Change] = {
    "2 MB of remarks": _many("// x\n", 400_000), "no title": lambda raw: raw.partition(b"\n")[2],
    "no statement": lambda raw: raw.rpartition(b"\n")[0].rpartition(b"\n")[0],
    "an include of itself": lambda raw: b"// include: one\n" + raw,
    "an include from elsewhere": lambda raw: b"// include: ../../../etc/passwd\n" + raw,
}  # fmt: skip
OF_NOTICES: dict[str, Change] = {
    "300,000 characters": _many("成员：市财政局\n", 50_000), "a program": lambda raw: b"\x7fELF" + raw,
    "an old Word file": lambda raw: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + raw,
    "rich text": lambda raw: b"{\\rtf1 x}", "21 MB": _many("x\n", 10_500_000),
}  # fmt: skip


def textual() -> list[Case]:
    """All cases of this module."""
    cases = []
    for name, file in ADDRESSED.items():
        for address in ADDRESSES:
            made = changed(KINDS[name], replaced(ADDRESS, address), file)
            cases.append(Case(name, f"address {address}", made))
    for name, (old, new, file) in RANKED.items():
        for rank in RANKS:
            made = changed(KINDS[name], replaced(old, new.format(rank)), file)
            cases.append(Case(name, f"rank {rank[:20]}", made))
    by_bytes = {
        "group YAML": LARGE | OF_YAML, "table YAML": OF_YAML, "CSV folder": OF_TABLES,
        "own divisions": OF_TABLES,
        "query": OF_QUERIES, "notice text": OF_NOTICES,
    }  # fmt: skip
    for name, changes in by_bytes.items():
        cases += [Case(name, what, whole(KINDS[name], change)) for what, change in changes.items()]
    by_text = {
        "own divisions": OF_OWN,
    }  # fmt: skip
    for name, pairs in by_text.items():
        cases += [Case(name, what, changed(KINDS[name], replaced(*p))) for what, p in pairs.items()]
    return cases
