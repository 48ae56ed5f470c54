"""The language of a page: asked for in its address, else kept in a cookie, else the browser's."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from graph.core.language import Language, UnknownLanguage, language_of, spoken
from web.pages.around import Around, address

COOKIE = "lsgraph_lang"
_YEAR_S = 365 * 24 * 3600
_PREFERRED = re.compile(r"\s*([a-zA-Z-]+)\s*(?:;\s*q=([0-9.]+))?\s*")


def language_for(request: Request) -> Language:
    """The language of the answer to a request; what names none is passed over."""
    named = (request.query_params.get("lang"), request.cookies.get(COOKIE))
    for text in (*named, *_accepted(request.headers.get("accept-language", ""))):
        if text:
            try:
                return language_of(text)
            except UnknownLanguage:
                continue
    return spoken()


def around(request: Request, public: bool = False) -> Around:
    """What stands round the page that a request asks for."""
    query = f"?{request.url.query}" if request.url.query else ""
    here = address(f"{request.url.path}{query}", lang=None, token=None)
    return Around(language_for(request), here, public)


def keep_language(request: Request, response: Response) -> None:
    """Keep in a cookie what the address asks for."""
    if "lang" in request.query_params:
        language = language_for(request)
        response.set_cookie(COOKIE, language, max_age=_YEAR_S, samesite="strict", httponly=True)


def _accepted(header: str) -> list[str]:
    """The languages that a browser accepts, those first that it likes best."""
    found = [_PREFERRED.fullmatch(part) for part in header[:200].split(",")]
    ranked = [(float(one[2] or 1), one[1]) for one in found if one and _number(one[2])]
    return [name for _, name in sorted(ranked, key=lambda one: -one[0])]


def _number(text: str | None) -> bool:
    return text is None or re.fullmatch(r"\d*\.?\d+|\d+\.", text) is not None
