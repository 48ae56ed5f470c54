"""The site of the loaded graph, written twice, and all that the data holds without a server."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from graph.connection import connect
from graph.core.model import Label
from graph.settings import Settings
from loaders.divisions.read import read_divisions
from loaders.divisions.records import division_facts
from loaders.groups.read import read_everything
from loaders.groups.records import group_records
from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.conftest import watch as watch
from tests.cli.conftest import run as run
from tests.cli.conftest import server_environment as server_environment
from web.reference.held import LABELS, TIES, Held, Tie
from web.reference.write import write_site

ADDRESS = "https://example.org/lsg/"


@pytest.fixture(scope="session")
def site_folder(loaded_server: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site; all tests of it share a worker, so that it is written once."""
    return _written(loaded_server, tmp_path_factory.mktemp("a site 站点"))


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Path:
    """The folder of the site."""
    return site_folder


@pytest.fixture(scope="session")
def again(loaded_server: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the same site, written once more, by somebody who speaks Chinese."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LSGRAPH_LANGUAGE", "zh")
        return _written(loaded_server, tmp_path_factory.mktemp("again"))


def _written(settings: Settings, folder: Path) -> Path:
    with connect(settings) as database:
        write_site(database, folder, ADDRESS)
    return folder


@pytest.fixture(scope="session")
def dataset() -> Held:
    """All of the dataset, from the records that a graph is written from."""
    divisions = read_divisions()
    records = group_records(read_everything(), division_facts(divisions))
    things: dict[str, dict[str, dict[str, object]]] = {label: {} for label in LABELS}
    names = {Label.GROUP: "Group", Label.PERSON: "Person", Label.POST: "Post", Label.UNIT: "Unit",
             Label.DOCUMENT: "Document", Label.SOURCE: "Source"}  # fmt: skip
    for node in records.nodes:
        things[names[node.label]][node.uid] = {**node.properties}
    for unit in divisions.units:
        things["Unit"][unit.uid] = {"name": unit.name}
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in records.ties:
        ties[str(tie.type)].append(Tie(tie.start, tie.end, tie.properties))
    return Held(things, {name: ties[name] for name in TIES})
