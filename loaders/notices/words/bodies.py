"""Bodies (单位) in a roster: a name, a row with one 主要负责人 at its end, words for nobody at all."""

from __future__ import annotations

import re

from graph.offices.names import NO_LEVEL
from graph.offices.words import bare_name

_SUFFIX = (
    "委员会|管委会|常委会|居委会|组委会|筹委会|委|局|厅|部|署|办|办公室|办公厅|办事处|研究室|中心|政府|政协|人大|法院|检察院|院"
    "|公司|司|集团|银行|分行|支行|总行|信用社|联社|社|会|联|协|团|部队|总队|支队|大队|中队|军区|军分区|警备区|空军|海军|队"
    "|学校|大学|学院|中学|小学|医院|电视台|台|报社|站|所|场|厂|矿|库|馆|园|处|室|科|省|市|县|区|州|盟|旗|镇|乡|街道"
    "|自治区|行政区|特区|新区|开发区|度假区|示范区|保税区|示范园|园区|电网|海关|边检|中央|监狱|学会|联盟|口岸|机场|水电站|管理站"
    "|中国电信|中国移动|中国联通|人民银行|中国铁塔|中国石油|中国石化|国家电网|南方电网|总公司|分公司|总局|供电|水务|烟草|邮政|人行|银保监|证监|机关"
)
_UNIT = re.compile(rf"[\u3400-\u9fff\d〇·“”\-—（）()]{{1,40}}(?:{_SUFFIX})")
_WORDS = re.compile(
    r"负责|承担|按照|根据(?!地)|为了|加强|研究(?!室|院|中心|所|会|生)|制定|落实|推进(?!办|委|局|中心|会)"
    r"|组织(?!部|委|处|人事)|开展|及时|报送|必须|需要|可以|设在|下设|(?<!自)由|担任|兼任|名单|如下|通知|附件|职责"
    r"|具体|其中|^本|^该|其他|以上|以下|上述|提出|审议|决定|同意|批准|成立|建立|举行|召开|参加|出席"
)
_GENERIC = re.compile(
    r"^(?:各|全体|全部|所有|有关|相关|部分|其他|其它|本(?![局府校院署会所部处厅司]..)|该|牵头|成员|责任|所在|参与|配合|主管(?![^，；]{1,40}的?副?[省市县区州旗镇乡局厅处]长$)|主办|协办|同级|上级|下级|属地|当地|事发|事故|涉事|所属|(?:所在|受灾)地|\d+个|两|几|多个|(?:[省市县区]直|直属)(?!(?:机关)?党?工委))"
    r"|^(?:单位|部门|办公室|机构|机关|小组|领导小组|工作组|委员会|指挥部|联席会议|协调小组|政府部门|专家组|会|区|县|市|省|乡|镇|街道|委|办|局|处|室)$"
    r"|(?:成员|责任|牵头|各|有关|相关|所属|下属|其他|同级|职能|业务|主管)(?:单位|部门|司局|处室|科室|方面|企业|院校|高校|机构)"
    r"|^(?:领导小组|指挥部|联席会议|委员会|协调小组|工作组|小组)(?:办公室|成员)"
    r"|^[省市县区][（(][省市县区]|各(?!族自治)[^，、]{0,12}(?:乡|镇|县|市|区|街|部|局|委|单位|政府|省|园|场|企业|学校)|等$|部门$"
)
_SEVERAL = re.compile(
    r"^(?:各|全体|全部|所有|部分|有关|相关|\d+个)|各(?:县|区|市|乡|镇|街|省|州|旗|设区|有关|相关|部门|单位|班|系|处|科|村|学院|年级)|[（(]全体[)）]"
    r"|[直属]各|班子|代表(?:[一二三四五\d]+[名人位])?$"
)
_HEADS = (
    "(?:党委|政府|党政|行政|1名|一名|一位)?(?:有关|相关|主要|分管|主管|协管|各一名|一名|1名|业务|党政主要|行政主要|党委主要|政府主要|常务)*"
    "(?:负责同志|负责人|领导同志|领导干部|领导|负责人员|负责干部|副职领导|副职|正职|主官|主管|首长)"
)
_BODIES = (
    "(?:[委校院]属|[省市县区委校院所]直)?(?:有关|相关|职能|组成|责任|成员)*"
    "(?:单位|部门|部门（单位）|单位（部门）|科室|处室|院系|司局|部委|厅局|地方|镇街|镇|区县|县区|县市区|县（市、区）|市区|省区市|机关|部门单位|机关单位|成员单位|处室和|科室和|部门和|单位和)"
)
TAIL = re.compile(
    rf"(?:等?(?:共计|共)?[\d一二三四五六七八九十多几]+[多余]?[个家]?|等)?(?:{_BODIES})*(?:的)?"
    rf"(?P<tail>{_HEADS}(?:(?:或|和|及){_HEADS})?(?:各?(?:一|1)(?:名|人|位))?)$"
)
"""主要负责人, 分管负责同志 at the end of a row; 等单位 before it belongs to the row."""
SUMMED = re.compile(
    "(?:有关|相关|各)(?:职能|组成|责任)?(?:单位|部门|司局|处室|科室|方面|企业|院校|机构|地方)"
)
"""Words that sum up the bodies of a row: 等有关部门; alone they are several."""
_EACH = re.compile(r"^各?(?:一|1)(?:名|位)|各?(?:一|1)(?:名|人|位)$")
_LEVEL = re.compile(r"^[省市县区州盟旗镇乡](?!区)|^[省市县区州]委")


def is_unit(text: str) -> bool:
    """Whether the words name one body: 市财政局, 人行开州支行, 市委办公厅（市档案局）."""
    bare = bare_name(text)
    return bool(
        2 <= len(bare) <= 40
        and _UNIT.fullmatch(bare)
        and not generic(bare)
        and not _WORDS.search(bare)
    )


def generic(text: str) -> bool:
    """Whether the words mean nobody in particular: 各有关部门, 牵头单位."""
    return bool(_GENERIC.search(text))


def several(text: str) -> bool:
    """Whether the words mean several posts or bodies at once: 各县（市、区）人民政府主要负责人."""
    return bool(_SEVERAL.search(text.strip()))


def tailed(text: str) -> tuple[str, str] | None:
    """市水利局等单位主要负责同志 as (市水利局, 主要负责同志); None without such an end."""
    match = TAIL.search(text)
    if match is None or (match.start() == 0 and match.end("tail") == len(text)):
        return None if match is None or match.start("tail") else ("", match["tail"])
    body, tail = text[: match.start()].strip(), _EACH.sub("", match["tail"])
    if tail.startswith("政府") and re.search("人民$|[)）]$", body):
        return f"{body}政府", tail.removeprefix("政府")
    return body, tail


def levelled(unit: str) -> bool:
    """Whether the name tells its level: 市财政局, 省委宣传部."""
    return bool(_LEVEL.match(unit)) and not unit.startswith(NO_LEVEL)
