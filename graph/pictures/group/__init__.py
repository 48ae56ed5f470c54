"""The picture of a group: who chairs, who sits, and who commands whom."""

from graph.pictures.group.picture import group_picture

__all__ = ["group_picture"]
