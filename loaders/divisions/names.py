"""Short names and pinyin of divisions: 济南市 gives 济南, jinan."""

from __future__ import annotations

import re
from functools import cache

from pypinyin import Style, lazy_pinyin

from loaders.divisions.read import SHIPPED
from loaders.files.yaml import shipped_yaml

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|毛难|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|崩龙|保安|"
    "裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_PEOPLES_ALONE = "蒙古|哈萨克|塔吉克|柯尔克孜|锡伯|维吾尔|鄂伦春|各族"
_TYPES = "特别行政区|自治区|特区|地区|省|市|县|区|盟"
_WHOLE_TYPES = {"神农架林区": "神农架", "海南行政区": "海南", "内蒙古自治区": "内蒙古"}
_NEW_AREAS = ("浦东新区", "滨海新区", "两江新区", "沈北新区")
_SYLLABLE_BREAK = ("a", "e", "o")


@cache
def short_name(name: str) -> str:
    """Name without its type and without the peoples of an autonomous unit.

    A name that would keep one syllable stays whole (单县, 城区), and so does a banner (旗).
    """
    if name in _WHOLE_TYPES:
        return _WHOLE_TYPES[name]
    if name in _NEW_AREAS:
        return name.removesuffix("新区")
    if name.endswith("矿区"):
        return name
    if "自治" in name or name.endswith("族区"):
        return _autonomous(name)
    stripped = re.sub(rf"({_TYPES})$", "", name)
    return stripped if len(stripped) > 1 else name


def _autonomous(name: str) -> str:
    place = re.sub(r"(自治.|区)$", "", name)
    peoples = rf"((?:{_PEOPLES})族)*((?:{_PEOPLES})族|{_PEOPLES_ALONE})$"
    return re.sub(peoples, "", place) or place.removesuffix("族")


@cache
def pinyin(name: str) -> str:
    """Pinyin of the short name in lower case without tones, an apostrophe before a, e or o.

    pinyin.yaml overrides what pypinyin misreads (长治, 六安), by full or short name.
    """
    short = short_name(name)
    _, names = _overrides()
    return names.get(name) or names.get(short) or spelt(short)


def spelt(short: str) -> str:
    """Pinyin of a short name, character by character; some are read in one way whatever stands beside."""
    characters, _ = _overrides()
    read = lazy_pinyin(short, style=Style.NORMAL, v_to_u=True)
    first, *rest = (characters.get(sign, part) for sign, part in zip(short, read, strict=True))
    return first + "".join(
        f"'{part}" if part.startswith(_SYLLABLE_BREAK) else part for part in rest
    )


@cache
def _overrides() -> tuple[dict[str, str], dict[str, str]]:
    raw = shipped_yaml(SHIPPED / "pinyin.yaml")
    return raw["characters"], {row["name"]: row["pinyin"] for row in raw["overrides"]}
