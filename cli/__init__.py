"""The command line: options in, one public function called, the answer printed."""

from importlib import metadata


def tell_version() -> None:
    """Print what is installed."""
    print(f"lsgraph {metadata.version('lsgraph')}")
