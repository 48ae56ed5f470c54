"""Titles of offices (职务名称): the grammar, its words, and the ranks that follow by rule."""
