"""Help in the language that is spoken when the command starts, and what typer itself says, in Chinese."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from typer import rich_utils
from typer.core import TyperArgument

from cli.gone import typed
from graph.core.language import told
from graph.core.words import Words

C = TypeVar("C", bound=Callable[..., Any])


def said(en: str, zh: str) -> str:
    """The text of an option or argument; English where LSGRAPH_LANGUAGE names a language nobody speaks."""
    return told(Words(en, zh))


def chinese(text: str) -> Callable[[C], C]:
    """Give a command its help in Chinese; the examples are those of its docstring."""

    def explained(command: C) -> C:
        english = command.__doc__ or ""
        _, example, examples = english.partition("\n\n    Example: ")
        shown = f"{example}{examples}".replace("Example: ", "例：")
        command.__doc__ = said(english, text + shown)
        return command

    return explained


_TYPER = {
    "Arguments": "参数",
    "Options": "选项",
    "Commands": "命令",
    "Error": "错误",
    "Aborted.": "已中止。",
    "[required]": "[必填]",
    "[default: {}]": "[默认：{}]",
    "Try [blue]'{command_path} {help_option}'[/] for help.": "说明：[blue]{command_path} {help_option}[/]",
    "Show this message and exit.": "显示本说明并退出。",
    "Install completion for the current shell.": "为当前 shell 安装命令补全。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "显示当前 shell 的补全脚本，供复制或自行安装。"
    ),
}
"""Headings and options that typer writes."""

_METAVARS = {
    "ADDRESS": "地址", "CODE": "代码", "DAY": "日期", "DIR": "文件夹", "FIELD": "领域", "FILE": "文件",
    "FROM": "起", "KEY": "名称", "KIND": "种类", "MEASURE": "指标", "MM": "毫米", "N": "数目",
    "NAME": "名称", "PATH": "路径", "PORT": "端口", "QUERY": "查询", "REGION": "区域", "SECONDS": "秒数",
    "TITLE": "职务", "TO": "止", "URL": "网址", "VALUE": "值", "YEARS": "年数",
    "changes": "更改", "file": "文件", "files": "文件", "group": "小组", "name": "名称", "names": "名称",
    "path": "路径", "property": "属性", "regions": "区域", "search": "检索词", "statement": "语句",
    "thing": "对象", "uid": "uid", "value": "值",
}  # fmt: skip
"""What stands for the value of an option, and the names of arguments."""

_TYPES = {
    "str": "文本", "int": "整数", "float": "数", "bool": "开关", "path": "路径", "Path": "路径",
    "file": "文件", "directory": "文件夹",
}  # fmt: skip
_TYPE = re.compile(rf"<(?P<many>list\[)?(?P<name>{'|'.join(_TYPES)})(?: range)?\]?>")
"""A type as typer writes it; a list of choices is none."""

_ERRORS = {
    r"No such command '(.*?)'\.": r"没有命令“\1”。",
    r"No such option: (\S+)\.?": r"没有选项 \1。",
    r"Missing command\.": "缺少命令。",
    r"Missing argument '(.*?)'\.": r"缺少参数 \1。",
    r"Missing option '(.*?)'\.": r"缺少选项 \1。",
    r"Invalid value for '(.*?)': ": r"\1 的值无效：",
    r"Invalid value: ": "值无效：",
    r"'(.*?)' is not one of (.*)\.": r"“\1”不在可选值之列：\2。",
    r"Choose from:?": "可选：",
    r"(\S+) is not in the range (.*)\.": r"\1 不在范围 \2 之内。",
    r"'(.*?)' is not a valid (?:integer|int)\.": r"“\1”不是整数。",
    r"'(.*?)' is not a valid (?:float|number)\.": r"“\1”不是数。",
    r"'(.*?)' is not a valid \w+\.": r"“\1”不合要求。",
    r"Option '(.*?)' requires an argument\.": r"选项 \1 需要一个值。",
    r"Option '(.*?)' requires (\d+) arguments\.": r"选项 \1 需要 \2 个值。",
    r"Option '(.*?)' does not take a value\.": r"选项 \1 不带值。",
    r"Argument '(.*?)' takes (\d+) values\.": r"参数 \1 需要 \2 个值。",
    r"Got unexpected extra arguments? ?(?:\(s\) )?\((.*?)\)": r"多余的参数：\1",
    r"\(?Possible options: (.*?)\)?$": r"您是否要用：\1？",
    r"Did you mean (.*?)\?": r"您是否要用：\1？",
    "Value error, ": "",
    r"Input should be greater than or equal to (\S+)": r"应不小于 \1。",
    r"Input should be less than or equal to (\S+)": r"应不大于 \1。",
    r"Input should be a valid integer.*": "应为整数。",
    r"Input should be a valid number.*": "应为数。",
}
"""Errors of typer's parser, which has no translations of its own: pattern and Chinese."""


def in_chinese(message: str) -> str:
    """A message of typer's parser in Chinese; one that it is not known to give stays as it is."""
    for pattern, zh in _ERRORS.items():
        message = re.sub(pattern, zh, message, flags=re.MULTILINE)
    return message


def teach_typer() -> None:
    """Have typer say its own headings, options and errors in the language that is spoken."""
    for name, text in vars(rich_utils).copy().items():
        if isinstance(text, str) and text in _TYPER:
            setattr(rich_utils, name, said(text, _TYPER[text]))
    format_help, format_error = rich_utils.rich_format_help, rich_utils.rich_format_error

    def told_help(*, obj: Any, ctx: Any, markup_mode: Any) -> None:
        for parameter in obj.get_params(ctx):
            text = getattr(parameter, "help", None) or ""
            if text in _TYPER:
                parameter.help = said(text, _TYPER[text])
            _name_values(parameter)
        usage = _usage(obj.get_usage(ctx))
        obj.get_usage = lambda _: usage
        format_help(obj=obj, ctx=ctx, markup_mode=markup_mode)

    def told_error(error: Any) -> None:
        for parameter in error.ctx.command.params if error.ctx is not None else ():
            _name_values(parameter)
        message, gone = error.format_message(), typed(sys.argv[1:])
        words = gone or Words(message, in_chinese(message))
        error.format_message = lambda: told(words)
        if error.ctx is not None:
            usage = _usage(error.ctx.get_usage())
            error.ctx.get_usage = lambda: usage
        format_error(error)

    rich_utils.rich_format_help, rich_utils.rich_format_error = told_help, told_error  # type: ignore[assignment]


def _name_values(parameter: Any) -> None:
    """Name what an option or argument of a command takes in the language that is spoken."""
    named = parameter.metavar or (parameter.name if isinstance(parameter, TyperArgument) else "")
    zh = re.sub("[A-Za-z]+", lambda found: _METAVARS.get(found[0], found[0]), named)
    parameter.metavar = said(parameter.metavar, zh) if zh != named else parameter.metavar
    shown = parameter.display_type(None)
    parameter.display_type = lambda _: said(shown, _TYPE.sub(_type, shown))


def _type(found: re.Match[str]) -> str:
    return f"<{_TYPES[found['name']]}{'…' if found['many'] else ''}>"


def _usage(text: str) -> str:
    words = {"Usage: ": "用法：", "[OPTIONS]": "[选项]", "COMMAND [ARGS]": "命令 [参数]"}
    return said(text, re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], text))
