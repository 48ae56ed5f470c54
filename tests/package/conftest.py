"""The package and its commands."""

from __future__ import annotations

from tests.cli.conftest import run, server_environment

__all__ = ["run", "server_environment"]
