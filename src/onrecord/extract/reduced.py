"""Participles that a tree takes for the verb: "four suspects | held since the raid | were freed".

What stands after "since" or "after" is a thing there, and no clause: it is one, those who are told
of are many, and the verb behind agrees with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.analysis import Token

_LINKS = frozenset({"after", "since", "before", "during", "until"})
_MANY = frozenset({"people", "men", "women", "children", "police", "troops"})
_HELPERS = {"many": frozenset({"were", "have", "are"}), "one": frozenset({"was", "has", "is"})}
_NOUNS = ("NOUN", "PROPN")


def with_participles(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with such participles below their nouns, and the verb above them."""
    mended = list(tokens)
    for link, token in enumerate(tokens):
        if token.text in _LINKS and (found := _found(tokens, link)) is not None:
            subject, participle, thing, verb = found
            if tokens[participle].head != subject:
                top = tokens[participle]
                mended[verb] = replace(mended[verb], head=top.head, deprel=top.deprel)
                mended[participle] = replace(top, head=subject, deprel="acl")
                _lift(mended, participle, verb)
            passive = any(t.head == verb and t.deprel == "aux:pass" for t in tokens)
            role = "nsubj:pass" if passive else "nsubj"
            mended[subject] = replace(mended[subject], head=verb, deprel=role)
            mended[thing] = replace(mended[thing], head=participle, deprel="obl")
            mended[link] = replace(mended[link], head=thing, deprel="case")
    return mended


def _found(tokens: Sequence[Token], link: int) -> tuple[int, int, int, int] | None:
    """The subject, the participle, the thing behind the link, and the verb, where it is so."""
    participle = link - 1
    subject = participle - 1
    if subject < 0 or tokens[participle].upos != "VERB" or tokens[subject].upos not in _NOUNS:
        return None
    if tokens[participle].text.endswith("ing") or _helped(tokens, participle):
        return None
    end = next(
        (n for n in range(link + 1, len(tokens)) if tokens[n].upos not in ("DET", "ADJ", *_NOUNS)),
        len(tokens),
    )
    thing = end - 1
    if end == len(tokens) or thing == link or tokens[thing].upos not in _NOUNS:
        return None
    helper = tokens[end]
    verb = helper.head
    many = _number(tokens[subject])
    if helper.upos != "AUX" or not end < verb < end + 4 or _number(tokens[thing]) == many:
        return None
    if helper.text not in _HELPERS[many]:
        return None
    of_it = tokens[participle].head == subject or tokens[subject].head in (participle, verb)
    below = tokens[verb].head == participle or tokens[subject].head == verb
    return (subject, participle, thing, verb) if of_it and below else None


def _helped(tokens: Sequence[Token], verb: int) -> bool:
    return any(t.head == verb and t.deprel in ("aux", "aux:pass", "cop") for t in tokens)


def _number(noun: Token) -> str:
    told = noun.text.casefold()
    many = told in _MANY or (told.endswith("s") and told != noun.lemma.casefold())
    return "many" if many else "one"


def _lift(tokens: list[Token], participle: int, verb: int) -> None:
    """What hung on the participle and stands behind the verb goes to the verb."""
    for index, token in enumerate(tokens):
        if token.head == participle and (index > verb or token.deprel == "punct"):
            tokens[index] = replace(token, head=verb)
