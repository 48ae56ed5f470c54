"""Corrections of the user's own (更正文件): files of a folder, laid over the shipped data as they are loaded."""
