"""What archives read: RO-Crate 1.1, CodeMeta 3.0 of the program, and the upload form of Zenodo."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from loaders.package.release.about import LICENCE_PAGE, PROGRAM, Held
from loaders.package.write import about

CRATE = "ro-crate-metadata.json"


def crate(files: Iterable[Held]) -> dict[str, Any]:
    """The crate: the folder as its root, every file, who made it and with what."""
    cited = about()
    makers = [{"@id": f"#author-{n}", "@type": "Organization", "name": one["name"]}
              for n, one in enumerate(cited["authors"], 1)]  # fmt: skip
    stored = [
        {"@id": one.path, "@type": "File", "name": one.path, "encodingFormat": one.media,
         "contentSize": str(one.size), "sha256": one.sha256}
        for one in files
    ]  # fmt: skip
    root = {
        "@id": "./", "@type": "Dataset", "name": cited["title"], "description": cited["abstract"],
        "datePublished": str(cited["date-released"]), "version": cited["version"],
        "license": {"@id": LICENCE_PAGE}, "keywords": ", ".join(cited["keywords"]),
        "author": [{"@id": one["@id"]} for one in makers],
        "hasPart": [{"@id": one["@id"]} for one in stored], "mentions": {"@id": "#lsgraph"},
    }  # fmt: skip
    return {
        "@context": [
            "https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}
        ],
        "@graph": [
            {"@id": CRATE, "@type": "CreativeWork", "about": {"@id": "./"},
             "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}},
            root, *stored, *makers,
            {"@id": LICENCE_PAGE, "@type": "CreativeWork", "name": cited["license"]},
            {"@id": "#lsgraph", "@type": "SoftwareApplication", "name": PROGRAM["title"],
             "version": version("lsgraph"), "license": {"@id": PROGRAM["licence"]}},
            {"@id": PROGRAM["licence"], "@type": "CreativeWork", "name": "Apache-2.0"},
        ],
    }  # fmt: skip


def codemeta() -> dict[str, Any]:
    """The program that made the release."""
    return {
        "@context": "https://w3id.org/codemeta/3.0", "@type": "SoftwareSourceCode",
        "name": PROGRAM["name"], "description": PROGRAM["title"], "version": version("lsgraph"),
        "license": PROGRAM["licence"], "programmingLanguage": "Python",
        "runtimePlatform": "Python 3.11 or later", "developmentStatus": "active",
        "keywords": list(about()["keywords"]),
        "author": [{"@type": "Organization", "name": one["name"]} for one in about()["authors"]],
    }  # fmt: skip


def zenodo() -> dict[str, Any]:
    """The form `.zenodo.json`, which Zenodo fills its page from."""
    cited = about()
    return {
        "upload_type": "dataset", "title": cited["title"], "description": cited["abstract"],
        "version": cited["version"], "publication_date": str(cited["date-released"]),
        "access_right": "open", "license": str(cited["license"]).lower(), "language": "zho",
        "creators": [{"name": one["name"]} for one in cited["authors"]],
        "keywords": list(cited["keywords"]),
        "references": ["Miao and Ju (2020). Leading small groups in China's inter-city governmental"
                       " cooperation. https://doi.org/10.1108/IJPL-02-2020-0008"],
    }  # fmt: skip
