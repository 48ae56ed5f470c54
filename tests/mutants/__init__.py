"""Seeded mutants: whether the tests see it when one small thing is changed."""
