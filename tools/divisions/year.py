"""One year of the history: what ended and began in it, what was there before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from loaders.divisions.kinds import SUB_PROVINCIAL, level
from loaders.divisions.names import short_name
from tools.divisions.packages import Change
from tools.divisions.versions import Version

Reach = Mapping[str, frozenset[tuple[str, str]]]
"""By uid the code and name of the unit itself and of all that follow it."""


@dataclass(frozen=True)
class Year:
    """What ends and begins in one year, the tables of its end and of the year before, the list.

    `later` knows what the units became in the years after it.
    """

    year: int
    ended: tuple[Version, ...]
    begun: tuple[Version, ...]
    alive: dict[str, Version]
    before: dict[str, Version]
    listed: tuple[Change, ...]
    later: Reach

    @classmethod
    def of(
        cls, year: int, versions: tuple[Version, ...], changes: tuple[Change, ...], later: Reach
    ) -> Year:
        """Return the year's part of all versions and changes."""
        return cls(
            year,
            tuple(v for v in versions if v.ends == year),
            tuple(v for v in versions if v.begins == year),
            {v.state.code: v for v in versions if v.first <= year <= v.last},
            {v.state.code: v for v in versions if v.first <= year - 1 <= v.last},
            tuple(change for change in changes if change.year == year),
            later,
        )

    def document(self, old: Version, new: Version) -> str | None:
        """Number of the act that the list gives for either unit."""
        codes = (old.state.code, new.state.code)
        return next(
            (
                change.document
                for code in codes
                for change in self.listed
                if change.document and code in (change.old_code, change.new_code)
            ),
            None,
        )

    def near(self, old: Version, new: Version) -> bool:
        """Tell whether the new unit is in the same province, or in one that is new."""
        province = new.state.code[:2]
        return province == old.state.code[:2] or province + "0000" not in self.before

    def same_superior(self, old: Version, new: Version) -> bool:
        """Tell whether both lie below the same place, whatever its kind (泰安地区, 泰安市)."""
        before = self.before.get(old.state.parent or "")
        now = self.alive.get(new.state.parent or "")
        return bool(before and now and stem(before) == stem(now))

    def moved(self, old: Version) -> bool:
        """Tell whether a unit of its level and stem is still in the province (see `shared`)."""
        return self._place(old) in map(self._place, self.alive.values())

    def known_before(self, new: Version) -> bool:
        """Tell whether a unit of its level and stem was in the province the year before."""
        return self._place(new) in map(self._place, self.before.values())

    def shared(self, version: Version) -> bool:
        """Tell whether several units of the province bear its stem, so that it tells no place (郊区)."""
        return _named(version) in self._shared

    def _place(self, version: Version) -> tuple[str, str, str]:
        """Find where a stem is looked for: in the province, a shared one in the prefecture."""
        digits = 4 if self.shared(version) else 2
        return version.state.code[:digits], level(version.state.code), stem(version)

    @cached_property
    def _shared(self) -> frozenset[tuple[str, str, str]]:
        tables = (self.before.values(), self.alive.values())
        counts = (Counter(map(_named, table)) for table in tables)
        return frozenset(named for count in counts for named in count if count[named] > 1)

    @cached_property
    def new_cities(self) -> tuple[Version, ...]:
        """Prefecture-level cities that began."""
        return tuple(v for v in self.begun if v.state.kind in ("地级市", SUB_PROVINCIAL))

    @cached_property
    def claimed(self) -> frozenset[Version]:
        """New units whose own name a unit of their level and province had that ended."""
        names = {(v.state.code[:2], level(v.state.code), v.state.name) for v in self.ended}
        return frozenset(
            new
            for new in self.begun
            if (new.state.code[:2], level(new.state.code), new.state.name) in names
        )

    @cached_property
    def ended_stems(self) -> frozenset[str]:
        """Stems of the county-level units that ended."""
        return frozenset(stem(v) for v in self.ended if level(v.state.code) == "County")


def stem(version: Version) -> str:
    """Short name, also of a county of one syllable (达县 gives 达)."""
    return short_name(version.state.name).removesuffix("县") or version.state.name


def same_level(old: Version, new: Version) -> bool:
    """Tell whether both are of one level, under two codes."""
    return old.state.code != new.state.code and level(old.state.code) == level(new.state.code)


def _named(version: Version) -> tuple[str, str, str]:
    return version.state.code[:2], level(version.state.code), stem(version)
