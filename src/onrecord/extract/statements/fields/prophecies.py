"""What somebody's own forces did, and what is to befall others: "our fighters placed the charges",
"the lower town will be under water", "for Lun they will pay".
"""

from __future__ import annotations

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.sides import Cast, is_first
from onrecord.extract.statements.words.syntax import Syntax

_ITS = frozenset({"its", "their"})
_PERSONAL = frozenset({"he", "she", "i", "we", "you"})
_SPOKEN = 6
"""Words from "will" to what it will be under: "under | two metres of | water"."""


def own_forces(syntax: Syntax, cast: Cast, subject: int, draft: Draft, *, quoted: bool) -> bool:
    """ "“our fighters”", "its fighters": the forces of who speaks, or of whom one speaks for."""
    if syntax.lemmas[subject] not in words("harms", "ours"):
        return False
    owner = syntax.kid(subject, "nmod:poss")
    if owner is None:
        return False
    word = syntax.words[owner]
    if is_first(word):
        return quoted
    if word not in _ITS or quoted or draft.source is None or draft.head is None:
        return False
    top = syntax.top(*draft.source)
    if top is None or syntax.words[top] in _PERSONAL or owner < draft.head:
        return False
    between = range(draft.head + 1, owner)
    if any(syntax.upos(i) in ("NOUN", "PROPN") and not _day(syntax, i) for i in between):
        return False
    speaks_for = syntax.lemmas[top] in words("harms", "mouthpieces")
    actor = cast.on(top)
    return speaks_for or (actor is not None and actor.kind not in ("person", "people", "outlet"))


def _day(syntax: Syntax, index: int) -> bool:
    """ "said on Monday that …": whose they are, no day says."""
    return syntax.words[index - 1] in ("on", "in", "last", "this")


def own_deed(syntax: Syntax, clause: Clause, *, armed: bool) -> bool:
    """ "our fighters placed the charges", "its men had blown it up": what was done, not what is.

    Those in arms own up by it; of a state's soldiers it is told as any news.
    """
    if clause.subject is None or clause.negated or clause.modals or clause.infinitive:
        return False
    noun = syntax.lemmas[clause.subject]
    if noun not in words("harms", "ours") or not (armed or noun in words("harms", "doers")):
        return False
    if not syntax.has(clause.subject, "nmod:poss") or syntax.has(clause.head, "aux:pass"):
        return False
    verb = syntax.lemmas[clause.head]
    things = {syntax.lemmas[k] for k in syntax.kids(clause.head, "obj", "obl")}
    if verb in words("harms", "laying"):
        return bool(things & (words("harms", "arms") | words("harms", "charges")))
    return verb in words("harms", "harm") | words("harms", "deeds") | words("harms", "raids")


def pays_for(syntax: Syntax, clause: Clause) -> bool:
    """ "for Lun | they will pay at the dam": what for stands first, and no price behind."""
    if syntax.lemmas[clause.head] != "pay" or syntax.has(clause.head, "obj"):
        return False
    before = [i for i in clause.core if i < clause.head]
    opens = next((n for n, i in enumerate(before) if syntax.upos(i) != "PUNCT"), None)
    if opens is None or syntax.words[before[opens]] != "for" or clause.subject is None:
        return False
    return syntax.words[clause.subject] in ("they", "you") and "first" not in (
        syntax.words[i] for i in before
    )


def silences(syntax: Syntax, clause: Clause) -> bool:
    """ "will silence the guns": by destroying them."""
    if syntax.lemmas[clause.head] != "silence":
        return False
    things = {syntax.lemmas[k] for k in syntax.kids(clause.head, "obj")}
    return bool(things & (words("harms", "arms") | {"battery", "launcher", "position"}))


def dire(syntax: Syntax, clause: Clause) -> bool:
    """ "patients will die", "the town will be under two metres of water": harm by nobody named."""
    if clause.negated or not (clause.future or clause.possible):
        return False
    if syntax.lemmas[clause.head] in words("harms", "dire"):
        return True
    ahead = [syntax.words[i] for i in clause.core if i > (clause.subject or 0)]
    if "under" not in ahead:
        return False
    behind = ahead[ahead.index("under") + 1 :][:_SPOKEN]
    return "be" in ahead and bool({"water", "rubble", "fire", "siege", "mud"} & set(behind))


def forewarns(syntax: Syntax, draft: Draft) -> bool:
    """ "had told the government that …": told beforehand, and to somebody."""
    head = draft.head
    if head is None or syntax.lemmas[head] not in ("tell", "inform", "advise", "notify", "remind"):
        return False
    had = any(syntax.words[k] in ("had", "have", "has", "'d") for k in syntax.kids(head, "aux"))
    return had and syntax.has(head, "obj", "iobj")
