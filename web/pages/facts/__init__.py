"""Facts in words: what their properties and values are called, and who says each.

Here lives what pages of corrections and of statements share; no page of a thing, and no request.
"""
