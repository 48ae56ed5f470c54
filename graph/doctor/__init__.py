"""What is wrong with an installation, its server and its graph, and what to do; it changes nothing."""

from graph.doctor.examine import examine
from graph.doctor.finding import Finding

__all__ = ["Finding", "examine"]
