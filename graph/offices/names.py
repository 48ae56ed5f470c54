"""How names of bodies (单位) are made: words of a level, of the centre, of nobody in particular."""

from __future__ import annotations

import re

from graph.core.words import Words

LEVEL = "自治[区州县旗]|地区|省|市|区|县|州|旗|盟|地"
NO_SINGLE_BODY = Words("it names no single body", "它不是指单一机构")
"""Why 各街道 and 旅游部门 become no unit."""
VAGUE = re.compile(
    r"^(?:各|全部|全体|相关|有关|\d)|单位$|部门$|(?:负责人|同志|人员)$|^[^、]+[省市县区州盟旗]、[^、]+[省市县区州盟旗]$"
)
TOWNSHIP = re.compile(
    r"(?:镇|乡|街道)(?:.{1,6}村$|办事处|(?:人民)?政府|党工委|党?委|纪工委|纪委|人大|人大工委)?$|"
    r"(?:(?<!度假)村|社区|苏木|嘎查)(?:村?委会|居委会|党支部|党总支|党委)?$"
)
SEVERAL = re.compile(
    r"(?<!^党)(?<!^[省市区县州旗盟地])(?:[局厅办院处部社校台]|(?<!党)委)、.*[局厅委办院处部会社校台所站]$"
)
"""市财政局、市审计局; 省委、省政府督查室 is one."""
NAMELESS = re.compile(r"(?:街道|乡镇|镇|乡|社区|村)(?:办事处|党工委|党委|政府|人大|综治|居委会)")
"""A township's body without the township's name."""
SPECIAL = ("林区", "特区", "新区", "矿区")
"""Kinds of districts that stand for the whole name, as 林区 for 神农架林区."""
CORPS = re.compile(r"(?:新疆生产建设)?兵团")
DIVISION_OF_CORPS = re.compile(r"(?:农?第?)[一二三四五六七八九十]+师(?!.{2,5}市)")
XINJIANG = "65"
NAMED_IN_FULL = re.compile(
    r"第[一二三四五六七八九十]+师|.{2,4}战区|.*(?:部队|集团军|舰队)|人行|人民银行|中国|国网|国家|农业银行|"
    r"中[铁交建冶][一二三四五六七八九十\d].*|工商银行|建设银行|国开行|农发行.{3,}|[工农中建交]行.{3,}|[一二三四五六七八九十\d]+团|"
    r".{2,}(?:海关|(?<!地方)海事局|铁路(?:局|分局|办事处|公司)|边防检查站|边检站)|"
    r".{2,}(?:有限公司|有限责任公司|股份公司)|.{2,}石油(?:管理|勘探)局|中石油|中石化|中海油|"
    r"(?!.*(?:投|务|交通|公交|地铁|轨道|旅|机场|燃气|热力|供销|粮食|国资|能源|建设|报业|广电|出版|演艺|物流|环境|水利|农业|发展)集团)"
    r".{2,}集团|"
    r"(?!.*(?:电视|老年|职工|开放|业余)大学).{2,}大学"
)
"""Names that do not take the name of the government beside them."""
GOVERNMENT = re.compile(
    r"(?P<whose>.*?)(?:(?:人民)?政府|(?<=[省市区县州旗盟])府|人民委员会|革命委员会|革委会|行署|行政公署)"
)
PARTY = re.compile(r"(?P<whose>.*?)(?:党委|(?<=[省市区县州旗盟地])委)")
NO_LEVEL = ("市场", "区域", "市政工程", "市政局", "市政公用", "市容", "县域", "省际", "地方", "地震", "地税",
             "地质", "地勘", "州界")  # fmt: skip
"""Words that begin like a level (市, 区) and are none."""
_BASIN = re.compile(r"(?:长江|黄河|淮河|海河|珠江|松辽)水利委员会|太湖流域管理局|治淮委员会")
"""Basin authorities (流域机构) of the ministry, written without it."""
MINISTRY_OF_BASINS = "水利部"
_BASIN_SHORT = re.compile(
    "(?:水利部)?(黄河?|长江|淮河?|海河?|珠江?|松辽)委(?:会)?(?!员|常|办|书)|太湖局"
)
_BASIN_IN_FULL = {"黄": "黄河", "淮": "淮河", "海": "海河", "珠": "珠江"}
"""黄委会, 长江委: basin authorities by their short names."""
ALWAYS_CENTRAL = re.compile(
    "(?:国家|长江|黄河|淮河|海河|珠江|松花江|松辽|太湖(?:流域)?)防(?:总|汛(?:抗旱)?总指挥部)|"
    "(?:水电|石油|邮电|电力|能源|电子|机电|机械|冶金|化工|煤炭|地矿|地质|纺织|轻工|核工业|航空|航天|物资|商业)部(?![门队长])."
    "{2,}|(?:中国人民)?解放军(?!驻)|总(?:参谋|政治|后勤|装备)部|海军|空军|火箭军|第二炮兵|二炮|武警(?:部队|总部)|"
    "(?:中央)?军委|(?:北京|沈阳|济南|南京|广州|成都|兰州)军区|[东南西北中]部战区|中科院|"
    "民航.{2,12}(?:管理局|监管局|监管办)|长江航运|长航|中直|中央直属|"
    "(?:长江|黄河|淮河|海河|珠江|松花江|松辽)(?:流域|航务|航道)"
)
"""How names begin that are of the centre wherever they stand: floods (防总), the army, 中科院, air."""
STATIONED = ("军分区", "人武部", "武装部", "武警", "气象局", "海关", "海事局", "国税局", "税务局", "烟草",
              "消防", "邮政", "邮电")  # fmt: skip
"""Offices that stand in every place and are not its government's."""
ZONE = re.compile(
    r"(?:开发|新|园|高新|经开|试验|示范|保税|度假|风景|矿|林|灌|库|自贸|功能|合作|工业|保护|管理|片|港)区$"
)
"""Ends of names of zones (功能区), which are no divisions."""
DISTRICT = re.compile(r".{2,}(?:省|市|自治区|区|县|自治州|州|自治县|旗|(?<![联同])盟|地区)$")
"""Names that end like a division's."""


def with_ministry(name: str) -> str:
    """长江水利委员会 is 水利部长江水利委员会."""
    if short := _BASIN_SHORT.match(name):
        basin = _BASIN_IN_FULL.get(short[1], short[1])
        name = (f"{basin}水利委员会" if basin else "太湖流域管理局") + name[short.end() :]
    return MINISTRY_OF_BASINS + name if _BASIN.match(name) else name
