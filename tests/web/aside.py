"""Coroutines beside the tests: a browser of an earlier test keeps an event loop in their thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def aside(talk: Coroutine[Any, Any, T]) -> T:
    """What the coroutine gives, run to its end in a thread of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, talk).result()
