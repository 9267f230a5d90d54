"""Who stands beside the cue: where commas are lost, a tagger takes another for the speaker.

"The town was hit by raids which killed seven people and a child | the Observatory | said": in
English a speaker is never so far from "said". "… Mr Doru | told | Mrs Brel": whom somebody told did
not tell it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.verbgroup import head_of

_TO_SOMEBODY = frozenset({"tell", "inform", "assure", "notify", "remind"})
_JOINING = frozenset({"for", "of"})
_BESIDE = 1
"""Tokens between a subject and its verb, where both were taken for the attribution's."""
_MARKS = frozenset('“”"‘:;')
_WRITTEN = re.compile(
    r"([^.;:,]{1,60}?),? in (?:a|an|its|his|her|their) (?:[\w’'-]+ ){0,2}"
    r"(?:statement|message|post|communiqu[eé]|video|recording|tweet|letter)\b"
    r"[^.;:]{0,60}?\b(?:on|via|by|through|over)\b[^.;:]{0,60}$"
)
"""Who says something in a statement, and on what it was published, up to who was taken for it."""
_LONG = 8
"""Words of a name at most."""


def beside_cue(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """The draft with the speaker who stands between its content and its cue, if one must."""
    draft = _behind_said(syntax, lexicon, draft)
    source = draft.source
    if draft.cue is None or source is None or not draft.content:
        return draft
    start, end = draft.content[0][0], draft.content[-1][1]
    head = head_of(syntax, draft.cue, lexicon)
    if end > draft.cue[0] or head is None:
        return draft
    told = source[0] >= draft.cue[1] and syntax.lemmas[head] in _TO_SOMEBODY
    far = source[1] <= start and len(syntax.within(source[1], start)) <= _BESIDE
    before = syntax.within(start, draft.cue[0])
    if not (told or far) or not before:
        return draft
    low = _phrase(syntax, before)
    if low is None or low <= before[0]:
        return draft
    rest = source[0] if far else draft.content[-1][0], syntax.tokens[low - 1].end
    if rest[1] <= rest[0]:
        return draft
    content = (rest,) if far else (*draft.content[:-1], rest)
    return replace(draft, source=syntax.span([low, before[-1]]), content=content)


def _behind_said(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """ "… sarin and | chlorine” said | Ane Holm, head of …": the name behind, no word before it.

    Where no source was found, or the one found is the end of what was begun before it ("and").
    """
    if draft.cue is None or not draft.content or draft.content[-1][1] > draft.cue[0]:
        return draft
    head = head_of(syntax, draft.cue, lexicon)
    behind = syntax.within(draft.cue[1], len(syntax.text))
    if head is None or syntax.lemmas[head] != "say" or not behind:
        return draft
    first = behind[0]
    if syntax.upos(first) != "PROPN" or syntax.sentences[first] != syntax.sentences[head]:
        return draft
    start, end = draft.content[-1]
    if draft.source is not None:
        told = syntax.within(start, end)
        begun = told and syntax.upos(told[-1]) in ("CCONJ", "ADP")
        if not begun or not end <= draft.source[0] <= draft.source[1] <= draft.cue[0]:
            return draft
        end = draft.source[1]
    last = first
    most = min(last + _LONG, syntax.bounds[syntax.sentences[head]][1])
    while last + 1 < most and syntax.upos(last + 1) in ("PROPN", "NOUN", "ADP", "ADJ", "DET"):
        last += 1
    while syntax.upos(last) not in ("PROPN", "NOUN"):
        last -= 1
    content = (*draft.content[:-1], (start, end))
    return replace(draft, source=syntax.span([first, last]), content=content)


def in_writing(syntax: Syntax, draft: Draft) -> Draft:
    """ "X in a statement published on Twitter and | the service Y | said": X says it, on Y."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return draft
    at = syntax.within(*draft.source)
    if not at:
        return draft
    low, _ = syntax.bounds[syntax.sentences[at[0]]]
    start = syntax.tokens[low].start
    found = _WRITTEN.match(syntax.text, start, draft.source[0])
    if found is None or found.end() != draft.source[0]:
        return draft
    before = syntax.within(start, start + len(found[1]))
    if not before or any(syntax.upos(i) in ("VERB", "ADP", "SCONJ", "PUNCT") for i in before):
        return draft
    return replace(draft, source=syntax.span(before))


def whole_subject(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """ "A toll of the raid on the port of | Sund | put it at nine": the toll does, and no town.

    The source is the verb's whole subject where the words taken for it stand deep within it, or
    where they are where a picture is from.
    """
    if draft.cue is None or draft.source is None:
        return draft
    head, top = head_of(syntax, draft.cue, lexicon), syntax.top(*draft.source)
    if head is None or top is None:
        return draft
    subject = syntax.kid(head, "nsubj")
    if subject is None and syntax.deprel(head) == "acl" and syntax.word(head).endswith("ing"):
        subject = syntax.heads[head]
    if subject is None or syntax.upos(subject) != "NOUN" or top not in syntax.subtree(subject):
        return draft
    if syntax.tokens[subject].end > draft.source[0] or draft.source[1] > draft.cue[0]:
        return draft
    path, index = [top], top
    while syntax.heads[index] != subject and len(path) < _LONG:
        index = syntax.heads[index]
        path.append(index)
    steps = [i for i in path if syntax.deprel(i) == "nmod"]
    shown = syntax.lemmas[head] == "show"
    if len(steps) < (1 if shown else 2) or any(syntax.deprel(i) == "appos" for i in path):
        return draft
    first = min(k for k in syntax.subtree(subject) if k <= subject)
    return replace(draft, source=(syntax.tokens[first].start, draft.source[1]))


def with_subject(syntax: Syntax, draft: Draft) -> Draft:
    """ "Air strikes on the market | killed 24 people | a monitor said": told with its subject."""
    if draft.cue is None or not draft.content or draft.content[0][1] > draft.cue[0]:
        return draft
    start, end = draft.content[0]
    inside = syntax.within(start, end)
    top = syntax.top(start, end)
    if top is None or not inside or syntax.upos(top) != "VERB":
        return draft
    subject = syntax.kid(top, "nsubj", "nsubj:pass")
    if subject is None or subject >= inside[0] or syntax.upos(subject) not in ("NOUN", "PROPN"):
        return draft
    opens = all(syntax.upos(i) in ("AUX", "ADV", "PART") for i in inside if i < top)
    whole = set(syntax.subtree(top))
    low = min(syntax.subtree(subject))
    between = range(low, inside[0])
    if not opens or not whole.issuperset(between):
        return draft
    first = syntax.tokens[low].start
    if draft.source is not None and draft.source[0] < start and first < draft.source[1]:
        return draft
    if any(syntax.tokens[i].text in _MARKS for i in between):
        return draft
    return replace(draft, content=((first, end), *draft.content[1:]))


def _phrase(syntax: Syntax, before: range) -> int | None:
    """Where the noun phrase begins that ends these tokens; None where none does."""
    last = before[-1]
    if syntax.upos(last) not in ("NOUN", "PROPN"):
        return None
    low = last
    while low > before[0] and last - low < _LONG:
        upos, word = syntax.upos(low - 1), syntax.words[low - 1]
        joins = word in _JOINING and syntax.upos(low) == "PROPN"
        if upos not in ("PROPN", "ADJ", "DET", "NOUN") and not joins:
            break
        low -= 1
        if upos == "DET":
            return low
    # without an article, the name alone: "We are ready | Pavel Doru | told"
    name = last
    while name > low and syntax.upos(name - 1) == "PROPN":
        name -= 1
    return name
