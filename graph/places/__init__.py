"""Finding a division by any name or code that it ever had, on any day, and saying what became of it."""

from graph.places.find import find_place, find_unit, places
from graph.places.place import Place

__all__ = ["Place", "find_place", "find_unit", "places"]
