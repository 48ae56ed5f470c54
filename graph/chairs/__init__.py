"""Chairs and persons: the evidence behind a gap, who could chair, and what hangs on one person."""

from graph.chairs.dependence import ChairDependence, chair_dependence
from graph.chairs.explain import Explanation, explain
from graph.chairs.leaves import ChairLeaves, DeputyActs, chair_leaves
from graph.chairs.minimal import MinimalChair, minimal_chair
from graph.chairs.persons import PersonGroups, find_person, groups_of_chair, groups_of_person
from graph.chairs.turnover import Turnover, poisson_interval, turnover
from graph.chairs.vacancies import Vacancies, vacancies

__all__ = [
    "ChairDependence",
    "ChairLeaves",
    "DeputyActs",
    "Explanation",
    "MinimalChair",
    "PersonGroups",
    "Turnover",
    "Vacancies",
    "chair_dependence",
    "chair_leaves",
    "explain",
    "find_person",
    "groups_of_chair",
    "groups_of_person",
    "minimal_chair",
    "poisson_interval",
    "turnover",
    "vacancies",
]
