"""Who comes in, and which requests are refused before anything is asked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tests.web.conftest import BASE, ENTRY, Client
from web.http.body import MOST_BODY
from web.http.entry import Entry
from web.http.guard import HEADERS
from web.pages.assets import assets

LINK = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def test_without_token_a_page_says_how_to_enter(outside: Client) -> None:
    for address in ("/", "/groups", "/nowhere", "/openapi.json"):
        answer = outside.get(address)
        assert answer.status_code == 401
        assert "lsgraph serve" in answer.text and "token" in answer.text
    assert outside.get("/?token=wrong").status_code == 401
    assert outside.get("/api/v1/group_names").status_code == 401


def test_the_token_is_changed_for_a_cookie(outside: Client) -> None:
    answer = outside.get(f"/groups?as_of=2018&token={ENTRY.token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/groups?as_of=2018")
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=strict"} <= set(cookie.split("; "))
    assert ENTRY.token not in cookie
    assert outside.get("/groups?as_of=2018").status_code == 200


def test_a_cookie_that_was_brought_is_not_taken_on(outside: Client) -> None:
    outside.cookies.set(ENTRY.name, "chosen.by-somebody-else")
    assert outside.get("/groups").status_code == 401
    fresh = outside.get(f"/?token={ENTRY.token}").headers["set-cookie"]
    assert "chosen" not in fresh


def test_a_cookie_of_another_run_is_worth_nothing(outside: Client) -> None:
    from starlette.responses import Response

    other = Entry(ENTRY.port).admit(Response()).headers["set-cookie"].split(";")[0]
    assert outside.get("/groups", headers={"Cookie": other}).status_code == 401


def test_a_program_sends_the_token(outside: Client) -> None:
    bearer = {"Authorization": f"Bearer {ENTRY.token}"}
    assert outside.get("/groups?as_of=2018", headers=bearer).status_code == 200
    assert outside.get("/groups", headers={"Authorization": "Bearer no"}).status_code == 401


def test_a_file_takes_the_token_in_its_address(outside: Client) -> None:
    for address in ("/groups.csv?as_of=2018", "/api/v1/group_names?limit=1"):
        answer = outside.get(f"{address}&token={ENTRY.token}")
        assert answer.status_code == 200 and "set-cookie" not in answer.headers
        assert outside.get(f"{address}&token=wrong").status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", ""]
)
def test_a_foreign_host_is_refused(inside: Client, host: str) -> None:
    assert inside.get("/groups", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9999", "null"])
def test_a_foreign_origin_is_refused(inside: Client, origin: str) -> None:
    assert inside.get("/groups", headers={"Origin": origin}).status_code == 403
    assert inside.post("/groups", headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
def test_a_foreign_request_is_refused(inside: Client, site: str) -> None:
    foreign = {"Sec-Fetch-Site": site}
    assert inside.get("/groups", headers=foreign).status_code == 403
    framed = {**foreign, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
    assert inside.get("/groups", headers=framed).status_code == 403
    assert inside.post("/groups", headers={**foreign, **LINK}).status_code == 403


def test_a_link_elsewhere_leads_to_a_question(inside: Client) -> None:
    answer = inside.get("/groups?as_of=2018", headers={"Sec-Fetch-Site": "cross-site", **LINK})
    assert answer.status_code == 403
    assert '<a href="/groups?as_of=2018">' in answer.text


def test_the_first_address_may_come_from_a_file(outside: Client) -> None:
    """A redirect would not send the new cookie: the page itself goes on."""
    foreign = {"Sec-Fetch-Site": "cross-site", **LINK}
    answer = outside.get(f"/?token={ENTRY.token}", headers=foreign)
    assert answer.status_code == 200 and 'content="0; url=/"' in answer.text
    assert ENTRY.token not in answer.text
    assert ENTRY.name in answer.headers["set-cookie"]


def test_writing_needs_a_page_of_ours(inside: Client) -> None:
    assert inside.post("/groups").status_code == 403
    own = {"Origin": "http://127.0.0.1"}
    assert inside.post("/groups", headers=own).status_code == 405


def test_the_address_never_leads_elsewhere(outside: Client) -> None:
    answer = outside.get(f"//evil.example/x?token={ENTRY.token}")
    assert answer.headers["location"].startswith("/") and "//" not in answer.headers["location"]


ANSWERS = (
    ("GET", "/groups", 200), ("GET", "/", 303), ("GET", "/nowhere", 404), ("GET", "/group/nobody", 404),
    ("GET", "/groups?as_of=never", 400), ("POST", "/groups", 403), ("GET", "/openapi.json", 200),
    ("GET", "/groups.csv?as_of=2018", 200), ("GET", "/api/v1/group_names?limit=1", 200),
    ("GET", "/api/v1/group_names?limit=x", 400),
    ("GET", assets()["web.css"].address, 200), ("GET", "/compare", 200),
    ("GET", "/group/bth-air-lsg/picture", 200), ("POST", "/compare/cancel", 403), ("DELETE", "/groups", 403),
)  # fmt: skip


@pytest.mark.parametrize(("method", "address", "status"), ANSWERS)
def test_every_answer_has_the_policy(
    inside: Client, method: str, address: str, status: int
) -> None:
    answer = inside.request(method, address)
    assert answer.status_code == status
    own = {"Content-Security-Policy"} if address.endswith("/picture") else set()
    own |= {"Cache-Control"} if address.startswith("/static") else set()
    for name in HEADERS.keys() - own:
        assert answer.headers[name] == HEADERS[name], name
    assert own <= {name.title() for name in answer.headers}


def test_a_refusal_has_the_policy(outside: Client) -> None:
    foreign = outside.get("/groups", headers={"Host": "evil.example"})
    for answer in (outside.get("/"), foreign):
        assert answer.headers.items() >= {(k.lower(), v) for k, v in HEADERS.items()}
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_a_large_request_is_refused_before_it_is_read(inside: Client) -> None:
    said = inside.post("/groups", headers={"Content-Length": str(MOST_BODY + 1), "Origin": BASE})
    assert said.status_code == 413
    assert "20 MB" in said.text and "lsgraph load groups FILE" in said.text
    assert said.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_a_request_that_goes_on_for_ever_is_ended(inside: Client) -> None:
    def body() -> Iterator[bytes]:
        for _ in range(MOST_BODY // 2**20 + 1):
            yield bytes(2**20)

    said = inside.request("GET", "/groups?as_of=2018", content=body())
    assert said.status_code == 413 and "20 MB" in said.text


def test_no_page_holds_script_or_style(inside: Client) -> None:
    for address in ("/groups", "/nowhere"):
        text = inside.get(address).text
        assert re.search(r"<style|\sstyle=|\son\w+=|hx-on|javascript:", text) is None
        assert re.findall(r"<script(?![^>]* src=\"/static/)", text) == []


def test_static_files_are_those_that_are_named(outside: Client) -> None:
    for asset in assets().values():
        answer = outside.get(asset.address)
        assert answer.text == asset.text and "immutable" in answer.headers["cache-control"]
    for path in ("/static/0/web.css", "/static/../app.py", "/static/x/..%2f..%2fpyproject.toml"):
        assert outside.get(path).status_code in (401, 404)


def test_htmx_is_the_file_that_is_told() -> None:
    told = Path(str(files("web").joinpath("static", "README.md"))).read_text(encoding="utf-8")
    digest = hashlib.sha256(files("web").joinpath("static", "htmx.min.js").read_bytes()).hexdigest()
    assert digest in told
