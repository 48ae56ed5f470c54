"""Holds coders together: agreement, kappa and alpha with their intervals, and confusion tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from math import isnan
from pathlib import Path
from typing import Any

from graph.core.errors import InputError
from graph.core.words import Words
from graph.regions.stats import agreement as stats
from graph.regions.stats.agreement import Answer, Measure, Tallies
from graph.regions.stats.clusters import components
from graph.regions.stats.draws import Floats
from loaders.coding.form import COMPARED, HALVES, TYPED, UNKNOWN_TYPE, answer
from loaders.coding.read import Sheet

COLUMNS = (
    "column", "coders", "part", "unknown", "measure", "category", "other", "value", "low", "high",
    "n", "clusters",
)  # fmt: skip
"""Of a figure: what is compared, by whom, on which half, whether UNKNOWN counts, and over how much."""

Figure = Mapping[str, Any]


def compare(sheets: Sequence[Sheet], seed: int, draws: int = stats.DRAWS) -> list[Figure]:
    """Every figure of two or more sheets of the same groups, in fixed order.

    Kappa, agreement and categories for each two, alpha for all; for types with UNKNOWN and with UNKNOWN
    taken for no answer; over all groups and each half. Intervals: percentiles of `draws` samples of
    clusters, the same for every figure of a part. Raises InputError for fewer than two sheets.
    """
    if len(sheets) < 2:
        raise InputError(
            Words(
                "Agreement needs two codings. Name two sheets, or add --program.",
                "一致性需要两份编码。请给出两份编码表，或加 --program。",
            )
        )
    names = coder_names([sheet.path for sheet in sheets])
    return [row for part in ("all", *HALVES) for row in _part(sheets, names, part, seed, draws)]


def coder_names(paths: Sequence[Path]) -> list[str]:
    """What each coder is called: the name of its file, with its folder where two are called alike."""
    short = [path.stem for path in paths]
    return [
        name if short.count(name) == 1 else str(path)
        for name, path in zip(short, paths, strict=True)
    ]


def _part(
    sheets: Sequence[Sheet], names: Sequence[str], part: str, seed: int, draws: int
) -> Iterator[Figure]:
    fixed = sheets[0].rows
    uids = [uid for uid in fixed if part == "all" or fixed[uid].get("half") == part]
    if not uids:
        return
    # A group without a cluster is one of its own.
    clusters = components([[c] if (c := fixed[uid].get("cluster")) else [] for uid in uids])
    weights = stats.resampled(max(clusters) + 1, seed, draws)
    figures = partial(_figures, clusters=clusters, weights=weights)
    for column in COMPARED:
        said = [[answer(column, sheet.rows[uid]) for uid in uids] for sheet in sheets]
        for unknown in ("counted", "left out") if column in TYPED else ("counted",):
            head = {"column": column, "part": part, "unknown": unknown}
            coders = said if unknown == "counted" else [_known(one) for one in said]
            for (one, a), (other, b) in combinations(zip(names, coders, strict=True), 2):
                both = {**head, "coders": f"{one} × {other}"}
                yield from figures(both, stats.pairs(a, b), _measures(column, a, b))
                if column in TYPED:
                    yield from _confusion(both, a, b)
            every = {**head, "coders": "all"}
            yield from figures(every, stats.coincidences(coders), [("alpha", None, stats.alpha)])


def _known(answers: Sequence[Answer]) -> list[Answer]:
    return [None if one == UNKNOWN_TYPE else one for one in answers]


def _measures(
    column: str, one: Sequence[Answer], other: Sequence[Answer]
) -> Iterator[tuple[str, str | None, Measure]]:
    yield "kappa", None, stats.kappa
    yield "agreement", None, stats.agreement
    if column in TYPED:
        for place, category in enumerate(stats.pairs(one, other).categories):
            yield "agreement", category, stats.of_category(place)


def _figures(
    head: Figure,
    tallies: Tallies,
    measures: Iterator[tuple[str, str | None, Measure]] | Sequence[tuple[str, str | None, Measure]],
    *,
    clusters: Sequence[int],
    weights: Floats,
) -> Iterator[Figure]:
    """A line for each measure; nothing where no unit has two answers."""
    if not tallies.units:
        return
    counted = tallies.counts[:, 1].sum(axis=1) > 0
    held = len({cluster for cluster, yes in zip(clusters, counted, strict=True) if yes})
    for measure, category, of in measures:
        value = float(of(tallies.sum()))
        low, high = stats.interval(tallies, weights, clusters, of) or (None, None)
        yield {
            **head, "measure": measure, "category": category, "other": None,
            "value": None if isnan(value) else value, "low": low, "high": high,
            "n": tallies.units, "clusters": held,
        }  # fmt: skip


def _confusion(head: Figure, one: Sequence[Answer], other: Sequence[Answer]) -> Iterator[Figure]:
    counts = stats.confusion(one, other)
    for (first, second), number in sorted(counts.items()):
        yield {
            **head, "measure": "confusion", "category": first, "other": second, "value": number,
            "low": None, "high": None, "n": counts.total(), "clusters": None,
        }  # fmt: skip
