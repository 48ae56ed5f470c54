"""Text measures and line breaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from visualize.picture.texts import drawable, text_width, wrap


@given(st.text(max_size=200), st.integers(1, 4))
def test_lines_fit_and_nothing_is_lost_unless_cut(text: str, most: int) -> None:
    lines = wrap(text, 14, 150, most)
    assert len(lines) <= most
    assert all(text_width(line, 14) <= 150 for line in lines)
    if lines and not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(drawable(text).split())


def test_latin_words_stay_whole_and_chinese_breaks_anywhere() -> None:
    assert wrap("Ministry of Ecology", 14, 120, 3) == ("Ministry of", "Ecology")
    assert wrap("京津冀及周边地区", 14, 60, 3) == ("京津冀及", "周边地区")


def test_marks_that_turn_text_round_are_not_drawn() -> None:
    assert drawable("a\u202eb\u2066c\x00d\ne") == "abcd e"


def test_a_rare_character_of_a_name_stays() -> None:
    """The second character of the town 441881120 is of Unicode 15."""
    assert drawable("下\U00031cea镇") == "下\U00031cea镇"
