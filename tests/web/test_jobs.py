"""Jobs: one for what was asked, ended by hand or where nobody looks, few at once, results kept a while."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from graph.connection import Database, connect
from graph.connection.free_cypher import ask
from graph.connection.limits import Limits
from graph.core.errors import InputError, LimitReached, Stopped
from graph.core.words import Words
from graph.server.jars import Progress
from graph.settings import Settings
from tests.servers import statements
from tests.web.aside import aside
from tests.web.test_limits import RUNAWAY
from web.http import jobs
from web.http.door import Door
from web.http.jobs import Job, Jobs
from web.http.opened import Opened

SOON_S = 3.0


def runaway(database: Database, report: Progress) -> object:
    report("", 1, 2)
    return ask(database, RUNAWAY[0])


def quick(database: Database, report: Progress) -> object:
    return statements.counted(database=database)[0].nodes


async def until(holds: Callable[[], bool], job: Job | None = None, seconds: float = 60.0) -> float:
    """Seconds until something holds, looking at the job meanwhile where one is given."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < seconds
        if job:
            job.look()
        await asyncio.sleep(0.05)
    return time.monotonic() - begun


def over(
    settings: Settings, talk: Callable[[Jobs, Callable[[], bool]], Any], cores: int = 2
) -> None:
    """Run a talk with the jobs of an application; it is told whether the server works at a runaway."""
    opened = Opened(lambda: connect(settings))

    def working() -> bool:
        rows = statements.transactions(database=watching)
        return any(row.statement.strip() == RUNAWAY[0] for row in rows)

    with connect(settings) as watching:
        try:
            aside(talk(Jobs(Door(opened, Limits(), cores=cores)), working))
        finally:
            opened.close()


@pytest.mark.parametrize("way", ["ended by hand", "left"])
def test_a_job_ends_its_query_in_three_seconds(loaded_server: Settings, way: str) -> None:
    async def talk(held: Jobs, working: Callable[[], bool]) -> None:
        job = held.look("key", runaway)
        await until(working, job)
        assert held.look("key", runaway) is job, "a reload shows the same job"
        assert (job.step, job.steps, job.over) == (1, 2, False)
        if way == "ended by hand":
            held.forget("key")
        took = await until(lambda: not working(), seconds=SOON_S)
        await until(lambda: job.over)
        assert isinstance(job.error, Stopped)
        if way == "left":
            assert took > 1, "a page that looks once a second keeps its job"
        assert held.look("key", quick) is not job, "who asks again begins anew"

    over(loaded_server, talk)


def test_the_end_of_the_application_ends_all(loaded_server: Settings) -> None:
    async def talk(held: Jobs, working: Callable[[], bool]) -> None:
        job = held.look("key", runaway)
        await until(working, job)
        held.end()
        await until(lambda: not working() and job.over, seconds=SOON_S)

    over(loaded_server, talk)


def test_no_more_at_once_than_all_lanes_but_one(loaded_server: Settings) -> None:
    async def talk(held: Jobs, working: Callable[[], bool]) -> None:
        one, other = (held.look(key, runaway) for key in ("one", "other"))
        await until(lambda: one.steps + other.steps > 0, one)
        for _ in range(10):
            one.look()
            other.look()
            await asyncio.sleep(0.1)
        assert {one.steps, other.steps} == {0, 2}, "the other waits for its turn"
        held.end()
        await until(lambda: one.over and other.over)

    over(loaded_server, talk)


def test_what_was_found_is_kept_a_while(
    loaded_server: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def talk(held: Jobs, working: Callable[[], bool]) -> None:
        made = [held.look(number, quick) for number in range(3)]
        await until(lambda: all(job.over for job in made))
        assert made[0].result > 1000 and {job.result for job in made} == {made[0].result}
        assert held.look(2, quick) is made[2]
        monkeypatch.setattr(jobs, "KEPT", 1)
        assert held.look(2, quick) is made[2]
        assert held.look(0, quick) is not made[0], "only the newest is kept"
        monkeypatch.setattr(jobs, "KEPT_S", 2.0)
        job = held.look(3, quick)
        took = await until(lambda: job.over and held.look(3, quick) is not job)
        assert took > 1.9 and job.ended, "what is old is let go, however often somebody looks"

    over(loaded_server, talk)


def test_one_core_leaves_a_lane_for_pages(loaded_server: Settings) -> None:
    async def talk(held: Jobs, working: Callable[[], bool]) -> None:
        job = held.look("key", runaway)
        await until(working, job)
        page = asyncio.ensure_future(held._door.make(lambda: "a page"))
        await until(page.done, job, seconds=5)
        held.end()

    over(loaded_server, talk, cores=1)


def test_a_fault_is_told_once_to_who_looks_next(loaded_server: Settings) -> None:
    def fails(database: Database, report: Progress) -> object:
        raise InputError(Words.same("wrong"))

    async def talk(held: Jobs, working: Callable[[], bool]) -> None:
        job = held.look("key", fails)
        await until(lambda: job.over)
        assert held.look("key", fails) is job
        with pytest.raises(InputError, match="wrong"):
            held.found("key", job)
        assert held.look("key", quick) is not job

    over(loaded_server, talk)


def test_too_many_are_refused_in_words(
    loaded_server: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def talk(held: Jobs, working: Callable[[], bool]) -> None:
        monkeypatch.setattr(jobs, "MOST", 1)
        held.look("one", runaway)
        with pytest.raises(LimitReached, match="Try again in a minute"):
            held.look("other", runaway)
        held.end()

    over(loaded_server, talk)
