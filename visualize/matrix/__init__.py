"""Matrices (矩阵): what a page shows of groups × members where a network of boxes would tell nothing."""
