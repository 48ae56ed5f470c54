"""What the gallery shows: each entry is a command, its image, and how to read it."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A page or figure of the gallery; `name` is that of its image.

    `at` stands after # in the address of the page that is photographed, `end` is the element (CSS) with
    which the image ends, at most `height` pixels below its top. `load` is what the graph must hold.
    """

    name: str
    title: str
    command: str
    alt: str
    shows: str
    read: str
    at: str = "lang=en"
    end: str = ".stage"
    height: int = 1100
    load: str = "lsgraph load groups"

    @property
    def words(self) -> list[str]:
        """The words of the command behind `lsgraph`."""
        return shlex.split(self.command)[1:]

    @property
    def file(self) -> str:
        """The file that the command writes."""
        return self.words[self.words.index("-o") + 1]

    @property
    def is_figure(self) -> bool:
        """Whether the image is what the command writes, and no photograph of a page."""
        return self.file.endswith(".png")

    @property
    def page_words(self) -> list[str]:
        """The command for the page of the same picture; of a page it is the command itself."""
        return [re.sub(r"\.png$", ".html", word) for word in self.words]

    @property
    def page_file(self) -> str:
        """The page that `page_words` write."""
        return re.sub(r"\.png$", ".html", self.file)


GROUP = Entry(
    "group",
    "A group (领导小组)",
    "lsgraph view group group:bth-air-lsg --as-of 2018-07-12 -o group.html",
    "A vice premier as chair on the tier of rank 10; below, three provinces as deputy chairs on tier 8 and four as"
    " members on tier 7, each with a blue tie LINE +2 or LINE +3",
    "The leading small group for air pollution control in and around Beijing, Tianjin and Hebei, nine days after its"
    " founding: chair, deputy chairs and members by the rank of their seats.",
    "The height of a box is its rank; `LINE +2` on a tie says that the chair commands the member (green arrows: the"
    " way of command) and stands two steps of rank above it ([relation and gap](definitions.md#relation-关系),"
    " [the sentence above](pages.md#what-a-groups-sentence-says)).",
)
SERIES = Entry(
    "series",
    "A group through time",
    "lsgraph view series 京津冀及周边地区大气污染防治协作小组 -o series.html",
    "A strip of three columns from 2013 to 2018, all WEAK with gap 0, the second one chosen; in the picture below,"
    " the party secretary of Beijing chairs provinces of equal rank, and Henan is marked as new",
    "The forerunner of that group on 1 May 2015, the day on which Henan joined.",
    "Each column of the strip begins on a day on which the group changes; + is new, ≠ changed, × gone. `PEER 0`: the"
    " chair has the member's rank and commands it not ([the strip](pages.md#a-group-through-time)).",
    at="lang=en&day=2015-05-01",
)
MERGER = Entry(
    "two-days",
    "Side by side: one group on two days",
    "lsgraph view beside 济莱协作区 --as-of 2018-12-25 --as-of 2018-12-26 --suppose-chair 济南市市长 -o two-days.html",
    "Left, Jinan and Laiwu below a supposed chair on 25 December 2018; right, the day after, Laiwu as a dotted"
    " outline marked gone",
    "The cooperation zone of Jinan and Laiwu (济莱协作区) on the eve and on the day of their merger, if the mayor of"
    " Jinan were in the chair.",
    "Both sides have one scale of ranks, so what stands level has one rank; what differs stands above in words. No"
    " source names a chair: what is supposed has a border of dashes and dots and is never stored"
    " ([side by side](pages.md#side-by-side)).",
)
PROVINCES = Entry(
    "two-provinces",
    "Side by side: two provinces (两省对照)",
    "lsgraph view beside 山东省 江苏省 --as-of 2018-12-25 -o two-provinces.html",
    "山东省与江苏省并列：同一级别刻度上的副省级市、地级市与市辖区、县，左右逐层对齐",
    "The divisions of Shandong and Jiangsu by rank, the upper part of the page, in Chinese.",
    "One row is one rank: Shandong has two sub-provincial cities (副省级市) on tier 7, Jiangsu one, and their"
    " districts stand a step above other counties; the name before a row is the unit above it"
    " ([ranks](definitions.md#ranks-级别)).",
    at="lang=zh",
    height=960,
)
GOVERNMENT = Entry(
    "government",
    "A government in all its groups (一个机关参加的全部小组)",
    "lsgraph view government 国家发展和改革委员会 --as-of 2017-06-30 -o government.html",
    "国家发展和改革委员会及其主任、副主任在五个小组中的席位，小组按组长级别分层，类型有强、弱与未知",
    "The National Development and Reform Commission on 30 June 2017: five groups, of which its officials chair two,"
    " in Chinese.",
    "A group stands on the tier of its chair's rank, so what stands above the commission is led from above it; the"
    " word on its box is its type, a tie is a seat ([how it is drawn](pages.md#a-government-with-all-its-groups)).",
    at="lang=zh",
)
PERSON = Entry(
    "person",
    "A person (任职者)",
    "lsgraph view person 韩正 -o person.html",
    "韩正的四项职务及其起止，以及由各职务出任组长、副组长的九个小组，自上而下按级别排列",
    "The posts of Han Zheng (韩正) and the nine groups that he chaired or vice-chaired, in Chinese.",
    "A dashed tie leads to a post, with its period: `≤2014-01-07` is known by that day, `?` unknown; black ties lead"
    " from the post to the groups chaired by it ([a person](pages.md#a-person)).",
    at="lang=zh",
)
REGION = Entry(
    "region",
    "A region",
    "lsgraph view region 山东省 --as-of 2018-12-25 -o region.html",
    "A tree from Shandong at the left to its 17 cities and from each of them to its counties and districts",
    "All 154 divisions below Shandong on the eve of the merger of Laiwu into Jinan.",
    "A green line leads from the upper to the lower government; sign and border tell the level"
    " ([who leads whom](definitions.md#command-统属)).",
    height=1180,
)
REGION_GROUPS = Entry(
    "region-groups",
    "A region with its groups",
    "lsgraph view region 山东省 --groups --as-of 2018-12-25 -o region-groups.html",
    "Shandong and its cities by rank, with six groups: one above the province, two among the cities, three at the"
    " bottom whose rank is unknown",
    "The six groups in force that Shandong or its cities and counties have a part in.",
    "Ties lead from a group to its members with the chair's relation and gap; a group without a known chair hangs at"
    " the bottom with a broken border, its ties with a question mark ([which groups](pages.md#a-region-with-its-groups)).",
    height=1600,
)
NATION = Entry(
    "nation",
    "The national hierarchy, one province opened (全国行政区划)",
    "lsgraph view nation --as-of 2018-12-25 -o nation.html",
    "全国各省为一行行方框，山东省已展开为其地级市，其右为山东省的详情与来源",
    "All 3,220 divisions down to counties on one page, Shandong opened to its cities, in Chinese.",
    "`▸` is closed, the number after + says how many divisions lie below; a click opens, a broken line is leadership"
    " on behalf of the province (代管) ([the outline](pages.md#the-national-hierarchy-全国行政区划)).",
    at="lang=zh&open=100000,370000&at=370000",
    end=".work",
)
MAP = Entry(
    "map",
    "A map",
    "lsgraph view map authority_by_member --column gap -p groups=group:bth-air-lsg -p as_of=2018-07-12 --as-of"
    " 2018-07-12 -o map.html",
    "Outlines of the provinces: Hebei, Beijing and Tianjin in yellow with gap 2, Shanxi, Inner Mongolia, Shandong and"
    " Henan in dark blue with gap 3, all others hatched as no value",
    "The same group as at the top as a map: the gap of its chair over each member province.",
    "Colour and hatching are classes of the number, hatched lines mean no value and never 0; read"
    " [what the outlines leave out](figures.md#a-map-of-regions) before you publish one.",
    end="figure",
)
QUERY = Entry(
    "query",
    "The answer of a catalogue query",
    "lsgraph view query succession_ties -p unit=div:371200:莱芜市 -o query.html",
    "Five boxes Laiwu of rank 4, tied by upgrade and recode from 1983 to 1990, then split to the prefecture Laiwu in"
    " 1992, which merges into Jinan in 2018",
    "How the county of Laiwu (莱芜) became a city, got other codes, rose to a prefecture and was merged into Jinan.",
    "Every code, name and status that a place had is a box of its own; the words on a tie are kind and day of the"
    " change. Any query whose rows are ties can be drawn, your own too"
    " ([columns](pages.md#any-query-that-returns-ties)).",
)
REPORT = Entry(
    "report",
    "A comparison report",
    "lsgraph compare 山东省 广东省 --as-of 2018-12-25 -o report.html",
    "A report that first says that its figures support no inference, then warnings and findings, then both provinces"
    " as hierarchies on one scale of rank with two groups each",
    "Shandong and Guangdong compared, the head of the report: what can not be said comes first.",
    "A numbered box is a group on the tier of its chair, its lines lead to its members; how figures, bounds and tests"
    " are computed is in [regions.md](regions.md), the words are those of [definitions.md](definitions.md).",
    end="main section:has(#structures)",
    height=1500,
)
LIST = Entry(
    "list",
    "The list of groups (小组总表)",
    "lsgraph data index -o list.html",
    "小组总表：按名称、地区、层级、领域、类型与年份筛选，每行一个小组及其类型、级差与统属覆盖率",
    "All 565 documented groups, the 527 of the gathered dataset too, as a list that filters, in Chinese.",
    "Type, gap and line [coverage](definitions.md#line-coverage-统属覆盖率) (LC) are read on the last documented day of each group, – is unknown; the groups are"
    " what was found, no sample ([findings](findings.md), [types](definitions.md#type-类型)).",
    at="lang=zh",
    end="main",
    height=760,
    load="lsgraph load groups --all",
)
FIGURE = Entry(
    "figure",
    "A figure for a paper (论文插图)",
    "lsgraph view group 济莱协作区 --as-of 2018-12-25 --suppose-chair 济南市市长 --lang zh --width 85 --no-title -o figure.png",
    "单栏插图：山东省在上，济南市与假设的组长济南市市长同级，莱芜市低一级，连线注明本职 0 与仅级别高 +1，下有图例",
    "One column (85 mm) of a journal, in Chinese, without the title that the journal sets itself.",
    "`仅级别高 +1` (OUTRANK_ONLY) is a chair who stands one step above the member and commands it not; every"
    " relation has a pattern of its own and is told without colour ([figures.md](figures.md#a-figure-for-a-paper)).",
)

ENTRIES = (
    GROUP, SERIES, MERGER, PROVINCES, GOVERNMENT, PERSON, REGION, REGION_GROUPS, NATION, MAP, QUERY,
    REPORT, LIST, FIGURE,
)  # fmt: skip
