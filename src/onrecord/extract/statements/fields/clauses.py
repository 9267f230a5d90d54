"""The main clauses of what was said: who is to do what, in which mood.

What is subordinate stays out: relative clauses, conditions, reasons, and what a further source
within the content is reported to have said. "It is clear that …", "we believe that …" lead over to
the clause that they introduce.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import SUBJECTS, Offsets, Syntax, covers

_LEADS = ("ccomp", "parataxis", "csubj", "csubj:pass", "conj")
_TOLD = frozenset({"inform", "tell", "notify", "advise", "accuse", "warn", "assure"})
_LOOSE = ("parataxis", "conj")
_IF = frozenset({"if", "unless"})
_SUBORDINATE = frozenset(
    "although though while because since when if unless after before as once whereas given "
    "despite".split()
)
_FUTURE = frozenset({"will", "'ll", "would", "'d", "shall", "wo", "wouldn"})
_NECESSITY = frozenset({"must", "should", "shall", "ought"})
_POSSIBILITY = frozenset({"may", "might", "could"})
_READY = frozenset("prepare prepared ready willing set poise poised determined resolve".split())
_NOBODY = frozenset({"none", "nobody", "nothing", "neither", "no-one"})
_NONE = frozenset({"no", "not", "neither", "nor"})
_MEASURES = frozenset(
    "fewer less more later sooner earlier longer greater smaller only just".split()
)
_DOUBT = frozenset("doubt question secret choice option alternative mistake wonder".split())
_INFINITIVE_MODALS = {"have": "ought", "need": "ought", "get": "ought", "go": "will"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the content. ``head`` is its predicate's token, ``depth`` how far down it is."""

    head: int
    subject: int | None
    modals: frozenset[str]
    negated: bool
    imperative: bool
    infinitive: bool
    quoted: bool
    depth: int
    core: tuple[int, ...]
    """Its tokens without its subordinate clauses, in order."""

    @property
    def future(self) -> bool:
        """Whether it speaks of what will be done, or is vowed."""
        return bool(self.modals & _FUTURE)

    @property
    def necessary(self) -> bool:
        """Whether it says what must be done."""
        return bool(self.modals & _NECESSITY)

    @property
    def possible(self) -> bool:
        """Whether it says what may be."""
        return bool(self.modals & _POSSIBILITY)


_PARTS = frozenset({"nsubj", "nsubj:pass"})


def clauses(
    syntax: Syntax, content: Sequence[Offsets], marks: Sequence[Offsets], lexicon: Cues
) -> list[Clause]:
    """The main clauses of the content in the order of the text."""
    found: list[Clause] = []
    every = {i for part in content for i in syntax.within(*part)}
    for part in content:
        inside = syntax.within(*part)
        for top in inside:
            if syntax.heads[top] in inside or syntax.upos(top) == "PUNCT":
                continue
            if syntax.deprel(top) in ("mark", "case", "cc", "aux", "punct", "compound"):
                continue
            if syntax.deprel(top) in _PARTS and syntax.heads[top] in every:
                continue  # "The bridge, | he said, | did not hold": one clause
            for head, depth in _down(syntax, top, 0, lexicon, inside):
                found.append(_clause(syntax, head, depth, marks, inside))
    return _without_lead(syntax, content, found)


def _without_lead(syntax: Syntax, content: Sequence[Offsets], found: list[Clause]) -> list[Clause]:
    """ "Although …, the deal stands": a subordinate clause in front is no main one."""
    if not content:
        return found
    inside = list(syntax.within(*content[0]))
    while inside and syntax.upos(inside[0]) == "PUNCT":
        inside = inside[1:]
    if not inside or syntax.word(inside[0]) not in _SUBORDINATE:
        return found
    comma = next((i for i in inside if syntax.tokens[i].text == ","), None)
    if comma is None and len(content) > 1:
        comma = inside[-1]  # "If it falls, | he said, | we leave"
    after = [clause for clause in found if comma is not None and clause.head > comma]
    return after or found


def _down(
    syntax: Syntax, head: int, depth: int, lexicon: Cues, inside: range
) -> Iterator[tuple[int, int]]:
    yield head, depth
    if depth > 4 or _reports(syntax, head, lexicon):
        return
    for child in syntax.children[head]:
        if child not in inside:
            continue
        relation = syntax.deprel(child)
        verbal = syntax.upos(child) in ("VERB", "AUX") or syntax.has(child, "cop", *SUBJECTS)
        if relation in _LOOSE and any(syntax.lemmas[m] in _IF for m in syntax.kids(child, "mark")):
            continue  # a condition that stands beside what it is set for
        if (relation in _LEADS and verbal) or (relation == "conj" and syntax.upos(head) == "NOUN"):
            yield from _down(syntax, child, depth + (relation != "conj"), lexicon, inside)
        elif relation == "acl" and syntax.has(child, "mark") and syntax.has(child, "nsubj"):
            # "it remains our stance that …": the noun's own clause.
            yield from _down(syntax, child, depth + 1, lexicon, inside)
        elif syntax.upos(child) in ("NOUN", "PRON") and relation in ("nsubj", "obj", "obl"):
            for deeper in syntax.kids(child, "acl"):
                if _gives_word(syntax, head, child, lexicon):
                    continue
                if syntax.has(deeper, "mark") and syntax.has(deeper, "nsubj", "nsubj:pass"):
                    yield from _down(syntax, deeper, depth + 1, lexicon, inside)


def _reports(syntax: Syntax, head: int, lexicon: Cues) -> bool:
    """Whether the word reports a further source: its clause is that source's, not the speaker's."""
    if not syntax.has(head, "ccomp"):
        return False
    if syntax.lemmas[head] in _TOLD and syntax.has(head, "aux:pass"):
        return True  # "we were informed that …": by somebody else
    if syntax.lemmas[head] not in lexicon.verbs:
        return False
    return _others(syntax, head)


def _others(syntax: Syntax, head: int) -> bool:
    """Whether a verb's subject is somebody else than the speaker."""
    subject = syntax.subject(head)
    return (
        subject is not None
        and not is_first(syntax.word(subject))
        and (syntax.upos(subject) != "PRON" or syntax.lemmas[subject] not in ("it", "there"))
    )


def _gives_word(syntax: Syntax, head: int, noun: int, lexicon: Cues) -> bool:
    """ "Lima has given Quito notice that it must leave": Lima's demand, whoever tells of it."""
    light = syntax.lemmas[head] in words("light", "verbs") and syntax.deprel(noun) == "obj"
    if not light or syntax.lemmas[noun] not in lexicon.nouns:
        return False
    return _others(syntax, head)


def _clause(
    syntax: Syntax, head: int, depth: int, marks: Sequence[Offsets], inside: range
) -> Clause:
    subject = syntax.subject(head)
    if subject is not None and subject not in inside:
        subject = None
    modals = {_modal(syntax, aux) for aux in syntax.kids(head, "aux", "cop", "aux:pass", "advmod")}
    governor = syntax.heads[head]
    infinitive = any(syntax.lemmas[m] == "to" for m in syntax.kids(head, "mark"))
    if syntax.deprel(head) == "conj" and governor >= 0 and not syntax.has(head, "aux", "nsubj"):
        # "will respond and strike": the auxiliary is shared.
        modals |= {_modal(syntax, aux) for aux in syntax.kids(governor, "aux")}
    modals |= _phrasal(syntax, head)
    if _surmised(syntax, head):
        modals -= _NECESSITY
    token = syntax.tokens[head]
    quoted = covers(marks, (token.start, token.end))
    return Clause(
        head=head,
        subject=subject,
        modals=frozenset(modal for modal in modals if modal),
        negated=_denied(syntax, head),
        imperative=quoted and subject is None and _imperative(syntax, head, infinitive),
        infinitive=infinitive,
        quoted=quoted,
        depth=depth,
        core=tuple(i for i in _core(syntax, head) if i in inside),
    )


def _surmised(syntax: Syntax, head: int) -> bool:
    """ "he must have fled", "they must be dreaming": how it will have been, and no duty."""
    helpers = [syntax.words[k] for k in syntax.kids(head, "aux")]
    if "must" not in helpers:
        return False
    return "have" in helpers or ("be" in helpers and syntax.words[head].endswith("ing"))


def _modal(syntax: Syntax, aux: int) -> str:
    word = syntax.word(aux)
    known = _FUTURE | _NECESSITY | _POSSIBILITY | {"can", "ca", "cannot"}
    if word in known:
        return {"wo": "will", "'ll": "will", "'d": "would"}.get(word, word)
    return ""


def _phrasal(syntax: Syntax, head: int) -> set[str]:
    """ "has to go", "needs to stop", "is going to strike": modals in all but name."""
    if syntax.lemmas[head] in _INFINITIVE_MODALS or syntax.lemmas[head] in _READY:
        for child in syntax.kids(head, "xcomp"):
            if any(syntax.lemmas[m] == "to" for m in syntax.kids(child, "mark")):
                if syntax.lemmas[head] not in _INFINITIVE_MODALS:
                    return {"will"}
                progressive = syntax.lemmas[head] != "go" or syntax.word(head) == "going"
                return {_INFINITIVE_MODALS[syntax.lemmas[head]]} if progressive else set()
    return set()


def _denied(syntax: Syntax, head: int) -> bool:
    """Whether the clause is negative: its verb, or "no" on its complement, object or subject."""
    cannot = any(syntax.words[aux] == "cannot" for aux in syntax.kids(head, "aux", "advmod"))
    if cannot or (syntax.negated(head) and not _beside(syntax, head)):
        return not _undoubted(syntax, head)
    things = syntax.kids(head, "obj", "nsubj", "nsubj:pass")
    return any(_none(syntax, thing) and not _undoubted(syntax, thing) for thing in things)


def _beside(syntax: Syntax, head: int) -> bool:
    """ "And if | not | that, everybody should stay": what is not so is what stands aside."""
    denying = [k for k in syntax.children[head] if syntax.words[k] in ("not", "never")]
    own = [k for k in denying if syntax.words[k - 1] != "if" and syntax.word(k + 1) != "only"]
    return bool(denying) and not own


def _none(syntax: Syntax, thing: int) -> bool:
    """ "no shots", "not one of them", "neither side", "nobody"; not "no fewer than nine"."""
    if syntax.lemmas[thing] in _NOBODY:
        return True
    for kid in syntax.children[thing]:
        denies = syntax.words[kid] in _NONE and syntax.deprel(kid) in ("advmod", "det", "neg")
        if denies and kid < thing and syntax.word(kid + 1) not in _MEASURES:
            return True
    return False


def _undoubted(syntax: Syntax, thing: int) -> bool:
    """ "there is no doubt that …": it is so."""
    return syntax.upos(thing) == "NOUN" and syntax.lemmas[thing] in _DOUBT


def _imperative(syntax: Syntax, head: int, infinitive: bool) -> bool:
    if syntax.upos(head) != "VERB" or infinitive or syntax.has(head, "mark", "cop"):
        return False
    if syntax.deprel(head) not in ("root", "ccomp", "parataxis", "conj"):
        return False
    helpers = [syntax.word(a) for a in syntax.kids(head, "aux", "aux:pass")]
    if any(helper not in ("do", "let") for helper in helpers):
        return False
    return syntax.word(head) == syntax.lemmas[head]


def _core(syntax: Syntax, head: int) -> list[int]:
    """The clause without what is subordinate to it."""
    out = {"advcl", "acl:relcl", "parataxis", "ccomp", "csubj", "acl"}
    found: list[int] = []
    stack = [head]
    while stack:
        top = stack.pop()
        found.append(top)
        for child in syntax.children[top]:
            relation = syntax.deprel(child)
            if relation in out and not _participle(syntax, child) and not _small(syntax, child):
                continue
            if relation == "conj" and top == head and syntax.upos(child) in ("VERB", "AUX"):
                continue
            stack.append(child)
    return sorted(found)


def _participle(syntax: Syntax, child: int) -> bool:
    """ "chemicals used by …", "an attack launched from …": an adjective in all but name."""
    return syntax.deprel(child) == "acl" and not syntax.has(child, "mark", *SUBJECTS)


def _small(syntax: Syntax, child: int) -> bool:
    """ "calls the claim | absurd": a judgement without a verb."""
    bare = not syntax.has(child, "mark", "cop", "aux", *SUBJECTS)
    return syntax.deprel(child) == "ccomp" and syntax.upos(child) in ("ADJ", "NOUN") and bare
