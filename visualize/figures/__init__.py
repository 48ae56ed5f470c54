"""Pictures as figures for papers: the boxes and routes of the pages, drawn by matplotlib.

from visualize.figures import write_figure
write_figure(picture, Path("figure.pdf"), lang="zh", width=85)
"""

from visualize.figures.write import Size, check_asked, is_figure, write_figure

__all__ = ["Size", "check_asked", "is_figure", "write_figure"]
