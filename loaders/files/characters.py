"""Characters of one kind for one thing: widths of signs, traditional characters, sounds behind a name.

Each map here gives one character for one, so that a place in the even text is the same place in the text
as it was published.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol
from unicodedata import combining, normalize

from loaders.files.decoding import common

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
"""Of a regular expression: Chinese characters."""

TRADITIONAL_TEXT = 0.05
"""Share of characters of traditional texts only, from which a whole text is one."""

TRADITIONAL_LINE = 0.15
"""The same of a line in a text that is not: a quoted name does not make a line traditional."""

_BLANK = re.compile("[\u2800\u115f\u1160\u3164\uffa0]")
"""Characters without ink that do not count as spaces by their class: patterns of Braille, fillers."""

_SAME = str.maketrans({
    **{chr(code): chr(code - 0xFEE0) for first, last in (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ"))
       for code in range(ord(first), ord(last) + 1)},
    **dict.fromkeys("•‧・･∙⋅", "·"), "｡": "。", "､": "、",
    "「": "“", "」": "”", "『": "‘", "』": "’", "｢": "“", "｣": "”",
})  # fmt: skip
_FORMS = re.compile("[\ufe10-\ufe19\ufe30-\ufe4f\ufe50-\ufe6f]")
"""Forms of signs for vertical lines, and small ones."""

_WIDE = str.maketrans("(),;?!", "（），；？！")
_NARROW = re.compile(r"[();?!]|(?<!\d),|,(?!\d)")
_STOP = re.compile(rf"(?<=[{HAN}）])\.(?=\s*$)")
_OLD = str.maketrans("吿靑淸鄕姸敎眞户", "告青清乡妍教真户")
"""Shapes of the old print that the table of traditional characters leaves."""
_REPLY = re.compile("(?<=[批答回])覆|覆(?=函)")

_SYLLABLE = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]{1,3}(?:ng|n|r)?"
_SPELT = re.compile(rf"(?:{_SYLLABLE}[\s'’·-]*){{1,6}}")
_SOUND = re.compile(
    r"\s?[（(\[［]\s*(?P<told>(?:汉语)?(?:拼音|读音|音|读作?|注音)\s*[：:为]?\s*)?"
    r"(?P<letters>[a-zA-Z\u00c0-\u024f\u0300-\u030f\u3105-\u312f\s'’·ˊˇˋ˙-]{2,40})[）)\]］]"
)
_HAN_BEFORE = re.compile(rf"[{HAN}]{{1,6}}$")


class _Converter(Protocol):
    def convert(self, text: str) -> str:
        """The text in simplified characters."""


def blanks(text: str) -> str:
    """The text with a space for each character without ink."""
    return _BLANK.sub(" ", text)


def even_widths(text: str) -> str:
    """Signs as a Chinese line prints them, letters and digits narrow; one character for one.

    A comma or colon between digits stays: 8:30, 1,000.
    """
    one = _FORMS.sub(lambda found: _single(found[0]), text).translate(_SAME)
    if not re.search(f"[{HAN}]", one):
        return one
    return _STOP.sub("。", _NARROW.sub(lambda found: found[0].translate(_WIDE), one))


def _single(form: str) -> str:
    plain = normalize("NFKC", form)
    return plain if len(plain) == 1 and not plain.isspace() else form


@cache
def _converter() -> _Converter:
    from opencc import OpenCC

    made: _Converter = OpenCC("hk2s")
    return made


def simplified(text: str) -> str:
    """Traditional characters (of Hong Kong and Taiwan too) simplified, one for one (opencc)."""
    made = _converter().convert(text)
    if len(made) != len(text):
        singles = [_converter().convert(char) for char in text]
        made = "".join(
            new if len(new) == 1 else old for new, old in zip(singles, text, strict=True)
        )
    return _REPLY.sub("复", made.translate(_OLD))


def share_of_traditional(text: str) -> float:
    """Share of the Chinese characters that only traditional texts have; 0.0 for a text without any.

    乾 and 著, which simplification may change, stand in simplified texts too.
    """
    han = re.findall(f"[{HAN}]", text)
    plain = simplified("".join(han))
    changed = sum(old != new and not common(old) for old, new in zip(han, plain, strict=True))
    return changed / len(han) if han else 0.0


def without_sounds(text: str) -> str:
    """The text without the sounds in brackets behind characters: 禤（xuān）某某, 张三（Zhang San）.

    Letters without tones go only where they spell the characters before them, so （WTO） stays.
    """
    return _SOUND.sub(lambda found: "" if _is_sound(found, text) else found[0], text)


def _is_sound(found: re.Match[str], text: str) -> bool:
    before = _HAN_BEFORE.search(text[: found.start()])
    letters = found["letters"].strip()
    if before is None or not letters:
        return False
    if found["told"] or re.fullmatch(r"[\u3105-\u312fˊˇˋ˙\s]+", letters):
        return True
    apart = normalize("NFD", letters.lower().replace("ü", "v"))
    bare = "".join(char for char in apart if not combining(char))
    if not _SPELT.fullmatch(bare):
        return False
    return len(bare) < len(apart) or _spells(re.sub(r"[^a-z]", "", bare), before[0])


def _spells(letters: str, characters: str) -> bool:
    """Whether the letters are the sounds of the last characters, by any of their readings."""
    from pypinyin import Style, pinyin

    rests = {letters}
    for sounds in reversed(pinyin(characters, style=Style.NORMAL, heteronym=True)):
        rests = {
            rest.removesuffix(sound) for rest in rests for sound in sounds if rest.endswith(sound)
        }
        if "" in rests:
            return True
    return False
