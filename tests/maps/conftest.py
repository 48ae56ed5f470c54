"""The command on the loaded graph, as the tests of the command line have it."""

from tests.cli.conftest import run, server_environment

__all__ = ["run", "server_environment"]
