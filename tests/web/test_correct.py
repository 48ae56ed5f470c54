"""Corrections in the application: proposed by a form, checked as by the command, kept beside each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier, Thread
from typing import NoReturn

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from graph.connection.limits import Limits
from graph.core.errors import InvalidData
from graph.settings import Settings
from loaders.corrections.plan import plan
from loaders.corrections.proposals import Proposals
from loaders.corrections.write import apply
from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.test_access import violations
from tests.corrections.files import CHAIR, GROUP, folder, held
from tests.web.conftest import BASE, BEARER, ENTRY, Client, MakeClient, running
from tests.web.test_hostile import runs
from web.app import create_app, proposals_of
from web.http.opened import Opened

ORIGIN = {"Origin": BASE}
PAGE = "/correct/east-river"
TYPED = {
    "uid": GROUP, "property": "name", "from": '"东河治理领导小组"', "to": "东河综合治理领导小组",
    "source": "X2", "reason": "The gazette has it.", "by": "丙",
}  # fmt: skip
NEW = {"source": "", "source_title": "某公报第3期", "source_url": "https://www.example.org/3",
       "source_kind": "gov_doc", "source_date": "2020-01-02", "source_read": "2026-11-28"}  # fmt: skip
HURTS = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>",
    "{{ 7 * 7 }}", "javascript:alert(1)", "' onfocus='alert(1)",
)  # fmt: skip


def no_database() -> NoReturn:
    """Corrections are of files: nothing asks the graph."""
    raise AssertionError("a correction asks the graph")


@pytest.fixture
def store(tmp_path: Path) -> Proposals:
    """The proposals for a folder of files."""
    return Proposals(tmp_path / "proposals", folder(tmp_path / "mine"))


@pytest.fixture
def made(store: Proposals) -> Iterator[Callable[..., Client]]:
    """Makes clients of the application; `public` as with --public."""

    def client(public: bool = False) -> Client:
        app = create_app(
            Opened(no_database), Limits(), None if public else ENTRY, store.folder, proposals=store
        )
        return TestClient(
            app, base_url=BASE, follow_redirects=False, headers={} if public else BEARER
        )

    yield client


@pytest.fixture
def client(made: Callable[..., Client]) -> Client:
    """Somebody inside."""
    return made()


def proposed(client: Client, **typed: str) -> str:
    """Propose, and follow to the page that tells what became of it."""
    answer = client.post(PAGE, data={**TYPED, **typed}, headers=ORIGIN)
    assert answer.status_code == 303, answer.text
    told = client.get(answer.headers["location"])
    assert told.status_code == 200
    return told.text


def test_the_form_shows_what_is_published_and_by_whom(client: Client) -> None:
    page = client.get(PAGE).text
    assert "Correct a fact: 东河治理领导小组</h1>" in page
    for words in ("chair: 甲 市长", "member: 乙 副市长", 'label="person"', 'label="source"'):
        assert words in page
    form = client.get(PAGE, params={"uid": CHAIR, "property": "from"}).text
    assert '<dd id="published"><bdi>2016-03-08</bdi></dd>' in form
    assert "<code>X1</code> <bdi>关于成立东河治理领导小组的通知</bdi>" in form
    assert 'name="from" value="&#34;2016-03-08&#34;"' in form
    chinese = client.get(PAGE, params={"uid": CHAIR, "property": "role", "lang": "zh"}).text
    assert (
        "更正事实：东河治理领导小组</h1>" in chinese
        and '<option value="chair" selected>组长' in chinese
    )


def test_a_proposal_is_a_patch_that_the_command_applies(client: Client, store: Proposals) -> None:
    before = held(store.truth.root)
    page = proposed(client, **NEW)
    assert "Your proposal is kept." in page and held(store.truth.root) == before
    (address,) = set(re.findall(r"/proposals/[0-9a-f]{12}-1\.yaml", page))
    answer = client.get(address)
    assert answer.headers["content-disposition"].startswith("attachment")
    patch = store.truth.root.parent / "taken.yaml"
    patch.write_bytes(answer.content)
    apply([patch], store.truth)
    known = store.truth.read()
    assert known.by_uid[GROUP].value("name") == "东河综合治理领导小组"
    assert [source.title for source in known.data.sources.values()][-1] == "某公报第3期"
    assert "<td>the data has this value</td>" in client.get(PAGE).text


@pytest.mark.parametrize(
    ("uid", "property", "before", "typed", "after"),
    [
        (GROUP, "to", "null", "2020年5月", "2020-05"),
        (GROUP, "established_by", "[]", "", None),
        (CHAIR, "source", '["X1"]', "X1\n X2\n", ["X1", "X2"]),
        (CHAIR, "executive", "false", "true", True),
        ("post:东河专员", "rank", "null", "5", 5),
        (GROUP, "place", '"370100"', "", None),
    ],
)
def test_what_is_typed_becomes_a_value(
    client: Client,
    store: Proposals,
    uid: str,
    property: str,
    before: str,
    typed: str,
    after: object,
) -> None:
    more = {"uid": uid, "property": property, "from": before, "to": typed}
    answer = client.post(PAGE, data={**TYPED, **more}, headers=ORIGIN)
    if before == "[]":
        assert answer.status_code == 400 and "nothing changes" in answer.text
        return
    assert answer.status_code == 303, answer.text
    assert store.all()[0].change.to == after


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"source": ""}, "The change has no source"),
        ({"reason": " "}, "The change has no reason"),
        ({"by": ""}, "names nobody"),
        ({"source": "X9"}, "No source is called &#39;X9&#39;"),
        ({"source": "", "source_title": "某公报"}, "A new source needs"),
        ({**NEW, "source_url": "javascript:alert(1)"}, "not a web address"),
        ({**NEW, "source_read": "2026"}, "Write one day"),
        (
            {"from": '"西河"'},
            "Conflict: name of group:east-river is 东河治理领导小组 now, not 西河.",
        ),
        ({"from": "{"}, "Conflict"),
        ({"to": "东河治理领导小组"}, "nothing changes"),
        ({"to": ""}, "`name`"),
        ({"to": "东河\u202e治理"}, "cannot be seen"),
        ({"property": "from", "from": '"2016-03-08"', "to": "soon"}, "is not a date"),
        ({"property": "place", "from": '"370100"', "to": "999999"}, "Unknown division"),
    ],
)
def test_what_is_wrong_is_told_above_the_form_that_stays_filled_in(
    client: Client, store: Proposals, typed: dict[str, str], says: str
) -> None:
    answer = client.post(PAGE, data={**TYPED, **typed}, headers=ORIGIN)
    assert answer.status_code == 400 and 'role="alert"' in answer.text
    assert says in answer.text
    if "reason" not in typed:
        assert ">\nThe gazette has it.</textarea>" in answer.text
    assert store.all() == []


def test_the_second_of_two_is_told_of_the_first(client: Client, store: Proposals) -> None:
    proposed(client, to="甲河领导小组", by="丁", reason="As the act prints it.")
    form = client.get(PAGE, params={"uid": GROUP, "property": "name"}).text
    assert "A proposal for this value stands already:" in form and "甲河领导小组" in form
    page = proposed(client, to="乙河领导小组")
    assert "Another proposal for this value stands:" in page
    assert "<bdi>甲河领导小组</bdi> (proposed by <bdi>丁</bdi>" in page
    assert [one.change.to for one in store.all()] == ["甲河领导小组", "乙河领导小组"]
    other = proposed(client, uid=CHAIR, property="title", **{"from": '"市长"', "to": "代市长"})
    assert "Another proposal" not in other


def test_a_proposal_for_a_seat_that_has_another_uid_now_stays_in_sight(
    client: Client, store: Proposals
) -> None:
    typed = {"uid": CHAIR, "property": "from", "from": '"2016-03-08"'}
    for day in ("2016-03-09", "2016-03-10"):
        proposed(client, **typed, to=day)
    first = store.folder / f"{store.all()[0].name}.yaml"
    apply([first], store.truth)
    page = client.get(PAGE).text
    assert page.count("<td>the value has changed since</td>") == 2 and "2016-03-10" in page


def test_many_who_propose_at_once_lose_nothing(
    made: Callable[..., Client], store: Proposals
) -> None:
    many, told = 8, list[str]()
    start = Barrier(many)

    def one(number: int) -> None:
        client = made()
        start.wait()
        told.append(proposed(client, to=f"东河{number}组", by=f"丙{number}"))

    threads = [Thread(target=one, args=(number,)) for number in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.change.to for one in store.all()} == {f"东河{number}组" for number in range(many)}
    alone = [page for page in told if "Another proposal" not in page]
    assert len(told) == many and len(alone) <= 1
    paths = sorted(store.folder.glob("*.yaml"))
    with pytest.raises(InvalidData, match="is changed twice"):
        plan(paths, store.truth)
    assert not [path for path in store.folder.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("text", HURTS)
@pytest.mark.parametrize("name", [*TYPED, *NEW])
def test_a_text_that_hurts_comes_back_as_text(client: Client, name: str, text: str) -> None:
    typed = {**TYPED, **(NEW if name in NEW and name != "source" else {}), name: text}
    answer = client.post(PAGE, data=typed, headers=ORIGIN)
    if answer.status_code == 303:
        answer = client.get(answer.headers["location"])
    assert answer.status_code in (200, 400, 404)
    assert runs(answer.text) == [] and runs(client.get(PAGE).text) == []
    assert "49" not in re.sub(r"/static/\w+", "", answer.text) or text != HURTS[3]


@pytest.mark.parametrize(
    "address",
    [
        "/correct/nowhere", f"{PAGE}?uid=group:x", f"{PAGE}?property=x", f"{PAGE}?property=seats",
        "/proposals/000000000000-1.yaml", "/proposals/..%2f..%2fmine%2f1_groups.yaml", "/proposals/x.yaml",
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_form_of_another_page_is_refused(client: Client, store: Proposals) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.post(PAGE, data=TYPED, headers=headers).status_code == 403
    outside = TestClient(client.app, base_url=BASE, follow_redirects=False)
    assert outside.post(PAGE, data=TYPED, headers=ORIGIN).status_code == 401
    too_many = {f"f{number}": "x" for number in range(60)}
    assert client.post(PAGE, data={**TYPED, **too_many}, headers=ORIGIN).status_code == 400
    assert client.post(PAGE, data={**TYPED, "to": "x" * 30_000}, headers=ORIGIN).status_code == 400
    assert not store.folder.exists()


def test_everybody_neither_reads_nor_proposes(
    made: Callable[..., Client], store: Proposals
) -> None:
    client = made(public=True)
    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, data=TYPED, headers=ORIGIN).status_code == 404
    assert client.get("/proposals/000000000000-1.yaml").status_code == 404
    assert not store.folder.exists()


def test_a_group_leads_to_its_corrections_only_inside(make_client: MakeClient) -> None:
    link, patient = 'href="/correct/bth-air-lsg"', Limits(seconds=300)
    inside, anybody = make_client(limits=patient), make_client(public=True, limits=patient)
    assert link in inside.get("/group/bth-air-lsg", headers=BEARER).text
    assert link not in anybody.get("/group/bth-air-lsg").text
    page = inside.get("/correct/bth-air-lsg", headers=BEARER)
    assert page.status_code == 200 and "deputy chair: 李干杰" in page.text


def test_groups_of_own_files_are_corrected_beside_the_shipped_ones(tmp_path: Path) -> None:
    """The home of the user keeps the proposals (lsgraph serve --files)."""
    own = folder(tmp_path / "mine")
    home = tmp_path / "home"
    kept = proposals_of(home, own.files)
    app = create_app(Opened(no_database), Limits(), ENTRY, home, proposals=kept)
    client = TestClient(app, base_url=BASE, follow_redirects=False, headers=BEARER)
    assert "Your proposal is kept." in proposed(client)
    shipped = {
        "uid": "group:bth-air-lsg",
        "property": "from",
        "from": '"2018-07-03"',
        "to": "2018-07",
    }
    data = {**TYPED, **shipped, "source": "A04"}
    assert client.post("/correct/bth-air-lsg", data=data, headers=ORIGIN).status_code == 303
    assert len(list((tmp_path / "home" / "proposals").glob("*-1.yaml"))) == 2


@pytest.mark.parametrize(("width", "lang"), [(390, "en"), (1280, "zh")])
def test_a_fact_is_corrected_in_a_browser(
    browser: Browser, store: Proposals, width: int, lang: str
) -> None:
    """From the list of properties to the patch by keyboard; no violation, nothing wider than the page."""
    with running(Settings.from_environment(), proposals=store) as base:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce"
        )
        page, faults = context.new_page(), list[str]()
        page.on("console", lambda said: faults.append(said.text))
        page.goto(f"{base}{PAGE}?token={ENTRY.token}&lang={lang}")
        assert violations(page) == []
        page.locator("#values tr", has_text="name_en").get_by_role("link").focus()
        page.keyboard.press("Enter")
        page.locator("#c-to").fill("East River")
        page.locator("#c-by").fill("丙")
        page.locator("#c-by").press("Enter")
        page.wait_for_selector("#faults")
        assert violations(page) == []
        page.locator("#c-source").fill("X1")
        page.locator("#c-reason").fill("As printed.")
        page.locator("main form[method=post] button").click()
        page.wait_for_selector("#saved")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        with page.expect_download() as taken:
            page.locator("#saved a").click()
        assert "to: East River" in Path(taken.value.path()).read_text(encoding="utf-8")
        assert [text for text in faults if "status of 400" not in text] == []
        context.close()
