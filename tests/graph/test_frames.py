"""Rows as data frames: the types that hold unknown values."""

from __future__ import annotations

import datetime as dt
import sys
from importlib import import_module

import pytest

from graph.connection.results import Result, Row, dtype
from graph.core.errors import InputError

TYPES = {
    "n": "integer?", "share": "float?", "yes": "boolean?", "name": "string?", "day": "date?",
    "list": "list<string>", "chairs": "list<map>",
}  # fmt: skip
ROWS = (
    Row(n=3, share=0.5, yes=True, name="济南市", day=dt.date(1, 1, 1), list=["a"], chairs=[{}]),
    Row(n=None, share=None, yes=None, name=None, day=None, list=[], chairs=[]),
    Row(n=2**53 + 1, share=1, yes=False, name="", day=dt.date(9999, 12, 31), list=[], chairs=[]),
)
TABLE = Result(tuple(TYPES), ROWS, TYPES)


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("integer", [], "Int64"),
        ("date?", [None], "datetime64[s]"),
        ("list<integer>?", [[1]], "object"),
        ("map", [], "object"),
        (None, [None, 3], "Int64"),
        (None, [None, True], "boolean"),
        (None, [1, 0.5], "object"),
        (None, [None], "object"),
        (None, [dt.date(2018, 1, 1)], "datetime64[s]"),
        (None, [{}], "object"),
    ],
)
def test_the_dtype_of_a_column(kind: str | None, values: list[object], expected: str) -> None:
    assert dtype(kind, values) == expected


def test_a_frame_keeps_what_is_unknown() -> None:
    pandas = import_module("pandas")
    frame = TABLE.to_pandas()
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        "n": "Int64", "share": "Float64", "yes": "boolean", "name": "string",
        "day": "datetime64[s]", "list": "object", "chairs": "object",
    }  # fmt: skip
    assert [frame[name].isna().tolist() for name in ("n", "share", "yes", "name", "day")] == [
        [False, True, False]
    ] * 5
    assert frame["n"][2] == 2**53 + 1
    assert frame["day"][0] == pandas.Timestamp("0001-01-01")
    assert frame["day"][2] == pandas.Timestamp("9999-12-31")
    assert frame["list"].tolist() == [["a"], [], []]


def test_an_empty_answer_is_an_empty_frame_with_types() -> None:
    import_module("pandas")
    frame = Result(tuple(TYPES), (), TYPES).to_pandas()
    assert (len(frame), list(frame.columns)) == (0, list(TYPES))
    assert str(frame["n"].dtype) == "Int64"


def test_without_pandas_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match="pip install pandas"):
        TABLE.to_pandas()
