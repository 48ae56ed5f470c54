"""YAML of the form lsgraph/tables/1 that must be refused, each with a piece of what is said of it."""

from __future__ import annotations

from pathlib import Path

from tests.tables.bad_books import Build

FORM = "form: lsgraph/tables/1\n"
HEAD = FORM + "sources:\n- {source: S1, title: 通知, kind: gov_doc, date: 2016-03-08}\n"
GROUP = "groups:\n- {group: G1, name: 东河领导小组, place: 济南市, from: 2016-03-08, source: S1}\n"


def _text(text: str, encoding: str = "utf-8") -> Build:
    return _bytes(text.encode(encoding))


def _bytes(content: bytes) -> Build:
    def build(folder: Path) -> Path:
        path = folder / "own.yaml"
        path.write_bytes(content)
        return path

    return build


def _bomb() -> str:
    """Nine lists of nine, each of the one before: 387 million words were it unfolded."""
    lines = ["a0: &a0 [" + ", ".join(["lol"] * 9) + "]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines)


YAMLS: dict[str, tuple[Build, str]] = {
    "a bomb of aliases": (_text(FORM + _bomb()), "own.yaml:2:5: Anchors and aliases"),
    "a bomb in the other form": (
        _text("form: lsgraph/groups/1\n" + _bomb()),
        "own.yaml:2:5: Anchors and aliases",
    ),
    "the other form in a comment": (
        _text("# form: lsgraph/groups/1\n" + HEAD + GROUP.replace("2016-03-08", "2016-13-08")),
        "own.yaml:6:47: '2016-13-08' is not a date",
    ),
    "this form in a comment of the other": (
        _text("# form: lsgraph/tables/1\nform: lsgraph/groups/1\ngroup:\n- {uid: x}\n"),
        "own.yaml:3:1: Unknown section 'group'",
    ),
    "a period without a day": (
        _text(HEAD + GROUP.replace("from: 2016-03-08", "from: 2016-03-08, to: 2016-03-08")),
        "It ends on the day it starts (2016-03-08); `to` is the first day without it.",
    ),
    "a tag": (_text(HEAD + "x: !!binary aGVsbG8=\n"), "own.yaml:4:4: Tags (!!binary"),
    "a name of a tag in the other form": (
        _text("form: lsgraph/groups/1\nfield: !foo x\n"),
        "own.yaml:2:8: Tags (!!binary, !name) are not read",
    ),
    "a turned direction in the other form": (
        _text("form: lsgraph/groups/1\nname: 东\u202e河\n"),
        "own.yaml:2:8: This character cannot be seen (U+202E RIGHT-TO-LEFT OVERRIDE)",
    ),
    "a turned direction as an escape": (
        _text('form: lsgraph/groups/1\nname: "东\\u202e河"\n'),
        "own.yaml:2:7: This character cannot be seen",
    ),
    "lists within lists": (
        _text(HEAD + "groups: " + "[" * 5_000),
        "More than 40 lists and mappings",
    ),
    "the same key twice": (
        _text(HEAD + "groups:\n- {group: G1, name: 甲领导小组, name: 乙领导小组, source: S1}\n"),
        "'name' stands twice",
    ),
    "the same table twice": (_text(HEAD + GROUP + GROUP), "The key 'groups' stands twice"),
    "a table under two names": (
        _text(HEAD + GROUP + GROUP.replace("groups", "小组")),
        "The group 'G1' stands twice",
    ),
    "a later form": (
        _text(HEAD.replace("tables/1", "tables/9")),
        "own.yaml:1:7: Its form is 'lsgraph/tables/9'",
    ),
    "another form": (
        _text(HEAD.replace("lsgraph/tables/1", "lsgraph/table")),
        "This version reads `form: lsgraph/groups/1`",
    ),
    "no table": (_text(FORM), "holds a row"),
    "a table that is a text": (_text(HEAD + "groups: many\n"), "`groups` is not a list of rows"),
    "a row that is a text": (
        _text(HEAD + "groups:\n- 东河领导小组\n"),
        "A row is a mapping of columns",
    ),
    "a mapping in a cell": (
        _text(HEAD + "groups:\n- {group: G1, name: {zh: 东河领导小组}, source: S1}\n"),
        "A text belongs here, not a list",
    ),
    "an unknown table": (
        _text(HEAD + "gruops: []\n"),
        "Unknown table 'gruops'. Choose one of sources",
    ),
    "an unknown column": (
        _text(HEAD + "groups:\n- {group: G1, nmae: 东河领导小组, source: S1}\n"),
        "no column 'nmae'. Did you mean 'name'?",
    ),
    "not YAML": (_text(HEAD + "groups:\n- {group: G1\n"), "This is not YAML"),
    "tabs": (_text(HEAD + "groups:\n\t- group: G1\n"), "This is not YAML"),
    "Big5": (_text(HEAD + "# 臺灣觀光協會會長戲劇", "big5"), "neither UTF-8 nor clearly GBK"),
    "half UTF-16": (_bytes((HEAD + GROUP).encode("utf-16")[:-1]), "not UTF-16 text"),
    "a NUL": (
        _text(HEAD + GROUP.replace("东河", "东\0河")),
        "This character cannot be seen (U+0000",
    ),
    "half a character": (
        _text(HEAD + GROUP.replace("东河领导小组", '"东河\\ud800领导小组"')),
        "own.yaml",
    ),
    "an object of Python": (
        _text(HEAD + "groups: !!python/object/apply:os.system ['true']\n"),
        "own.yaml",
    ),
    "a draft that is no list": (
        _text(HEAD + GROUP + "not_understood: nothing\n"),
        "`not_understood` is a list",
    ),
    "a date that is none": (
        _text(HEAD + GROUP.replace("from: 2016-03-08", "from: 2016-06-31")),
        "2016-06 has 30 days",
    ),
}
