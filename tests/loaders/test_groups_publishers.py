"""Only official sites and known publishers become links."""

from __future__ import annotations

import pytest

from loaders.write.provenance import hosts, link
from tests.loaders.groups_for_tests import shipped


@pytest.mark.parametrize(
    "url",
    [
        "https://app.www.gov.cn/govdata/gov/201807/11/426818/article.html",
        "http://mwr.gov.cn/xw/mtzs/rmrb/201811/t20181123_1055978.html",
        "http://news.cctv.cn/china/20090320/103392.shtml",
        "https://thepaper.cn/newsDetail_forward_2346856",
        "https://zh.wikipedia.org/zh-mo/推动长江经济带发展领导小组",
        "https://GITHUB.com/yescallop/areacodes",
    ],
)
def test_official_sites_and_publishers_are_links(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None, "", "gov.cn", "javascript:alert(1)", "data:text/html,gov.cn", "ftp://gov.cn/x",
        "http://gov.cn.example.com/", "http://notgov.cn/", "http://example.com/gov.cn",
        "http://gov.cn@example.com/", "http://user@gov.cn/", "http://gov.cn:8080/",
        "http://49.213.3.35/doc/1.html", "http://[::1", "https://gov.cn/\n<script>",
        "http://hukajing.com/home/", "https://wikipedia.org/",
        "http://bbs.people.com.cn/thread-1.html", "http://user.blog.scol.com.cn/1", "http://peopleschina.com/",
    ],
)  # fmt: skip
def test_everything_else_is_plain_text(url: str | None) -> None:
    assert link(url) is None


def test_the_list_is_lower_case_and_without_repeats() -> None:
    assert len(set(hosts())) == len(hosts()) and all(host == host.lower() for host in hosts())


def test_most_shipped_addresses_are_mirrors_and_stay_text() -> None:
    linked = {uid for uid, source in shipped().sources.items() if link(source.url)}
    assert {"S01", "S13", "S15", "S23", "S38", "S46", "S50"} <= linked
    assert not {"S02", "S07", "S25", "S33", "S39", "S45", "A138"} & linked
