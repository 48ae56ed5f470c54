"""The tables of a report: a row a figure with its meaning, a column a region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from graph.regions.compare import Comparison
from graph.regions.differences import Difference
from graph.regions.outcomes import OUTCOMES
from graph.regions.profile import Profile
from graph.regions.words import NAMES


@dataclass(frozen=True)
class Line:
    """A figure of every region, and what it means in a sentence."""

    name: str
    meaning: str
    values: tuple[Any, ...]


def figures(found: Comparison) -> list[Line]:
    """Numbers of groups, distributions and types, region by region."""
    return [*_counts(found), *_distributions(found), *_types(found), *_instruments(found)]


def _line(found: Comparison, name: str, meaning: str, value: Any) -> Line:
    return Line(name, meaning, tuple(value(one) for one in found.regions))


def _counts(found: Comparison) -> Iterator[Line]:
    yield _line(found, "groups", "Groups in force on the day that were loaded.", lambda p: p.n)
    yield _line(
        found, "chosen by hand", "Of these, cases of a paper or shipped examples: no sample.",
        lambda p: p.hand_picked,
    )  # fmt: skip


_PARTS = (
    ("lower_quartile", "lower quartile", "A quarter of the known values is this or lower."),
    ("median", "lower median", "Half of the known values are this or lower."),
    ("upper_quartile", "upper quartile", "Three quarters of the known values are this or lower."),
    ("missing", "missing", "Groups of which a chair, a rank or a link is not known."),
    (
        "not_defined",
        "not defined",
        "Groups of which a chair heads all it may command: there is none.",
    ),
)


def _distributions(found: Comparison) -> Iterator[Line]:
    for outcome in OUTCOMES:
        for key, name, meaning in _PARTS:
            yield _line(
                found, f"{NAMES[outcome]}, {name}", meaning,
                lambda p, o=outcome, k=key: getattr(getattr(p, o), k),
            )  # fmt: skip


def _types(found: Comparison) -> Iterator[Line]:
    names = dict.fromkeys(share.type for one in found.regions for share in one.types)
    for name in names:
        yield _line(
            found, name,
            "Groups of this type; their share with its 95 % interval (Wilson); and how far what is"
            " unknown could move the share.",
            lambda p, n=name: _share(p, n),
        )  # fmt: skip


def _share(one: Profile, name: str) -> str:
    share = next((s for s in one.types if s.type == name), None)
    if share is None:
        return "0"
    return (
        f"{share.count} ({share.share:.0%}; {share.low:.0%} to {share.high:.0%};"
        f" possible {share.at_least:.0%} to {share.at_most:.0%})"
    )


_INSTRUMENTS = {
    0: "no founding document",
    1: "minutes or agreement",
    2: "normative document",
    3: "regulation or law",
    None: "founding document not known",
}


def _instruments(found: Comparison) -> Iterator[Line]:
    seen = {kind for one in found.regions for kind in one.instruments}
    for kind, name in _INSTRUMENTS.items():
        if kind in seen:
            yield _line(
                found, name, "Groups whose strongest founding document is of this kind.",
                lambda p, k=kind: p.instruments.get(k, 0),
            )  # fmt: skip


def pairs(found: Comparison) -> list[dict[str, Any]]:
    """A flat row for each pair and outcome: what `--format csv` prints too."""
    return [pair_row(one) for one in found.differences]


def pair_row(one: Difference) -> dict[str, Any]:
    """A difference without nesting."""
    low, high = one.delta_bounds or (None, None)
    test, interval, power = one.test, one.interval, one.power
    return {
        "outcome": one.outcome,
        "a": one.a,
        "b": one.b,
        "n_a": one.n[0],
        "n_b": one.n[1],
        "missing_a": one.missing[0],
        "missing_b": one.missing[1],
        "delta": one.delta,
        "delta_at_least": low,
        "delta_at_most": high,
        "interval_low": interval.low if interval else None,
        "interval_high": interval.high if interval else None,
        "approximate": interval.approximate if interval else None,
        "p": test.p if test else None,
        "p_holm": one.p_holm,
        "exact": test.exact if test else None,
        "smallest_p": test.smallest_p if test else None,
        "clusters_a": test.n_clusters[0] if test else None,
        "clusters_b": test.n_clusters[1] if test else None,
        "left_out": test.left_out[1] if test else None,
        "power_medium": power.medium if power else None,
        "detectable": power.detectable if power else None,
        "not_tested": one.not_tested,
    }


_SHAPE = {
    "units": "Units of the province: divisions and loaded agencies.",
    "span_median": "Direct subordinates of a unit that has any: half have this many or fewer.",
    "span_widest": "The most direct subordinates of one unit.",
    "chain_length": "Steps of the longest chain of command from the province down.",
    "dual_command": "Units with more than one direct superior.",
    "gatekeepers": "Units that somebody below can not be reached without: nobody bypasses them.",
    "connectedness": "Krackhardt: pairs of units that are joined at all, of all pairs.",
    "hierarchy": "Krackhardt: 1 where command never runs both ways.",
    "efficiency": "Krackhardt: 1 where no tie is more than the tree needs.",
    "lubness": "Krackhardt: pairs of units that have a least common superior.",
    "reaching": "Global reaching centrality: how far the top reaches beyond the others.",
    "flow": "Flow hierarchy: ties of command that are in no cycle.",
}


def shapes(found: Comparison) -> list[Line]:
    """Levels and measures of the hierarchy of each province; empty where a region has no day."""
    if not all(one.shape for one in found.regions):
        return []
    own = [asdict(one.shape) for one in found.regions if one.shape]
    levels = dict.fromkeys(level for one in own for level in one["levels"])
    made = [
        Line(level, "Units of this level.", tuple(one["levels"].get(level, 0) for one in own))
        for level in levels
    ]
    return made + [Line(k, meaning, tuple(one[k] for one in own)) for k, meaning in _SHAPE.items()]
