"""Of which kinds the groups of a graph are, real or drawn: what a bench of authority must not make easier."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bench.real_groups import in_force
from graph.core.model import Label, Node, Tie, TieType


@dataclass(frozen=True)
class Mix:
    """Shares of all groups (0 to 1) by what they have, and how many members they have."""

    groups: int
    shares: Mapping[str, float]
    members: tuple[float, float, int]
    """Mean, 90th percentile and maximum of the members of a group."""

    def differs(self, other: Mix) -> float:
        """The largest difference of a share."""
        keys = self.shares.keys() | other.shares.keys()
        return max(abs(self.shares.get(k, 0) - other.shares.get(k, 0)) for k in keys)


def mix_of(nodes: Iterable[Node], ties: Iterable[Tie]) -> Mix:
    """The mix of the groups in force among nodes and ties."""
    groups: dict[str, Node] = {}
    agencies: set[str] = set()
    for node in nodes:
        if node.label is Label.GROUP and in_force(node):
            groups[node.uid] = node
        elif "Agency" in node.labels:
            agencies.add(node.uid)
    return _mix(groups, _found(filter(in_force, ties), groups, agencies))


def told_mix(real: Mix, drawn: Mix) -> None:
    """Print the two beside each other."""
    print(f"mix of {real.groups} real and {drawn.groups} drawn groups, in percent:")
    for what in sorted(real.shares.keys() | drawn.shares.keys()):
        ours, theirs = drawn.shares.get(what, 0), real.shares.get(what, 0)
        print(f"  {what}: real {theirs:.1%}, drawn {ours:.1%}")
    for what, theirs, ours in zip(
        ("mean", "90th percentile", "maximum"), real.members, drawn.members, strict=True
    ):
        print(f"  members, {what}: real {theirs:.1f}, drawn {ours:.1f}")


Found = dict[str, Counter[str]]
"""For each group how many there are of each thing."""


def _found(ties: Iterable[Tie], groups: Mapping[str, Node], agencies: set[str]) -> Found:
    found: Found = {uid: Counter() for uid in groups}
    founded: dict[str, list[str]] = {}
    issued: set[str] = set()
    for tie in ties:
        if tie.type is TieType.ESTABLISHED_BY and tie.start in groups:
            founded.setdefault(tie.end, []).append(tie.start)
        elif tie.type is TieType.ISSUED_BY:
            issued.add(tie.start)
        elif tie.end in groups:
            found[tie.end][str(tie.type)] += 1
            found[tie.end]["agencies"] += tie.type is TieType.MEMBER_OF and tie.start in agencies
    for document in issued:
        for group in founded.get(document, ()):
            found[group]["issuers"] += 1
    return found


def _mix(groups: Mapping[str, Node], found: Found) -> Mix:
    kinds: Counter[str] = Counter()
    for uid, node in groups.items():
        has = found[uid]
        kinds[f"leadership {node.properties.get('leadership')}"] += 1
        kinds[f"roster {node.properties.get('roster')}"] += 1
        kinds["with an agency among the members"] += has["agencies"] > 0
        kinds["without a member"] += not has["MEMBER_OF"]
        kinds["without a known chair"] += not has["CHAIRS"]
        kinds["with several chairs"] += has["CHAIRS"] > 1
        kinds["with a known issuer"] += has["issuers"] > 0
    members = sorted(has["MEMBER_OF"] for has in found.values())
    ninth = members[int(len(members) * 0.9)]
    shares = {kind: count / len(groups) for kind, count in kinds.items()}
    return Mix(len(groups), shares, (statistics.fmean(members), ninth, members[-1]))
