"""The command `lsgraph`; `python -m lsgraph` is the same."""

from cli.main import main

if __name__ == "__main__":
    main()
