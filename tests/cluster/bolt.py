"""Bolt 5.4 as bytes: handshake, chunks, messages. The driver's own PackStream packs and unpacks."""

from __future__ import annotations

import socket
import struct
from contextlib import suppress
from typing import Any

from neo4j._codec.packstream._common import PackableBuffer, Structure, UnpackableBuffer
from neo4j._codec.packstream.v1 import Packer, Unpacker

MAGIC = b"\x60\x60\xb0\x17"
VERSION = b"\x00\x00\x04\x05"

HELLO, GOODBYE, RESET, RUN, BEGIN, COMMIT, ROLLBACK = 0x01, 0x02, 0x0F, 0x10, 0x11, 0x12, 0x13
PULL, ROUTE, LOGON = 0x3F, 0x66, 0x6A
SUCCESS, RECORD, IGNORED, FAILURE = 0x70, 0x71, 0x7E, 0x7F


class Gone(Exception):
    """The other side has closed the connection."""


def message(tag: int, *fields: Any) -> bytes:
    """A message as bytes, without its chunks."""
    buffer = PackableBuffer()  # type: ignore[no-untyped-call]
    Packer(buffer).pack(Structure(bytes([tag]), *fields))  # type: ignore[no-untyped-call]
    return bytes(buffer.data)


def tag_of(data: bytes) -> int:
    """What kind of message it is: a structure's second byte."""
    return data[1]


def fields_of(data: bytes) -> list[Any]:
    """The fields of a message."""
    unpacked = Unpacker(UnpackableBuffer(bytearray(data)))  # type: ignore[no-untyped-call]
    return list(unpacked.unpack().fields)  # type: ignore[no-untyped-call]


class Wire:
    """One Bolt connection after its handshake: whole messages, in and out."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._in = connection.makefile("rb")

    @classmethod
    def accepted(cls, connection: socket.socket) -> Wire:
        """The server's side: of whatever the client offers this one version is spoken."""
        wire = cls(connection)
        offered = wire._bytes(20)
        assert offered[:4] == MAGIC
        connection.sendall(VERSION)
        return wire

    @classmethod
    def opened(cls, host: str, port: int) -> Wire:
        """The client's side."""
        connection = socket.create_connection((host, port))
        connection.sendall(MAGIC + VERSION + bytes(12))
        wire = cls(connection)
        assert wire._bytes(4) == VERSION
        return wire

    def send(self, data: bytes) -> None:
        """Send a message in chunks."""
        parts = [data[at : at + 0xFFFF] for at in range(0, len(data), 0xFFFF)]
        chunks = b"".join(struct.pack(">H", len(part)) + part for part in parts)
        try:
            self._socket.sendall(chunks + b"\x00\x00")
        except OSError:
            raise Gone from None

    def receive(self) -> bytes:
        """The next message; Gone where there will be none."""
        data = b""
        while True:
            (size,) = struct.unpack(">H", self._bytes(2))
            if size:
                data += self._bytes(size)
            elif data:
                return data

    def answer(self, data: bytes) -> tuple[list[bytes], bytes]:
        """Send a request; its records as they come, and how it ended."""
        self.send(data)
        records = []
        while tag_of(got := self.receive()) == RECORD:
            records.append(got)
        return records, got

    def close(self) -> None:
        """Cut the connection, also where another thread reads from it."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._in.close()
        self._socket.close()

    def _bytes(self, count: int) -> bytes:
        try:
            got = self._in.read(count)
        except (OSError, ValueError):
            got = b""
        if len(got) < count:
            raise Gone
        return got
