"""Who gets a thing, or does not, by a joined participle: "were held and denied water"."""

from __future__ import annotations

from onrecord.extract.events.clauses.text import Text
from onrecord.extract.statements.words.lexicon import words

_STEPS = 3
_REFUSED = frozenset({"denied", "refused"})
_GIVEN = frozenset({"given", "shown"})


def deprived(text: Text, verb: int) -> bool:
    """Whether a participle shares the passive of the verb it is joined to, with a thing behind it
    that is withheld from people, or given to them: "were chained, tied and | denied | food"."""
    syntax, thing = text.syntax, text.phrases.after(verb)
    if syntax.word(verb) not in _REFUSED | _GIVEN or thing is None or syntax.has(verb, "nsubj"):
        return False
    if syntax.word(verb) in _REFUSED and syntax.lemmas[thing.head] not in words(
        "idioms", "withheld"
    ):
        return False
    head, steps = verb, 0
    while syntax.deprel(head) in ("conj", "acl") and steps < _STEPS:
        head, steps = syntax.heads[head], steps + 1
        if head >= 0 and syntax.has(head, "aux:pass"):
            return True
    return False
