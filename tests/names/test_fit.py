"""The rule of every search: what fits a name, how well, and what does not."""

from __future__ import annotations

import pytest

from graph.names.fit import Fit, best_fit, fit
from graph.names.readings import plain, readings

CHONGQING = "重庆市2010年领导小组"


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        ("京津冀协同发展", "京津冀协同发展", Fit.WHOLE),
        ("京津冀协同发展", "京津冀", Fit.START),
        ("京津冀协同发展", "协同", Fit.LATER),
        ("京津冀协同发展", "jingjinjixietongfazhan", Fit.WHOLE),
        ("京津冀协同发展", "Jīng jīn jì", Fit.START),
        ("京津冀协同发展", "jing'jin'ji", Fit.START),
        ("京津冀协同发展", "jjjxtfz", Fit.WHOLE),
        ("京津冀协同发展", "ｊｊｊ", Fit.START),
        ("京津冀协同发展", "京津ji", Fit.START),
        ("京津冀协同发展", "jjjx tongf", Fit.START),
        ("京津冀协同发展", "xtfz", Fit.LATER),
        ("京津冀协同发展", "jjjxtfzz", None),
        ("京津冀协同发展", "ingjin", None),
        ("京津冀协同发展", "京冀", None),
        ("“云贵五城”区域联盟", "yunguiwuchengquyu", Fit.START),
        (CHONGQING, "chongqingshi nianlingdaoxiaozu", Fit.WHOLE),
        (CHONGQING, "zhongqing", Fit.START),
        (CHONGQING, "2010", Fit.LATER),
        ("吕梁市", "lvliang", Fit.START),
        ("吕梁市", "lüliang", Fit.START),
        ("Air Pollution Control in Beijing", "air pollution", Fit.START),
        ("Air Pollution Control in Beijing", "control IN", Fit.LATER),
        ("Air Pollution Control in Beijing", "ollution", None),
        ("Air Pollution Control in Beijing", "apc", None),
        ("京津冀", "", None),
        ("京津冀", "?!…", None),
        ("", "a", None),
        ("——", "a", None),
    ],
)
def test_what_fits(name: str, typed: str, found: Fit | None) -> None:
    assert fit(name, typed) is found


def test_the_best_of_all_names_counts() -> None:
    assert best_fit(("长江保护", None, "Yangtze"), "yangtze") is Fit.WHOLE
    assert best_fit((None, ""), "yangtze") is None


def test_a_long_word_of_one_letter_is_refused_at_once() -> None:
    """Vowels that are readings and initials at once, as often as can be: no branching without end."""
    assert fit("额阿俄" * 40 + "市", "a" * 5000) is None
    assert fit("额阿俄" * 40 + "市", "eae" * 40 + "x") is None


def test_signs_tones_and_widths_do_not_count() -> None:
    assert plain("Lǜ-Sè（2019） ") == "lu se 2019"
    assert {"nu", "nv"} <= {*readings("女")}
    assert readings("-") == ()
