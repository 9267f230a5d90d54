"""How much further a content goes than the tagger drew it: what hangs on its clause."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax

_JOINS = frozenset(
    "after before because since while until as by without despite when in on at during following "
    "with".split()
)
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
_LEAST = 4
"""Words of an addition, its comma among them, at least."""
_LYING = frozenset({"in", "near", "outside"})
_PLACE = 5
"""Words of a place at most that stand behind a name to tell where it lies."""
_PORTRAYS = frozenset({"portray", "depict", "paint", "present", "cast", "regard"})
_STOPS = frozenset({".", ";", "—", "–", ":", "!", "?"})


def reach_on(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Draft:
    """The draft with a content that ends where its sentence lets it end.

    Only a content that follows its cue is reached on, and never over a span of another draft.
    """
    if not draft.content or draft.cue is None or draft.content[-1][0] < draft.cue[1]:
        return draft
    start, end = draft.content[-1]
    inside = syntax.within(start, end)
    after = _rest(syntax, found, draft, end)
    if len(inside) == 1 and syntax.lemmas[inside[0]] in words("harms", "blame"):
        return draft  # "claimed responsibility | in a post": where, not for what
    if not inside or not after or syntax.sentences[inside[-1]] != syntax.sentences[after[0]]:
        return draft
    if _in_paper(syntax, after):
        return draft
    if syntax.word(after[0]) in ("if", "unless"):
        last = _trimmed(syntax, after)
    elif _broken_off(syntax, inside[-1], after):
        last = _end_of_phrase(syntax, inside, after)
    elif syntax.word(after[0]) in _JOINS or _met_for(syntax, inside[-1], after[0]):
        last = _trimmed(syntax, _hanging(syntax, inside, after))
    elif (verb := _behind_aside(syntax, inside, after)) is not None:
        last = _trimmed(syntax, verb)
    elif (too := _and_on(syntax, draft, after)) is not None:
        last = _trimmed(syntax, too)
    elif (of_them := _of_them(syntax, inside, after)) is not None:
        last = _trimmed(syntax, of_them)
    elif (outcome := _outcome(syntax, draft, inside, after)) is not None:
        last = _trimmed(syntax, outcome)
    elif _where_it_lies(syntax, inside[-1], after) or _as_what(syntax, draft, after):
        last = _trimmed(syntax, after)
    else:
        return draft
    if last is None:
        return draft
    return draft.with_(content=(*draft.content[:-1], (start, syntax.tokens[last].end)))


def _where_it_lies(syntax: Syntax, last: int, after: Sequence[int]) -> bool:
    """ "had been taken to the Lund School|, in Besk province": where what was named last lies."""
    told = [i for i in after[2:] if syntax.upos(i) != "PUNCT"]
    opening = [syntax.words[i] for i in after[:2]]
    if (
        opening[:1] != [","]
        or opening[-1] not in _LYING
        or syntax.upos(last) != "PROPN"
        or len(told) > _PLACE
    ):
        return False
    named = any(syntax.upos(i) == "PROPN" for i in told)
    return named and all(syntax.upos(i) in _PHRASE for i in told)


def _as_what(syntax: Syntax, draft: Draft, after: Sequence[int]) -> bool:
    """ "portrays the ban, in force since May|, as the source of its woes"."""
    if draft.head is None or syntax.lemmas[draft.head] not in _PORTRAYS:
        return False
    return [syntax.words[i] for i in after[:2]] == [",", "as"]


def unbroken(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Draft:
    """ "implicated officials in Reed's | death": the draft with the end of its last phrase."""
    if not draft.content or draft.cue is None or draft.content[-1][0] < draft.cue[1]:
        return draft
    start, end = draft.content[-1]
    inside, after = syntax.within(start, end), _rest(syntax, found, draft, end)
    if not inside or not after or not _broken_off(syntax, inside[-1], after):
        return draft
    last = _end_of_phrase(syntax, inside, after)
    if last is None:
        return draft
    return draft.with_(content=(*draft.content[:-1], (start, syntax.tokens[last].end)))


def _broken_off(syntax: Syntax, last: int, after: Sequence[int]) -> bool:
    """ "on the | sidelines of the talks", "in Reed's | death": the end of a phrase is missing."""
    owner = syntax.heads[last] if syntax.upos(last) == "PART" else -1
    if owner >= 0 and syntax.deprel(last) == "case":
        return syntax.upos(after[0]) in ("NOUN", "ADJ", "PROPN")
    inner = syntax.deprel(last) in ("det", "amod", "compound", "nummod", "nmod:poss")
    return inner and syntax.heads[last] in after and syntax.upos(after[0]) in _PHRASE


def _end_of_phrase(syntax: Syntax, inside: range, after: Sequence[int]) -> int | None:
    """The last token of the phrase in which a content breaks off, with what hangs on its noun."""
    noun = 0
    while noun + 1 < len(after) and syntax.upos(after[noun]) in ("ADJ", "PROPN", "NUM", "DET"):
        if syntax.heads[after[noun]] not in after[noun + 1 :]:
            break
        noun += 1
    if syntax.upos(after[noun]) not in ("NOUN", "PROPN"):
        return None
    hung = _hanging(syntax, range(inside.start, after[noun] + 1), after[noun + 1 :])
    return _trimmed(syntax, hung) or after[noun]


def _met_for(syntax: Syntax, last: int, joint: int) -> bool:
    """ "said the two met | for an hour in Oslo": a verb cut from what hangs on it."""
    noun = syntax.heads[joint]
    if syntax.upos(last) != "VERB" or syntax.upos(joint) != "ADP" or noun < joint:
        return False
    return syntax.heads[noun] == last and syntax.deprel(noun) == "obl"


def _in_paper(syntax: Syntax, after: Sequence[int]) -> bool:
    """ "claimed the raid | in a statement posted on its site": where it was said."""
    if syntax.words[after[0]] not in ("in", "on", "during", "at") or len(after) < 3:
        return False
    run = after[1:]
    phrase = next((n for n, i in enumerate(run) if syntax.upos(i) not in _PHRASE), len(run))
    noun = run[phrase - 1] if phrase else None
    own = noun is not None and syntax.words[run[0]] in ("a", "an", "its", "his", "her", "their")
    papers = (
        words("channels", "voice") | words("channels", "dated") | {"video", "recording", "post"}
    )
    return own and noun is not None and syntax.lemmas[noun] in papers


def _and_on(syntax: Syntax, draft: Draft, after: Sequence[int]) -> list[int] | None:
    """ "called | on | the army to leave|, and on the rebels to disarm": of both, by one verb."""
    assert draft.cue is not None
    last = syntax.at(draft.cue[1] - 1)
    if last is None or syntax.upos(last) != "ADP" or len(after) < _LEAST + 2:
        return None
    opening = [syntax.words[i] for i in after[:3]]
    rest = opening[opening[:1] == [","] :]
    again = rest[:2] == ["and", syntax.words[last]]
    return list(after) if again and "to" in [syntax.words[i] for i in after[3:]] else None


def _behind_aside(syntax: Syntax, inside: range, after: Sequence[int]) -> list[int] | None:
    """ "any place from which troops|, who fight beside the army, were firing": to the verb of those
    whom the aside tells of."""
    if syntax.tokens[after[0]].text != "," or len(after) < _LEAST + 2:
        return None
    if syntax.words[after[1]] not in ("who", "which", "whose", "whom"):
        return None
    comma = next((k for k, i in enumerate(after[2:], 2) if syntax.tokens[i].text == ","), None)
    if (
        comma is None
        or comma + 1 >= len(after)
        or syntax.upos(after[comma + 1])
        not in (
            "AUX",
            "VERB",
        )
    ):
        return None
    opening = after[comma + 1]
    verb = opening if syntax.upos(opening) == "VERB" else syntax.heads[opening]
    subject = syntax.subject(verb) if verb in after or verb == opening else None
    if subject is None or subject not in inside:
        return None
    end = max(syntax.subtree(verb))
    return [i for i in after if i <= end]


def _of_them(syntax: Syntax, inside: range, after: Sequence[int]) -> list[int] | None:
    """ ", most of them women", ", among them a girl": told with the number, by whoever gave it."""
    if syntax.tokens[after[0]].text != "," or len(after) < _LEAST:
        return None
    near = [syntax.words[i] for i in after[1:6]]
    among = near[:2] in (["among", "them"], ["among", "whom"], ["including", "a"])
    share = any(pair in (["of", "them"], ["of", "whom"]) for pair in (near[1:3], near[2:4]))
    open_ = any(syntax.words[i] in ("may", "might", "could") for i in inside)
    supposed = open_ and near[0] == "which" and near[1] in ("would", "could", "might")
    return list(after[1:]) if among or share or supposed else None


def _outcome(syntax: Syntax, draft: Draft, inside: range, after: Sequence[int]) -> list[int] | None:
    """ "denied that the raid had failed|, leaving five dead": what came of what is said."""
    if syntax.tokens[after[0]].text != "," or len(after) < _LEAST:
        return None
    verb = after[1]
    harms = syntax.lemmas[verb] in _LEFT or syntax.lemmas[verb] in words("harms", "harm")
    if not harms or not syntax.words[verb].endswith("ing") or syntax.deprel(verb) != "advcl":
        return None
    told = syntax.heads[verb] in inside and syntax.heads[verb] != draft.head
    end = max(syntax.subtree(verb))
    return [i for i in after[1:] if i <= end] if told else None


_LEFT = frozenset({"leave", "wound", "injure", "displace", "damage", "maim", "trap", "force"})
"""What a deed does to those whom it reaches, beside the harm that somebody does."""


def _rest(syntax: Syntax, found: Sequence[Draft], draft: Draft, end: int) -> list[int]:
    """The tokens from ``end`` to the end of the sentence, or to another draft's span."""
    stop = min(
        (s for other in (*found, draft) for s, _ in other.spans() if s >= end),
        default=len(syntax.text),
    )
    rest: list[int] = []
    for index in syntax.within(end, stop):
        if syntax.tokens[index].text in _STOPS:
            break
        if rest and syntax.sentences[index] != syntax.sentences[rest[-1]]:
            break
        rest.append(index)
    return rest


def _hanging(syntax: Syntax, inside: range, after: Sequence[int]) -> list[int]:
    """The first of the tokens after a clause that hang on a word of it, unbroken by a comma."""
    kept: list[int] = []
    for index in after:
        if syntax.tokens[index].text == ",":
            break
        if not any(ancestor in inside for ancestor in syntax.up(index)):
            break
        kept.append(index)
    return kept


def _trimmed(syntax: Syntax, run: Sequence[int]) -> int | None:
    """The last token of a run that is no stop or joining word; None for a run of two or fewer."""
    kept = list(run)
    while kept and syntax.upos(kept[-1]) in ("PUNCT", "CCONJ", "ADP", "SCONJ", "DET"):
        kept.pop()
    return kept[-1] if len(kept) > 1 else None
