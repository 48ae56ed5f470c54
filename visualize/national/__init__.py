"""The national hierarchy as one page: every division inside, open branches drawn."""

from visualize.national.page import nation_page, write_nation

__all__ = ["nation_page", "write_nation"]
