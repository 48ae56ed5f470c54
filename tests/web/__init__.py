"""Tests of the application in the browser: on the real graph, as programs, pages and processes see it."""
