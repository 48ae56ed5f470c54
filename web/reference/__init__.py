"""The public reference (`lsgraph site`): the graph as static pages, which open from a disk and from any host.

Here lives what asks the graph once for everything, names the file of each page and writes it; no second
page of a thing that `web/pages` has, no definition and no Cypher. A page is written in English and in Chinese
(`en/`, `zh/`), and what both use (pictures, citations, scripts, index) once beside them.
"""
