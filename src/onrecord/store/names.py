"""Names made comparable, and when two reports' actors are one actor of the record."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Literal

from onrecord.records import Actor, ActorKind

ActorClass = Literal["person", "people", "body"]

RECORD = "record"
"""What stands before the colon in the id of a record's actor, where others have their report's."""

_INITIALS = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"['’]s\b")
_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves "
    "we us our ours i me my you your who whom whose which that this these those one".split()
)


def normalise(name: str) -> str:
    """``name`` in lower case without accents, punctuation, possessive and leading "the".

    >>> normalise("The Kremlin’s"), normalise("Recep Tayyip Erdoğan"), normalise("U.S.")
    ('kremlin', 'recep tayyip erdogan', 'us')
    """
    text = _POSSESSIVE.sub("", name)
    text = _INITIALS.sub(lambda found: found.group().replace(".", ""), text)
    text = unicodedata.normalize("NFKD", text).casefold()
    chars = [c if c.isalnum() else " " for c in text if not unicodedata.combining(c)]
    words = "".join(chars).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def is_name_like(mention: str) -> bool:
    """Whether somebody might ask for an actor by this mention of it: no pronoun, no "the group"."""
    if mention.casefold() in _PRONOUNS and not (len(mention) > 1 and mention.isupper()):
        return False
    # a script without case has no lower-case letters either
    return any(c.isupper() for c in mention) or not any(c.islower() for c in mention)


def class_of(kind: ActorKind) -> ActorClass:
    """The kinds that one actor may bear in different reports: a ministry may be read as an office
    here and as a government there, but neither is a person or a nation."""
    if kind == "person":
        return "person"
    return "people" if kind == "people" else "body"


def key_of(actor: Actor) -> tuple[ActorClass, str] | None:
    """Under what an actor is one with other reports' actors; None where with none.

    Unnamed sources never are: two reports' "officials" may be different people. Nor is whoever a
    report identifies by a description alone: one report's "government" is another country's.
    """
    norm = normalise(actor.name)
    if not (actor.named and norm and is_name_like(actor.name)):
        return None
    return class_of(actor.kind), norm


def record_id(key: tuple[ActorClass, str], country: str | None = None) -> str:
    """The id of a record's actor: of its key alone, so the same whatever was added first."""
    parts = key if country is None else (*key, country)
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return f"{RECORD}:a{digest[:16]}"
