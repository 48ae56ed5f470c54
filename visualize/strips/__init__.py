"""Rows of marks on one scale (strips of ranks, dots on the axis of the gap), for every kind of file.

A scene is laid out in pixels; it becomes an inline SVG or a figure of matplotlib.
"""
