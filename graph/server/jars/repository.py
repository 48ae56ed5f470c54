"""Files of a Maven repository over one kept-alive connection a thread, none accepted unchecked."""

from __future__ import annotations

import hashlib
import threading

import requests
from jgo.constants import MAVEN_CENTRAL_URL
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from graph.core.errors import LsgraphError
from graph.core.words import Words

CENTRAL = str(MAVEN_CENTRAL_URL)
_TIMEOUT_S = 30
_RETRY = Retry(total=3, backoff_factor=0.3, status_forcelist=(429, 500, 502, 503, 504))


class DamagedDownload(LsgraphError):
    """A file arrived, or none, that is not the one which was published."""


class Sessions(threading.local):
    """Sessions are not safe to share: each thread that asks gets one of its own."""

    def __init__(self) -> None:
        self._session = requests.Session()
        self._session.mount("https://", HTTPAdapter(max_retries=_RETRY))

    def get(self, url: str) -> bytes | None:
        """Return what is at `url`, None where nothing is; requests' errors where none answers."""
        response = self._session.get(url, timeout=_TIMEOUT_S)
        if response.status_code == 404:
            return None
        response.raise_for_status()
        return response.content


def fetched(sessions: Sessions, url: str, sha256: str) -> bytes:
    """Return the content of `url`; DamagedDownload where it has another SHA-256 or is not there."""
    content, name = sessions.get(url), url.rpartition("/")[2]
    if content is None:
        raise DamagedDownload(Words(f"{name} is not in the repository", f"仓库中没有 {name}"))
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DamagedDownload(
            Words(f"{name} has another SHA-256 than the list says", f"{name} 的 SHA-256 与清单不符")
        )
    return content
