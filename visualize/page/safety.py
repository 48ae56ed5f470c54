"""What keeps foreign text from running in a page: escapes, hashes, and which links are made."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, urlsplit

from markupsafe import Markup

STATIC = Path(__file__).parents[1] / "static"
LANGUAGE = ("anchor.js", "lang.js")
"""The scripts of every page: what its address keeps, and in which language it is read."""


def json_text(value: object) -> Markup:
    """JSON for a script element of type application/json: no "<" survives in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028"))


def static_text(name: str) -> str:
    """Return the text of a file in `visualize/static`, with line ends as a browser reads them."""
    text = (STATIC / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def script(name: str) -> Markup:
    """Return a script of ours or of vis-network as it may stand between script tags."""
    return Markup(static_text(name).replace("</script", "<\\/script"))


def style(name: str) -> Markup:
    """Return a style sheet as it may stand between style tags."""
    return Markup(static_text(name).replace("</style", "<\\/style"))


def dressed(names: Iterable[str], *styles: str) -> dict[str, object]:
    """What every template takes: the scripts of these names, the style sheets, and the policy."""
    scripts = [script(name) for name in names]
    sheets = Markup("\n").join(map(style, styles))
    return {"scripts": scripts, "style": sheets, "policy": policy(scripts)}


def policy(scripts: Iterable[Markup]) -> str:
    """Return the content security policy: nothing is fetched, only the given scripts run."""
    hashes = " ".join(f"'sha256-{sha256(text)}'" for text in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def sha256(text: str) -> str:
    """Return the hash of a script or style, as a policy names it."""
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def web_link(url: str | None) -> str | None:
    """Return the address if it is one of the web (http or https with a host), else None: plain text."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def page_link(path: str) -> str:
    """Return the address of a page beside this one, `path` relative to it; never an address elsewhere."""
    return "./" + quote(path, safe="/", errors="replace")
