"""Maps of regions: a figure for each province, prefecture or county, as a page or for a paper."""

from visualize.maps.figure import write_map
from visualize.maps.own_outlines import own_outlines
from visualize.maps.page import map_page, write_map_page
from visualize.maps.sheet import sheet

__all__ = ["map_page", "own_outlines", "sheet", "write_map", "write_map_page"]
