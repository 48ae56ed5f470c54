"""What a methods paragraph cites."""

from __future__ import annotations

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
    "besag": "Besag, J., & Clifford, P. (1991). Sequential Monte Carlo p-values. Biometrika, 78(2), 301-304.",
    "elteren": "van Elteren, P. (1960). On the combination of independent two-sample tests of Wilcoxon."
    " Bulletin of the International Statistical Institute, 37, 351-361.",
    "garwood": "Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika, 28(3/4),"
    " 437-442.",
    "wilson": "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical"
    " inference. Journal of the American Statistical Association, 22(158), 209-212.",
}
"""What the paragraph cites, by name."""
