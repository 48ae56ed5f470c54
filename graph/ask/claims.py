"""Claims (主张): what one source says of a property, as the graph holds it and in words.

A claim is stored as one text of JSON in the list `claims` of a group or of a seat's ties.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.core.terms import LEADERSHIPS, ROLES, ROSTERS
from graph.core.words import Words, named

ENDINGS = named(abolished="撤销", merged="并入", replaced="被取代", raised="升格")
"""How a group ended."""
PROPERTIES: Mapping[str, Words] = {
    "from": Words("start", "起始"), "to": Words("end", "终止"),
    "place": Words("run by", "主管政府"), "established_by": Words("founded by", "成立依据"),
    "issuers": Words("issued by", "发文机关"), "succeeded_by": Words("followed by", "后继"),
    "ended": Words("ended", "终止方式"), "leadership": Words("leadership", "组长形式"),
    "roster": Words("roster", "名单"), "office": Words("office (办公室) at", "办公室设在"),
    "presided": Words("presided over by", "会议主持"), **ROLES,
}  # fmt: skip
"""What a claim may be about; of a role it says who sits in it."""
_VALUES = {"ended": ENDINGS, "leadership": LEADERSHIPS, "roster": ROSTERS}


@dataclass(frozen=True)
class Claim:
    """A value of the property that it is about; `counts`: the value of the entry itself follows it.

    The value of a role is whom the sources print in it: `person`, `title`, `executive`, `from`.
    """

    about: str
    value: str | Mapping[str, object]
    sources: tuple[str, ...]
    counts: bool = False
    note: str | None = None

    @property
    def text(self) -> str:
        """The value as text; that of a role as JSON."""
        return self.value if isinstance(self.value, str) else _json(self.value)

    def stored(self) -> str:
        """The claim as the graph holds it; what is not told is left out."""
        told = {"property": self.about, "value": self.value, "source": list(self.sources),
                "counts": self.counts, "note": self.note}  # fmt: skip
        return _json({key: value for key, value in told.items() if value})

    @property
    def said(self) -> Words:
        """The value with its sources, and whether it counts here."""
        value = _VALUES.get(self.about, {}).get(self.text) or _told(self.value)
        here = Words("; counts here", "；此处从之") if self.counts else Words("", "")
        by = ", ".join(self.sources)
        note = f"; {self.note}" if self.note else ""
        return Words(f"{value.en} ({by}{here.en}{note})", f"{value.zh}（{by}{here.zh}{note}）")


def read(text: str) -> Claim:
    """A claim as the graph holds it."""
    found = json.loads(text)
    return Claim(
        found["property"], found["value"], tuple(found["source"]), found.get("counts", False),
        found.get("note"),
    )  # fmt: skip


def claims_in_words(texts: Iterable[str] | None) -> list[Words]:
    """The claims of a thing as the graph holds them: a text for each property, in their order."""
    found: dict[str, list[Words]] = {}
    for claim in map(read, texts or ()):
        found.setdefault(claim.about, []).append(claim.said)
    return [
        Words.joined((PROPERTIES[name], Words.joined(dict.fromkeys(said), "; ", "；")), ": ", "：")
        for name, said in found.items()
    ]


def _told(value: str | Mapping[str, object]) -> Words:
    if isinstance(value, str):
        by = value.removeprefix("[..").removesuffix("]")
        return Words.same(value) if by == value else Words(f"by {by}", f"不晚于 {by}")
    executive = Words("executive", "常务") if value.get("executive") else Words("", "")
    start = _told(str(value["from"])) if value.get("from") else Words("", "")
    printed = [Words.same(str(value[key])) for key in ("person", "title") if value.get(key)]
    return Words.joined((*printed, executive, start), ", ", "，")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
