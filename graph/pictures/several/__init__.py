"""Pictures beside each other and through time, and what differs between them."""

from graph.pictures.several.beside import sides
from graph.pictures.several.series import Asked, picture_series

__all__ = ["Asked", "picture_series", "sides"]
