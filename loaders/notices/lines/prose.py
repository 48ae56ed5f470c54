"""Sentences that give seats: 组长由市长担任; 由李四任副组长; 徐乐江兼任办公室主任; 成员单位包括…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.notices.words.groups import OTHER_BODY, SHORT_NAMED
from loaders.notices.words.bodies import is_unit, tailed
from loaders.notices.words.names import Name, name_kind, unmarked
from loaders.notices.words.roles import BODY, COMMITTEE, GROUP, Role, read_role
from loaders.notices.words.split import split
from loaders.notices.words.text import free, held
from loaders.notices.words.titles import is_title

_VERB = "(?:兼任|担任|出任|(?<![主担兼出委常现原前历继新首专责信])任|兼)"
_SHARE = "(?:分别|均|共同|也|暂|具体|仍|继续)?"
_BASE = "总指挥长|总指挥|指挥长|总召集人|召集人|总组长|组长|主任委员|主任|理事长|会长|主席"
_LED_WORDS = "总指挥长|总指挥|指挥长|总召集人|召集人|组长"
_WORD = (
    rf"办公室(?:常务|专职|第一|执行)?副?主任|(?:第一|常务|执行|名誉|双|共同|轮值)?副?(?:{_BASE})(?:单位)?"
    r"|(?:第一)?副?政委|成员单位|组成单位|参加单位|成员|组员|委员|列席单位|顾问|秘书长|联络员"
)
_FORWARD = re.compile(
    rf"(?P<owner>[\u3400-\u9fff“”（）()·\d]{{0,40}}?)(?P<word>{_WORD})(?:职务)?"
    rf"(?P<link>{_SHARE}由(?!所在|其)|(?:单位)?(?:包括|为|是|有(?!关))(?!：?各)：?|分别为：?)"
)
_BACKWARD = re.compile(
    rf"{_SHARE}(?P<verb>兼任|担任|出任|(?<![主委常现原前历继新首专责信])任|兼|为|作为)(?P<owner>(?:(?:(?!兼)[\u3400-\u9fff“”]){{0,30}}?(?:{BODY}|办公室))?(?:的)?)(?P<word>{_WORD})"
    r"(?=$|[，,。；;、）)（(]|兼(?:任)?(?:[\u3400-\u9fff]{{0,12}})?办公室主任|兼(?:任)?(?:副?召集人|执行长|执行秘书|秘书长?|副?组长)|的(?:[\u3400-\u9fff]{0,40}(?:领导小组|指挥部|联席会议|委员会|小组|专班)))"
)
_MEMBERS = re.compile(
    rf"^[^，。；]{{0,30}}?(?:{BODY}|本机制)由(?P<who>[^。；;]+?)(?:等)?\d*个?(?:部门|单位|部门和单位|有关部门|部门（单位）)?组成(?=$|[，,。；;])"
)
_WORDS = re.compile(rf"(?:任|为|兼)(?:{_WORD})|(?:{_WORD})(?:由|为|是|包括)")
_ADDED = re.compile(
    rf"(?:增补|增加|新增|增设|任命|委任|明确|补充|聘请)(?P<who>[^。；;]{{2,200}}?)(?:同志)?为(?P<owner>(?:[\u3400-\u9fff]{{0,30}}?{BODY})?)(?P<word>{_WORD})"
)
_CHANGED = re.compile(
    rf"将?(?P<owner>[\u3400-\u9fff]{{0,30}}?)(?P<word>{_WORD})由[^，。；]{{2,40}}?(?:调整|变更|更换|改)为(?P<who>[^，。；]+)"
)
_TOLD = re.compile(
    rf"(?P<owner>(?:[\u3400-\u9fff“”·\d]{{0,40}}?(?:{BODY}|{COMMITTEE}|(?<![村居党小班民调课研])(?=副?总?指挥长?|(?:常务)?副?总?指挥长?)))?)(?P<word>办公室(?:常务|专职)?副?主任"
    rf"|(?:第一|常务|执行)?副?(?:总?指挥长?|总?召集人|总?组长)|成员|副?主任)(?P<rest>(?![由为是任]).*)"
)
"""省深改领导小组组长张三: an office of the group among the titles of a name."""
_DOING = re.compile(
    "同志|一行|出席|参加|主持|讲话|强调|要求|指出|提出|宣布|宣读|表示|介绍|通报|部署|安排|认为|陪同|调研|检查|督导|听取|深入|赶赴|召集(?!人)"
)
_COMMITTEE = re.compile(f"(?:{COMMITTEE})$|(?<!委员会)(?<=[组部会议])$")
_DOES = re.compile(
    r"(?<=..)(?:$|[（(\d]|和|与|同志|一行|出席|参加|主持|讲话|强调|要求|指出|提出|宣布|宣读|对|就|为|向|从|在|到|赴|率|带队|作|表示|介绍|通报|部署|安排"
    r"|说|认为|陪同|调研|检查|督导|听取|深入|今|昨|上午|下午|日前|近日|分别|先后|也|并|亲自|等|召集|研究|赶赴|前往|赴|看望|慰问|会见|致辞|作了|获|接受|当|带领|率领)"
)
"""What follows a name in a sentence."""
_LED = re.compile(r"(?<!自)由|以(?!及|上|下|后|来|便|内|外|前|免|确保|利)|：")
_ENDED = re.compile(rf"{_SHARE}(?:{_VERB}|派[出员])(?=$|[，,、（])|(?:等\d*[人名])?组成(?=$|[，,])")
"""The verb that ends who has a role: 组长由市长担任."""
_SAYS = re.compile(
    r"设在|[下内]设|设立|成立|建立|组建|召开|会议|负责(?!人|同志|领导|干部)|承担|牵头|加强|确保|按照|根据|决定|明确|要求|通知|印发"
    r"|获悉|报道|指出|强调|日前|近日|调整|研究(?!室|院|所|员|中心)|参加|出席|陪同|主持|挂帅|亲自|统筹|协调(?!小?组|中心|办|处|局)|[了着的]$"
)
"""Words of clauses that say more than a list does."""
_COUNTED = re.compile(
    rf"(?P<word>{_WORD})(?:职务)?(?:共|各)?(?:[一二两三四五六七八九十\d至到-]+|若干)[人名位][，,]?(?=由|分别|为)"
    rf"|(?:其中)?[一二两三四五六七八九十\d]+[人名位][为任](?P<of>{_WORD})[，,]?(?=由)"
)
_SENT = re.compile(r"由[\u3400-\u9fff]{2,6}(?:指派|指定|委派|推派)|(?<=由)[一二两三四\d]+位|、(?=[一二两三四\d]+[人名位][为任])")
"""由市长指派秘书长兼任: who sends somebody has no role."""
_QUOTED = re.compile(rf"[“\"「『‘](?P<word>{_WORD})[”\"」』’]")
_CALLED = re.compile("(?:被(?:任命|推选|推举|聘请|聘)|受聘|当选)为|被任命")
_DATELINE = re.compile(r"^[^，,：]{2,24}(?:[日月]电|电|讯|消息)[ \t：:]+|^[（(](?:记者|通讯员)[^）)]*[）)]")
_BARE = re.compile(
    rf"(?P<word>(?:第一|常务|执行)?副?(?:{_LED_WORDS})|成员|组员)(?P<name>[\u3400-\u9fff·]{{2,8}}?)(?:同志)?(?=$|、)"
)
"""副组长李四、王五: a role in front of names, with no verb between."""
_INNER = re.compile(
    rf"(?:^|[、，及和与])(?P<word>(?:第一|常务|执行|名誉)?副?(?:{_BASE})|委员|成员|秘书长)(?=[\u3400-\u9fff]{{2}})(?!会)"
)
"""委员会由主席张三、副主席李四及委员王五组成: roles inside a list."""
_BESIDE = re.compile(
    rf"(?P<who>[\u3400-\u9fff]{{2,24}})[（(](?P<word>(?:第一|常务|执行)?副?(?:{_LED_WORDS}))[）)]"
)
"""镇长李四（副组长）: the role in brackets behind the name."""
_OF_OFFICE = re.compile(f"[组部会班]的?办公室|{SHORT_NAMED}")
"""An office of a group, not an agency of that name: 领导小组办公室, 河长制办公室."""
_EACH = re.compile(
    rf"(?P<who>[^，。；]+?)分别(?:担任|兼任|任|为)(?P<owner>[^，。；、]{{0,30}}?)(?P<words>(?:{_WORD})(?:[、和](?:{_WORD}))+)(?=$|[，。；])"
)
"""县委书记张三、县长李四分别担任组长、副组长: the first has the first role."""
_HEADED = re.compile("牵头[，、]?(?:会同)?")
_GONE = re.compile(r"不再(?:担任|兼任|任|作为)|免去|撤销|取消|退出|调离|(?<!公)辞去|解除")
_RULE = re.compile(
    r"因工作(?:变动|需要|调整)|需要调整|接任|报[\u3400-\u9fff]{0,12}(?:组长|召集人|主任|总指挥)|(?:召集(?!人)|主持|委托)[^，]{0,10}(?:召开|会议)|会议由[^，]{0,16}(?:主持|召集(?!人)|召开)"
    r"|选举|推选|聘任(?![^，。；]{2,40}为)|任命(?![\u3400-\u9fff]{2,60}(?:领导小组|指挥部|联席会议|小组)|为|[^，。；]{2,60}为副?(?:总?指挥长?|组长|召集人))|提请|产生|人大常委会主任"
    r"|负责(?:召集|主持)|抽调|(?:批准|同意|审定)后|共?[一二三四五六七八九十\d]+至[一二三四五六七八九十\d]+人组成"
    r"|(?:各[^，。；]{0,20}|各级[^。；]{0,20}|[县乡镇村]级)(?:都|均|也|应|要|须|需)[^，。；]{0,8}(?:成立|建立|设立|组建|明确)"
)


@dataclass(frozen=True)
class Said:
    """A sentence's statement: the role word, who, and whether it names the office of the group."""

    role: Role
    who: str
    owner: str = ""
    told: bool = False
    """Whether it names the group among somebody's titles."""


def sentences(text: str) -> list[str]:
    """The sentences of a line; a semicolon ends one too."""
    parts = re.split(r"[。；;！？]|(?<![0-9A-Za-z])\.(?![0-9A-Za-z])", text)
    return [part.strip() for part in parts if part.strip()]


def leaves(sentence: str) -> bool:
    """Whether the sentence takes somebody out of the group: 不再担任, 免去."""
    return bool(_GONE.search(sentence))


def staying(sentence: str) -> str:
    """The clauses of a sentence that take nobody out of the group."""
    if not leaves(sentence):
        return sentence
    return "，".join(part for part in re.split(r"[，,]", sentence) if not leaves(part))


def said(sentence: str, office: bool) -> Iterator[Said]:
    """What a sentence says of roles; `office`: the paragraph has spoken of the office (办公室)."""
    sentence = _even(staying(sentence))
    if len(sentence) > 3000:
        return
    yield from _told(re.sub(r"\s+", "", sentence))
    for beside in _BESIDE.finditer(sentence):
        yield from _made(beside["word"], beside["who"], "", office=False, told=True)
    if _RULE.search(sentence):
        return
    text = re.sub("(?<=[组会部]) +", "，", sentence)
    text = re.sub(r"(?<=[\u3400-\u9fff，、：]) +(?=[\u3400-\u9fff])", "", text)
    rest = _CHANGED.sub("，", _ADDED.sub("，", text))
    match = _MEMBERS.match(rest)
    if match and not re.search("[名位人]成员|[名位人]委员", match["who"]) and not _WORDS.search(match["who"]):
        yield from _made("成员单位", _HEADED.sub("、", match["who"]), "", False)
        rest = rest[match.end() :]
    other = ""
    if (match := _EACH.search(rest)) and len(who := _apart(match["who"])) == len(words := _apart(match["words"])):
        for one, word in zip(who, words, strict=True):
            yield from _made(word, one, match["owner"], office)
        rest = rest[: match.start()] + rest[match.end() :]
    for run in _runs(rest):
        told = office or "办公室" in rest[: rest.find(run)]
        for one in _backward(run, told) if _BACKWARD.search(run) else _forward(run, told):
            other = one.role.why if OTHER_BODY.search(one.owner) else other if not one.owner else ""
            yield replace(one, role=replace(one.role, role=None, why=other)) if other else one
    for match in (*_ADDED.finditer(text), *_CHANGED.finditer(text)):
        yield from _made(match["word"], match["who"], match["owner"], office)


def _even(sentence: str) -> str:
    """A sentence without the date line, how many have a role (组长一人，由…), and signs around a role."""
    text = _SENT.sub(lambda m: "，" if m[0] == "、" else m[0][:1] * (m[0][0] == "由"), _DATELINE.sub("", sentence))
    text = _COUNTED.sub(lambda m: m["word"] or m["of"], text)
    return _CALLED.sub("任", _QUOTED.sub(r"\g<word>", text))


def _apart(text: str) -> list[str]:
    return re.split("[、和]", text.strip("，由"))


def _runs(text: str) -> Iterator[str]:
    """Clauses that belong together: a role with the lists before it (…任组长) or behind it (组长由…)."""
    lists: list[str] = []
    opened: list[str] = []
    for clause in map(free, re.split("[，,]", held(text))):
        if (bare := _BARE.match(clause)) and name_kind(unmarked(bare["name"])) >= Name.RARE:
            clause = f"{bare['word']}为{clause[bare.end('word') :]}"
        back, begins = _BACKWARD.search(clause), _begins(clause)
        if opened and not begins and not back and _is_list(clause):
            opened.append(clause)
            continue
        if opened and "由" in opened[0] and (back or not begins) and not _closed(opened):
            yield "，".join([*opened, clause])
            lists, opened = [], []
            continue
        if opened:
            yield "，".join(opened)
            opened = []
        if begins and not (back and back.start() < begins.start("word")):
            lists, opened = [], [clause]
        elif back:
            yield "，".join([*lists, clause])
            lists = []
        else:
            lists = [*lists, clause] if _is_list(clause) else []
    if opened:
        yield "，".join(opened)


def _begins(clause: str) -> re.Match[str] | None:
    """The role that a clause begins with, with nothing but its group or another sign before it."""
    found = _FORWARD.finditer(clause)
    return next((m for m in found if not m.start() or clause[m.start() - 1] in "：:、）) 　由"), None)


def _closed(clauses: Sequence[str]) -> bool:
    return bool(_ENDED.search(clauses[-1]))


def _is_list(clause: str) -> bool:
    """Whether a clause names persons, titles or bodies and says nothing else: 县财政局、县水利局."""
    last = re.split("[、和及]", clause.removeprefix("由").strip())[-1]
    if not last or _SAYS.search(clause):
        return False
    named = name_kind(unmarked(last)) >= Name.RARE or is_unit(last) or bool(tailed(last))
    return named or bool(split(last).parts[0].title)


def _told(text: str) -> Iterator[Said]:
    """Those whom a sentence names with their office in the group among their titles, whatever they do."""
    for clause in re.split("[，,：:]|会议由|(?<=[\u3400-\u9fff]{2})[和及与](?=副?[省市县区州旗镇乡局])", text):
        before: list[str] = []
        last: Said | None = None
        parts = clause.split("、")
        for at, part in enumerate(parts):
            match = _TOLD.fullmatch(part)
            if match is None:
                name = _name_before(part)
                if last and name and not before:
                    yield replace(last, who=name)
                    continue
                before.append(part)
                continue
            titles, before, last = before, [], None
            if match["word"].startswith("办公室") and match["owner"].endswith("委员会"):
                continue
            if match["word"] == "成员" and not match["owner"]:
                continue
            if match["word"].endswith("主任") and not _COMMITTEE.search(match["owner"]):
                continue
            apart = not match["rest"]
            rest = "、".join(parts[at + 1 :]) if apart else match["rest"]
            if not (match["owner"] or titles or _DOING.search(clause)):
                continue
            if name := _name_before(rest):
                held = [one for one in titles if is_title(one) and not GROUP.search(one)]
                who = "、".join([*held, name]) if apart else "、".join(held) + name
                for one in _made(match["word"], who, match["owner"], office=False, told=True):
                    last = None if apart else one
                    yield one


def _name_before(rest: str) -> str:
    """The name that words begin with, before what its bearer does; with a title before it, both."""
    does = _DOES.search(rest)
    name = rest[: does.start()] if does else ""
    return name if name_kind(name) >= Name.RARE or (len(name) > 4 and split(name).parts[0].person) else ""


def _backward(text: str, office: bool) -> Iterator[Said]:
    """由市长任组长，副市长任副组长，市发改委、市财政局为成员: each verb ends what stands before it.

    任副组长兼办公室主任 says both of the same.
    """
    start, who = 0, ""
    for match in _BACKWARD.finditer(text):
        between = text[start : match.start()]
        also = start and not between and match["verb"].startswith("兼")
        who = who if also else _LED.split(between)[-1].strip("，,、 ")
        named = office or "办公室" in text[: match.end()]
        yield from _made(match["word"], who, match["owner"], named)
        start = match.end()
    if start:
        yield from _forward(text[start:].strip("，,、 "), office)


def _forward(text: str, office: bool) -> Iterator[Said]:
    """组长由市长担任，副组长由副市长担任: each role begins what stands behind it."""
    match = _begins(text)
    if match is None:
        return
    who, after = text[match.end() :].strip("，,、 以及和"), ""
    if "由" in match["link"]:
        verb = _ENDED.search(who)
        if verb is None:
            return
        who, after = who[: verb.start()], who[verb.end() :]
    elif following := _begins(rest := re.sub("^[^、]*、", "", who)):
        who, after = who[: len(who) - len(rest)] + rest[: following.start()], rest[following.start() :]
    named = office or "办公室" in text[: match.start("word")]
    yield from _made(match["word"], who, match["owner"], named)
    yield from _forward(after.strip("，,、 "), office)


def _made(word: str, who: str, owner: str, office: bool, told: bool = False) -> Iterator[Said]:
    inner = list(_INNER.finditer(who))
    if len({match["word"] for match in inner}) > 1 and not who[: inner[0].start()]:
        ends = [*(match.start() for match in inner[1:]), len(who)]
        for match, end in zip(inner, ends, strict=True):
            yield from _made(match["word"], who[match.end() : end], owner, office)
        return
    role = read_role(word)
    if role is None or not who.strip():
        return
    if word.startswith("办公室") and owner and not _OF_OFFICE.search(f"{owner}办公室"):
        return
    if owner.endswith("办公室") or (office and role.base == "主任"):
        role = read_role(f"办公室{word}") or role
    if OTHER_BODY.search(owner):
        role = Role(word, None, why="a role in another body than the group", base=role.base)
    yield Said(role, who.strip("，,、 "), owner, told)
