"""Who may enter: whoever brings the token of this run, and after that the cookie that it was changed for."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.responses import Response


@dataclass(frozen=True)
class Entry:
    """The token of one run and the key that signs its cookies; both end with the run.

    The name of the cookie holds the port: browsers keep one jar for all ports of a machine.
    """

    port: int = 0
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def name(self) -> str:
        """The name of the cookie."""
        return f"lsgraph_{self.port}"

    def knows(self, token: str | None) -> bool:
        """Whether this is the token."""
        return token is not None and hmac.compare_digest(token.encode(), self.token.encode())

    def admits(self, cookies: Mapping[str, str], authorization: str | None) -> bool:
        """Whether a request has entered: by a cookie that this run has signed, or `Bearer TOKEN`."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() == "bearer" and self.knows(token.strip()):
            return True
        nonce, _, signed = cookies.get(self.name, "").partition(".")
        return bool(nonce) and hmac.compare_digest(signed.encode(), self._signed(nonce).encode())

    def admit(self, response: Response) -> Response:
        """Give a fresh cookie with the response; one that the request brought is never taken on."""
        nonce = secrets.token_urlsafe(24)
        value = f"{nonce}.{self._signed(nonce)}"
        response.set_cookie(self.name, value, httponly=True, samesite="strict", path="/")
        return response

    def _signed(self, nonce: str) -> str:
        return hmac.new(self._key, nonce.encode(), hashlib.sha256).hexdigest()
