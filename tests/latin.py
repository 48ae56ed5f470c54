"""Whether a text in Chinese holds an English sentence: runs of Latin words that nothing allows."""

from __future__ import annotations

import re

ALLOWED = frozenset({
    "CSV", "GBK", "GB18030", "UTF", "XLSX", "YAML", "JSON", "PDF", "HTML", "Word", "Excel", "RTF", "NUL",
    "OpenDocument", "Numbers", "zip", "uid", "id", "EDTF", "lsgraph", "Parquet", "Cypher", "GeoJSON",
    "FeatureCollection", "Polygon", "MultiPolygon", "EPSG",
})  # fmt: skip
"""Names of formats, programs and standards, which a Chinese sentence writes in Latin letters."""

MOST = 2
"""Latin words in a row that no list allows: a name has two, a sentence more."""

_QUOTED = re.compile(r"“[^”]*”")
_NOT_WORDS = re.compile(
    r"lsgraph(?: [a-z][a-z-]*)+(?: (?:FILE|NAME|DIR))?"  # a command
    r"|(?:pip|python|apt-get|brew|ogr2ogr|pipx) [\w .:/=@+\[\]-]+"  # a command of another program
    r"|--?[a-z][a-z-]*"  # an option
    r"|U\+[0-9A-F]{4,6} [A-Z0-9 -]+"  # a character with its name
    r"|[\w.-]*[\d_:@/.][\w:@/.-]*",  # a uid, an address, a name of a file or of a field
    re.ASCII,
)
_RUN = re.compile(r"[A-Za-z][A-Za-z'-]*(?:[ \t.,;:()`'\"-]+[A-Za-z][A-Za-z'-]*)*")


def english(text: str, *given: str) -> list[str]:
    """The runs of Latin words that are told in English; `given` is what the input holds, such as its path.

    What stands in “ ” is quoted from the input or from another program, and is not looked at.
    """
    for one in given:
        text = text.replace(one, "、")
    bare = _NOT_WORDS.sub("、", _QUOTED.sub("、", text))
    return [run for run in _RUN.findall(bare) if len(_words(run)) > MOST]


def _words(run: str) -> list[str]:
    return [word for word in re.findall(r"[A-Za-z][A-Za-z'-]*", run) if word not in ALLOWED]
