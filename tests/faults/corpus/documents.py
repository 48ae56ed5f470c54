"""PDF documents that hold more than a page, or that run without end."""

from __future__ import annotations

import zlib
from collections.abc import Callable


def _stream(content: bytes, layers: int = 1, more: bytes = b"") -> bytes:
    for _ in range(layers):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * layers
    return b"<</Length %d /Filter [%s] %s>> stream\n%s\nendstream" % (
        len(content),
        filters,
        more,
        content,
    )


def _pdf(page: bytes, *forms: bytes, pages: int = 1) -> bytes:
    """A document whose pages draw with one stream; `forms` are /F0, /F1 ... of every page."""
    named = b" ".join(b"/F%d %d 0 R" % (n, n + 4) for n in range(len(forms)))
    font = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
    resources = b"<</Font <</A %s>> /XObject <<%s>>>>" % (font, named)
    drawn = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R>>"
    one = drawn % (resources, len(forms) + 4)
    further = range(len(forms) + 5, len(forms) + 4 + pages)
    kids = b"".join(b"%d 0 R " % number for number in (3, *further))
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, pages),
        one, *forms, page, *([one] * (pages - 1)),
    ]  # fmt: skip
    body, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj %s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % at for at in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return body + head + table + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, len(body),
    )  # fmt: skip


def _form(content: bytes, forms: int) -> bytes:
    named = b" ".join(b"/F%d %d 0 R" % (n, n + 4) for n in range(forms))
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <<%s>>>>" % named
    return _stream(content, 1, kind)


TEXT = b"BT /A 1 Tf (%s) Tj ET\n"
OF_PDF: dict[str, Callable[[], bytes]] = {
    "2 million characters a page": lambda: _pdf(_stream(TEXT % (b"x" * 2_000_000))),
    "60 pages of 900,000 characters": lambda: _pdf(_stream(TEXT % (b"x" * 900_000)), pages=60),
    "200 pages": lambda: _pdf(_stream(TEXT % b"x"), pages=200),
    "a stream in two layers": lambda: _pdf(_stream(b"0 0 m " * 100_000_000, 2)),
    "a stream in one layer": lambda: _pdf(_stream(b"0 0 m " * 40_000_000)),
    "forms of forms of forms": lambda: _pdf(
        _stream(b"/F0 Do " * 40), *(_form(b"/F%d Do " % (n + 1) * 40, 8) for n in range(7)),
        _form(TEXT % b"x", 0),
    ),
    "a form in itself": lambda: _pdf(_stream(b"/F0 Do"), _form(b"/F0 Do", 1)),
    "nothing but a head": lambda: b"%PDF-1.7\n",
    "pages that hold themselves": lambda: b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    b"2 0 obj <</Type /Pages /Kids [2 0 R] /Count 1>> endobj\ntrailer <</Root 1 0 R>>",
}  # fmt: skip
