"""Networks as pages: one self-contained HTML file each, that asks nothing of any server.

`page` and `write_page` draw a `graph.pictures.Picture`, `index_page` lists pages.
"""

from visualize.page.index import IndexEntry, index_page, write_index
from visualize.page.pages import page, write_page

__all__ = ["IndexEntry", "index_page", "page", "write_index", "write_page"]
