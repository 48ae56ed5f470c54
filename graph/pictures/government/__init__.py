"""The picture of a government: its officials and the groups in which they sit."""

from graph.pictures.government.picture import government_picture

__all__ = ["government_picture"]
