"""How a group came to be in the graph, and so what it can stand for."""

from __future__ import annotations

from graph.core.words import Words

CASE, EXAMPLE, GATHERED, OWN = "case", "example", "gathered", "own"
"""A case of the paper; a shipped example; one of the gathered dataset; one of the user's own files."""

STANDINGS = {
    CASE: Words("case of the paper", "论文案例"),
    EXAMPLE: Words("shipped example", "随附示例"),
    GATHERED: Words("gathered dataset", "搜集数据集"),
    OWN: Words("your own file", "自备数据"),
}

SHIPPED = "groups"
"""The dataset of all that ships: the examples, and the gathered dataset where it is loaded."""

EXAMPLES = frozenset(
    f"group:{name}"
    for name in (
        "a-jjj-air-cooperation", "ah-river-chief-2021", "bth-air-lsg", "central-covid",
        "central-cyber", "central-deep-reform", "central-hkmo", "central-rise-joint-meeting",
        "climate-energy-saving", "cy-joint-conference", "czt-secretaries", "gba-lsg", "gd-gba-lsg",
        "guangfo", "guangfozhao", "hainan-reform-opening", "hn-czt-lsg", "huaihai-core",
        "hzmb-task-force", "jiaodong", "jinan-laiwu", "jining-weishan-lake-tourism-dev",
        "jjj-coordinated-development", "poverty-alleviation", "sc-chengdemeizi",
        "sc-northeast-revitalisation", "sc-western-development", "sd-river-chief",
        "sd-xiaoqing-river", "sd-yellow-river", "taihu-lake-chiefs", "taihu-yangtze-estuary-lsg",
        "weishan-lake-tourism", "west-two-basics-2004", "xingning-2021", "yangtze-economic-belt",
        "yrd-air-coop", "yrd-integration-lsg",
    )
)  # fmt: skip
"""The 38 bodies of loaders/data/groups, each chosen by hand; a test holds the list against the files."""


def standing_of(group: str, in_paper: bool | None, dataset: str) -> str:
    """`case`, `example`, `gathered` or `own`, from the uid and the dataset that wrote the group."""
    if in_paper:
        return CASE
    if dataset != SHIPPED:
        return OWN
    return EXAMPLE if group in EXAMPLES else GATHERED
