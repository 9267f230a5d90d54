"""How far the source commits itself to what it says: certainty and polarity, as in FactBank.

Only the main clause of the content counts, and only words that bear on it: an "alleged" on the
object of a subordinate clause leaves the statement certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.shapes.figures import given
from onrecord.extract.statements.shapes.sift import silent
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.naming import identifies
from onrecord.extract.statements.words.placed import classing
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.verbgroup import lexical, negated, not_excluded
from onrecord.records import Act, Certainty, Polarity

_FACTUAL: frozenset[Act] = frozenset({"assert", "confirm", "predict", "reject", "warn", "condemn"})
_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")


def certainty(
    syntax: Syntax, draft: Draft, act: Act, found: Sequence[Clause], lexicon: Cues
) -> Certainty:
    """The weaker of what the cue and the content's first main clause leave."""
    if act in ("decline", "disclaim", "deny", "demand", "reject", "threaten", "pledge"):
        # These commit by being said; "could" in a threat is part of the threat.
        return "unknown" if _rumoured(syntax, draft) else "certain"
    grades = [_of_cue(syntax, draft, lexicon)]
    first = min((clause.depth for clause in found), default=0)
    for clause in found[:1] or []:
        grades.append(_of_clause(syntax, clause))
    lead = [c for c in found if c.depth == first + 1 and found[0].quoted == c.quoted]
    if found and _leads_over(syntax, found[0], lexicon):
        grades += [_of_clause(syntax, clause) for clause in lead[:1]]
        subject = found[0].subject
        if subject is not None and syntax.words[subject] in ("they", "he", "she", "it"):
            grades.append(lexicon.belief[syntax.lemmas[found[0].head]])  # "say | they fear"
    return max(grades, key=_ORDER.index)


def _rumoured(syntax: Syntax, draft: Draft) -> bool:
    """ "reportedly ordered | the raid": nobody stands for it."""
    inside = syntax.within(*draft.cue) if draft.cue else ()
    return any(
        syntax.lemmas[i] in words("hedges", "hearsay") and syntax.upos(i) == "ADV" for i in inside
    )


def _of_cue(syntax: Syntax, draft: Draft, lexicon: Cues) -> Certainty:
    if draft.cue is None:
        return "certain"
    # What nobody stands for, nobody has committed to.
    held = any(syntax.lemmas[i] in lexicon.belief for i in syntax.within(*draft.cue))
    said = draft.source is not None and not _attitude(syntax, draft, lexicon)
    grades: list[Certainty] = ["certain" if said or held else "unknown"]
    cue = " ".join(syntax.lemmas[i] for i in syntax.within(*draft.cue))
    if "rule out" in cue and draft.head is not None and _not_excluded(syntax, draft.head):
        grades.append("possible")
    for index in syntax.within(*draft.cue):
        lemma = syntax.lemmas[index]
        if lemma in lexicon.belief:
            grades.append(lexicon.belief[lemma])
        if lemma in words("hedges", "hearsay"):
            grades.append("unknown")
        if lemma in words("hedges", "questions") and _asks(syntax, draft):
            grades.append("unknown")
    return max(grades, key=_ORDER.index)


def _not_excluded(syntax: Syntax, head: int) -> bool:
    """ "did not rule out", "refused to rule out": it may be."""
    return not_excluded(syntax, head) is not None or negated(syntax, head)


def _attitude(syntax: Syntax, draft: Draft, lexicon: Cues) -> bool:
    """Whether the cue shows what the source wants or backs: it asserts nothing by that."""
    assert draft.cue is not None
    if draft.head is None or lexical(syntax, draft.head, lexicon) in lexicon.verbs:
        return False
    if draft.by == "rule" and classing(syntax, draft.head):
        return False
    if syntax.words[draft.head] == "according" or silent(syntax, draft.head):
        return False
    if given(syntax, draft.head) is not None or identifies(syntax, draft.head):
        return False
    if any(syntax.lemmas[i] in lexicon.nouns for i in syntax.within(*draft.cue)):
        return False
    if syntax.lemmas[draft.head] in lexicon.not_said:
        return True
    # What no lexicon lists says something where it takes a clause or a quotation.
    text = syntax.text
    quoted = any(mark in text[start:end] for start, end in draft.content for mark in '“”"')
    clause = (
        syntax.has(draft.head, "ccomp", "parataxis") or syntax.deprel(draft.head) == "parataxis"
    )
    return syntax.upos(draft.head) in ("VERB", "ADJ") and not (quoted or clause)


def _asks(syntax: Syntax, draft: Draft) -> bool:
    if not draft.content:
        return False
    start, end = draft.content[0]
    first = syntax.at(start)
    asked = first is not None and syntax.lemmas[first] in (
        "whether",
        "if",
        "why",
        "who",
        "what",
        "how",
    )
    return asked or syntax.text[start:end].rstrip("\"”'’ ").endswith("?")


def _leads_over(syntax: Syntax, clause: Clause, lexicon: Cues) -> bool:
    return syntax.lemmas[clause.head] in lexicon.belief


def _of_clause(syntax: Syntax, clause: Clause) -> Certainty:
    if clause.possible and not (clause.negated and "could" in clause.modals):
        return "possible"
    near = [clause.head]
    for child in syntax.children[clause.head]:
        if syntax.deprel(child) in ("advmod", "obj", "xcomp", "nsubj", "nsubj:pass", "amod"):
            near.append(child)
            if syntax.deprel(child) in ("obj", "xcomp") or syntax.upos(clause.head) in (
                "NOUN",
                "AUX",
            ):
                near.extend(syntax.kids(child, "amod", "advmod"))
    grades: list[Certainty] = ["certain"]
    for index in near:
        lemma = syntax.lemmas[index]
        if lemma in words("hedges", "possible") and not _thing(syntax, index):
            grades.append("possible")
        elif lemma in words("hedges", "probable") and syntax.deprel(index) != "nsubj":
            grades.append("probable")
    return max(grades, key=_ORDER.index)


def _thing(syntax: Syntax, index: int) -> bool:
    """ "the suspect was held": a noun that only sounds like a doubt."""
    if syntax.upos(index) == "NOUN":
        return syntax.lemmas[index] in ("suspect", "potential")
    return _whom(syntax, index)


def _whom(syntax: Syntax, index: int) -> bool:
    """ "killed two | suspected | rebels", "raided a suspected hideout": of what sort."""
    whose = syntax.heads[index]
    if syntax.deprel(index) != "amod" or whose < index or syntax.deprel(whose) in ("root", "ccomp"):
        return False
    if syntax.words[index] not in ("suspected", "alleged"):
        return False
    deeds = words("harms", "deed") | words("harms", "wrong") | words("harms", "harm")
    return syntax.lemmas[whose] not in deeds


def polarity(syntax: Syntax, act: Act, found: Sequence[Clause], *, negated_cue: bool) -> Polarity:
    """Negative where the source denies: by its act, or by a "not" on the main clause."""
    if act in ("deny", "reject"):
        return "negative"
    if act not in _FACTUAL or not found:
        return "positive"
    return "negative" if _denies(syntax, found) != negated_cue else "positive"


def _denies(syntax: Syntax, found: Sequence[Clause]) -> bool:
    """Whether the first clause is negative, and not put right by the next.

    "This was not vandalism. This was terrorism": what it was is what is said.
    """
    first, second = found[0], found[1] if len(found) > 1 else None
    if second is None or not first.negated or second.negated:
        return first.negated
    if first.subject is None or second.subject is None or second.head < first.head:
        return True
    same = syntax.words[first.subject] == syntax.words[second.subject]
    return not (same and syntax.has(first.head, "cop") and syntax.has(second.head, "cop"))
