"""Reads a folder of Parquet that an export wrote, also after pandas or R has saved it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.core.door import STREAM, opened
from graph.core.errors import Refused
from graph.core.safe_text import LONGEST
from graph.core.words import Words
from graph.export.columns import GraphTable, Tables
from loaders.exported.read_back import Held, Numbered, files, json_items, places
from loaders.files.problems import Place, Problems

BATCH = 10_000
"""Rows that are held at a time."""

MOST_BYTES = 300_000_000
"""Unpacked size of a column among the rows that are packed together."""

MOST_VALUES = 1_000
"""Values of a column to a row, on average."""


def read_parquet(folder: Path, tables: Tables, problems: Problems) -> Iterator[Held]:
    """Yield the tables of a folder; a file that is missing or no Parquet is a problem."""
    for path, table in files(folder, ".parquet", tables, problems):
        held = _held(path, table, problems)
        if held:
            yield held


def _held(path: Path, table: GraphTable, problems: Problems) -> Held | None:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        opened(path, STREAM).close()
        with parquet.ParquetFile(path) as file:
            head, texts = tuple(file.schema_arrow.names), _texts(file)
    except Refused as reason:
        problems.refuse(path, reason)
        return None
    except (pa.ArrowException, OSError) as error:
        said = str(error).splitlines()[0][:120]
        problems.add(
            Place(path),
            Words(
                f"The file is not a whole Parquet file ({said}). Export it anew.",
                f"文件不是完整的 Parquet 文件（读取程序报告“{said}”）。请重新导出。",
            ),
        )
        return None

    place = places(path, head)

    def rows(problems: Problems) -> Numbered:
        """Yield the rows of the file, some at a time."""
        number = 1
        try:
            with parquet.ParquetFile(path, read_dictionary=texts) as file:
                for batch in file.iter_batches(BATCH):
                    if any(map(_too_long, batch.columns)):
                        told = Words(
                            f"From here on: A text has more than {LONGEST:,} characters. Shorten it.",
                            f"自此处起：有文本超过 {LONGEST:,} 个字符。请缩短。",
                        )
                        problems.add(place(number, None), told)
                        return
                    for row in batch.to_pylist():
                        yield number, row
                        number += 1
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
            said = str(error).splitlines()[0][:120]
            problems.add(
                place(number, None),
                Words(
                    f"The file is damaged from here on ({said}).",
                    f"文件自此处起损坏（读取程序报告“{said}”）。",
                ),
            )

    return Held(table, head, rows, place, json_items)


def _texts(file: Any) -> list[str]:
    """The columns of text, which are read with each text once; raises Refused for what unpacks to harm."""
    described = file.metadata
    for number in range(described.num_row_groups):
        group = described.row_group(number)
        for column in map(group.column, range(group.num_columns)):
            if (
                column.total_uncompressed_size > MOST_BYTES
                or column.num_values > MOST_VALUES * group.num_rows
            ):
                raise Refused(
                    Words(
                        f"The column {column.path_in_schema} unpacks to far more than an export"
                        " holds. Export it anew.",
                        f"列 {column.path_in_schema} 解压后远大于导出的内容。请重新导出。",
                    )
                )
    columns = map(file.schema.column, range(len(file.schema)))
    return [column.path for column in columns if column.physical_type == "BYTE_ARRAY"]


def _too_long(column: Any) -> bool:
    """Whether a text of a column, or of its lists, is longer than any that is stored."""
    import pyarrow as pa
    from pyarrow import compute

    while pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
        column = column.values
    if not pa.types.is_dictionary(column.type):
        return False
    longest = compute.max(compute.binary_length(column.dictionary)).as_py()
    # Bytes of UTF-8: a character has up to four.
    return longest is not None and longest > 4 * LONGEST
