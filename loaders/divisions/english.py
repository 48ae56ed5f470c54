"""English names of divisions: pinyin without tones, but where usage differs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ruamel.yaml import YAML

NAMES = Path(__file__).parents[1] / "data" / "divisions" / "names_en.yaml"


def english_name(code: str, pinyin: str) -> str:
    """The English name of a division: Shaanxi for 610000 (陕西), else its pinyin with a capital."""
    return _names().get(code) or pinyin.capitalize()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return dict(YAML(typ="safe").load(NAMES.read_text(encoding="utf-8")))
