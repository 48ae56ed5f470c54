"""The command `lsgraph`; `python -m lsgraph` is the same."""

import sys

from cli import tell_version


def main() -> None:
    """Tell the version at once; anything else is for the commands."""
    if sys.argv[1:] == ["--version"]:
        tell_version()
        return
    from cli.main import main

    main()


if __name__ == "__main__":
    main()
