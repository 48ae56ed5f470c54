"""The picture of a person: posts held, and the groups in which each sits."""

from graph.pictures.person.picture import person_picture

__all__ = ["person_picture"]
