"""A page of the application made one of the reference: every address becomes that of a file beside it.

A link to what is not written as a file (another day, a form, a download) becomes its words; a button that
leads to such a thing is left out.
"""

from __future__ import annotations

import re
from html import unescape

from web.reference.addresses import Book, relative
from web.reference.assets import files

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
