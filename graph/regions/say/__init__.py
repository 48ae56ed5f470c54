"""The figures of a comparison in sentences of both languages, with methods and references."""
