"""Pages that open offline (visualize), served into a frame: they run apart from the application.

Such a page has scripts inside it, whose hashes its own policy names. The sandbox gives it an origin of its
own, so that nothing in it reaches the application or its cookie; its links open beside it.
"""

from __future__ import annotations

from starlette.responses import HTMLResponse, Response

SANDBOX = (
    "sandbox allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox"
)
HEADERS = {"Content-Security-Policy": f"frame-ancestors 'self'; {SANDBOX}"}


def framed(page: str) -> Response:
    """Answer with such a page."""
    text = page.replace("<head>", '<head><base target="_blank">', 1)
    return HTMLResponse(text.encode("utf-8", "replace"), headers=HEADERS)
