"""Why a group has its type, in one sentence that names who stands above whom.

The sentence of graph.ask.reasons, with its members: how many the chair commands, from which unit, and over
whom the gap of rank is smallest. The figures are those of the query; here they only become words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.ask.authority import Authority
from graph.ask.reasons import reason, signed, typed, why
from graph.catalogue import Row
from graph.core.words import NOTHING, Words
from graph.pictures.group.chain import Chain
from graph.pictures.words import joined

_ALL_COMMANDED, _NOT_ALL = (6, 7), (8, 9, 10)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NAMED = 3
"""Members that a sentence names; of more it says how many."""

Names = Mapping[str, Words]


def type_and_reason(answer: Authority, chains: Mapping[str, Chain], names: Names) -> Words:
    """One sentence on an answer of `authority`; `chains` and `names` are those of its units, by uid."""
    group = answer.group
    if group.row not in (*_ALL_COMMANDED, *_NOT_ALL) or "link_unknown" in group.flags:
        return reason(group)
    return typed(group, _parts(answer, chains, names))


def _parts(answer: Authority, chains: Mapping[str, Chain], names: Names) -> Iterator[Words]:
    group, members = answer.group, answer.members
    if group.row in _ALL_COMMANDED:
        yield _stands_above(answer, chains, names)
    else:
        yield why(group)
        yield _not_commanded([m for m in members if m.relation not in ("LINE", "OWN")], names)
    if group.gap_min is not None:
        yield _smallest_gap(group, members, names)


def _stands_above(answer: Authority, chains: Mapping[str, Chain], names: Names) -> Words:
    """Return the chair's unit over the members that it commands; who else sits is said too."""
    line = [m for m in answer.members if m.relation == "LINE"]
    tops = list(dict.fromkeys(chains[m.member][0].start for m in line if m.member in chains))
    which = _how_many(len(line), len(answer.members))
    if len(tops) != 1:
        return Words(f"the chair commands {which.en}", f"组长统属{which.zh}")
    top = names[tops[0]]
    return Words(
        f"{top.en}, where the chair holds office, stands above {which.en}",
        f"组长任职的{top.zh}居于{which.zh}之上",
    )


def _how_many(line: int, members: int) -> Words:
    if line < members:
        en = f"{_number(line)} of the {_number(members)} members"
        return Words(en, f"全部 {members} 个成员中的 {line} 个")
    all_of = {1: "its only member", 2: "both members"}.get(line, f"all {_number(line)} members")
    return Words(all_of, f"全部 {line} 个成员")


def _not_commanded(rows: Sequence[Row], names: Names) -> Words:
    if not rows:
        return NOTHING
    listed = _listed([names[row.member] for row in rows])
    return Words(f"no command over {listed.en}", f"不统属{listed.zh}")


def _smallest_gap(group: Row, members: Sequence[Row], names: Names) -> Words:
    """Say over whom the gap is smallest; the chair's own units have none that counts."""
    judged = [m for m in members if m.relation not in ("OWN", "OUTSIDE")]
    weakest = [m for m in judged if m.gap == group.gap_min]
    gap = signed(group.gap_min)
    if not weakest:
        return Words(f"smallest gap of rank {gap}", f"最小级差 {gap}")
    if len(weakest) == len(judged) > 1:
        return Words(f"over each the gap of rank is {gap}", f"对各成员级差均为 {gap}")
    over = _listed([names[m.member] for m in weakest])
    if len(judged) == 1:
        return Words(f"over {over.en} the gap of rank is {gap}", f"对{over.zh}级差为 {gap}")
    return Words(
        f"over {over.en} the gap of rank is smallest, {gap}", f"对{over.zh}级差最小，为 {gap}"
    )


def _listed(names: Sequence[Words]) -> Words:
    """Return up to three names, then how many more."""
    shown, more = names[:NAMED], len(names) - NAMED
    en = [name.en for name in shown] + ([f"{more} more"] if more > 0 else [])
    zh = "、".join(name.zh for name in shown) + (f"等 {len(names)} 个" if more > 0 else "")
    return Words(joined(en), zh)


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
