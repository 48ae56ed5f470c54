"""Records of delimited text (CSV), as spreadsheet programs write it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator

from graph.core.words import Words

DELIMITERS = ",;\t"


def delimiter(lines: Iterable[str]) -> str:
    """What the first row that holds something parts its columns by: comma, semicolon or tab."""
    first = next((line for line in lines if line.strip()), "")
    return max(DELIMITERS, key=first.count) if any(c in first for c in DELIMITERS) else ","


def records(
    lines: Iterable[str], mark: str, longest: int, fault: Callable[[int, Words], None]
) -> Iterator[tuple[int, list[str]]]:
    """Records with the number of their first line; the reader reports one that it cannot read, and stops.

    `longest` counts the characters of the longest cell that is read.
    """
    reader, start = csv.reader(lines, delimiter=mark, strict=True), 1
    while True:
        # The limit is the process's own: another library may have raised it.
        before = csv.field_size_limit(longest)
        try:
            found = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault(start, _told(error, longest))
            return
        finally:
            csv.field_size_limit(before)
        yield start, found
        start = reader.line_num + 1


def _told(error: csv.Error, longest: int) -> Words:
    remedy = Words(
        "Put a text with quotes into quotes and double those in it.",
        "含引号的文本请加引号，其中的引号双写。",
    )
    if "unexpected end" in str(error):
        return Words(
            f"A quote that opens here is never closed. {remedy.en}",
            f"此处的引号没有闭合。{remedy.zh}",
        )
    if "field larger" in str(error):
        return Words(
            f"A cell is longer than {longest:,} characters; maybe a quote is never closed. {remedy.en}",
            f"单元格超过 {longest:,} 个字符，可能有引号没有闭合。{remedy.zh}",
        )
    return Words(
        f"The row is not CSV ({error}). {remedy.en}",
        f"该行不是 CSV（读取程序报告“{error}”）。{remedy.zh}",
    )
