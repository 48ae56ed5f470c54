"""The Docker files: valid by the Compose Specification, safe, and true to the private server."""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
import requests
from compose_spec import PyCompose, parse_duration
from docker.utils.build import exclude_paths
from ruamel.yaml import YAML

from graph.core.errors import InputError
from graph.server.config import java_command, settings_of
from graph.server.jars import ensure_jars
from graph.server.java import find_java
from graph.server.process import java_environment
from graph.settings import NEO4J_VERSION, Settings
from web.http.listen import bound, check_listen

ROOT = Path(__file__).resolve().parents[1]
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
DOCS = (ROOT / "docs" / "docker.md").read_text(encoding="utf-8")

REFERENCE = re.compile(r"\$\$|\$\{(?P<name>\w+):(?P<kind>[-?])(?P<rest>[^}]*)\}")
"""What Compose replaces, in the only forms that the file uses."""

NAMED_BY_US = {"services", "volumes", "depends_on"}
"""Whose keys are names of our own choice; those of `environment` are too."""

OF_THE_NETWORK = {
    "server.default_listen_address",
    "server.default_advertised_address",
    "server.bolt.enabled",
    "server.bolt.listen_address",
    "server.bolt.advertised_address",
    "server.http.enabled",
}
"""What differs from the private server: the container is reached through published ports."""


def filled(text: str, environ: Mapping[str, str]) -> str:
    """`text` with its references replaced as Compose does; KeyError for a required one."""

    def value(found: re.Match[str]) -> str:
        if found[0] == "$$":
            return "$"
        given = environ.get(found["name"])
        if not given and found["kind"] == "?":
            raise KeyError(found["name"])
        return given or found["rest"]

    return REFERENCE.sub(value, text)


def parsed(environ: Mapping[str, str]) -> dict[str, Any]:
    return dict(YAML(typ="safe").load(filled(COMPOSE, environ)))


PROJECT = parsed({"NEO4J_PASSWORD": "not-a-real-one"})
NEO4J = PROJECT["services"]["neo4j"]
LSGRAPH = PROJECT["services"]["lsgraph"]
WEB = PROJECT["services"]["web"]


def check(project: dict[str, Any]) -> None:
    """ValueError for what the Compose Specification does not allow."""
    PyCompose.from_json(json.dumps(project))


def keys(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all keys that the Compose Specification names, at any depth."""
    if isinstance(tree, dict) and path[-1:] != ("environment",):
        for key, value in tree.items():
            if not NAMED_BY_US.intersection(path[-1:]):
                yield (*path, key)
            yield from keys(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from keys(value, (*path, index))


def misspelt(path: tuple[Any, ...], wrong: str) -> dict[str, Any]:
    """A copy of the project in which the key at `path` reads `wrong`."""
    project = copy.deepcopy(PROJECT)
    holder: Any = project
    for step in path[:-1]:
        holder = holder[step]
    holder[wrong] = holder.pop(path[-1])
    return project


def test_the_file_follows_the_compose_specification() -> None:
    PyCompose.from_yaml(filled(COMPOSE, {"NEO4J_PASSWORD": "not-a-real-one"}))
    check(PROJECT)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("services", "neo4j", "healthcheck"), "helthcheck"),
        (("services", "neo4j", "volumes"), "volums"),
        (("services", "neo4j", "environment"), "evironment"),
        (("volumes",), "volums"),
    ],
)
def test_a_known_slip_is_refused(path: tuple[str, ...], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        check(misspelt(path, wrong))


@pytest.mark.parametrize("path", list(keys(PROJECT)), ids=lambda path: ".".join(map(str, path)))
def test_any_misspelt_key_is_refused(path: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError):
        check(misspelt(path, path[-1][:-1]))


def test_the_image_is_the_version_of_the_private_server() -> None:
    image, _, digest = NEO4J["image"].partition("@")
    assert image == "neo4j" and f"# neo4j:{NEO4J_VERSION}-community by its digest" in COMPOSE
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", digest)
    assert digest in (ROOT / "docs" / "docker.md").read_text(encoding="utf-8")
    assert NEO4J["restart"] == "unless-stopped"
    assert parse_duration(NEO4J["stop_grace_period"]) >= 60


def test_the_data_live_in_a_declared_named_volume() -> None:
    [data] = [volume for volume in NEO4J["volumes"] if volume["target"] == "/data"]
    assert data["type"] == "volume"
    assert data["source"] in PROJECT["volumes"]


def test_every_published_port_is_on_loopback() -> None:
    ports = [port for service in PROJECT["services"].values() for port in service.get("ports", ())]
    assert {port["target"] for port in ports} == {7474, 7687, 8765}
    assert all(ip_address(port["host_ip"]).is_loopback for port in ports)
    assert all(service.get("network_mode") is None for service in PROJECT["services"].values())


def test_the_password_comes_from_the_environment_and_has_no_default() -> None:
    asked = [found for found in REFERENCE.finditer(COMPOSE) if found["name"] == "NEO4J_PASSWORD"]
    assert len(asked) == 3
    assert all(found["kind"] == "?" and "8 characters" in found["rest"] for found in asked)
    for environ in ({}, {"NEO4J_PASSWORD": ""}):
        with pytest.raises(KeyError, match="NEO4J_PASSWORD"):
            parsed(environ)
    given = parsed({"NEO4J_PASSWORD": "Given by the user"})["services"]
    assert given["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/Given by the user"
    for name in ("lsgraph", "web"):
        assert given[name]["environment"]["NEO4J_PASSWORD"] == "Given by the user"
    assert "PASSWORD" not in DOCKERFILE


def test_every_dollar_is_a_reference_that_these_tests_understand() -> None:
    assert "$" not in REFERENCE.sub("", COMPOSE)


def test_the_health_check_asks_the_database() -> None:
    health = NEO4J["healthcheck"]
    kind, command = health["test"]
    assert kind == "CMD-SHELL"
    assert re.search(r"\bcypher-shell -a bolt://127\.0\.0\.1:7687 -u neo4j .*RETURN 1", command)
    assert parse_duration(health["start_period"]) >= 60
    assert parse_duration(health["timeout"]) >= 10
    assert health["retries"] >= 3


@pytest.mark.parametrize("password", ["p@ss w0rd$HOME", "a\"b'c`d\\e#f%", "长治济南莱芜泰安"])
def test_the_health_check_reads_any_password_as_it_is(password: str) -> None:
    before, _, _ = NEO4J["healthcheck"]["test"][1].partition("cypher-shell")
    said = subprocess.run(
        ["sh", "-c", f"{before} printenv NEO4J_PASSWORD"],
        env={"PATH": "/usr/bin:/bin", "NEO4J_AUTH": f"neo4j/{password}"},
        capture_output=True,
        check=True,
    )
    assert said.stdout.decode("utf-8") == f"{password}\n"


def test_lsgraph_waits_for_a_database_that_answers_and_starts_none() -> None:
    assert LSGRAPH["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    given = Settings.from_environment(LSGRAPH["environment"])
    assert (given.uri, given.user) == ("neo4j://neo4j:7687", "neo4j")
    assert given.password == "not-a-real-one"
    assert "ENV NEO4J_URI=" in DOCKERFILE


def test_the_web_service_reads_as_nobody_special_and_waits_for_the_database() -> None:
    for name in ("build", "init", "user", "cap_drop", "security_opt", "depends_on"):
        assert WEB[name] == LSGRAPH[name], name
    assert WEB["read_only"] is True and WEB["tmpfs"] == [WEB["environment"]["HOME"]] == ["/tmp"]
    assert {**WEB["environment"], "HOME": None} == {**LSGRAPH["environment"], "HOME": None}
    assert "volumes" not in WEB
    assert WEB["profiles"] and WEB["restart"] == "unless-stopped"
    assert WEB["command"][:2] == ["serve", "--public"]
    [port] = WEB["ports"]
    assert str(port["target"]) in WEB["command"] and str(port["published"]) == "8765"


def test_the_web_service_answers_outside_of_a_container(loaded_server: Settings) -> None:
    """Its command line and its check of health, on another port: that of the container may be taken."""
    with bound(0) as free:
        port = str(free.getsockname()[1])
    words = [port if word == "8765" else word for word in WEB["command"]]
    named = {"NEO4J_URI": loaded_server.uri, "NEO4J_PASSWORD": loaded_server.password}
    environ = os.environ | {name: str(value) for name, value in named.items()}
    check = [
        sys.executable,
        *(word.replace("8765", port) for word in WEB["healthcheck"]["test"][2:]),
    ]
    assert subprocess.run(check, capture_output=True).returncode != 0, "nothing answers yet"
    with subprocess.Popen(
        [Path(sys.executable).with_name("lsgraph"), *words],
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    ) as serving:
        try:
            assert serving.stdout is not None and f":{port}/" in serving.stdout.readline()
            assert subprocess.run(check, capture_output=True).returncode == 0
            page = requests.get(f"http://127.0.0.1:{port}/compare", timeout=60)
            assert page.status_code == 200 and "token" not in page.text
            assert requests.get(f"http://127.0.0.1:{port}/cypher", timeout=60).status_code == 404
            foreign = {"Host": "evil.example"}
            said = requests.get(f"http://127.0.0.1:{port}/groups", headers=foreign, timeout=60)
            assert said.status_code == 421
        finally:
            serving.terminate()
        assert serving.wait(20) is not None


@pytest.mark.parametrize("listen", ["0.0.0.0", "192.0.2.1", "::"])
def test_other_machines_are_let_in_only_to_read(listen: str) -> None:
    with pytest.raises(InputError, match="Add --public"):
        check_listen(listen, False)
    check_listen(listen, True)
    with pytest.raises(InputError, match="address of a network card"):
        check_listen("everywhere", True)


def settings_in_compose() -> dict[str, str]:
    """The settings that the image makes, by its two rules, of every variable but NEO4J_AUTH."""
    variables = NEO4J["environment"]
    assert all(name.startswith("NEO4J_") for name in variables)
    return {
        name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_"): variables[name]
        for name in variables.keys() - {"NEO4J_AUTH"}
    }


def test_the_settings_are_those_of_the_private_server() -> None:
    private = settings_of(NEO4J_VERSION)
    assert private.keys() >= OF_THE_NETWORK
    same = {name: value for name, value in private.items() if name not in OF_THE_NETWORK}
    assert settings_in_compose() == same | {"client.allow_telemetry": "false"}


def judged(settings: Mapping[str, str], home: Path) -> subprocess.CompletedProcess[str]:
    """What Neo4j's own tool says of a neo4j.conf with these settings."""
    lines = [f"{name}={value}\n" for name, value in settings.items()]
    (home / "neo4j.conf").write_text("".join(lines), encoding="utf-8")
    jars = ensure_jars(Settings.from_environment())
    tool = java_command(find_java(), jars, "org.neo4j.server.startup.Neo4jAdminCommand")
    return subprocess.run(
        [*tool, "server", "validate-config"],
        env=java_environment() | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.usefixtures("jars_dir")
def test_neo4j_accepts_every_setting(tmp_path: Path) -> None:
    said = judged(settings_in_compose(), tmp_path)
    assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.usefixtures("jars_dir")
@pytest.mark.parametrize("wrong", ["PASSWORD", "client.allow_telemetri"])
def test_neo4j_refuses_a_setting_that_it_does_not_know(wrong: str, tmp_path: Path) -> None:
    said = judged(settings_in_compose() | {wrong: "false"}, tmp_path)
    assert said.returncode != 0
    assert f"No declared setting with name: {wrong}" in said.stdout + said.stderr


def copied() -> list[str]:
    """The sources of every COPY of the Dockerfile."""
    lines = [line.split() for line in DOCKERFILE.splitlines() if line.startswith("COPY ")]
    assert all(line[-1] != "\\" and not line[1].startswith("--") for line in lines)
    return [source.rstrip("/") for line in lines for source in line[1:-1]]


def sent(root: Path) -> set[str]:
    """The files below `root` that .dockerignore lets through to the builder."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    return {path for path in exclude_paths(root, patterns) if (root / path).is_file()}


@pytest.mark.parametrize("source", copied())
def test_what_the_dockerfile_copies_is_there_and_reaches_the_builder(source: str) -> None:
    place = ROOT / source
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    wanted = {
        path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts
    }
    assert wanted
    assert wanted <= sent(ROOT)


def test_what_the_project_is_built_from_is_copied() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    about, setup = project["project"], project["tool"]["setuptools"]
    needed = {*(name.rstrip("*") for name in setup["packages"]["find"]["include"]), about["readme"]}
    needed |= {"cypher"} | {file.split("/")[0] for file in about["license-files"]}
    needed.add(f"{project['build-system']['build-backend']}.py")
    assert needed | {"pyproject.toml", "requirements.txt"} == set(copied())


def test_nothing_else_reaches_the_builder(tmp_path: Path) -> None:
    wanted = {"graph/offices/ranks.py", "loaders/data/groups.yaml"}
    secret = {".env", "graph/.env", ".git/config", "build/page.html", "neo4j.dump"}
    for name in wanted | secret | {"graph/__pycache__/ranks.pyc", "tests/test_compose.py"}:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert sent(tmp_path) == wanted


def test_the_image_is_pinned_hashed_and_runs_as_nobody_special() -> None:
    assert re.search(r"^FROM python:3\.11\.\d+-slim-\w+$", DOCKERFILE, re.MULTILINE)
    assert "--require-hashes -r requirements.txt" in DOCKERFILE
    installs = [line for line in DOCKERFILE.splitlines() if "pip install" in line]
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)
    users = re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE)
    assert users and users[-1] not in {"root", "0"}
    assert LSGRAPH["user"] == "1000:1000"
    assert 'ENTRYPOINT ["lsgraph"]' in DOCKERFILE.splitlines()


def test_the_docs_explain_every_variable() -> None:
    names = {found["name"] for found in REFERENCE.finditer(COMPOSE) if found["name"]}
    names |= NEO4J["environment"].keys() | LSGRAPH["environment"].keys() | WEB["environment"].keys()
    assert {name for name in names if f"`{name}`" not in DOCS} == set()
