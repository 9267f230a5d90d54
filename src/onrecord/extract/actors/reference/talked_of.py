"""Whom "he" means in quoted words right behind a sentence that tells of whom somebody spoke.

"Reed praised the pilot. “He was a hero,” Reed said": the pilot.
"""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.speech import Speech
from onrecord.extract.actors.trees.syntax import Syntax

_ABOUT = frozenset(
    {"praise", "hail", "describe", "remember", "recall", "mourn", "eulogize", "eulogise", "honor",
     "honour", "defend", "criticize", "criticise", "condemn", "denounce", "accuse", "blame",
     "commend", "salute", "ridicule", "mock", "attack", "rebuke", "support"}
)  # fmt: skip
"""Verbs whose object is whom the words behind them are about."""
_SPEAKS = frozenset({"speak", "talk"})


def talked_of(
    entities: Entities, syntax: Syntax, speech: Speech, mention: Mention
) -> Mention | None:
    """The person of whom the sentence before a quotation speaks; None where it is who is quoted."""
    teller = speech.around(mention)
    if teller is None or not speech.direct(mention):
        return None
    own = syntax.sent[mention.head]
    before = entities.mentions[: entities.index(mention)]
    if any(
        m.nature == "person" and m.form != "pronoun" for m in before if syntax.sent[m.head] == own
    ):
        return None  # somebody is named in the words themselves
    found: list[Mention] = []
    for verb in range(mention.head - 1, -1, -1):
        back = own - syntax.sent[verb]
        if back > 1:
            break
        if back == 1 and syntax.deprel[verb] == "root":
            found = [m for m in (entities.headed(k) for k in _whom(verb, syntax)) if m is not None]
    if len(found) != 1:
        return None
    other, entity = found[0], entities.of(found[0])
    single = entity.nature == "person" and entity.number != "p" and other.form != "pronoun"
    apart = entity.gender is not None and entity.gender != mention.gender
    if not single or apart or entities.of(teller) is entity or syntax.of(other.head, "conj"):
        return None
    return other


def _whom(verb: int, syntax: Syntax) -> list[int]:
    """The nouns for whom a verb says something about."""
    lemma = syntax.tokens[verb].lemma.lower()
    if lemma in _ABOUT:
        return syntax.of(verb, "obj")
    if lemma in _SPEAKS:
        return [k for k in syntax.of(verb, "obl") if syntax.case(k) in ("of", "about")]
    return []
