"""The files of a site: links that lead somewhere, nothing foreign, the same bytes again."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from tests.site.conftest import ADDRESS
from web.reference.addresses import stem
from web.reference.whole import readable

KINDS = ("group", "person", "place", "source", "document", "region", "ask")
LISTS = ("index", "groups", "persons", "places", "regions", "sources", "ask", "definitions", "glossary",
         "data", "uid")  # fmt: skip


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every page: its path from the root, and its elements."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), html.fromstring(path.read_bytes().decode())


@pytest.mark.long
def test_the_same_graph_gives_the_same_bytes(site: Path, again: Path) -> None:
    one, other = (
        {p.relative_to(f).as_posix(): p.read_bytes() for p in f.rglob("*") if p.is_file()}
        for f in (site, again)
    )
    assert one.keys() == other.keys() and len(one) > 1000
    assert [path for path in one if one[path] != other[path]] == []


def test_no_answer_holds_what_only_one_server_knows() -> None:
    found = readable()
    assert len(found) > 70
    assert [query.name for query in found if "elementId" in query.statement] == []


def test_every_list_and_kind_is_there_in_both_languages(site: Path) -> None:
    for language in ("en", "zh"):
        for name in LISTS:
            assert (site / language / f"{name}.html").is_file()
        for kind in KINDS:
            assert len(list((site / language / kind).glob("*.html"))) > 5, kind
    assert not (site / "en" / "findings.html").exists()


def test_every_link_inside_resolves(site: Path) -> None:
    held = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    lost = set()
    for page, root in pages(site):
        for element in root.iter("a", "link", "script", "iframe", "img"):
            target = element.get("href") or element.get("src")
            if target and not target.startswith(("https://", "http://", "data:", "#")):
                path = posixpath.join(posixpath.dirname(page), unquote(urlsplit(target).path))
                if posixpath.normpath(path) not in held:
                    lost.add((page, target))
        for refresh in root.xpath("//meta[@http-equiv='refresh']/@content"):
            path = posixpath.join(posixpath.dirname(page), unquote(refresh.partition("url=")[2]))
            if posixpath.normpath(path) not in held:
                lost.add((page, refresh))
    assert lost == set()


def test_nothing_of_elsewhere_is_asked_and_nothing_inline_runs(site: Path) -> None:
    for page, root in pages(site):
        policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy and policy[0].startswith("default-src 'none'; script-src 'self'; "), page
        for element in root.iter("script", "iframe", "img"):
            source = element.get("src")
            assert not source or not urlsplit(source).scheme, (page, source)
            assert source or str(element.get("type")).endswith("json"), page
        asked = [
            one
            for one in root.iter("link")
            if one.get("rel") not in ("canonical", "alternate", "icon")
        ]
        assert not [one for one in asked if urlsplit(one.get("href", "")).scheme], page
        assert not root.xpath("//@*[starts-with(name(), 'on') or starts-with(name(), 'hx-')]"), page
        if not page.startswith("picture/"):
            assert not root.xpath("//@style") and not root.xpath("//style"), page


def test_a_page_names_the_other_language_and_its_canonical_address(site: Path) -> None:
    root = html.fromstring((site / "zh" / "group" / "bth-air-lsg.html").read_bytes().decode())
    assert root.get("lang") == "zh-Hans"
    assert root.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}zh/group/bth-air-lsg.html"]
    assert root.xpath("//nav[@class='languages']/a/@href") == [
        "../../en/group/bth-air-lsg.html", "bth-air-lsg.html",
    ]  # fmt: skip
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    addresses = re.findall("<loc>(.*?)</loc>", sitemap)
    assert f"{ADDRESS}en/group/bth-air-lsg.html" in addresses
    assert all((site / unquote(one.removeprefix(ADDRESS))).is_file() for one in addresses)


def test_a_page_is_cited_and_described_for_machines(site: Path) -> None:
    root = html.fromstring((site / "en" / "group" / "bth-air-lsg.html").read_bytes().decode())
    (linked,) = root.xpath("//script[@type='application/ld+json']/text()")
    node = json.loads(linked)
    assert node["schema:identifier"] == "group:bth-air-lsg" and "schema" in node["@context"]
    bibtex = (site / "cite" / "group" / "bth-air-lsg.bib").read_text(encoding="utf-8")
    assert bibtex.startswith("@misc{lsgraph-") and "as of 2018-07-12" in bibtex
    assert f"{ADDRESS}en/group/bth-air-lsg.html" in bibtex
    (item,) = json.loads((site / "cite" / "group" / "bth-air-lsg.json").read_text(encoding="utf-8"))
    assert item["type"] == "entry"
    assert (site / "cite" / "group" / "bth-air-lsg.ris").read_text().startswith("TY  - DATA\n")


@pytest.mark.parametrize(
    ("page", "item"),
    [
        ("person/" + stem("person:韩正"), "Q48405"),
        ("place/" + stem("div:370100:济南市:2"), "Q170247"),
    ],
)
def test_a_page_leads_to_its_item_of_wikidata(site: Path, page: str, item: str) -> None:
    root = html.fromstring((site / "en" / f"{page}.html").read_bytes().decode())
    assert root.xpath("//section[@class='cite']//a[contains(., 'Wikidata')]/@href") == [
        f"https://www.wikidata.org/wiki/{item}"
    ]
    (linked,) = root.xpath("//script[@type='application/ld+json']/text()")
    same = json.loads(linked)["schema:sameAs"]["@id"]
    assert same == f"http://www.wikidata.org/entity/{item}"


def test_tables_stand_without_scripts(site: Path) -> None:
    root = html.fromstring((site / "en" / "group" / "bth-air-lsg.html").read_bytes().decode())
    assert len(root.xpath("//table[@id='roster']/tbody/tr")) == 20
    assert len(root.xpath("//table[@id='members']/tbody/tr")) == 7
    assert not root.xpath("//form")
    (frame,) = root.xpath("//iframe/@src")
    assert frame == "../../picture/bth-air-lsg.html#lang=en"
    source = root.xpath("//h2[@id='sources-title']/following::a[contains(@href, '/source/')]/@href")
    assert source[0] == "../source/S15.html"


def test_a_source_tells_what_rests_on_it(site: Path) -> None:
    text = (site / "en" / "source" / "S15.html").read_text(encoding="utf-8")
    root = html.fromstring(text)
    assert len(root.xpath("//section[h2[@id='seats-title']]//tbody/tr")) >= 19
    assert "../group/bth-air-lsg.html" in text
