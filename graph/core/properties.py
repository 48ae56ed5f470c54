"""The names of all properties that are stored; docs/model.md tells what each means."""

from __future__ import annotations

_NAMES = """
    uid key dataset digest version fingerprint
    valid_from valid_to from_precision to_precision from_edtf to_edtf end_basis last_evidence
    held_from held_to shown_to
    source also_sources confidence derived unsourced read_at url licence
    code name name_short name_en pinyin level kind general_office group_office category
    rank rank_basis rank_by_rule rank_reason mode branch gaps
    field place leadership roster vacancy_stated last_documented evidence spoken read_on claims notes events
    in_paper type_in_paper
    number title issued date instrument issuer_competent binding_powers duties_per_member host_office
    term_and_abolition published petitioned_by
    role person acting rotating presided executive unstated basis note on precision document
"""

PROPERTIES = frozenset(_NAMES.split())
"""No loader stores another."""
