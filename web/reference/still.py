"""A page of the application made one of the reference: files, addresses, and what stands round it.

Every address becomes that of a file beside it. A link to what is not written as a file (another day, a
form, a download) becomes its words; a button that leads to such a thing is left out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import Markup

from graph.core.language import LANGUAGES, Language
from graph.core.words import Words
from visualize.page.pages import SCRIPTS
from visualize.page.safety import json_text, static_text
from visualize.page.shared import constants_script
from web.pages.around import Around, Place
from web.pages.render import render
from web.reference.addresses import Book, relative, screen_file

STATIC = Path(__file__).parent / "static"
STYLES = (Path(__file__).parents[1] / "static" / "web.css", STATIC / "site.css")
"""What dresses the pages beside the style of those that open offline: the application's, and more."""
OWN = ("site.js", "list.js", "search.js", "uid.js", "frame.css", "frame.js")
DRAWN_BY, *WITH = SCRIPTS
"""The library that draws, and the scripts of a picture, which stand in one file."""


@dataclass(frozen=True)
class File:
    """A file beside the pages: its name and text; `path` is that from the root of the site."""

    name: str
    text: str

    @cached_property
    def path(self) -> str:
        """Another for another content: browsers may keep it for ever."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:8]
        return f"static/{digest}-{self.name}"


@cache
def files() -> Mapping[str, File]:
    """Every file by its name."""
    texts = {name: (STATIC / name).read_text("utf-8") for name in OWN}
    styles = [static_text("page.css"), *(path.read_text("utf-8") for path in STYLES)]
    texts["site.css"] = "\n".join(styles)
    texts |= {name: static_text(name) for name in ("page.css", "strip.css", DRAWN_BY)}
    texts["constants.js"] = constants_script()
    texts["picture.js"] = "\n".join(map(static_text, WITH))
    return {name: File(name, text) for name, text in texts.items()}


_ANCHOR = re.compile(r'<a\b([^>]*?) href="(/[^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_FRAME = re.compile(r'(<iframe\b[^>]*?) src="(/[^"]*)"')
_STATIC = re.compile(r'\b(src|href)="/static/(?:[^"/]*/)?([^"/]*)"')
_ENDED = re.compile(r"</(?:td|th|tr|li|dt|dd|thead|tbody)>\n?")
"""End tags that HTML lets out: what follows ends the element. They would be 4.6 MB of the dataset."""
_QUOTED = re.compile(r'="([\w./#:-]+)"(?=[ >])', re.ASCII)
"""Values of attributes that need no quotes; in texts and scripts these are escaped, or follow no "="."""
_REST = re.compile(r' (?:target|rel|download)(?:="[^"]*")?')


def placed(html: str, here: str, language: str, book: Book) -> str:
    """Return the HTML of a page that stands in the file `here`, from the root of the site."""

    def anchor(found: re.Match[str]) -> str:
        before, address, after, words = found.groups()
        target = book.target(unescape(address), language)
        if target:
            return f'<a{before} href="{relative(here, target)}"{after}>{words}</a>'
        if 'class="button"' in before + after:
            return ""
        kept = _REST.sub("", before + after)
        return f"<span{kept}>{words}</span>" if kept.strip() else words

    def frame(found: re.Match[str]) -> str:
        target = book.target(unescape(found[2]), language)
        return f'{found[1]} src="{relative(here, target)}"' if target else found[1]

    def static(found: re.Match[str]) -> str:
        return f'{found[1]}="{relative(here, files()[found[2]].path)}"'

    made = _STATIC.sub(static, html)
    made = _FRAME.sub(frame, _ANCHOR.sub(anchor, made))
    return _QUOTED.sub(r"=\1", _ENDED.sub("", made))


TEMPLATES = Path(__file__).parent / "templates"
POLICY = Markup(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Nothing is asked of elsewhere, and nothing but the files beside the pages runs."""
NAV = (
    Place("/", Words("Search", "检索")),
    Place("/groups", Words("Groups", "小组")),
    Place("/persons", Words("Persons", "人物")),
    Place("/places", Words("Places", "单位")),
    Place("/regions", Words("Regions", "地区")),
    Place("/sources", Words("Sources", "来源")),
    Place("/ask", Words("Questions", "问答")),
    Place("/findings", Words("Findings", "发现")),
    Place("/definitions", Words("Definitions", "定义")),
    Place("/data", Words("Data", "数据")),
)

LIST_OF: Mapping[str, str] = {
    "group": "/groups", "person": "/persons", "place": "/places", "region": "/regions",
    "source": "/sources", "document": "/sources", "ask": "/ask",
}  # fmt: skip
"""The list in which the things of a folder stand."""
FURTHER = (
    Place("/glossary", Words("Glossary", "术语表")),
    Place("/uid", Words("From a uid to its page", "由标识至页面")),
)
"""What the first page names beside them."""


@dataclass(frozen=True)
class Foot:
    """What a page says of its thing at its end: uid, id, item of Wikidata, how to cite it, JSON-LD."""

    uid: str = ""
    id: str = ""
    wikidata: str = ""
    cite: str = ""
    cited: tuple[tuple[str, str], ...] = ()
    linked: Any = None


@dataclass(frozen=True)
class Still(Around):
    """Round a page in a file. `file` is its own, below the folder of a language and without its ending."""

    still: bool = True
    templates: tuple[Path, ...] = (TEMPLATES,)
    file: str = ""
    book: Book = field(default_factory=lambda: Book(frozenset(), frozenset(), frozenset()))
    foot: Foot = Foot()
    address: str = ""
    version: str = ""
    policy: Markup = POLICY
    lists: tuple[str, ...] = ("/groups", "/persons", "/places", "/regions", "/sources")

    @property
    def nav(self) -> tuple[Place, ...]:
        """The lists that are written; on the page of a thing the first page and the list that holds it."""
        folder, _, thing = self.file.partition("/")
        near = ("/", LIST_OF.get(folder, "/")) if thing else self.book.screens
        return tuple(one for one in NAV if one.path in near)

    @property
    def path(self) -> str:
        """The file of the page, from the root of the site."""
        return self.path_in(self.language)

    def path_in(self, language: str) -> str:
        """The same page in a language."""
        return f"{language}/{self.file}.html"

    def in_language(self, language: str) -> str:
        """The address of this page in a language, from this page."""
        return relative(self.path, self.path_in(language))

    def beside(self, target: str) -> str:
        """The address of a file of the site, from this page."""
        return relative(self.path, target)

    def canonical(self, language: str) -> str:
        """The whole address of the page in a language; empty where the site was given none."""
        return f"{self.address}{self.path_in(language)}" if self.address else ""

    def parts(self, paths: Mapping[str, str]) -> str:
        """The addresses of the parts of an index, from this page, as JSON."""
        return compact({part: self.beside(path) for part, path in paths.items()})

    def words(self, texts: Mapping[str, Words]) -> str:
        """Texts in the language of the page, as JSON."""
        return compact({name: self.told(text) for name, text in texts.items()})

    @property
    def linked(self) -> Markup:
        """The JSON-LD of the page."""
        return json_text(self.foot.linked)


class Writer:
    """Writes the pages of a site into its folder; `written` are their files, without language and ending."""

    def __init__(self, folder: Path, book: Book, address: str = "", version: str = "") -> None:
        self.folder, self.book, self.address, self.version = folder, book, address, version
        self.written: list[str] = []

    def around(self, language: Language, file: str, here: str, foot: Foot = Foot()) -> Still:
        """What stands round the page of a file; `here` is its address in the application."""
        return Still(
            language, here, True, file=file, book=self.book, foot=foot, address=self.address,
            version=self.version,
        )  # fmt: skip

    def arounds(self, file: str, here: str, foot: Foot = Foot()) -> Iterator[Still]:
        """The same in each language; the file counts as written."""
        self.written.append(file)
        for language in LANGUAGES:
            yield self.around(language, file, here, foot)

    def put(self, around: Still, html: str) -> None:
        """Write a page."""
        self.text(around.path, placed(html, around.path, around.language, self.book))

    def screen(
        self, here: str, template: str, title: Words, foot: Foot = Foot(), **values: Any
    ) -> None:
        """Write a page of our own in each language; `here` is its address, as /data."""
        for around in self.arounds(screen_file(here), here, foot):
            self.put(around, render(template, around, title=around.told(title), **values))

    def text(self, path: str, text: str) -> None:
        """Write a text into a file, from the root of the site: UTF-8, line ends "\\n"."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8", newline="\n", errors="replace") as out:
            out.write(text)

    def script(self, path: str, call: str, value: Any) -> None:
        """Write a value as a classic script that calls a function with it."""
        self.text(path, f"{call}({compact(value)});\n")

    def assets(self) -> None:
        """Write the scripts and style sheets that pages share."""
        for one in files().values():
            self.text(one.path, one.text)


def compact(value: Any) -> str:
    """JSON without blanks; also a literal of a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
