"""Where shells came down that were fired from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text

_WITHIN = 12
"""Words behind the verb within which the place stands."""
_SUBJECTS = ("nsubj", "nsubj:pass", "obj")


def landed(text: Text, verb: int) -> Iterator[Phrase]:
    """The phrases behind where they went: "Shells | fired over the border tore into a market in
    Lun". ``verb`` is that of the firing."""
    syntax = text.syntax
    noun = syntax.heads[verb]
    if not syntax.deprel(verb).startswith("acl") or syntax.deprel(noun) not in _SUBJECTS:
        return
    main = syntax.heads[noun]
    if main <= verb or syntax.lemmas[main] not in listed("roles", "landing"):
        return
    for index in range(main + 1, min(main + _WITHIN, len(syntax.words))):
        if syntax.upos(index) in ("VERB", "AUX"):
            return
        phrase = text.phrases.after(index) if syntax.upos(index) == "ADP" else None
        if phrase is not None:
            yield text.whole(phrase)
