"""The worked example of a template: an invented group (东河治理领导小组), every table in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loaders.tables.schema import Table

Rows = Sequence[Mapping[str, str]]

EXAMPLE: Mapping[str, Rows] = {
    "sources": (
        {"source": "S1", "title": "某市人民政府办公室关于成立东河治理领导小组的通知", "kind": "gov_doc",
         "date": "2016-03-08", "licence": "facts only"},
        {"source": "S2", "title": "东河治理领导小组召开会议", "url": "https://www.example.org/1",
         "kind": "press", "date": "2018-05-20", "licence": "facts only"},
    ),
    "documents": (
        {"document": "D1", "number": "某政办字〔2016〕0号", "title": "关于成立东河治理领导小组的通知",
         "issued": "2016-03-08", "instrument": "2", "issuers": "济南市", "source": "S1"},
    ),
    "groups": (
        {"group": "G1", "name": "东河治理领导小组", "name_en": "Leading group for the East River",
         "kind": "领导小组", "field": "water", "place": "370100", "leadership": "single",
         "roster": "complete", "from": "2016-03-08", "document": "D1", "source": "S1",
         "notes": "An invented example."},
    ),
    "seats": (
        {"group": "G1", "role": "chair", "title": "市长", "unit": "370100", "person": "甲",
         "from": "2016-03-08", "source": "S1"},
        {"group": "G1", "role": "chair", "title": "济南市市长", "person": "乙", "from": "2018年5月20日前",
         "source": "S2"},
        {"group": "G1", "role": "executive_deputy", "title": "市委常委、副市长", "person": "P1",
         "source": "S1"},
        {"group": "G1", "role": "member", "title": "市水利局局长", "source": "S1"},
        {"group": "G1", "role": "member", "title": "东河联络员", "unit": "济南市水利局", "source": "S1"},
        {"group": "G1", "role": "member", "unit": "历城区", "source": "S1"},
    ),
    "members": (
        {"group": "G1", "unit": "长清区", "role": "member", "source": "S1"},
    ),
    "persons": (
        {"person": "P1", "name": "丙", "born": "1962", "notes": "not the county head of the same name"},
    ),
    "tenures": (
        {"person": "P1", "title": "济南市委常委", "from": "2015年12月", "to": "至今", "source": "S1"},
    ),
    "posts": (
        {"title": "东河联络员", "unit": "济南市水利局", "mode": "OTHER", "branch": "government",
         "source": "S1"},
    ),
}  # fmt: skip


def example_rows(table: Table, language: str) -> list[list[str]]:
    """The rows of a table in the order of its columns, words of closed lists in the language."""
    rows = []
    for row in EXAMPLE[table.name]:
        cells = []
        for column in table.columns:
            text = row.get(column.name, "")
            if text and column.values is not None and language == "zh":
                text = column.values.words[text][0]
            cells.append(text)
        rows.append(cells)
    return rows
