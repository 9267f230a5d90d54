"""What the words of a clause say by themselves, whoever speaks: that it is not known, or not so.

Set phrases are idioms: their words in order, with small gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.fields.culprits import lies_somewhere, lying
from onrecord.extract.statements.fields.reckoned import deceives
from onrecord.extract.statements.shapes.judged import discredits
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.sides import Side, is_third
from onrecord.extract.statements.words.syntax import Syntax

_GAP = 4
"""Words that may stand between two of an idiom."""


_BARE = 4
"""Words of a clause that says no more than that it is not so."""


def idiom(lemmas: Sequence[str], listed: frozenset[str]) -> bool:
    """Whether one of the idioms runs through the lemmas: its words in order, with small gaps."""
    openers = _by_first_word(listed)
    for index, lemma in enumerate(lemmas):
        if lemma in openers and any(_follows(lemmas, rest, index) for rest in openers[lemma]):
            return True
    return False


@cache
def _by_first_word(listed: frozenset[str]) -> dict[str, list[list[str]]]:
    """The idioms' further words by their first, in alphabetical order."""
    found: dict[str, list[list[str]]] = {}
    for entry in sorted(listed):
        first, *rest = entry.split()
        found.setdefault(first, []).append(rest)
    return found


def _follows(lemmas: Sequence[str], parts: Sequence[str], at: int) -> bool:
    for part in parts:
        window = lemmas[at + 1 : at + 2 + _GAP]
        if part not in window:
            return False
        at += 1 + window.index(part)
    return True


def _stem(lemma: str) -> str:
    """A noun's verb: "shooting" and "shoot" are one deed."""
    return lemma[:-3] if lemma.endswith("ing") and len(lemma) > 6 else lemma


def ignorant(syntax: Syntax, clause: Clause, predicate: set[str]) -> bool:
    """ "do not know", "have no idea", "has seen no evidence", "knows of none"."""
    if clause.subject is not None and syntax.words[clause.subject] in ("nobody", "none"):
        return False  # "nobody knows": that is no word of the speaker's own knowledge
    if syntax.lemmas[clause.head] == "hear" and syntax.has(clause.head, "aux:pass"):
        return False  # "have not been heard of since": they are missing
    listed = words("harms", "ignorance")
    things = syntax.kids(clause.head, "obj", "nsubj", "obl")
    objects = {syntax.lemmas[o] for o in things}
    if _unsure(syntax, clause):
        return True
    if predicate & {"unaware", "unfamiliar", "ignorant"} or "news to" in text_of(syntax, clause):
        return True
    if predicate & words("harms", "had") and not clause.modals:
        got = [o for o in syntax.kids(clause.head, "obj") if _unseen(syntax, clause, o)]
        if got:
            return True
    known = predicate & listed or (predicate & {"have", "be"} and objects & listed)
    none = objects & {"nothing", "little", "none"}
    if syntax.lemmas[clause.head] == "know" and any(syntax.negated(o) for o in things):
        none = none | {"no"}  # "knew of no arrests"
    return (bool(known) and (clause.negated or bool(none))) or _untold(syntax, clause)


def _unsure(syntax: Syntax, clause: Clause) -> bool:
    """ "was not certain whether it fell", "are unsure who fired"; not "is not sure that it is"."""
    word = syntax.lemmas[clause.head]
    if word not in ("unsure", "uncertain") and not (clause.negated and word in ("certain", "sure")):
        return False
    behind = syntax.lemmas[clause.head + 1 : clause.head + 4]
    return bool(words("harms", "asked") & set(behind))


def _unseen(syntax: Syntax, clause: Clause, thing: int) -> bool:
    """ "no reports", "not any evidence"; "had not seen the footage"."""
    lemma = syntax.lemmas[thing]
    if lemma in words("harms", "notice"):
        return syntax.negated(thing) or syntax.negated(clause.head)
    seen = syntax.lemmas[clause.head] == "see" and lemma in words("harms", "shown")
    return seen and syntax.negated(clause.head)


def _untold(syntax: Syntax, clause: Clause) -> bool:
    """ "had not been told of any arrest"."""
    head = clause.head
    told = syntax.lemmas[head] in words("harms", "informed") and not clause.modals
    return told and clause.negated and syntax.has(head, "aux:pass")


def text_of(syntax: Syntax, clause: Clause) -> str:
    return " ".join(syntax.words[i] for i in clause.core)


_WILL = frozenset({"intend", "plan", "want", "wish", "mean", "need"})


def cannot_tell(syntax: Syntax, clause: Clause, predicate: set[str]) -> bool:
    """ "could not verify", "is unable to confirm", "was not in a position to say"."""
    listed = words("harms", "unverified")
    if _too_early(syntax, clause):
        return True
    if syntax.lemmas[clause.head] in _WILL:
        return False  # "I do not intend to say it a third time"
    able = predicate & listed if clause.negated else set()
    if able - {"determine", "establish", "ascertain", "tell"}:
        return True
    deeper = {syntax.lemmas[x] for x in syntax.kids(clause.head, "xcomp", "acl", "advcl", "ccomp")}
    head = syntax.lemmas[clause.head]
    if head == "unable" or (clause.negated and head in ("able", "position")):
        return bool((predicate | deeper) & listed)
    return bool(able) and bool(clause.modals & {"could", "can", "ca", "cannot"})


def _too_early(syntax: Syntax, clause: Clause) -> bool:
    """ "it was too early to say": that cannot be told."""
    after = syntax.words[clause.head - 1 : clause.head + 3]
    return after[:1] == ["too"] and after[2:] in (["to", "say"], ["to", "tell"])


def bare(syntax: Syntax, clause: Clause) -> bool:
    """ "They have not.", "said it did not": the verb stands for what was told before."""
    head = clause.head
    words_ = [i for i in clause.core if syntax.upos(i) != "PUNCT"]
    light = syntax.lemmas[head] in ("do", "have", "be") and len(words_) <= _BARE
    if any(syntax.words[i] in ("nobody", "nothing", "none") for i in words_):
        return False  # "there is nobody left": that tells something
    if syntax.has(head, "expl") and any(syntax.upos(i) == "NOUN" for i in words_):
        return False  # "there is no reason to go"
    return light and clause.subject is not None and not syntax.has(head, "obj", "obl", "xcomp")


def told_before(syntax: Syntax, thing: int, draft: Draft) -> bool:
    """Whether the report has spoken of such a thing before the statement."""
    stem = _stem(syntax.lemmas[thing])
    first = syntax.within(min(start for start, _ in draft.spans()), len(syntax.text))
    before = range(first[0] if first else 0)
    return any(
        syntax.upos(i) in ("NOUN", "VERB") and _stem(syntax.lemmas[i]) == stem for i in before
    )


def false(syntax: Syntax, clause: Clause, lemmas: Sequence[str]) -> bool:
    """ "the reports are false", "there is no truth in …"."""
    if lying(syntax, clause):
        return True
    if lies_somewhere(syntax, clause.head):
        return False
    if "truth" in lemmas and ("no" in lemmas or "not" in lemmas):
        return True
    none = {"no", "without"} & set(lemmas)
    if none and _GROUNDS & set(lemmas) and words("harms", "told") & set(lemmas):
        return True  # "there is no basis for the claims", "the report is without foundation"
    subject = clause.subject
    if deceives(syntax, clause):
        return False
    if subject is None and clause.quoted and _exclaims(syntax, clause):
        return True
    if _untrue(syntax, clause):
        return True
    subject = subject if subject is not None else _astray(syntax, clause.head)
    if subject is None:
        return False
    noun, what = syntax.lemmas[subject], syntax.lemmas[clause.head]
    if clause.negated:  # "the report was not accurate"
        return noun in words("harms", "told") and what in _TRUE and not clause.modals
    if noun in words("harms", "told") and _turned_down(syntax, clause.head):
        return True
    if noun in words("harms", "told") and discredits(noun, (what,)):
        return not clause.modals
    if noun in words("harms", "announced") and what in words("harms", "scorn"):
        return False  # "the announcement is absurd": what was decided, and not that it was
    return noun in words("harms", "tale") and what in words("harms", "false")


def _astray(syntax: Syntax, head: int) -> int | None:
    """ "says | the announcement | was false": a subject that the tree gives to the verb before."""
    if not syntax.has(head, "cop"):
        return None
    low, _ = syntax.bounds[syntax.sentences[head]]
    near = [i for i in range(head - 1, low - 1, -1) if syntax.deprel(i) == "nsubj"]
    led = next((i for i in near if low <= syntax.heads[i] < i), None)
    cue = syntax.heads[head]  # "The message is fake, | the mayor | said": two subjects of one verb
    if led is not None or cue <= head or len(syntax.kids(cue, "nsubj")) < 2:
        return led
    return next((i for i in near if syntax.heads[i] == cue), None)


_TRUE = frozenset({"factual", "true", "accurate", "correct"})
_GROUNDS = frozenset({"basis", "foundation", "substance", "merit"})
"""What a claim has that is not made up."""


def _untrue(syntax: Syntax, clause: Clause) -> bool:
    """ "It is absolutely not true | that he knew of it"."""
    head = clause.head
    it = any(syntax.word(k) == "it" for k in syntax.kids(head, "expl", "nsubj"))
    if not it or clause.modals or not syntax.has(head, "cop"):
        return False
    alone = clause.quoted and syntax.upos(min(head + 1, len(syntax.words) - 1)) == "PUNCT"
    if "that" not in syntax.words[head + 1 : head + 3] and not alone:
        return False
    if syntax.lemmas[head] in ("true", "correct", "accurate"):
        return clause.negated
    return not clause.negated and syntax.lemmas[head] in ("untrue", "false", "incorrect", "lie")


def asks_who(syntax: Syntax, clause: Clause) -> bool:
    """ "we must know | who was behind it": nobody is named for it."""
    subject = clause.subject
    return (
        subject is not None
        and syntax.word(subject) in ("who", "whoever", "whose", "which")
        and not syntax.deprel(clause.head).startswith("acl")
    )


def _turned_down(syntax: Syntax, verb: int) -> bool:
    """ "the charge is rejected in its entirety": by whoever speaks, where no other is named."""
    by = any(
        syntax.lemmas[case] == "by"
        for kid in syntax.kids(verb, "obl", "obl:agent")
        for case in syntax.kids(kid, "case")
    )
    listed = syntax.lemmas[verb] in words("harms", "turned")
    now = any(syntax.words[k] in ("is", "are") for k in syntax.kids(verb, "aux:pass"))
    return listed and now and not by


def reserves(syntax: Syntax, clause: Clause) -> bool:
    """ "reserves the right to respond"; not to appeal, or to change its mind."""
    if syntax.lemmas[clause.head] != "reserve" or clause.negated:
        return False
    things = syntax.kids(clause.head, "obj", "xcomp")
    deeds = [d for t in (clause.head, *things) for d in syntax.kids(t, "acl", "xcomp", "advcl")]
    answers = words("harms", "answer") | words("harms", "harm")
    return any(syntax.lemmas[d] in answers for d in deeds)


def was_us(syntax: Syntax, clause: Clause) -> bool:
    """ "It was us", "it was our men": in somebody's own words."""
    head = clause.head
    it = clause.subject is not None and syntax.words[clause.subject] in ("it", "that")
    us = syntax.words[head] in ("us", "we", "me")
    return it and us and clause.quoted and not clause.negated and syntax.has(head, "cop")


def lets(syntax: Syntax, clause: Clause) -> bool:
    """ "Let the inspectors in"; not "let us see", "let me say"."""
    after = clause.head + 1
    if syntax.lemmas[clause.head] != "let" or after >= len(syntax.tokens):
        return False
    return syntax.upos(after) in ("DET", "NOUN", "PROPN", "ADJ")


def _exclaims(syntax: Syntax, clause: Clause) -> bool:
    """ "“Nonsense,” he said", "“Lies, all lies,” she said": a word that says it is untrue."""
    inside = [i for i in clause.core if syntax.upos(i) != "PUNCT"]
    false = [i for i in inside if syntax.lemmas[i] in words("harms", "false")]
    return bool(false) and clause.depth == 0 and len(inside) <= _BARE and not clause.negated


def is_judged(syntax: Syntax, clause: Clause, listed: str) -> bool:
    """Whether the predicate itself is a judgement: "was a heinous crime", "is shameful"."""
    head = clause.head
    if clause.negated or not syntax.has(head, "cop"):
        return False
    near = [head, *syntax.kids(head, "amod", "conj", "xcomp")]
    if syntax.lemmas[head] == "act":
        near += syntax.kids(head, "nmod")  # "an act of cowardice"
        if listed == "bad" and any(syntax.lemmas[i] in words("harms", "wrong") for i in near):
            return True
    return any(syntax.lemmas[i] in words("harms", listed) for i in near)


def guilty(syntax: Syntax, clause: Clause, predicate: set[str]) -> bool:
    """ "is responsible for", "was behind the attack", "is to blame"; not "was found guilty", which
    a court did, and the source only tells."""
    if syntax.lemmas[clause.head] in ("find", "convict") and syntax.has(clause.head, "aux:pass"):
        return False
    if predicate & words("harms", "guilt"):
        return True
    behind = any(syntax.lemmas[c] == "behind" for c in syntax.kids(clause.head, "case"))
    return behind and syntax.has(clause.head, "cop")


def silent(syntax: Syntax, clause: Clause, predicate: set[str]) -> bool:
    """ "I am not going to speculate", "we cannot comment on that"."""
    ahead = clause.future or "can" in clause.modals or syntax.lemmas[clause.head] == "go"
    able = any(
        syntax.words[i] in ("could", "ca", "cannot", "can") for i in syntax.kids(clause.head, "aux")
    )
    if not (ahead or able):
        return False
    return bool(predicate & words("harms", "silence")) or _leaves_it(syntax, clause)


def _leaves_it(syntax: Syntax, clause: Clause) -> bool:
    """ "I am not going to answer that", "We won't go into that": a question, left where it is."""
    verbs = [clause.head, *syntax.kids(clause.head, "xcomp")]
    for verb in verbs:
        near = syntax.words[verb + 1 : verb + 4]
        if syntax.lemmas[verb] in ("answer", "address") and near[:1] in _IT:
            return True
        if syntax.lemmas[verb] == "answer" and {"question", "questions"} & set(near):
            return True
        into = syntax.lemmas[verb] in ("go", "get", "be") and near[:1] == ["into"]
        into = into or (syntax.lemmas[verb] == "get" and near[:2] == ["drawn", "into"])
        if into and near[1:2] and near[1] in ("that", "this", "it", "details", "detail"):
            return True
    return False


_IT = (["that"], ["this"], ["it"], ["those"], ["these"], ["any"])


def joined(syntax: Syntax, clause: Clause) -> tuple[str, ...]:
    """The lemmas of verbs beside the clause's: "confirm nor deny"."""
    heads = [clause.head, *syntax.kids(clause.head, "xcomp")]
    return tuple(syntax.lemmas[c] for h in heads for c in syntax.kids(h, "conj"))


def commits_wrong(syntax: Syntax, clause: Clause) -> bool:
    """ "it had violated the law": the verb is the wrong, and a pronoun does it."""
    if clause.subject is None or clause.negated or clause.future:
        return False
    if lies_somewhere(syntax, clause.head) or _suffered(syntax, clause.head):
        return False
    wrong = syntax.lemmas[clause.head] in words("harms", "wrong")
    lemmas = [syntax.lemmas[i] for i in clause.core]
    wrong = wrong or idiom(lemmas, words("harms", "misdeeds"))
    return wrong and is_third(syntax.words[clause.subject])


def _suffered(syntax: Syntax, head: int) -> bool:
    """ "it was made in sheds and | smuggled | abroad": what the subject did not do."""
    first = syntax.heads[head] if syntax.deprel(head) == "conj" else head
    bare = not syntax.has(head, "nsubj")
    return any(syntax.has(verb, "aux:pass", "nsubj:pass") for verb in {head, first} if bare)


def strikes_us(syntax: Syntax, clause: Clause) -> bool:
    """ "they bombed it all the same": in somebody's own words, no deed of their own side."""
    if clause.subject is None or not clause.quoted or clause.negated or clause.modals:
        return False
    harms = syntax.lemmas[clause.head] in words("harms", "harm")
    past = syntax.words[clause.head] != syntax.lemmas[clause.head]
    they = syntax.words[clause.subject] == "they"
    return harms and past and they and syntax.has(clause.head, "obj")


def reckons(clause: Clause, lemmas: tuple[str, ...]) -> bool:
    """ "the day of reckoning will come", "will know no peace"."""
    unquiet = clause.negated and idiom(lemmas, words("harms", "peace"))
    return idiom(lemmas, words("harms", "reckoning")) or unquiet


def unforgiving(syntax: Syntax, clause: Clause, lemmas: tuple[str, ...]) -> bool:
    """ "will show no mercy", not "had shown no mercy"."""
    ahead = clause.future or syntax.negated(clause.head)
    return clause.negated and ahead and idiom(lemmas, words("harms", "unforgiving"))


def undergoes(syntax: Syntax, clause: Clause) -> bool:
    """Whether something befalls the subject: "will be hit", "will burn"."""
    alone = clause.subject is not None and not syntax.has(clause.head, "obj")
    return syntax.has(clause.head, "aux:pass") or alone


def noncommittal(syntax: Syntax, clause: Clause, predicate: set[str], side: Side) -> bool:
    """ "can neither confirm nor deny it", "will not comment on it"."""
    told = {syntax.lemmas[i] for i in clause.core}.union(joined(syntax, clause))
    if "confirm" in predicate and "deny" in told:
        return True
    return clause.negated and side == "own" and silent(syntax, clause, predicate)
