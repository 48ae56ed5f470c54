"""A draft made elsewhere, by a person or a language model: its form, and a prompt that asks for one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from graph.core.errors import Refused
from graph.core.language import say
from graph.core.words import Words
from loaders.notices.model import Line

Role = Literal[
    "chair", "executive_deputy", "deputy_chair", "member", "observer", "office_director", "secretary"
]  # fmt: skip
_PRINTED = {
    "number", "date", "issuers", "not_understood", "lines", "advice", "characters", "read_by_machine",
    "adjusts", "leaving", "changes", "certainty", "check",
}  # fmt: skip
"""Fields that `--format json` prints beside: a draft may hold them, the text gives them."""
_ASK = Words(
    """\
Below is a Chinese official text, each line with its number. Set down every seat of every group in it as one
JSON object of the schema below, and nothing else. Copy names, titles and bodies character by character; add,
complete, translate and correct nothing: a program refuses each seat whose words do not stand in the text.
title: the whole title beside the name (市委常委、副市长). unit: the body that it names (市财政局).
name: null where only a title or a body is given. line: the number of its line. role by the text's word:
chair 组长 召集人 指挥长 主任, executive_deputy 常务副组长, deputy_chair 副组长, member 成员 委员 成员单位,
observer 列席, office_director 办公室主任, secretary 秘书长; who directs the office as well has two seats.
""",
    """\
下面是一份中文公文，每行前有行号。请将其中每个小组的每个席位写成符合下列 JSON Schema 的 JSON 对象。
姓名、职务、单位逐字照抄，不增、不补、不译、不改：词句不见于原文的席位，程序一律拒绝。
title：姓名旁的职务全文（市委常委、副市长）。unit：职务所指的单位（市财政局）。
name：只写职务或单位时为 null。line：所在行的行号。role 依原文用词：chair 组长 召集人 指挥长 主任，
executive_deputy 常务副组长，deputy_chair 副组长，member 成员 委员 成员单位，observer 列席，
office_director 办公室主任，secretary 秘书长；兼任办公室主任者有两个席位。
""",
)


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", title="Draft")


class DraftSeat(_Form):
    """A seat in the words of the text; null where it says nothing."""

    role: Role
    person: str | None = Field(None, max_length=60, validation_alias=AliasChoices("name", "person"))
    title: str | None = Field(None, max_length=200)
    unit: str | None = Field(None, max_length=200)
    line: int | None = Field(None, ge=1)


class DraftGroup(_Form):
    """A group and its seats, in the order of the text."""

    name: str | None = Field(None, max_length=200)
    seats: list[DraftSeat] = Field(max_length=2000)


class Drafted(_Form):
    """All groups of a text, as somebody has set them down."""

    groups: list[DraftGroup] = Field(min_length=1, max_length=200)


def read_draft(text: str, path: Path | None = None) -> Drafted:
    """The draft that a JSON text holds, alone or among a model's words; raises Refused for any other.

    `seats` without `groups` are those of one group, as at the top of what `--format json` prints.
    """
    try:
        tree = _bare(json.loads(text[text.find("{") : text.rfind("}") + 1]))
        name, seats = tree.pop("name", None), tree.pop("seats", [])
        tree.setdefault("groups", [{"name": name, "seats": seats}])
        return Drafted.model_validate(tree)
    except ValidationError as error:
        first = error.errors()[0]
        told = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    except (ValueError, AttributeError, RecursionError) as error:
        told = str(error)
    en = f"This is no draft in the form of --format json: {told}"
    raise Refused(Words(en, f"不是 --format json 格式的草稿：{told}"), path)


def _bare(value: Any) -> Any:
    """A tree without the fields that are printed beside the seats."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key not in _PRINTED}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def prompt(lines: Sequence[Line]) -> str:
    """What to paste into any language model: instructions, the JSON Schema of a draft, the numbered text."""
    schema = json.dumps(Drafted.model_json_schema(), ensure_ascii=False, indent=1)
    text = "\n".join(f"{line.number}\t{line.text}" for line in lines)
    return f"{say(_ASK)}\nJSON Schema:\n{schema}\n\n{say(Words('Text', '原文'))}:\n{text}\n"
