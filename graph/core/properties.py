"""The names of all properties that are stored; docs/model.md tells what each means."""

from __future__ import annotations

_OF_THE_WRITER = "uid key dataset digest version fingerprint"
_OF_TIME = (
    "valid_from valid_to from_precision to_precision from_edtf to_edtf end_basis last_evidence"
)
_OF_PROVENANCE = "source also_sources confidence derived unsourced read_at url licence"
_OF_UNITS = "code name name_short name_en pinyin level kind general_office category"
_OF_RANKS = "rank rank_basis rank_by_rule rank_reason mode branch"
_OF_GROUPS = "field place in_paper type_in_paper leadership roster vacancy_stated last_documented notes events"
_OF_DOCUMENTS = (
    "number title issued date instrument issuer_competent binding_powers duties_per_member host_office"
    " term_and_abolition published"
)
_OF_SEATS_AND_CHANGES = "role person rotating executive unstated basis note on precision document"

PROPERTIES = frozenset(
    " ".join(
        (
            _OF_THE_WRITER, _OF_TIME, _OF_PROVENANCE, _OF_UNITS, _OF_RANKS, _OF_GROUPS,
            _OF_DOCUMENTS, _OF_SEATS_AND_CHANGES,
        )
    ).split()
)  # fmt: skip
"""No loader stores another."""
