"""Units (单位) of a cell: by code or name, as of the row's day; unknown or ambiguous is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from graph.core.dates import first_day
from graph.core.terms import UNKNOWN
from graph.core.words import NOTHING, Words
from graph.offices.bodies import Bodies, Body, Setting, on_first_day
from graph.offices.body_words import words
from graph.offices.divisions import CENTRE, Division
from graph.offices.errors import NotRead, Unresolved
from graph.offices.names import DISTRICT, ZONE
from graph.offices.whose import LIKE_A_BODY
from graph.offices.words import bare_name
from loaders.files.problems import Place, nearest
from loaders.tables.read.reading import Reader

_CODE = re.compile(r"(?:div:)?(?P<code>\d{6}(?:\d{3})?)(?:[:：\s]+(?P<name>\S+))?")
_TOWNSHIP = re.compile(r".{1,}(?:镇|乡|街道)(?:办事处|(?:人民)?政府|党工委|党委)?")


@dataclass
class Units:
    """Resolves cells to bodies and remembers the new agencies that it met."""

    bodies: Bodies
    reader: Reader
    fresh: dict[str, Place] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    kept: dict[tuple[object, ...], Body | Words] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known = {agency.uid for agency in self.bodies.agencies.found.values()}

    def find(self, text: str, setting: Setting, place: Place) -> Body | None:
        """The body that a cell means; None with a problem noted."""
        key = (text, setting)
        if key not in self.kept:
            try:
                self.kept[key] = on_first_day(partial(self._find, text.strip()), setting)
            except NotRead as reason:
                self.kept[key] = reason.words
        found = self.kept[key]
        if isinstance(found, Words):
            self.reader.problems.add(place, found)
            return None
        self.met(found, place)
        return found

    def _find(self, text: str, setting: Setting) -> Body:
        if text.startswith("agency:"):
            return self._uid(text)
        code = _CODE.fullmatch(text)
        if code is not None:
            return Body(self._coded(code["code"], code["name"], setting))
        if text[:1].isdigit() and text[:4].isdigit():
            raise Unresolved(
                Words(
                    f"{text!r} is not a code. Write six digits (GB/T 2260), or `code:name`.",
                    f"“{text}”不是代码。请写六位数字（GB/T 2260），或“代码:名称”。",
                )
            )
        division = self._named(text, setting)
        return (
            Body(division) if division is not None else self._body(bare_name(text) or text, setting)
        )

    def _uid(self, text: str) -> Body:
        for agency in self.bodies.agencies.found.values():
            if agency.uid == text:
                return Body(self.bodies.places.centre, agency)
        like = nearest(text, sorted(self.known), limit=1)
        raise Unresolved(
            Words(
                f"Unknown agency {text!r}.{_meant(like).en}", f"机构“{text}”未知。{_meant(like).zh}"
            )
        )

    def _coded(self, code: str, name: str | None, setting: Setting) -> Division:
        places = self.bodies.places
        if len(code) == 9:
            raise Unresolved(
                Words(
                    f"{code!r} is a township; the table of divisions ends at counties.",
                    f"“{code}”是乡级区划；区划表到县级为止。",
                )
            )
        versions = places.by_code.get(code, ())
        if not versions:
            raise _unknown(code, self._near_code(code))
        named = [one for one in versions if name is None or one.name == name]
        if not named:
            told = ", ".join(dict.fromkeys(one.name for one in versions))
            raise Unresolved(
                Words(
                    f"The code {code} is not {name} but {told}.",
                    f"代码 {code} 不是{name}，而是{told}。",
                )
            )
        return self.alive(named, quoted(code), setting)

    def _near_code(self, code: str) -> tuple[str, ...]:
        for length in (4, 2):
            near = {
                f"{one.code} {one.name}"
                for other, ones in self.bodies.places.by_code.items()
                if other[:length] == code[:length] for one in ones
            }  # fmt: skip
            if near:
                return nearest(code, sorted(near))
        return ()

    def alive(self, versions: Sequence[Division], what: Words, setting: Setting) -> Division:
        """The one in force on the day. Raises Unresolved with the days of all where none is."""
        alive = [one for one in versions if setting.day is None or one.period.holds(setting.day)]
        if not alive:
            raise _not_then(what, setting, versions)
        return alive[-1]

    def _named(self, text: str, setting: Setting) -> Division | None:
        """The division of a full or short name, None for the name of another body."""
        places, near = self.bodies.places, setting.place.code if setting.place else None
        name = text.removesuffix("人民政府") if text.endswith("人民政府") else text
        versions = places.by_name.get(name) or self._short(name)
        if not versions:
            return self._path(name, setting)
        last = max(one.period.end.day for one in versions)
        alive = [
            one for one in versions
            if (one.period.end.day == last if setting.day is None else one.period.holds(setting.day))
        ]  # fmt: skip
        if not alive:
            raise _not_then(quoted(text), setting, versions)
        codes = {one.code: one for one in alive}
        if len(codes) == 1:
            return alive[-1]
        inside = _inside(codes.values(), near)
        if inside is not None:
            return inside
        listed = ", ".join(
            sorted(f"{self._whole(one, setting)} {one.code}" for one in codes.values())
        )
        raise Unresolved(
            Words(
                f"{text!r} names more than one division: {listed}. Write the code.",
                f"“{text}”对应不止一个区划：{listed}。请写代码。",
            )
        )

    def _short(self, text: str) -> list[Division]:
        """Provinces and prefectures of a short name (济南, 恩施州); a province before its namesakes."""
        found = list(self.bodies.places.by_short.get(text, ()))
        return [one for one in found if one.level == "Province"] or found

    def _path(self, text: str, setting: Setting) -> Division | None:
        """浙江省杭州市 is 杭州市: a division after the names of its superiors, and nothing else."""
        near = setting.place.code if setting.place else None
        found = self.bodies.places.beginning(text, setting.day, near)
        whole = found is not None and text.endswith(found.name)
        return found if whole else None

    def _whole(self, division: Division, setting: Setting) -> str:
        above = list(self.bodies.places.above(division, setting.day))
        return "".join(one.name for one in reversed(above))

    def _body(self, text: str, setting: Setting) -> Body:
        of_state = words().branch(text) == "government" and not ZONE.search(text)
        if of_state and DISTRICT.fullmatch(text):
            raise _unknown(text, self._like_division(text))
        names = self.bodies.agencies.names
        known = names.full(text) is not None
        known_ones = self.bodies.agencies.found.values()
        if not known and not LIKE_A_BODY.search(text) and not ZONE.search(text) and len(text) > 1:
            like = self._like_division(text) + nearest(
                text, [agency.name for agency in known_ones], limit=1
            )
            raise Unresolved(
                Words(
                    f"{text!r} names no unit that is known.{_meant(like).en}",
                    f"“{text}”不是已知的单位。{_meant(like).zh}",
                )
            )
        # 统战部 of a group of a province is the province's; 水利部 is the centre's wherever it stands.
        local = setting.place is not None and not self.bodies.of_the_centre(text)
        near = setting.place.code if local and setting.place else None
        body = self.bodies.find(text, setting, beside=near)
        if body.agency is None or body.agency.known or body.agency.of is not None:
            return body
        generic = words().branch(text) == "government" and words().department(text)
        generic = generic and not names.begins(text)
        if generic and not _named_in_full(body, text, self.bodies):
            raise Unresolved(
                Words(
                    f"{text!r}: of which government? Write its full name, or the group's `place`.",
                    f"“{text}”属于哪一级政府？请写全称，或填写小组的 place（所在地）。",
                )
            )
        return body

    def _like_division(self, text: str) -> tuple[str, ...]:
        names = {
            f"{one.name} {one.code}" for ones in self.bodies.places.by_name.values() for one in ones
        }
        return nearest(text, sorted(names), limit=2)

    def met(self, body: Body, place: Place) -> None:
        """Note a new agency once, and a known one whose name is almost the same."""
        agency = body.agency
        if agency is None or agency.known or agency.uid in self.known or agency.uid in self.fresh:
            return
        self.fresh[agency.uid] = place
        owner = agency.uid.rpartition(":")[0]
        others = [
            one.name for one in self.bodies.agencies.found.values()
            if one is not agency and one.uid.rpartition(":")[0] == owner
        ]  # fmt: skip
        like = [one for one in others if one != agency.name and _one_slip(one, agency.name)]
        if like:
            text = Words(
                f"{agency.name} is taken for a new body, and is almost {like[0]}: a slip?",
                f"{agency.name}作为新机构收入，与{like[0]}几乎相同：是否笔误？",
            )
            self.reader.doubt(place, text)


def quoted(text: str) -> Words:
    """A text as it is quoted in a sentence."""
    return Words(repr(text), f"“{text}”")


def is_township(text: str) -> bool:
    """Whether a name is that of a township (乡镇街道): the table of divisions ends at counties."""
    return _TOWNSHIP.fullmatch(text) is not None


def _one_slip(one: str, other: str) -> bool:
    """Whether two names differ in one character, or one of them lacks one."""
    from rapidfuzz.distance import OSA

    return len(one) >= 5 and len(other) >= 5 and OSA.distance(one, other, score_cutoff=1) <= 1


def _inside(divisions: Iterable[Division], near: str | None) -> Division | None:
    for length in (4, 2):
        close = [one for one in divisions if near and one.code[:length] == near[:length]]
        if len(close) == 1 and near != CENTRE:
            return close[0]
    return None


def _unknown(text: str, like: Iterable[str]) -> Unresolved:
    meant = _meant(like)
    told = Words(f"Unknown division {text!r}.{meant.en}", f"区划“{text}”未知。{meant.zh}")
    return Unresolved(told)


def _not_then(what: Words, setting: Setting, versions: Sequence[Division]) -> Unresolved:
    lives = Words.joined(dict.fromkeys(map(_life, versions)))
    text = Words(
        f"{what.en} does not exist on {setting.day} (it is {lives.en}).",
        f"{what.zh}在 {setting.day} 不存在（其存续为{lives.zh}）。",
    )
    later = first_day((one.period for one in versions), setting.day) if setting.day else None
    return Unresolved(text, later)


def _life(division: Division) -> Words:
    period = division.period
    start, end = (Words.same(d) if d else UNKNOWN for d in (period.start_edtf, period.end_edtf))
    return Words(
        f"{division.code} {division.name} from {start.en} to {end.en}",
        f"{division.code} {division.name}，{start.zh}至{end.zh}",
    )


def _named_in_full(body: Body, text: str, bodies: Bodies) -> bool:
    """Whether the name says whose body it is: by a place, or as a body of the centre."""
    agency = body.agency
    return agency is not None and (
        agency.tie is not None
        or bodies.places.beginning(text, None, None) is not None
        or agency.uid.count(":") > 1
    )


def _meant(like: Iterable[str]) -> Words:
    found = list(like)
    return (
        Words(
            f" Did you mean {' or '.join(map(repr, found))}?",
            f"您是否要找{'或'.join(f'“{one}”' for one in found)}？",
        )
        if found
        else NOTHING
    )
