"""What is told "reportedly" is the whole clause, and not only what stands before the word.

"Nine civilians were | reportedly | killed in Lun": the tagger at times keeps the first part only.
"""

from __future__ import annotations

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.unsaid import trim


def whole_clause(syntax: Syntax, draft: Draft) -> Draft:
    """The draft of an adverb of hearsay with the rest of the clause that it stands in."""
    if draft.source is not None or draft.cue is None or not draft.content:
        return draft
    inside = syntax.within(*draft.cue)
    adverb = inside[0] if len(inside) == 1 else -1
    if adverb < 0 or syntax.lemmas[adverb] not in words("hedges", "hearsay"):
        return draft
    verb, end = syntax.heads[adverb], draft.content[-1][1]
    if end > draft.cue[0] or verb < adverb or syntax.upos(verb) not in ("VERB", "ADJ", "NOUN"):
        return draft
    subject = syntax.kid(verb, "nsubj", "nsubj:pass")
    if subject is None or syntax.tokens[subject].end > end:
        return draft
    rest = [i for i in syntax.subtree(verb) if i > adverb]
    part = trim(syntax, syntax.span(rest)) if rest else None
    return draft.with_(content=(*draft.content, part)) if part is not None else draft
