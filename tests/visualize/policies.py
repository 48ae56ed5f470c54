"""The content security policy of a page, held against its scripts."""

from __future__ import annotations

import base64
import hashlib
import re


def assert_only_hashed(html: str, scripts: int) -> None:
    """So many scripts, each named by its hash in the policy, which lets nothing else run or load."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    allowed = set(re.findall(r"sha256-([^&]+)&#39;", policy.group(1)))
    found = re.findall(r"<script>(.*?)</script>", html, re.S)
    hashes = {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in found}
    assert len(found) == scripts
    assert hashes == allowed
    assert "default-src &#39;none&#39;" in policy.group(1)
    assert "unsafe-inline" not in policy.group(1).split("script-src")[1].split(";")[0]
