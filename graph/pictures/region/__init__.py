"""The picture of a region: its divisions, and the groups among them."""

from graph.pictures.region.groups import region_groups_picture
from graph.pictures.region.picture import region_picture

__all__ = ["region_groups_picture", "region_picture"]
