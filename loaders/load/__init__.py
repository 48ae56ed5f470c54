"""The verbs of loading, top floor: read a dataset, check it, hand it to `loaders.write`."""

from loaders.load.verbs import load_divisions, load_groups

__all__ = ["load_divisions", "load_groups"]
