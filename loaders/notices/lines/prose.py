"""Sentences that give seats: 组长由市长担任; 由李四任副组长; 徐乐江兼任办公室主任; 成员单位包括…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.core.words import NOTHING, Words
from loaders.notices.words import clauses as words
from loaders.notices.words.bodies import is_unit, tailed
from loaders.notices.words.groups import OTHER_BODY
from loaders.notices.words.names import Name, honoured, name_kind, unmarked
from loaders.notices.words.roles import GROUP, Role, of_office, read_role
from loaders.notices.words.split import split
from loaders.notices.words.text import free, held
from loaders.notices.words.titles import is_title

UNEVEN = Words(
    "several roles for several persons: who has which", "若干角色给若干人：谁任何职未写明"
)
LEFT_OUT = Words("words among the titles are left out", "职务之间的词句未计入")


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
    return bool(words.GONE.search(sentence))


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
    for beside in words.BESIDE.finditer(sentence):
        yield from _made(beside["word"], beside["who"], "", office=False, told=True)
    text = re.sub("(?<=[组会部]) +", "，", sentence)
    text = re.sub(r"(?<=[\u3400-\u9fff，、：]) +(?=[\u3400-\u9fff])", "", text)
    rest = words.CHANGED.sub("，", words.ADDED.sub("，", text))
    match = words.MEMBERS.match(rest)
    if (
        match
        and not re.search("[名位人]成员|[名位人]委员", match["who"])
        and not words.WORDS.search(match["who"])
    ):
        yield from _made("成员单位", words.HEADED.sub("、", match["who"]), "", False)
        rest = rest[match.end() :]
    other, of_staff = NOTHING, bool(words.STAFF.match(sentence))
    if match := words.EACH.search(held(rest)):
        yield from _each(match, office)
        rest = free(held(rest)[: match.start()] + held(rest)[match.end() :])
    for run in _runs(rest):
        if words.RULE.search(run):
            continue
        told = office or "办公室" in rest[: rest.find(run)]
        for made in _backward(run, told) if words.BACKWARD.search(run) else _forward(run, told):
            if made.owner:
                other = made.role.why if OTHER_BODY.search(made.owner) else NOTHING
            if of_staff and made.role.role == "member":
                made = replace(made, role=of_office(made.role))
            yield replace(made, role=replace(made.role, role=None, why=other)) if other else made
    for match in (*words.ADDED.finditer(text), *words.CHANGED.finditer(text)):
        yield from _made(match["word"], match["who"], match["owner"], office)


def _even(sentence: str) -> str:
    """A sentence without the date line, how many have a role (组长一人，由…), and signs around a role."""
    text = words.SENT.sub(
        lambda m: "，" if m[0] == "、" else m[0][:1] * (m[0][0] == "由"),
        words.DATELINE.sub("", sentence),
    )
    text = words.APPOINTED.sub("由", words.COUNTED.sub(lambda m: m["word"] or m["of"], text))
    return words.CALLED.sub("任", words.QUOTED.sub(r"\g<word>", text))


def _each(match: re.Match[str], office: bool) -> Iterator[Said]:
    """张三、李四任组长、副组长: each has one, in order; more persons have the last, in doubt."""
    who, roles = (re.split("[、和]", match[part].strip("，由")) for part in ("who", "words"))
    if len(who) < len(roles):
        who = who[:1] * (len(roles) - len(who)) + who
    for at, one in enumerate(who):
        word = roles[min(at, len(roles) - 1)]
        for made in _made(word, free(one), match["owner"], office):
            check = NOTHING if len(who) == len(roles) else UNEVEN
            yield replace(made, role=replace(made.role, check=check or made.role.check))


def _runs(text: str) -> Iterator[str]:
    """Clauses that belong together: a role with the lists before it (…任组长) or behind it (组长由…)."""
    lists: list[str] = []
    opened: list[str] = []
    for clause in map(free, re.split("[，,]", held(text))):
        if (bare := words.BARE.match(clause)) and name_kind(unmarked(bare["name"])) >= Name.RARE:
            clause = f"{bare['word']}为{clause[bare.end('word') :]}"
        back, begins = words.BACKWARD.search(clause), _begins(clause)
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
            word = re.fullmatch("[\u3400-\u9fff·]{2,4}", clause) and not words.SAYS.search(clause)
            lists = [*lists, clause] if word or _is_list(clause) else []
    if opened:
        yield "，".join(opened)


def _begins(clause: str) -> re.Match[str] | None:
    """The role that a clause begins with, with nothing but its group or another sign before it."""
    found = words.FORWARD.finditer(clause)
    return next(
        (m for m in found if not m.start() or clause[m.start() - 1] in "：:、）) 　由"), None
    )


def _closed(clauses: Sequence[str]) -> bool:
    return bool(words.ENDED.search(clauses[-1]))


def _is_list(clause: str) -> bool:
    """Whether a clause names persons, titles or bodies and says nothing else: 县财政局、县水利局."""
    last = re.split("[、和及]", clause.removeprefix("由").strip())[-1]
    if not last or words.SAYS.search(clause):
        return False
    named = name_kind(unmarked(last)) >= Name.RARE or is_unit(last) or bool(tailed(last))
    return named or bool(honoured(last)) or any(part.title for part in split(last).parts[:1])


def _told(text: str) -> Iterator[Said]:
    """Those whom a sentence names with their office in the group among their titles, whatever they do."""
    for clause in re.split(
        "[，,：:]|会议由|(?<=[\u3400-\u9fff]{2})[和及与](?=副?[省市县区州旗镇乡局])", text
    ):
        before: list[str] = []
        last: Said | None = None
        parts = clause.split("、")
        for at, part in enumerate(parts):
            match = words.TOLD.fullmatch(part)
            if match is None:
                name = _name_before(part)
                if last and name and not before:
                    last = replace(last, who=f"{last.who}、{name}")
                    yield last
                    continue
                before.append(part)
                continue
            titles, before, last = before, [], None
            if match["word"].startswith("办公室") and match["owner"].endswith("委员会"):
                continue
            if match["word"] == "成员" and not match["owner"]:
                continue
            if match["word"].endswith("主任") and not words.OF_COMMITTEE.search(match["owner"]):
                continue
            apart = not match["rest"]
            rest = "、".join(parts[at + 1 :]) if apart else match["rest"]
            if not (match["owner"] or titles or words.DOING.search(clause)):
                continue
            if name := _name_before(rest):
                own = [one for one in titles if one and not GROUP.search(one)]
                held = [one for one in own if is_title(one)]
                who = "、".join([*held, name]) if apart else "、".join(held) + name
                for one in _made(match["word"], who, match["owner"], office=False, told=True):
                    if held != own:
                        one = replace(one, role=one.role.doubted(LEFT_OUT))
                    last = None if apart else one
                    yield one


def _name_before(rest: str) -> str:
    """The name that words begin with, before what its bearer does; with a title before it, both."""
    does = words.DOES.search(rest)
    name = rest[: does.start()] if does else ""
    return (
        name
        if name_kind(name) >= Name.RARE
        or (len(name) > 4 and any(part.person for part in split(name).parts[:1]))
        else ""
    )


def _backward(text: str, office: bool) -> Iterator[Said]:
    """由市长任组长，副市长任副组长，市发改委、市财政局为成员: each verb ends what stands before it.

    任副组长兼办公室主任 says both of the same.
    """
    start, who = 0, ""
    for match in words.BACKWARD.finditer(text):
        between = text[start : match.start()]
        also = start and not between and match["verb"].startswith("兼")
        among_titles = match["verb"] == "兼" and text[match.end() : match.end() + 1] == "、"
        if among_titles and not also and match["word"] in ("秘书长", "主任", "主席", "会长"):
            continue
        who = who if also else words.LED.split(between)[-1].strip("，,、 ")
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
        verb = words.ENDED.search(who)
        if verb is None:
            return
        who, after = who[: verb.start()], who[verb.end() :]
    elif following := _begins(rest := re.sub("^[^、]*、", "", who)):
        who, after = (
            who[: len(who) - len(rest)] + rest[: following.start()],
            rest[following.start() :],
        )
    named = office or "办公室" in text[: match.start("word")]
    yield from _made(match["word"], who, match["owner"], named)
    yield from _forward(after.strip("，,、 "), office)


def _made(word: str, who: str, owner: str, office: bool, told: bool = False) -> Iterator[Said]:
    inner = list(words.INNER.finditer(who))
    if len({match["word"] for match in inner}) > 1 and not who[: inner[0].start()]:
        ends = [*(match.start() for match in inner[1:]), len(who)]
        for match, end in zip(inner, ends, strict=True):
            yield from _made(match["word"], who[match.end() : end], owner, office)
        return
    role = read_role(word)
    if role is None or not who.strip() or "抽调" in who:
        return
    if word.startswith("办公室") and owner and not words.OF_OFFICE.search(f"{owner}办公室"):
        return
    if owner.endswith("办公室") or (office and role.base == "主任" and not GROUP.search(owner)):
        role = read_role(f"办公室{word}") or role
    if OTHER_BODY.search(owner):
        role = Role(
            word,
            None,
            why=Words("a role in another body than the group", "在该组以外的机构中的角色"),
            base=role.base,
        )
    yield Said(role, who.strip("，,、 "), owner, told)
