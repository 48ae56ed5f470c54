"""The methods paragraph of a comparison, ready to paste, with its references."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.regions.compare import Comparison

REFERENCES = {
    "cliff": "Cliff, N. (1993). Dominance statistics: Ordinal analyses to answer ordinal questions."
    " Psychological Bulletin, 114(3), 494-509.",
    "feng": "Feng, D., & Cliff, N. (2004). Monte Carlo evaluation of ordinal d with improved confidence"
    " interval. Journal of Modern Applied Statistical Methods, 3(2), 322-332.",
    "fisher": "Freeman, G. H., & Halton, J. H. (1951). Note on an exact treatment of contingency,"
    " goodness of fit and other problems of significance. Biometrika, 38, 141-149.",
    "holm": "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian"
    " Journal of Statistics, 6(2), 65-70.",
    "kruskal": "Kruskal, W. H., & Wallis, W. A. (1952). Use of ranks in one-criterion variance analysis."
    " Journal of the American Statistical Association, 47(260), 583-621.",
    "miao": "Miao & Ju (2020). Leading small groups in China's inter-city governmental cooperation."
    " International Journal of Public Leadership, 16(2), 249-264. doi 10.1108/IJPL-02-2020-0008",
    "noether": "Noether, G. E. (1987). Sample size determination for some common nonparametric tests."
    " Journal of the American Statistical Association, 82(398), 645-647.",
    "phipson": "Phipson, B., & Smyth, G. K. (2010). Permutation P-values should never be zero."
    " Statistical Applications in Genetics and Molecular Biology, 9(1). doi 10.2202/1544-6115.1585",
    "wilson": "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical"
    " inference. Journal of the American Statistical Association, 22(158), 209-212.",
}
"""What the paragraph cites, by name."""


def methods(found: Comparison) -> tuple[str, tuple[str, ...]]:
    """The paragraph, and the references that it cites and no others, in alphabetical order."""
    parts = [_groups(found), _outcomes(found)]
    cited = ["miao", "wilson", "cliff"]
    tests = [one.test for one in found.differences if one.test]
    if tests:
        parts.append(_tests(found))
        cited += ["noether", *(["phipson"] if any(not t.exact for t in tests) else [])]
    if any(one.interval for one in found.differences):
        parts.append("Intervals for delta are those of Feng and Cliff (2004), at 95 %.")
        cited.append("feng")
    if found.overall:
        parts.append(
            "Several regions were compared by the Kruskal-Wallis statistic, corrected for ties, with a"
            " permutation p (Kruskal & Wallis, 1952)."
        )
        cited.append("kruskal")
    if any(one.p_holm is not None for one in found.differences):
        parts.append("Pairs were corrected after Holm (1979).")
        cited.append("holm")
    if found.types.test:
        parts.append(f"Types were compared by {found.types.method} (Freeman & Halton, 1951).")
        cited.append("fisher")
    if found.refused:
        parts.append("Groups were chosen by hand; nothing is inferred about regions.")
    return " ".join(parts), tuple(sorted(REFERENCES[name] for name in cited))


def _groups(found: Comparison) -> str:
    counts = ", ".join(f"{one.region.label} ({one.n})" for one in found.regions)
    day = f"as of {found.as_of}" if found.as_of else "each on the day stated"
    asked = found.selection
    filters = [f"{k} {v}" for k in ("field", "kind", "level") if (v := getattr(asked, k))]
    narrowed = f", only groups of {' and '.join(filters)}" if filters else ""
    return (
        f"Leading small groups of {counts} were read {day}{narrowed}; a group belongs to the province"
        " that is ancestor-or-self of all its member governments. Gap, line coverage and type are those"
        f" of lsgraph (basis {asked.basis}, scope {asked.scope}), an operationalisation of the types of"
        " Miao and Ju (2020) and not their own definition."
    )


def _outcomes(found: Comparison) -> str:
    return (
        "Ranks are ordinal, so medians and quartiles are lower ones (values that occur) and regions are"
        " compared by Cliff's delta (Cliff, 1993). Shares of types have Wilson (1927) intervals; unknown"
        " types are a class of their own, and shares and deltas are also given as bounds over what is"
        " unknown."
    )


def _tests(found: Comparison) -> str:
    drawn = [one.test for one in found.differences if one.test and not one.test.exact]
    how = (
        f"exact up to 200,000 splits, else by {found.resamples:,} permutations with the seed"
        f" {found.seed} (Phipson & Smyth, 2010)"
        if drawn
        else "exact"
    )
    return (
        f"Two-sided p-values are those of the permutation distribution of the midrank sum, {how}; groups"
        " that share a chair or a founding document were permuted as one cluster, and clusters that"
        " reach over regions were left out. Power after Noether (1987)."
    )
