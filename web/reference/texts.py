"""Documents of the project as pages: definitions, findings and glossary, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from graph.core.language import LANGUAGES, Language

DOCS = Path(__file__).parents[2] / "docs"
OF_THE_PROGRAM = ("definitions", "glossary")
OF_THE_DATASET = ("findings",)
"""What only the dataset bears out."""
_TITLE = re.compile(r"\A# (.+)\n")


def document(name: str) -> dict[Language, tuple[str, Markup]]:
    """Title and text of a document in each language, as HTML; what is no web address is no link."""
    folders = {"en": DOCS, "zh": DOCS / "zh"}
    return {one: _read(folders[one] / f"{name}.md") for one in LANGUAGES}


def _read(path: Path) -> tuple[str, Markup]:
    text = re.sub(r"<!--.*?-->\s*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    title = _TITLE.search(text)
    body = text[title.end() :] if title else text
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    made = str(reader.render(body))
    made = re.sub(r'<a href="(?!https?://)[^"]*">(.*?)</a>', r"\1", made, flags=re.DOTALL)
    made = re.sub(r"<pre>", '<pre class="scroll" tabindex="0">', made)
    made = made.replace("<table>", '<div class="scroll" tabindex="0"><table>')
    return title[1] if title else path.stem, Markup(made.replace("</table>", "</table></div>"))
