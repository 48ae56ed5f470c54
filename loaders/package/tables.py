"""Which tables the package has and what stands in each column."""

from __future__ import annotations

from graph.core.terms import BRANCHES, LEADERSHIPS, LEVELS, MODES, RANK_BASES, ROLES, ROSTERS
from loaders.package.schema import (
    EVIDENCE,
    KEY,
    RANK,
    TIME,
    Table,
    day,
    flag,
    needed,
    number,
    text,
)

LEGAL = tuple(
    flag(name, meaning)
    for name, meaning in (
        ("issuer_competent", "was the issuer competent to found it; empty: unknown"),
        ("binding_powers", "does the act state binding powers; empty: unknown"),
        ("duties_per_member", "does the act state the duties of each member; empty: unknown"),
        ("host_office", "does the act name the body that hosts the office; empty: unknown"),
        ("term_and_abolition", "does the act state term and abolition; empty: unknown"),
        ("published", "was the act published; empty: unknown"),
    )
)
SOURCES = text("sources", "ids of the sources that name it, a list")

GROUPS = Table("groups", "Groups (领导小组)", "a leading small group or its kin", "uid", (
    needed("uid", "stable id"), needed("name", "name in Chinese"), text("name_en", "name in English"),
    needed("kind", "kind by its name: 领导小组, 联席会议, 委员会 ..., an open list"),
    needed("field", "what it is for; see the list of fields"),
    text("place", "government that runs it; empty: the centre, or equals", to="units.uid"),
    flag("in_paper", "a case of Miao & Ju (2020)"),
    text("type_in_paper", "class in that paper: empty, since the full text was not available"),
    needed("leadership", "as documented", *LEADERSHIPS),
    needed("roster", "are all members known", *ROSTERS),
    flag("vacancy_stated", "a source says that the chair is vacant"),
    day("last_documented", "latest day on which a source shows it; empty: no source dates it"),
    *TIME, text("established_by", "ids of founding documents, a list"),
    text("notes", "what a reader must know, a list"), text("events", "dated events, a list"), SOURCES,
))  # fmt: skip
SEATS = Table("seats", "Seats (席位)", "a post's seat as a source shows it (listed units: members)", "key", (
    KEY, needed("group", "group", to="groups.uid"), needed("post", "post that sits", to="posts.uid"),
    needed("role", "role", *ROLES),
    text("person", "holder as published", to="persons.uid"), text("title", "title as published"),
    flag("executive", "executive deputy (常务); empty: no"),
    flag("rotating", "a rotating chair; empty: no"), *TIME,
    text("end_basis", "where the end is from", "stated", "derived", "open", "unknown"),
    day("last_evidence", "last day on which a source shows it"), text("note", "note"), *EVIDENCE,
))  # fmt: skip
POSTS = Table("posts", "Posts (职务)", "an office, whoever holds it", "uid", (
    needed("uid", "stable id"), text("title", "title; empty for the stand-in of a bare name"),
    text("unit", "body that it is in; empty: not known", to="units.uid"),
    text("mode", "how it stands in its body", *MODES),
    text("branch", "branch", *BRANCHES), *RANK,
    number("rank_by_rule", "what the rule gives, beside an override"),
    flag("unstated", "stand-in of a seat whose post no source gives; empty: no"),
))  # fmt: skip
PERSONS = Table("persons", "Persons", "a holder; two may share one name", "uid", (
    needed("uid", "stable id"), needed("name", "name as published"), text("note", "note"),
))  # fmt: skip
TENURES = Table("tenures", "Tenures (任职)", "a person in a post", "key", (
    KEY, needed("person", "person", to="persons.uid"), needed("post", "post", to="posts.uid"), *TIME,
    text("end_basis", "where the end is from", "stated", "derived", "open", "unknown"),
    flag("derived", "read off a seat, not stated"),
    day("last_evidence", "last day on which a source shows it"), text("note", "note"), *EVIDENCE,
))  # fmt: skip
MEMBERS = Table("members", "Members (成员单位)", "a unit's membership, folded from its seats", "key", (
    KEY, needed("unit", "unit", to="units.uid"), needed("group", "group", to="groups.uid"),
    needed("role", "role", "deputy_chair", "member"),
    needed("basis", "why it is here: listed, seat, chair; a list"),
    flag("derived", "no source lists the unit itself"),
    number("rank", "highest rank among its seats"),
    text("rank_basis", "where the rank is from", *RANK_BASES),
    number("rank_by_rule", "what the rule gives, beside an override"),
    text("from", "start (EDTF)"), text("to", "end (EDTF)"),
    day("last_evidence", "last day on which a source shows it"), *EVIDENCE,
))  # fmt: skip
DOCUMENTS = Table("documents", "Documents (文件)", "the act that founds a group", "uid", (
    needed("uid", "stable id"), text("number", "document number (文号)"), text("title", "title"),
    text("issued", "day of issue (EDTF)"),
    number("instrument", "0 none, 1 minutes or agreement, 2 normative document, 3 regulation or law"),
    text("issuers", "ids of the issuing units, a list"), *LEGAL, SOURCES,
))  # fmt: skip
SOURCE_TABLE = Table("sources", "Sources (出处)", "where a statement was read", "uid", (
    needed("uid", "id"), needed("title", "title with document number, or headline"),
    needed("kind", "gov_doc, press, encyclopedia ...; _mirror: a copy elsewhere"),
    text("date", "day of publication (EDTF)"), text("licence", "licence, or facts only"),
    text("read_at", "address where it was read: data, no recommendation"),
    text("url", "address of an official site or known publisher, else empty"),
))  # fmt: skip
UNITS = Table("units", "Units (单位)", "a division or agency that the tables name", "uid", (
    needed("uid", "stable id"), needed("name", "name"),
    needed("what", "division or agency", "division", "agency"), text("code", "GB/T 2260 code"),
    text("level", ", ".join(LEVELS)), text("kind", "省, 地级市, 县 ..."),
    text("branch", "branch of an agency", *BRANCHES), *RANK,
    text("category", "of a central body in this period: 组成部门 ..."),
    flag("general_office", "issues for its government"), *TIME, text("note", "note"), SOURCES,
))  # fmt: skip
UNIT_TIES = Table("unit_ties", "Ties of agencies", "who leads an agency", "key", (
    KEY, needed("lower", "the agency", to="units.uid"), needed("upper", "its superior", to="units.uid"),
    needed("kind", "DEPARTMENT_OF and LED_BY carry command, GUIDED_BY does not",
           "DEPARTMENT_OF", "LED_BY", "GUIDED_BY"), *TIME, *EVIDENCE,
))  # fmt: skip
SUCCESSIONS = Table("successions", "Successions of groups", "a group and what came after it", "key", (
    KEY, needed("group", "the earlier", to="groups.uid"),
    needed("successor", "the later", to="groups.uid"), *EVIDENCE,
))  # fmt: skip
CLAIMS = Table("claims", "Claims that differ", "where sources contradict each other", "key", (
    KEY, needed("group", "group", to="groups.uid"),
    needed("about", "the group's life or a seat's end", "group", "seat"),
    needed("text", "what the sources say, with their ids"), text("sources", "ids, a list"),
))  # fmt: skip

TABLES = (
    GROUPS, SEATS, POSTS, PERSONS, TENURES, MEMBERS, DOCUMENTS, SOURCE_TABLE, UNITS, UNIT_TIES,
    SUCCESSIONS, CLAIMS,
)  # fmt: skip
