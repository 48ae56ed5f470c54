"""The application in the browser (`lsgraph serve`): what the commands answer, behind an address.

Here lives what turns a request into one call of a public function of graph, loaders or visualize, and its
answer into a page or JSON; no definition, no Cypher and no second way to ask.

A screen is three things:

1. `web/pages/NAME.py`, a pure function from an answer and an `Around` to HTML, with its template in
   `web/pages/templates`. It knows nothing of a request, so that a static site can write the same page.
2. `web/screens/NAME.py` with `routes(site)`, a router. A route reads its parameters, asks through
   `await site.ask(request, lambda database: ...)`, which keeps the limits and ends the question where the
   reader leaves, and returns `site.html(page)`. Errors in words are not caught: they become a page.
3. A line in `SCREENS` of `web/app.py`, with `private=True` where `--public` must not offer it, and one in
   `NAV` of `web/pages/around.py` where it belongs into the head of every page.

A form that changes something posts to its own address: the guard has seen to it that the request comes
from a page of ours. Every state that only reads is an address.
"""
