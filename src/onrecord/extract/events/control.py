"""From which clause above a clause without a subject of its own may take it."""

from __future__ import annotations

from onrecord.extract.events.lexicon import words
from onrecord.extract.events.text import Text


def timed(text: Text, verb: int, head: int) -> bool:
    """ "gave the army until noon to pull out": who is given the time acts."""
    syntax = text.syntax
    if syntax.lemmas[head] != "give" or text.before(verb) != "to":
        return False
    limits = {"until", "till", "deadline", "hour", "day", "week", "month", "ultimatum"}
    return bool(limits & set(syntax.lemmas[head:verb]))


def crosses(text: Text, verb: int, head: int) -> bool:
    """Whether the tree takes a word out of what somebody said, to the word that says it."""
    inner = text.innermost(verb)
    if inner is not None and inner.source is None and text.cue_of(head) is inner:
        return False  # "the rebels | are accused | of looting it": the tree knows who
    return inner is not None and inner is not text.innermost(head)


def verb_before(text: Text, verb: int) -> int | None:
    """The nearest verb before this one that is part of the same statement."""
    syntax = text.syntax
    low, _ = text.sentence(verb)
    for index in range(verb - 1, low - 1, -1):
        if syntax.upos(index) == "VERB" and syntax.deprel(index) != "amod":
            if text.innermost(index) is text.innermost(verb):
                return index
            if text.cue_of(index) is not text.innermost(verb):
                return None  # its own cue may interrupt it: "they fired, it added, killing 2"
    return None


def participle(word: str, lemma: str) -> bool:
    """Whether a verb's form can be a past participle."""
    return not word.endswith("ing") and word not in (lemma, f"{lemma}s", f"{lemma}es")


def past_while(text: Text, verb: int, head: int) -> int:
    """ "attacked a chapel | as the choir was singing | killing nine": it killed nobody."""
    syntax = text.syntax
    if not syntax.word(verb).endswith("ing") or syntax.has(verb, "mark"):
        return head
    if not _assaults(text, verb):
        return head
    while_ = any(syntax.word(k) in ("as", "while", "when") for k in syntax.kids(head, "mark"))
    above = syntax.heads[head]
    if syntax.deprel(head) != "advcl" or not while_ or above < 0:
        return head
    return above if _assaults(text, above) and not _assaults(text, head) else head


def _assaults(text: Text, verb: int) -> bool:
    senses = words().verbs.get(text.syntax.lemmas[verb], ())
    return any(sense.type == "ASSAULT" for sense in senses)


def infinitive(text: Text, verb: int) -> bool:
    return text.before(verb) == "to"


def line_ends(text: Text, index: int) -> bool:
    """ "Two die in raid 2 Jul 2016 | Army shelling killed": a day with its year, then a name."""
    syntax = text.syntax
    year = index in text.time_of and len(syntax.word(index)) == 4 and syntax.word(index).isdigit()
    if not year or index + 1 in text.time_of:
        return False
    return syntax.upos(index + 1) in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
