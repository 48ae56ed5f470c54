"""Answers as HTML, in one language a page: pure functions, which know nothing of a request.

`lsgraph serve` answers with them; whoever writes the same pages as files calls them too.
"""
