"""Where the original of a copy stands: told by rule, only where it is certain, only at listed hosts."""

from __future__ import annotations

import pytest

from loaders.form.schema import SourceEntry
from loaders.groups.read import read_everything
from loaders.write.addresses import addresses
from loaders.write.provenance import link
from tests.documents import ROOT


def source(
    url: str | None, title: str = "x", kind: str = "press_mirror", date: str | None = None
) -> SourceEntry:
    """A source of that address."""
    return SourceEntry.model_validate({"title": title, "url": url, "kind": kind, "date": date})


@pytest.mark.parametrize(
    ("made", "address"),
    [
        (source("http://nakedoat.com/govweb/jrzg/2011-09/23/content_1955038.htm", date="2011-09-23"),
         "https://www.gov.cn/jrzg/2011-09/23/content_1955038.htm"),
        (source("http://nakedoat.com/jrzg/2011-09/23/content_1955038.htm", date="2014-09-23"), None),
        (source("http://nakedoat.com/jrzg/2011-09/23/content_1955038.htm"), None),
        (source("http://x.cn/xwzx/2011-09/23/content_1955038.htm", date="2011-09-23"), None),
        (source("http://big5.www.gov.cn/gate/big5/www.gov.cn/zwgk/2013-05/06/content_2396684.htm"),
         "http://www.gov.cn/zwgk/2013-05/06/content_2396684.htm"),
        (source("http://big5.x.cn/gate/big5/www.x.cn/a.htm"), None),
        (source("http://m.x.com/gn/news/2009/06-17/1737665.shtml", "松花江防汛总指挥部更名（中新网）"),
         "https://www.chinanews.com.cn/gn/news/2009/06-17/1737665.shtml"),
        (source("http://m.x.com/gn/news/2009/06-17/1737665.shtml", "松花江防汛总指挥部更名"), None),
        (source("http://m.x.com/politics/2018-11/14/c_1123714084.htm", "湖长（新华社）"),
         "http://www.xinhuanet.com/politics/2018-11/14/c_1123714084.htm"),
        (source("http://6773257.com/newsDetail_forward_27176159?commTag=true"),
         "https://www.thepaper.cn/newsDetail_forward_27176159"),
        (source("https://a.kfd.me/wiki/国家旅游局", "国家旅游局", "encyclopedia"),
         "https://zh.wikipedia.org/wiki/%E5%9B%BD%E5%AE%B6%E6%97%85%E6%B8%B8%E5%B1%80"),
        (source("https://notkfd.me/wiki/国家旅游局", "国家旅游局", "encyclopedia"), None),
        (source("https://zh.m.wikipedia.org/wiki/国家旅游局", "国家旅游局", "encyclopedia"),
         "https://zh.wikipedia.org/wiki/%E5%9B%BD%E5%AE%B6%E6%97%85%E6%B8%B8%E5%B1%80"),
        (source("https://ja.m.wikipedia.org/wiki/国家旅游局", "国家旅游局", "encyclopedia"), None),
        (source("http://big5.www.gov.cn/gate/big5/www.gov.cn/a.jsp?id=7"), "http://www.gov.cn/a.jsp?id=7"),
        (source("https://a.kfd.me/wiki/Northeast_Summit", "x", "encyclopedia"), None),
        (source("https://factpedia.org/wiki/国家旅游局", "国家旅游局（求真百科）", "encyclopedia"), None),
        (source("https://thepaper.cn/newsDetail_forward_2346856"),
         "https://thepaper.cn/newsDetail_forward_2346856"),
        (source(None), None),
    ],
)  # fmt: skip
def test_the_original_is_told_only_where_it_is_certain(
    made: SourceEntry, address: str | None
) -> None:
    assert addresses({"X": made}).get("X") == address


def test_a_copy_of_an_act_leads_to_the_act() -> None:
    act = source("https://www.gov.cn/a.htm", "通知 国办函〔2021〕21号", "gov_doc")
    copy = source("https://x.com/a", "国办函[2021]21号（转载）", "gov_doc_mirror")
    report = source("https://x.com/b", "解读国办函〔2021〕21号", "press_mirror")
    assert addresses({"A": act, "B": copy, "C": report}) == dict.fromkeys("AB", act.url)


def test_every_address_is_at_a_listed_host_and_more_lead_somewhere() -> None:
    sources = read_everything().sources
    found = addresses(sources)
    assert all(link(at) == at for at in found.values())
    own = {uid for uid, one in sources.items() if link(one.url)}
    assert own <= found.keys()
    told = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    ruled = sum(at != sources[uid].url for uid, at in found.items())
    assert f"{len(found)} of {len(sources):,} sources have one; for {ruled} of them a rule" in told
    assert len(found) >= 370
