"""What the driver raises, as errors in words; and which of it a second try would not better."""

from __future__ import annotations

import logging
from asyncio import CancelledError
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import (
    AuthError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    WriteServiceUnavailable,
)

from graph.connection.limits import Limits
from graph.core.errors import InputError, LimitReached, LsgraphError, NoServer
from graph.core.words import Words

T = TypeVar("T")

AGAIN = 2
"""How often more a write of lsgraph is run whose connection broke as it was being kept."""
_NOT_READY = ("BookmarkTimeout", "DatabaseUnavailable", "NotALeader")

# Errors say in words what the driver logs about a broken connection; without a handler it would print that.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Cut(CancelledError):
    """Ends a transaction without a word to the server: a session that this passes cuts its connection.

    The server then ends the transaction, where what it does looks for an end at all. `error` is what the
    caller is told.
    """

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error


@contextmanager
def told(uri: str) -> Iterator[None]:
    """Turn what the driver raises into an error in words."""
    try:
        yield
    except Cut as cut:
        raise cut.error from None
    except AuthError:
        raise NoServer(
            Words(
                f"{uri} refuses the user or password. Set NEO4J_USER and NEO4J_PASSWORD; for the private"
                " server unset NEO4J_URI.",
                f"{uri} 不接受该用户或密码。请设置 NEO4J_USER 和 NEO4J_PASSWORD；要用专用服务器则取消 "
                "NEO4J_URI。",
            )
        ) from None
    except IncompleteCommit as error:
        raise NoServer(
            Words(
                f"The connection to {uri} broke while a write was being kept; it may be in the graph or not."
                f" Look before you run it again. The driver says: {_first_line(error)}",
                f"保存写入时与 {uri} 的连接中断；写入可能已在图谱中，也可能不在。请先查看，再重新执行。"
                f"驱动程序报告：{_first_line(error)}",
            )
        ) from None
    except ServiceUnavailable as error:
        if isinstance(error, WriteServiceUnavailable) and uri.startswith("bolt"):
            raise _follower(uri) from None
        raise NoServer(
            Words(
                f"No Neo4j answers at {uri}. Start it, or unset NEO4J_URI to use the private one"
                f" (lsgraph db start). The driver says: {_first_line(error)}",
                f"{uri} 没有 Neo4j 应答。请启动它，或取消 NEO4J_URI 以使用专用服务器（lsgraph db start）。"
                f"驱动程序报告：{_first_line(error)}",
            )
        ) from None
    except Neo4jError as error:
        raise _server_error(error, uri) from None
    except (DriverError, ValueError) as error:
        raise NoServer(
            Words(
                f"{uri} cannot be used: {_first_line(error)}", f"{uri} 不可用：{_first_line(error)}"
            )
        ) from None


def committed(session: Session, work: Callable[[ManagedTransaction], T], again: int = AGAIN) -> T:
    """Run `work` and keep what it wrote; `again` where the connection broke as that was being kept.

    Whether the server kept it is then unknown. Run twice, each statement that lsgraph writes with leaves
    what it leaves when it is run once; of a statement of the user's own nobody knows.
    """
    for _ in range(again):
        with suppress(IncompleteCommit):
            return session.execute_write(work)
    return session.execute_write(work)


def limit_of(error: DriverError | Neo4jError, limits: Limits) -> LimitReached | None:
    """The limit that an error tells of; None where another try, or other words, are right.

    The driver would try again what lacked memory.
    """
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    if "OutOfMemory" in code:
        return LimitReached(_memory(_first_line(error)))
    if "stackoverflow" in code.lower():
        return LimitReached(_NESTED)
    if _timed_out(error):
        return LimitReached(_time(limits.seconds))
    return None


def late(limits: Limits) -> LimitReached:
    """The error for a question whose time is over without a word of the server."""
    return LimitReached(Words.joined([_time(limits.seconds), _BUSY], " ", ""))


def _timed_out(error: Exception) -> bool:
    """Whether the server ended a transaction because its time was over; it says so in two ways."""
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    ended = code.endswith("Transaction.Terminated") and "within the timeout" in _first_line(error)
    return ended or "TransactionTimedOut" in code


_NESTED = Words(
    "The statement nests too deeply for the server. Write it in shorter parts.",
    "语句嵌套过深，服务器无法处理，请拆成较短的部分。",
)
_BUSY = Words(
    "The server may be busy with it for a while: `lsgraph db stop` ends it, the next question starts"
    " the server again.",
    "服务器可能仍在计算：`lsgraph db stop` 可立即结束，下次提问时服务器会重新启动。",
)


def _time(seconds: float | None) -> Words:
    time = (
        Words("its time", "规定时间")
        if seconds is None
        else Words(f"{seconds:g} s", f"{seconds:g} 秒")
    )
    return Words(
        f"No answer within {time.en}: the question was stopped. Ask for less, or allow more with --timeout.",
        f"{time.zh}内没有答案，查询已停止。请缩小查询，或用 --timeout 延长时间。",
    )


def _memory(message: str) -> Words:
    return Words(
        f"The server stopped the question: it needs more memory than it may take. Ask for less. ({message})",
        f"查询所需内存超过服务器允许的上限，已停止。请缩小查询。（{message}）",
    )


def _server_error(error: Neo4jError, uri: str) -> LsgraphError:
    message, code = _first_line(error), error.code or ""
    if _timed_out(error):
        return LimitReached(_time(None))
    if "DatabaseNotFound" in code:
        return NoServer(
            Words(
                f"{message.rstrip('.')}. Set NEO4J_DATABASE to a database that exists.",
                f"{message.rstrip('.')}。请把 NEO4J_DATABASE 设为存在的数据库。",
            )
        )
    if code.endswith("NotALeader") and uri.startswith("bolt"):
        return _follower(uri)
    if code.endswith(_NOT_READY):
        return NoServer(
            Words(
                f"The server was not ready in time: {message.rstrip('.')}. A cluster may be choosing a new"
                " leader, or one of its servers may lag behind. Run the command again.",
                f"服务器未能及时就绪：{message.rstrip('.')}。集群可能正在选举新的主节点，或有服务器落"
                "后。请重新执行该命令。",
            )
        )
    broken = "critical error" in message and not code.startswith("Neo.ClientError.")
    if code.endswith("TransactionLogError") or broken:
        return NoServer(
            Words(
                "The server can keep nothing more: the disk of its database is full, or fails. Free some"
                " space. Then stop the server (the private one: lsgraph db stop) and run again what was"
                " broken off: it recovers what its log holds. Where the private one does not open then:"
                " lsgraph db repair",
                "服务器无法再保存：其数据库所在磁盘已满或出错。请腾出一些空间，然后停止服务器（专用服务器："
                "lsgraph db stop），再重新执行中断的操作：服务器会恢复日志中的内容。专用服务器届时仍打不开"
                "的：lsgraph db repair",
            )
        )
    if "composite database" in message.lower():
        return composite(Words.same(message))
    # What may pass, such as the end of a server, is no fault of the statement.
    kind = NoServer if error.is_retryable() else InputError
    return kind(
        Words(f"The server refuses the statement: {message}", f"服务器拒绝该语句：{message}")
    )


def _follower(uri: str) -> NoServer:
    return NoServer(
        Words(
            f"{uri} does not lead its cluster, and bolt:// speaks to it alone: it refuses to write. Set"
            f" NEO4J_URI to {uri.replace('bolt', 'neo4j', 1)}, which finds the leader.",
            f"{uri} 不是集群的主节点，而 bolt:// 只与它通信，故拒绝写入。请把 NEO4J_URI 设为 "
            f"{uri.replace('bolt', 'neo4j', 1)}，由它找到主节点。",
        )
    )


def composite(found: Words) -> NoServer:
    """Return the error of a database that stands for several others and holds nothing of its own."""
    return NoServer(
        Words(
            f"{found.en.rstrip('.')}. lsgraph needs one standard database: set NEO4J_DATABASE to such a one,"
            " for example to one that the composite database is made of.",
            f"{found.zh.rstrip('.')}。lsgraph 需要一个标准数据库：请把 NEO4J_DATABASE 设为这样的数"
            "据库，例如组成该复合数据库的其中一个。",
        )
    )


def _first_line(error: BaseException) -> str:
    text = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return next(iter(text.splitlines()), type(error).__name__)
