"""What is asked of a group on a day and answered in words: question, authority, types, reasons.

Chairs, time and regions have rooms of their own. No definition lives here: definitions are Cypher.
"""

from graph.ask.authority import Authority, authorities, authority
from graph.ask.question import Question
from graph.ask.reasons import reason
from graph.ask.types import types

__all__ = ["Authority", "Question", "authorities", "authority", "reason", "types"]
