"""Empty tables to fill in, each column explained, with a worked example."""

from loaders.tables.template.write import NAMES, write_template

__all__ = ["NAMES", "write_template"]
