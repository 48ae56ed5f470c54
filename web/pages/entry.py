"""Pages for those who are not inside: how to enter, and links from elsewhere."""

from __future__ import annotations

from web.pages.around import Around, address
from web.pages.render import render


def entry_page(around: Around) -> str:
    """Say how to enter."""
    return render("entry.html", around, kind="enter", onward="")


def foreign_page(around: Around) -> str:
    """Ask a reader who comes from a page of another origin whether to go on."""
    return render("entry.html", around, kind="foreign", onward=address(around.here))


def onward_page(around: Around, onward: str) -> str:
    """Lead on to an address of ours."""
    return render("entry.html", around, kind="onward", onward=onward)
