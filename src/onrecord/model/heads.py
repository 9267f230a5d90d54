"""The labels of the analysis network's heads, in the order of its outputs.

Name heads keep the convention of the corpus that taught them: GMB (news agency English: geo, gpe
which is mostly nationalities, org, per, tim, art, eve, nat), WikiGold, WNUT-17, re3d (the domain:
titles count as persons), and toponyms as LGL and TR-News mark them.
"""

from __future__ import annotations

from collections.abc import Iterable


def bio(kinds: Iterable[str]) -> tuple[str, ...]:
    """O, then B- and I- of each kind."""
    return ("O", *(f"{p}-{k}" for k in kinds for p in "BI"))


UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
    "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
    "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl",
    "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
    "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
    "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
HEADS: dict[str, tuple[str, ...]] = {
    "upos": UPOS,
    "thing": (
        "O", "person", "place", "organization", "object", "event", "time", "substance", "animal",
        "plant", "abstract",
    ),
    "gmb": bio(("geo", "gpe", "org", "per", "tim", "art", "eve", "nat")),
    "wikigold": bio(("PER", "LOC", "ORG", "MISC")),
    "wnut17": bio(("person", "location", "corporation", "group", "product", "creative-work")),
    "re3d": bio(
        (
            "Organisation", "Location", "Person", "Nationality", "Temporal", "Quantity", "Vehicle",
            "Weapon", "Money", "DocumentReference",
        )
    ),
    "topo": bio(("place",)),
    "time": bio(("DATE", "TIME", "DURATION", "SET")),
    "event": (
        "O", "OCCURRENCE", "STATE", "REPORTING", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION",
    ),
    "tense": ("NONE", "PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART"),
    "negative": ("no", "yes"),
}  # fmt: skip
