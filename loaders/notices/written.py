"""A notice as JSON."""

from __future__ import annotations

import json

from loaders.notices.model import Notice


def notice_json(notice: Notice) -> str:
    """The notice as a JSON object, Chinese as it stands; ends with a line feed."""
    return json.dumps(notice.to_dict(), ensure_ascii=False, indent=2) + "\n"
