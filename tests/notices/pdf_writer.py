"""A PDF with Chinese text, written by hand: a named font (STSong-Light), a page, one text line a line."""

from __future__ import annotations

from collections.abc import Sequence

SIZE = 14
LEFT, TOP, STEP = 70, 780, 22


def pdf(lines: Sequence[str], encrypted: bool = False) -> bytes:
    """The bytes of a one-page document; each line at the left margin, spaces as the text has them."""
    return placed([(LEFT, TOP - i * STEP, text) for i, text in enumerate(lines)], (), encrypted)


def placed(
    texts: Sequence[tuple[float, float, str]],
    rules: Sequence[tuple[float, float, float, float]] = (),
    encrypted: bool = False,
) -> bytes:
    """A one-page document of texts, each at its place from the left and from below, and ruled lines."""
    drawn = [f"{x0} {y0} m {x1} {y1} l S" for x0, y0, x1, y1 in rules]
    shown = [
        f"BT /F1 {SIZE} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"
        for x, y, text in texts
        if text
    ]
    stream = "\n".join([*drawn, *shown]).encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        b" /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo"
        b" << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
    ]
    if encrypted:
        key = b"00" * 32
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -60 /O <%s> /U <%s> >>" % (key, key)
        )
    return _file(objects, encrypted)


def _file(objects: Sequence[bytes], encrypted: bool) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    locked = b" /Encrypt 8 0 R /ID [<00> <00>]" if encrypted else b""
    made += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, locked, start,
    )  # fmt: skip
    return bytes(made)
