"""The scenes of the demonstration: a page each, of a documented group as it is or with a supposed chair."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from graph.ask.authority import Authority, Question
from graph.ask.reasons import reason, type_in_words
from graph.core.words import NOTHING, Words
from graph.pictures.words import said
from visualize import IndexEntry

EVE = dt.date(2018, 12, 25)
MERGER = dt.date(2018, 12, 26)
MAYOR = "济南市市长"


@dataclass(frozen=True)
class Scene:
    """One page of the demonstration: its file, and what is asked."""

    file: str
    group: str
    question: Question = field(default_factory=Question)

    def entry(self, answer: Authority) -> IndexEntry:
        """Return the line of the scene in the list of pages."""
        row = answer.group
        day = Words("undated", "无日期") if "undated" in row.flags else said(row.as_of)
        supposed = _supposed(self.question)
        return IndexEntry(
            title=Words(
                f"{row.name_en or row.name}, {day.en}{supposed.en}",
                f"{row.name}，{day.zh}{supposed.zh}",
            ),
            type=type_in_words(row),
            gap=row.gap_min,
            lc=row.lc,
            link=self.file,
            sentence=reason(row),
        )


SCENES = (
    Scene("air-2013.html", "group:a-jjj-air-cooperation"),
    Scene("air-2018.html", "group:bth-air-lsg"),
    Scene("jinan-laiwu.html", "group:jinan-laiwu"),
    Scene("jinan-laiwu-eve.html", "group:jinan-laiwu", Question(EVE, chair=MAYOR)),
    Scene("jinan-laiwu-merger.html", "group:jinan-laiwu", Question(MERGER, chair=MAYOR)),
    Scene(
        "jinan-laiwu-successor.html",
        "group:jinan-laiwu",
        Question(MERGER, chair=MAYOR, members=("370116",)),
    ),
    Scene("xiaoqing-river.html", "group:sd-xiaoqing-river"),
    Scene("weishan-lake.html", "group:weishan-lake-tourism"),
)


def _supposed(question: Question) -> Words:
    if question.chair is None:
        return NOTHING
    members = "、".join(question.members)
    en, zh = (f", {members} a member", f"，{members} 为成员") if members else ("", "")
    return Words(
        f" (supposed: {question.chair} in the chair{en})", f"（假设{question.chair}任组长{zh}）"
    )
