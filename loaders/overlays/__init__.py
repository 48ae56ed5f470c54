"""Corrections of the user's own (更正文件): files laid over the shipped data as they are loaded."""
