"""How a denial or a confirmation that has no other words refers to what it answers."""

from __future__ import annotations

import re

from onrecord.compare.accounts.facts import Said
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.link.words import NEGATIONS, has_mark, mark_stems, stem, tokens, words

PRONOUNS = frozenset({"it", "that", "this", "which", "them", "so", "none"})
"""Words that stand for a claim."""
_INVOLVED = 4
"""Words that a denial of involvement has at most, apart from the commonest."""
_OWNERS = 2
"""Words that may say whose a claim was: "the police version"."""
_NAME = re.compile(r"\b[A-Z][\w-]+")
_CLAIM_OF = re.compile(r"\W*(?:the|a|that|this) \w+ (?:of|by|from|in) (?:the )?[A-Z]")
"""A claim that is given by whose it is: "the claim of the Harbour News Agency"."""
_TALKING = re.compile(
    r"\bwhat (?:the |an? )?(?P<who>[\w .-]+?) (?:was|were|is|are) (?:talking|speaking|referring)"
)
"""Whose words somebody makes nothing of."""
_MATTER = re.compile(
    r"(?<=\w)\s(?:in|with|for) (?=(?:the|that|this|these|those) "
    r"(?:incident|attack|event|matter|case|strike|raid|shooting|blast|explosion|killing|operation)s?\b)",
    re.IGNORECASE,
)
"""Before the deed that is meant, where it is called by a word for any."""
_NOT_SO = re.compile(
    r"\W*(?:(?:not so|nothing of the (?:kind|sort)|not true|untrue)\b"
    r"|(?:they|he|she|it|we|i) (?:have|has|had|did|do|does|was|were|is|are)"
    r"(?: not|n['’]t)[.,!”\"])",
    re.IGNORECASE,
)
"""That what was said is not so, as a whole or in as few words: "They have not"."""


def refers(said: Said) -> tuple[str, frozenset[str]] | None:
    """The word by which a denial refers to a claim, where it has no other words, and whose it
    calls the claim; None else."""
    if _NOT_SO.match(said.text) and said.statement.polarity == "negative":
        return "so", frozenset()
    if said.statement.act not in ("deny", "reject", "disclaim"):
        return None
    if not said.statement.content and said.statement.cue is not None:
        gainsays = has_mark("differing", tokens(said.statement.cue.text))
        return ("so", frozenset()) if gainsays and said.statement.act == "deny" else None
    every = tokens(_judged(said))
    every = every[every[:1] == ["that"] and len(every) > _OWNERS + 1 :]
    left = [word for word in every if word not in words().stop or word in PRONOUNS]
    nouns = [word for word in left if stem(word) in mark_stems("claiming")]
    dismissed = mark_stems("dismissing")
    left = [word for word in left if stem(word) not in dismissed]
    named = {word.lower() for word in _NAME.findall(said.text)}
    other = [word for word in left if word not in nouns and word not in PRONOUNS]
    common = [word for word in other if word not in named]
    if said.statement.act == "disclaim" and PRONOUNS & set(every[1:]) and not nouns:
        if all(word in PRONOUNS or stem(word) in mark_stems("telling") for word in left):
            return "it", frozenset()  # "knows of none", "cannot confirm this"
    if every in (["everything"], ["all"]) and said.statement.act == "deny":
        return "it", frozenset()  # "the suspects deny everything"
    if not left and every and said.statement.act == "deny":
        return "it", frozenset()  # "which the army called false"
    talking = _TALKING.search(said.text)
    if talking is not None and said.statement.act == "disclaim":
        return "it", frozenset(map(stem, tokens(talking["who"])))
    by_name = _CLAIM_OF.match(said.text) is not None and not common
    if "contrary" in every:
        return None  # "reports to the contrary": of what is not told
    if len(nouns) == 1 and (len(other) <= _OWNERS or by_name):
        at = every.index(nouns[0])
        if every[at + 1 : at + 2] == ["of"] and any(word in common for word in every[at + 2 :]):
            return None  # "the reports of a mutiny" says of what they are
        owners = [word for word in other if by_name or every.index(word) < at]
        return nouns[0], frozenset(stem(word) for word in owners)  # else it is what it is called
    flat = said.statement.act == "deny" or has_mark("dismissing", tokens(said.text))
    if flat and len(left) == 1 and left[0] in PRONOUNS:
        return "it", frozenset()
    judged = _MATTER.split(_judged(said))[0]
    tied = mark_stems("involving") & {stem(word) for word in tokens(judged)}
    tied |= {"anything"} & set(every) if "anything to do" in judged.lower() else set()
    left = [word for word in tokens(judged) if word not in words().stop or word in PRONOUNS]
    if said.statement.act == "deny" and tied and len(left) <= _INVOLVED:
        return "involvement", frozenset()
    negated = (NEGATIONS | {"any"}) & set(every[:3])
    if "such" in every[:4] and negated and said.statement.act == "deny":
        return "no such", frozenset()  # "that any such confession had been made"
    heard = {"hear", "heard", "know"} & {stem(word) for word in every}
    if said.statement.act == "disclaim" and heard and mark_stems("unheard") & set(map(stem, left)):
        if len(left) <= _OWNERS + 1:
            return "no such", frozenset()  # "had never heard of the group"
    return None


def _judged(said: Said) -> str:
    """What is dismissed, without what it is dismissed as: "this as “the usual lie”"."""
    cue = said.statement.cue
    judged = re.split(r"\sas\s", said.text, maxsplit=1)[0]
    branded = cue is not None and has_mark("branding", tokens(cue.text))
    return judged if branded else said.text


def bears_out(said: Said) -> tuple[str, frozenset[str]] | None:
    """The word by which a statement that has no other words says that a claim is so."""
    statement = said.statement
    every = tokens(said.text)
    if statement.polarity != "positive" or statement.condition or said.matter.open or not every:
        return None
    left = [word for word in every if word not in words().stop]
    nouns = [word for word in left if stem(word) in mark_stems("claiming")]
    if statement.act == "confirm" and (left == nouns != [] or (not left and len(every) == 1)):
        return every[-1], frozenset()  # "confirmed the report", "confirmed it"
    true = [word for word in left if word in words().marks["true"]]
    if statement.act in AFFIRMS and true and left == [*nouns, *true]:
        return true[0], frozenset()  # "that they were right", "the report was accurate"
    return None
