"""Files that hold one list: reviewed decisions, known cases."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from graph.core.words import Words
from loaders.files.problems import Problems
from loaders.files.yaml import read_yaml
from loaders.form.validation_messages import explained, where

T = TypeVar("T", bound=BaseModel)


def read_list(path: Path, name: str, model: type[T]) -> tuple[T, ...]:
    """The rows of the list `name`. Raises InvalidData with every fault, its file and line."""
    problems = Problems()
    file = read_yaml(path, problems)
    problems.stop()
    assert file is not None  # a file that cannot be read is a problem
    rows = file.tree.get(name)
    if not isinstance(rows, list):
        problems.add(
            file.at(), Words(f"The file holds no list `{name}`.", f"文件中没有列表 {name}。")
        )
    found = []
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        try:
            found.append(model.model_validate(row))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                text, like = explained(detail, model)
                problems.add(file.at(name, number, *where(detail)), text, like)
    problems.stop()
    return tuple(found)
