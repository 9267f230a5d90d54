"""Cues, contents and sources fitted to their clauses, where the tagger cut across one.

"never confirmed | or denied", "agreed | last week in Oslo | to close it", "ruled out | holding | a
meeting", "crowds denouncing him | gathered", "strikes protesting the cuts".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.glosses import CALLS
from onrecord.extract.statements.spans.regained import to_background
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import lexical

_WITHIN = 3
"""Words between "confirmed" and the content in which "or denied" may stand."""
_ADJUNCTS = frozenset({"during", "in", "at", "on", "after", "following", "before", "under", "last"})
CONTACTS = frozenset({"telephone", "phone", "call", "ring", "contact", "visit", "meet", "write"})
_CONVEYS = frozenset({"express", "convey", "voice", "extend"})


def fitted(
    syntax: Syntax,
    lexicon: Cues,
    marks: Sequence[Offsets],
    times: Sequence[Offsets],
    drafts: Sequence[Draft],
) -> list[Draft]:
    """The drafts, each with a cue and a content that end where their clauses do."""
    drafts = _of_second(syntax, _next_begun(syntax, drafts))
    new: list[Draft] = []
    for draft in drafts:
        one = _shown_on(syntax, times, _without_day(syntax, times, draft))
        one = to_background(syntax, marks, one) if _calls(syntax, one) else one
        one = _contacted(syntax, both_ways(syntax, one))
        one = _with_gerund(syntax, _to_infinitive(syntax, lexicon, one))
        new.append(_without_mark(syntax, _of_gathering(syntax, _to_main_verb(syntax, one))))
    return _relinked(drafts, new)


def of_paper(syntax: Syntax, draft: Draft) -> Offsets | None:
    """ "denied a report | that | says he will go": the report says it, told within the denial; of
    "a letter by | the chief | that urges them to go", who wrote it."""
    head, source = draft.head, draft.source
    first = syntax.at(source[0]) if source else None
    if head is None or first is None or syntax.words[first] not in ("that", "which"):
        return None
    noun = syntax.heads[head]
    paper = words("channels", "voice") | words("channels", "dated")
    written = (
        i for i in range(max(first - _PHRASE, 0), first) if syntax.lemmas[i] in paper | _SHOWN
    )
    noun = next((i for i in written if syntax.words[i + 1] in ("by", "from")), noun)
    if syntax.deprel(head) != "acl:relcl" or syntax.lemmas[noun] not in paper | _SHOWN:
        return None
    by = range(noun + 2, first)
    if by and syntax.words[noun + 1] in ("by", "from"):
        plain = not any(syntax.upos(i) in ("VERB", "AUX", "ADP") for i in by)
        return trim(syntax, syntax.span(by)) if plain else None
    if noun != first - 1:
        return None
    low = noun
    while low > 0 and syntax.heads[low - 1] == noun and syntax.upos(low - 1) in _BEFORE:
        low -= 1
    return syntax.span([low, noun])


def nobodys(syntax: Syntax, draft: Draft) -> Draft:
    """The draft without "a report" for its source, where nobody is named whose it is."""
    inside = syntax.within(*draft.source) if draft.source else ()
    paper = words("channels", "voice") | words("channels", "dated") | _SHOWN
    told = inside and syntax.lemmas[inside[-1]] not in paper
    named = any(syntax.upos(i) == "PROPN" for i in inside)
    return draft if named or told else replace(draft, source=None)


_PHRASE = 10
"""Words within which a paper and its author stand before what it says."""
_SHOWN = frozenset({"video", "tape", "recording", "leaflet", "audio", "pamphlet", "article"})
_BEFORE = ("DET", "ADJ", "NOUN", "PROPN")


def _of_second(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """ "X said A, but Y | denies | it, | saying | B": said by Y, and not by X."""
    kept = list(drafts)
    for at, draft in enumerate(drafts):
        if draft.cue is None or draft.source is None or draft.head is None:
            continue
        participle = syntax.words[draft.head].endswith("ing") and syntax.deprel(draft.head) != "acl"
        for other in drafts if participle else ():
            if other.cue is None or other.source is None or not other.content:
                continue
            own = draft.source[1] <= other.source[0] < other.cue[0] < draft.cue[0]
            end = max(e for _, e in (other.cue, *other.content))
            beside = own and syntax.text[min(end, draft.cue[0]) : draft.cue[0]].strip() == ","
            if beside and other.outer is draft.outer and end <= draft.cue[0]:
                kept[at] = draft.with_(source=other.source)
    return _relinked(drafts, kept)


def _relinked(old: Sequence[Draft], new: Sequence[Draft]) -> list[Draft]:
    """The new drafts, each within the new one of that which it stood in."""
    table = {id(draft): one for draft, one in zip(old, new, strict=True)}
    return [replace(d, outer=table.get(id(d.outer), d.outer)) if d.outer else d for d in new]


def _without_mark(syntax: Syntax, draft: Draft) -> Draft:
    """ "Sunday | 's New York Times | says": the day's mark is none of the paper's name, nor is
    "who" of "rebels | who Turkey | says use the road"."""
    first = syntax.at(draft.source[0]) if draft.source else None
    if first is None or draft.source is None:
        return draft
    whom = syntax.words[first] in ("who", "which", "that", "whom")
    whom = whom and syntax.upos(first) == "PRON" and syntax.upos(first + 1) in _BEFORE
    if not whom and syntax.words[first] not in ("'s", "'"):
        return draft
    start = syntax.tokens[first + 1].start if first + 1 < len(syntax.tokens) else draft.source[1]
    return draft.with_(source=(start, draft.source[1])) if start < draft.source[1] else draft


def _next_begun(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """ "was held and not told why | A reporter has …": a sentence whose stop was left out ends
    what was said, and what stands in the next one is nobody's in this."""
    cuts = {id(draft): cut for draft in drafts if (cut := _begins(syntax, draft)) is not None}
    table: dict[int, Draft] = {}
    for draft in drafts:
        cut = cuts.get(id(draft))
        if cut is not None:
            parts = [(s, min(e, cut)) for s, e in draft.content if s < cut]
            content = tuple(p for part in parts if (p := trim(syntax, part)) is not None)
            table[id(draft)] = draft.with_(content=content)
    kept = [table.get(id(draft), draft) for draft in drafts]
    for number, draft in enumerate(kept):
        cut = cuts.get(id(draft.outer))
        if draft.outer is not None and cut is not None:
            behind = draft.cue is not None and draft.cue[0] >= cut
            kept[number] = replace(draft, outer=None if behind else table[id(draft.outer)])
    return kept


def _begins(syntax: Syntax, draft: Draft) -> int | None:
    """Where in a content behind its cue a new sentence begins with "A" or "An"; None if nowhere."""
    if draft.cue is None or not draft.content or draft.content[-1][0] < draft.cue[1]:
        return None
    inside = list(syntax.within(*draft.content[-1]))
    if any(syntax.tokens[i].text in _MARKS for i in inside):
        return None  # a title may stand in quotation marks
    for at in range(2, len(inside) - 3):
        token, before = syntax.tokens[inside[at]], inside[at - 1]
        if token.text not in ("A", "An") or token.upos != "DET":
            continue
        lower = syntax.tokens[before].text.islower() and syntax.upos(before) in _ENDS
        verb = any(syntax.upos(i) in ("AUX", "VERB") for i in inside[at + 2 :])
        if lower and verb and syntax.text[token.start - 1] == " ":
            return token.start
    return None


_MARKS = frozenset({'"', "“", "”"})
_ENDS = ("ADV", "VERB", "ADJ", "PRON", "AUX", "NUM", "NOUN", "SCONJ")
"""What a sentence may end with whose stop was left out."""


def _calls(syntax: Syntax, draft: Draft) -> bool:
    return draft.head is not None and syntax.lemmas[draft.head] in CALLS


def both_ways(syntax: Syntax, draft: Draft) -> Draft:
    """ "has never | confirmed or denied | the reports": both verbs attribute, or neither does."""
    last = syntax.at(draft.cue[1] - 1) if draft.cue else None
    if last is None or draft.cue is None or syntax.lemmas[last] != "confirm":
        return draft
    second = last + 2
    if syntax.word(last + 1) not in ("or", "nor") or second >= len(syntax.tokens):
        return draft
    if syntax.lemmas[second] != "deny" or not draft.content:
        return draft
    end = syntax.tokens[second].end
    content = tuple((max(s, end), e) for s, e in draft.content if e > end)
    parts = tuple(part for span in content if (part := trim(syntax, span)) is not None)
    return draft.with_(cue=(draft.cue[0], end), content=parts) if parts else draft


def _to_infinitive(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """ "agreed | during talks in Oslo | to close it": what is agreed, and not where."""
    head = draft.head
    if head is None or draft.cue is None or not draft.content:
        return draft
    if "infinitive" not in lexicon.verbs.get(lexical(syntax, head, lexicon), {}):
        return draft
    start, end = draft.content[0]
    inside = list(syntax.within(start, end))
    if start < draft.cue[1] or syntax.words[inside[0]] not in _ADJUNCTS:
        return draft
    for done in syntax.kids(head, "xcomp", "advcl"):
        mark = next((k for k in syntax.kids(done, "mark") if syntax.words[k] == "to"), None)
        if mark in inside and not any(syntax.upos(i) == "VERB" for i in inside if i < mark):
            return draft.with_(content=((syntax.tokens[mark].start, end), *draft.content[1:]))
    return draft


def _with_gerund(syntax: Syntax, draft: Draft) -> Draft:
    """ "ruled out | holding | a meeting with the two": the deed, and not its object alone."""
    if draft.cue is None or not draft.content or draft.content[0][0] < draft.cue[1]:
        return draft
    gap = list(syntax.within(draft.cue[1], draft.content[0][0]))
    if len(gap) != 1 or syntax.upos(gap[0]) != "VERB" or not syntax.words[gap[0]].endswith("ing"):
        return draft
    verb = gap[0]
    _, high = syntax.bounds[syntax.sentences[verb]]
    below = set(syntax.subtree(verb))
    end = draft.content[-1][1]
    for index in range(verb, high):
        if syntax.tokens[index].text in (",", ".", ";") or index not in below:
            break
        end = max(end, syntax.tokens[index].end)
    first = (syntax.tokens[verb].start, draft.content[0][1])
    content = (first, *draft.content[1:])
    return draft.with_(content=(*content[:-1], (content[-1][0], end)))


def _to_main_verb(syntax: Syntax, draft: Draft) -> Draft:
    """ "Crowds | denouncing | the president | gathered": their own deed is no part of it."""
    head = draft.head
    if head is None or draft.source is None or not draft.content or draft.cue is None:
        return draft
    relative = syntax.deprel(head) == "acl:relcl"
    if not relative and (not syntax.words[head].endswith("ing") or syntax.has(head, "aux")):
        return draft
    noun = syntax.heads[head]
    below = relative or syntax.deprel(head) == "acl"
    verb = syntax.heads[noun] if noun >= 0 and below else -1
    if verb < head or (relative and not noun < head):
        return draft
    if verb < 0 or not syntax.deprel(noun).startswith("nsubj"):
        return draft
    helpers = (k for k in syntax.kids(verb, "aux", "aux:pass", "cop", "advmod") if head < k < verb)
    first = min([verb, *helpers])
    start, end = draft.content[-1]
    at = syntax.tokens[first].start
    part = trim(syntax, (start, at)) if start < at < end else None
    return draft.with_(content=(*draft.content[:-1], part)) if part else draft


def _without_day(syntax: Syntax, times: Sequence[Offsets], draft: Draft) -> Draft:
    """ "offered | an amnesty to fighters | last year": when it was, and not what."""
    head = draft.head
    if (
        head is None
        or draft.cue is None
        or not draft.content
        or draft.content[-1][0] < draft.cue[1]
    ):
        return draft
    start, end = draft.content[-1]
    time = next((t for t in times if t[1] == end and t[0] > start), None)
    top = syntax.top(*time) if time else None
    if time is None or top is None or syntax.heads[top] != head:
        return draft
    if syntax.has(head, "ccomp", "xcomp", "advcl", "aux") or not syntax.has(head, "obj"):
        return draft
    told = any(syntax.upos(i) in ("VERB", "AUX") for i in syntax.within(start, time[0]))
    case = any(k < top for k in syntax.kids(top, "case"))
    part = trim(syntax, (start, time[0])) if not told and not case else None
    return draft.with_(content=(*draft.content[:-1], part)) if part else draft


def _shown_on(syntax: Syntax, times: Sequence[Offsets], draft: Draft) -> Draft:
    """ "aired a video showing | the men | Friday | in which they beg": the day is not shown."""
    told = syntax.within(*draft.cue) if draft.cue is not None else ()
    shown = words("idioms", "shown")
    if not draft.content or not any(syntax.lemmas[i] in shown for i in told):
        return draft
    start, end = draft.content[0]
    time = next((t for t in times if start < t[0] and t[1] < end), None)
    last = syntax.at(time[1] - 1) if time else None
    if time is None or last is None or syntax.words[last + 1 : last + 3] != ["in", "which"]:
        return draft
    if any(syntax.upos(i) in ("VERB", "AUX") for i in syntax.within(start, time[0])):
        return draft
    parts = (trim(syntax, (start, time[0])), trim(syntax, (time[1], end)))
    kept = tuple(part for part in parts if part is not None)
    return draft.with_(content=(*kept, *draft.content[1:]))


def _contacted(syntax: Syntax, draft: Draft) -> Draft:
    """ "has telephoned Mr. Lund to | express | his support": the call says nothing itself."""
    if draft.cue is None or not draft.content or draft.source is None:
        return draft
    span = (draft.cue[0], draft.content[-1][1])
    inside = list(syntax.within(*span))
    for at, index in enumerate(inside[:-2]):
        if syntax.lemmas[index] not in _CONVEYS or syntax.upos(index) != "VERB" or at < 2:
            continue
        call = next((i for i in inside[:at] if syntax.lemmas[i] in CONTACTS), None)
        plain = call is not None and syntax.upos(call) == "VERB" and syntax.words[index - 1] == "to"
        told = trim(syntax, (syntax.tokens[index + 1].start, span[1]))
        if plain and told is not None and syntax.heads[index] == call:
            token = syntax.tokens[index]
            cue = (token.start, token.end)
            return draft.with_(cue=cue, content=(told,), head=index)
    return draft


def _of_gathering(syntax: Syntax, draft: Draft) -> Draft:
    """ "strikes | protesting | the cuts": those who strike do, and they are not named here."""
    if draft.source is None or draft.head is None or draft.cue is None:
        return draft
    top = syntax.top(*draft.source)
    if top is None or syntax.lemmas[top] not in words("idioms", "gatherings"):
        return draft
    between = syntax.text[draft.source[1] : draft.cue[0]].strip(" ,")
    if between or not syntax.words[draft.head].endswith("ing"):
        return draft
    return Draft(None, draft.cue, draft.content, draft.head, draft.by, draft.outer, draft.score)
