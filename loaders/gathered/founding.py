"""Founding acts and issuers of gathered groups as documents of the form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.offices.bodies import Body, Setting
from graph.offices.errors import NotRead
from loaders.gathered.form import Founding
from loaders.gathered.merge import Draft, name_key
from loaders.tables.understand.book import Book

INSTRUMENTS = {"minutes": 1, "agreement": 1, "normative": 2, "law": 3}
_NUMBER = re.compile(r"[〔\[（(]\d{4}[〕\]）)]\s*\d+号")
_APPROVES = re.compile(r"(?:批复|批准|同意|决定)$")
_AND_OTHERS = re.compile(r"等(?:\d+|[一二两三四五六七八九十]+)?个?(?:部委|部门|单位|省区?|市)?$")
_EACH = re.compile(r"(?P<last>.+?)[二两三四五六七八九]省(?P<what>.+)")
_BODY = re.compile(r"[部委局署办厅室会院府省市区县州旗镇乡党道处]$")
_CENTRE = re.compile(r"国务院|(?:中共|党)?中央(?:政治局)?(?:常委会)?")
_GROUP = re.compile(
    r"(?:指挥部|领导小组|小组|联席会议|防总|委员会|[河湖林田]长制?)(?:办(?:公室)?)?$"
)
"""A group, or its office, that no entry tells of: it issues for its government."""


@dataclass
class Documents:
    """Documents by uid, shared by the groups that one act founds; known ones are used again.

    `groups` are uids by key of the name: a group may issue an act. `used` are issuers with their sources.
    """

    book: Book
    groups: Mapping[str, str]
    entries: dict[str, dict[str, object]] = field(default_factory=dict)
    used: list[tuple[Body, list[str]]] = field(default_factory=list)

    def of(self, draft: Draft, setting: Setting) -> list[str]:
        """uids of the founding acts of a group; what of an issuer is not known becomes a note."""
        told = [entry.founding for entry in draft.entries if entry.founding is not None]
        foundings = [one for one in told if _of_an_act(one)]
        if not foundings:
            return []
        best = max(foundings, key=lambda f: (f.document is not None, f.issuer is not None))
        sources = list(dict.fromkeys(source for one in foundings for source in one.source))
        found = [self._written(_of_one_act(best, foundings), sources, draft, setting)]
        approved = next((one for one in foundings if _approves_only(one, best, foundings)), None)
        if approved:
            found.append(self._written(approved, list(approved.source), draft, setting))
        return found

    def _written(
        self, founding: Founding, sources: list[str], draft: Draft, setting: Setting
    ) -> str:
        uid = self._uid(founding, draft)
        if all(uid != row.entry.uid for row in self.book.known.documents):
            self._enter(uid, founding, sources, draft, setting)
        return uid

    def _enter(
        self, uid: str, founding: Founding, sources: list[str], draft: Draft, setting: Setting
    ) -> None:
        known = self.entries.get(uid)
        if known is not None:
            told = known["source"]
            assert isinstance(told, list)
            told += [source for source in sources if source not in told]
            return
        text = founding.document
        number = _NUMBER.search(text or "")
        self.entries[uid] = {
            "uid": uid, "number": text if number else None, "title": None if number else text,
            "instrument": INSTRUMENTS.get(founding.instrument or ""),
            "issuers": self._bodies(founding.issuer, sources, draft, setting), "source": sources,
        }  # fmt: skip
        asked = self._bodies(founding.petitioned_by, sources, draft, setting)
        if asked:
            self.entries[uid]["petitioned_by"] = asked

    def _uid(self, founding: Founding, draft: Draft) -> str:
        text = founding.document
        if text is None:
            return f"doc:{draft.uid.removeprefix('group:')}"
        return "doc:" + re.sub(r"\s", "", text)

    def _bodies(
        self, text: str | None, sources: list[str], draft: Draft, setting: Setting
    ) -> list[str]:
        """References of the bodies of a text, none where one of them is not a body of the table."""
        found: dict[str, Body | None] = {}
        for name in parts_of(text or ""):
            group = self.groups.get(name_key(name))
            body = None if group else self._body(name, setting)
            if group is None and body is None:
                draft.notes.append((f"Issued by {text}.", tuple(sources)))
                return []
            found[body.ref if body else group or ""] = body
        self.used += [(body, sources) for body in found.values() if body]
        return [*found]

    def _body(self, name: str, setting: Setting) -> Body | None:
        """The body of a name; of a group or its office the government that runs it."""
        if _CENTRE.fullmatch(name):
            name = "国务院"
        bodies = self.book.units.bodies
        name = name.removesuffix("常委会")
        if not _BODY.search(name):
            return None
        try:
            found = bodies.find(name, setting)
        except NotRead:
            found = None
        if (found is None or found.agency) and _GROUP.search(name):
            near = setting.place.code if setting.place else None
            own = bodies.places.beginning(name, setting.day, near) or setting.place
            return Body(own) if own else found
        return found


def _of_an_act(founding: Founding) -> bool:
    """Whether anything is told of an act: a source alone tells that the group was founded, not by what."""
    return bool(
        founding.document or founding.issuer or founding.petitioned_by or founding.instrument
    )


def _of_one_act(best: Founding, foundings: Sequence[Founding]) -> Founding:
    """The act with the issuers that all entries tell of its document: every issuer counts."""
    same = [best, *(one for one in foundings if one.document == best.document)]
    issuers = "、".join(dict.fromkeys(one.issuer for one in same if one.issuer))
    return best.model_copy(update={"issuer": issuers or None})


def _approves_only(one: Founding, best: Founding, foundings: Sequence[Founding]) -> bool:
    """Whether an entry names who founded or approved the group where no document's issuer is known."""
    told = any(other.issuer for other in foundings if other.document)
    return bool(best.document and not told and one.issuer and not one.document)


def parts_of(text: str) -> list[str]:
    """The names in a text of issuers: 甲、乙四省文化和旅游厅 are two departments, 等6部委 adds no name."""
    names = re.split(r"[、，;；]", _AND_OTHERS.sub("", _APPROVES.sub("", text)))
    each = _EACH.fullmatch(names[-1])
    if each:
        names = [f"{name}省{each['what']}" for name in (*names[:-1], each["last"])]
    return [name for name in names if name]
