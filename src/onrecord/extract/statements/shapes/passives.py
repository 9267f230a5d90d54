"""Sayings in the passive: who is told, ordered or charged has said nothing.

"Residents were told to leave", "The four were arrested and ordered held": who told them so, the
report does not say. A past participle that only describes a noun is nobody's word either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start, negated

_HYPOTHETICAL = frozenset({"may", "might", "could", "should", "would", "must", "will", "can"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_WHEN = frozenset({"ADP", "DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV"})
_OPENS = frozenset({"to", "not", "that"})


def told_what(syntax: Syntax, verb: int) -> int | None:
    """Whoever was told, ordered or warned, where nobody is named who did it; else None.

    The verb stands in the passive, or is joined to a passive as its second participle, and "to …"
    follows it: a verb that orders needs somebody to order, and nobody stands behind it.
    """
    if syntax.lemmas[verb] not in words("idioms", "told_to") or verb + 1 >= len(syntax.words):
        return None
    if syntax.has(verb, "obl:agent", "mark", "obj", "nsubj") or negated(syntax, verb):
        return None
    first = verb if syntax.has(verb, "aux:pass") else joined(syntax, verb)
    if first is None or syntax.has(first, "mark"):
        return None
    modals = {syntax.words[i] for i in syntax.kids(first, "aux")}
    if modals & _HYPOTHETICAL or syntax.deprel(first) in ("acl", "acl:relcl", "advcl"):
        return None
    subject = syntax.kid(first, "nsubj:pass")
    opens = syntax.word(_opening(syntax, verb)) in _OPENS or _held(syntax, verb)
    if subject is None or not opens or syntax.upos(subject) not in _NOMINAL:
        return None
    return None if _by(syntax, verb) else subject


def _opening(syntax: Syntax, verb: int) -> int:
    """Where what was told begins: behind "on Monday", "two days earlier", if that comes first."""
    clause = next((k for k in syntax.kids(verb, "ccomp", "xcomp") if k > verb), None)
    first = syntax.subtree(clause)[0] if clause is not None else verb + 1
    between = range(verb + 1, first)
    when = all(syntax.upos(i) in _WHEN and syntax.word(i) != "by" for i in between)
    told = syntax.has(verb, "iobj", "obj") or not syntax.has(
        verb, "aux:pass"
    )  # "and told them that"
    return first if first > verb and when and not told else verb + 1


def joined(syntax: Syntax, verb: int) -> int | None:
    """ "were arrested and | ordered held": the passive that a second participle goes on from."""
    first = syntax.heads[verb]
    if syntax.deprel(verb) != "conj" or first < 0 or syntax.has(verb, "aux", "aux:pass", "nsubj"):
        return None
    past = syntax.upos(verb) == "VERB" and not syntax.words[verb].endswith("ing")
    return first if past and syntax.has(first, "aux:pass") else None


def _held(syntax: Syntax, verb: int) -> bool:
    """ "ordered | held", "ordered | deported": a participle right behind."""
    return any(
        k == verb + 1 and not syntax.has(k, "mark") and syntax.words[k] != syntax.lemmas[k]
        for k in syntax.kids(verb, "xcomp", "ccomp")
    )


def _by(syntax: Syntax, verb: int) -> bool:
    """Whether somebody stands behind "by" right after the verb."""
    return syntax.word(verb + 1) == "by"


def told(syntax: Syntax, verb: int) -> Draft | None:
    """ "Residents | were told | to leave": a demand, whoever made it."""
    whom = told_what(syntax, verb)
    clause = next((k for k in syntax.kids(verb, "xcomp", "ccomp") if k > verb), None)
    if whom is None or clause is None:
        return None
    part = trim(syntax, syntax.span([i for i in syntax.subtree(clause) if i > verb]))
    if part is None:
        return None
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    return Draft(None, cue, (part,), head=verb, by="rule")


def unheard(syntax: Syntax, times: Sequence[Offsets], draft: Draft) -> Draft:
    """The draft without a source that was told, charged or dated, and did not speak."""
    draft = _to_main_clause(syntax, _by_agent(syntax, _without_day(syntax, times, draft)))
    draft = _without_whom(syntax, _without_place(syntax, draft))
    if draft.head is None or draft.cue is None or draft.source is None:
        return draft
    head = draft.head
    if draft.source[0] < draft.cue[0] < draft.source[1]:  # "people | chanting “…”"
        before = trim(syntax, (draft.source[0], draft.cue[0] - 1))
        draft = replace(draft, source=before or draft.source)
    assert draft.source is not None
    draft = _overheard(syntax, draft)
    if draft.source is not None and _shown(syntax, head, draft.source):
        return _in_what_is_shown(syntax, draft)
    assert draft.source is not None
    whom = told_what(syntax, head)
    if whom is not None and _within(syntax, draft.source, whom):
        cue = draft.cue
        part = next((p for p in draft.content if cue is not None and p[0] >= cue[1]), None)
        return replace(draft, source=None, content=(part,) if part else ())
    if blamed_on(syntax, head) and not _by_whom(syntax, draft):
        return replace(draft, source=None)
    return replace(draft, source=None) if _describes(syntax, draft) else draft


def _shown(syntax: Syntax, verb: int, source: Offsets) -> bool:
    """ "Reporters | were shown | a letter": who sees it says nothing."""
    whom = syntax.kid(verb, "nsubj:pass")
    seen = syntax.lemmas[verb] == "show" and syntax.has(verb, "aux:pass")
    return seen and whom is not None and _within(syntax, source, whom)


def _in_what_is_shown(syntax: Syntax, draft: Draft) -> Draft:
    """ "… a letter in which the colonel | admitted | the killings": what the colonel says in it."""
    assert draft.head is not None
    for thing in syntax.kids(draft.head, "obj"):
        for verb in syntax.kids(thing, "acl:relcl"):
            who = syntax.kid(verb, "nsubj")
            below = [i for i in syntax.subtree(verb) if i > verb]
            part = trim(syntax, syntax.span(below)) if below else None
            if who is not None and who < verb and part is not None:
                token = syntax.tokens[verb]
                cue, source = (token.start, token.end), noun_phrase(syntax, who)
                return replace(draft, source=source, cue=cue, content=(part,), head=verb)
    return replace(draft, source=None, content=())


def _overheard(syntax: Syntax, draft: Draft) -> Draft:
    """ "The bishop | was heard telling | them": the bishop alone is who spoke."""
    top = syntax.top(*draft.source) if draft.source is not None else None
    if top is None or syntax.lemmas[top] not in ("hear", "see", "film", "record", "overhear"):
        return draft
    whom = syntax.kid(top, "nsubj:pass")
    if (
        whom is None
        or not syntax.has(top, "aux:pass")
        or draft.head not in syntax.kids(top, "xcomp")
    ):
        return draft
    return replace(draft, source=noun_phrase(syntax, whom))


def _without_whom(syntax: Syntax, draft: Draft) -> Draft:
    """ "Residents | were told on Monday | to leave": who was told is no part of what was."""
    whom = told_what(syntax, draft.head) if draft.head is not None and not draft.source else None
    if whom is None or len(draft.content) < 2 or not _within(syntax, draft.content[0], whom):
        return draft
    return replace(draft, content=draft.content[1:])


def of_whom(syntax: Syntax, draft: Draft) -> Draft:
    """ "The group is accused of it | and is believed | to have fled": the group is."""
    if draft.head is None or draft.cue is None or draft.source is not None:
        return draft
    first = syntax.heads[draft.head]
    passive = syntax.has(draft.head, "aux:pass") and not syntax.has(draft.head, "nsubj:pass")
    if syntax.deprel(draft.head) != "conj" or not passive or not draft.content:
        return draft
    subject = syntax.kid(first, "nsubj:pass", "nsubj")
    if subject is None or draft.content[0][0] < draft.cue[1]:
        return draft
    return replace(draft, content=(noun_phrase(syntax, subject), *draft.content))


def _by_agent(syntax: Syntax, draft: Draft) -> Draft:
    """ "Rumours | were denied by | his office": who stands right behind "by" has done so."""
    if draft.source is not None or draft.cue is None or len(draft.content) < 2:
        return draft
    last = draft.content[-1]
    inside, cue = list(syntax.within(*last)), syntax.within(*draft.cue)
    beside = 0 <= last[0] - draft.cue[1] <= 1 and syntax.words[cue[-1]] == "by"
    if not beside or any(syntax.upos(i) in ("VERB", "AUX", "SCONJ") for i in inside):
        return draft
    return replace(draft, source=last, content=draft.content[:-1])


def _to_main_clause(syntax: Syntax, draft: Draft) -> Draft:
    """ "A caller who said he was ill | left": the main clause is not what the caller said."""
    if draft.head is None or draft.source is None or len(draft.content) != 1:
        return draft
    if (
        syntax.deprel(draft.head) != "acl:relcl"
        or draft.content[0][0] < syntax.tokens[draft.head].start
    ):
        return draft
    noun = syntax.heads[draft.head]
    verb = syntax.heads[noun] if noun >= 0 else -1
    main = verb >= 0 and syntax.deprel(noun).startswith("nsubj") and verb > draft.head
    if not main or not _within(syntax, draft.content[0], verb):
        return draft
    first = group_start(syntax, verb)
    part = trim(syntax, (draft.content[0][0], syntax.tokens[first - 1].end))
    return replace(draft, content=(part,)) if part else draft


def blamed_on(syntax: Syntax, verb: int) -> bool:
    """ "The raid | was blamed on | rebels": by whom, it does not say."""
    shared = joined(syntax, verb) is not None and not syntax.has(verb, "obj")
    passive = syntax.has(verb, "aux:pass", "nsubj:pass") or shared
    return syntax.lemmas[verb] == "blame" and passive


def _by_whom(syntax: Syntax, draft: Draft) -> bool:
    """Whether "by" stands before the source."""
    assert draft.source is not None
    first = syntax.at(draft.source[0])
    return first is not None and first > 0 and syntax.words[first - 1] == "by"


def _describes(syntax: Syntax, draft: Draft) -> bool:
    """ "The man | charged with | it was jailed", "The note, | posted | on Friday, is": a participle
    of the noun before it, whom it befell; a verb that is not said of somebody needs an object."""
    head = draft.head
    assert head is not None and draft.source is not None and draft.cue is not None
    if syntax.deprel(head) != "acl" or syntax.upos(head) != "VERB":
        return False
    if syntax.words[head].endswith("ing") or syntax.has(head, "nsubj", "aux", "obj", "ccomp"):
        return False
    noun = syntax.heads[head]
    behind = syntax.words[head + 1 : head + 2]
    own = _within(syntax, draft.source, noun) and noun < head
    return own and behind in (["with"], ["of"], ["over"], ["for"], ["to"], ["by"])


def _within(syntax: Syntax, span: Offsets, index: int) -> bool:
    token = syntax.tokens[index]
    return index >= 0 and covers([span], (token.start, token.end))


def _without_place(syntax: Syntax, draft: Draft) -> Draft:
    """ "In the capital, | Pristina, | Gates vowed": the town is no part of who vows."""
    inside = list(syntax.within(*draft.source)) if draft.source else []
    if len(inside) < 3 or syntax.tokens[inside[1]].text != ",":
        return draft
    town = syntax.heads[inside[0]]
    if syntax.upos(inside[0]) != "PROPN" or not 0 <= town < inside[0]:
        return draft
    if syntax.deprel(town) != "obl" or town != inside[0] - 2:
        return draft
    return replace(draft, source=syntax.span(inside[2:]))


def _without_day(syntax: Syntax, times: Sequence[Offsets], draft: Draft) -> Draft:
    """ "The alliance | Saturday | denied it": a day is nobody."""
    if draft.source is None or draft.cue is None:
        return draft
    start, end = draft.source
    top = syntax.top(start, end)
    if any(time[0] <= start and end <= time[1] for time in times):
        subject = top is not None and syntax.deprel(top).startswith("nsubj")
        return draft if subject else replace(draft, source=None)  # "May said": a name
    after = end <= draft.cue[0]
    day = next((t for t in times if (t[1] == end if after else t[0] == start)), None)
    if day is None or not syntax.within(*day):
        return draft
    top = syntax.top(*day)
    own = top is not None and _within(syntax, draft.source, syntax.heads[top])
    if own and syntax.heads[top or 0] not in syntax.within(*day):
        return draft  # "the rebels, who signed it | last year|, accused"
    rest = (start, day[0]) if after else (day[1], end)
    kept = trim(syntax, rest) if rest[0] < rest[1] else None
    last = syntax.at(kept[1] - 1) if kept else None
    while kept and last is not None and syntax.words[last] in ("on", "late", "early"):
        kept = (kept[0], syntax.tokens[last - 1].end) if last else None
        last = last - 1
    if kept is None or last is None or syntax.upos(last) not in _NOMINAL:
        return draft
    if not any(syntax.upos(i) in _NOMINAL for i in syntax.within(*kept)):
        return draft
    return replace(draft, source=kept)
