"""What a cue does by itself, whatever is said."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.statements.shapes.set_phrases import phrase_at, ultimatum
from onrecord.extract.statements.shapes.sift import silent
from onrecord.extract.statements.shapes.unclaimed import keeps_mum
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, Frame, words
from onrecord.extract.statements.words.naming import keeps_back
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.verbgroup import (
    declined,
    lexical,
    negated,
    not_excluded,
    preposition,
)
from onrecord.records import Act


@dataclass(frozen=True, slots=True)
class CueFeatures:
    """The cue: its entry in the lexicon, in which frame it stands, and the act that it performs."""

    verb: str
    frame: Frame | None
    act: Act | None
    noun: str | None
    negated: bool
    declined: bool
    belief: bool
    otherwise: bool = False
    """Whether all that is said is that it is not so ("say otherwise")."""
    left_open: bool = False
    """Whether it is neither owned up to nor denied, by one who could do either."""


def read_cue(syntax: Syntax, lexicon: Cues, draft: Draft) -> CueFeatures:
    """What a cue does by itself: its entry in the lexicon, its frame, and the act of both."""
    head = draft.head
    if head is None or draft.cue is None:
        return CueFeatures("", None, None, None, False, False, False)
    phrase = phrase_at(syntax, head)
    if phrase is not None:
        entry, told = syntax.lemmas[head], phrase.phrase
        silence, no = told.act == "decline", negated(syntax, head)
        return CueFeatures(entry, told.frame, told.act, None, no, silence, False)
    entry = lexical(syntax, head, lexicon)
    if ultimatum(syntax, draft):
        return CueFeatures(entry, "person", "demand", None, False, False, False)
    frame = _frame(syntax, lexicon, draft, entry)
    frames = lexicon.verbs.get(entry, {})
    act = frames.get(frame) if frame else None
    if act is None:
        entry = entry if entry in lexicon.verbs else syntax.lemmas[head]
        act = lexicon.act(entry)
    if not_excluded(syntax, head) is not None or (entry == "rule out" and negated(syntax, head)):
        return CueFeatures(entry, frame, "assert", None, False, False, False)
    again = _again(syntax, lexicon, draft, entry) or _wants_done(syntax, head, act)
    if entry == "suspect" and syntax.words[head + 1 : head + 2] == ["of"]:
        again = "accuse"  # "are suspected of planting it"
    opening = syntax.text[draft.content[0][0]] if draft.content else ""
    if entry in words("idioms", "penalty") and opening and opening in '“"':
        again = "accuse"  # "fined the club for “fixing the match”"
    if deed_claimed(syntax, head) is not None:
        again = "confirm"
    if _taken_back(syntax, head):
        again = "deny"
    if again is not None:
        act = again
    noun = _noun(syntax, lexicon, draft)
    verbal = act is not None and not (noun and entry in words("light", "verbs"))
    return CueFeatures(
        verb=entry,
        frame=frame,
        act=act if verbal or noun is None else lexicon.nouns[noun],
        noun=noun,
        negated=negated(syntax, head),
        declined=silent(syntax, head)
        or _declining(syntax, draft.cue)
        or keeps_back(syntax, head)
        or (draft.by == "phrase" and keeps_mum(syntax, head))
        or _noncommittal(syntax, head)
        or _no_comment(syntax, draft),
        belief=_believes(syntax, lexicon, draft, entry),
        otherwise=_contrary(syntax, draft),
        left_open=_left_open(syntax, draft),
    )


def _left_open(syntax: Syntax, draft: Draft) -> bool:
    """ "neither confirmed nor denied it", "has never confirmed or denied"; not "could not"."""
    assert draft.cue is not None
    told = [syntax.lemmas[i] for i in syntax.within(*draft.cue)]
    both = "confirm" in told and "deny" in told
    return both and not {"could", "can", "able", "unable", "way"} & set(told)


def _taken_back(syntax: Syntax, head: int) -> bool:
    """ "retracted its claim of the raid", "withdrew its claim, | saying others had posted it": what
    was claimed is denied."""
    above = head
    if syntax.word(head) in ("saying", "insisting", "explaining", "adding"):
        above = syntax.heads[head]
    if above < 0 or syntax.lemmas[above] not in words("harms", "retracting"):
        return False
    things = {syntax.lemmas[k] for k in syntax.kids(above, "obj")}
    told = words("harms", "told") | words("harms", "retracted") if above == head else frozenset()
    return bool(things & ({"claim", "responsibility"} | told))


def deed_claimed(syntax: Syntax, verb: int) -> int | None:
    """ "claimed | the ambush": the deed that somebody says was his; None for any other claim."""
    if syntax.lemmas[verb] != "claim" or syntax.has(verb, "ccomp", "nsubj:pass"):
        return None
    thing = syntax.kid(verb, "obj")
    deed = thing is not None and syntax.lemmas[thing] in words("harms", "deed")
    return thing if deed and thing is not None and thing > verb else None


def _contrary(syntax: Syntax, draft: Draft) -> bool:
    """ "say otherwise", "swore to the opposite"."""
    said = [syntax.words[i] for part in draft.content for i in syntax.within(*part)]
    said = said[said[:1] == ["the"] :]
    return said in (["otherwise"], ["opposite"], ["contrary"])


_NO_COMMENT = frozenset(
    f"{who}{what}" for who in ("", "i have ", "we have ", "we've ", "i've ", "there is ")
    for what in ("no comment", "nothing to add", "nothing to say", "nothing further to add",
                 "no further comment", "nothing more to say", "no comment to make")
)  # fmt: skip


def _no_comment(syntax: Syntax, draft: Draft) -> bool:
    """ "“No comment,” | he said": all that was said."""
    said = [syntax.words[i] for part in draft.content for i in syntax.within(*part)]
    told = " ".join(word for word in said if word[:1].isalpha())
    return told in _NO_COMMENT


def _noncommittal(syntax: Syntax, head: int) -> bool:
    """ "would not confirm it": who can, and does not."""
    if syntax.lemmas[head] != "confirm" or not negated(syntax, head):
        return False
    return any(syntax.words[k] in ("would", "wo") for k in syntax.kids(head, "aux"))


def _wants_done(syntax: Syntax, head: int, act: Act | None) -> Act | None:
    """ "want their arrears paid", "sought his resignation": what another is to do; "opposed the
    plan": what somebody will not have."""
    if syntax.lemmas[head] == "suggest":
        return "demand" if _proposes(syntax, head) else None
    if syntax.lemmas[head] == "insist":
        return "demand" if _to_be(syntax, head) else None
    if act is not None or syntax.upos(head) != "VERB":
        return None
    if syntax.lemmas[head] == "oppose" and not negated(syntax, head):
        return "reject"
    things = syntax.kids(head, "obj")
    if syntax.lemmas[head] == "want":
        done = [k for k in syntax.kids(head, "xcomp") if things and k > things[0]]
        done += [k for thing in things for k in syntax.kids(thing, "acl")]
        bare = [k for k in done if syntax.upos(k) == "VERB" and not syntax.has(k, "mark")]
        return "demand" if bare else None  # "want them to leave" wishes; "want it done" demands
    if syntax.lemmas[head] in ("seek", "want"):
        sought = any(syntax.lemmas[thing] in words("harms", "sought") for thing in things)
        return "demand" if sought else None
    return None


def _proposes(syntax: Syntax, head: int) -> bool:
    """ "suggested | the talks", "suggests that it | be closed": what is to be, not what is."""
    subject = syntax.subject(head)
    if subject is not None and syntax.lemmas[subject] in words("harms", "told"):
        return False
    after = head + 1
    if syntax.word(after).endswith("ing") and syntax.upos(after) == "VERB":
        return subject is not None and subject < head  # "suggested | holding | talks"
    last = head
    while last + 1 < len(syntax.tokens) and syntax.upos(last + 1) in ("DET", "ADJ", "NOUN"):
        last += 1
    closed = last + 1 < len(syntax.tokens) and syntax.upos(last + 1) not in ("AUX", "VERB")
    if closed and last > head and syntax.lemmas[last] in words("harms", "proposed"):
        return True
    if syntax.has(head, "ccomp"):
        return _to_be(syntax, head)
    return any(syntax.lemmas[k] in words("harms", "proposed") for k in syntax.kids(head, "obj"))


def _to_be(syntax: Syntax, head: int) -> bool:
    """ "insisted that she | be seen by a doctor": a bare "be" asks for it."""
    for told in syntax.kids(head, "ccomp"):
        helpers = syntax.kids(told, "aux", "aux:pass", "cop")
        return [syntax.words[k] for k in helpers] == ["be"] and syntax.has(
            told, "nsubj", "nsubj:pass"
        )
    return False


def _again(syntax: Syntax, lexicon: Cues, draft: Draft, entry: str) -> Act | None:
    """ "repeated | the charge", "renewed | his threat": what is done again is the noun's act, as is
    what is felt: "expressed | gratitude"."""
    felt = entry in ("express", "voice", "convey")
    if not (felt or entry in ("repeat", "reiterate", "renew", "restate")) or not draft.content:
        return None
    top = syntax.top(*draft.content[0])
    if top is None or syntax.upos(top) != "NOUN" or syntax.deprel(top) != "obj":
        return None
    act = lexicon.nouns.get(syntax.lemmas[top])
    return act if not felt or act == "praise" else None


def _declining(syntax: Syntax, cue: Offsets) -> bool:
    """ "declined to say": the refusal is a word of the cue, if not its head."""
    return any(declined(syntax, i) is not None for i in syntax.within(*cue)
               if syntax.upos(i) == "VERB")  # fmt: skip


def _believes(syntax: Syntax, lexicon: Cues, draft: Draft, entry: str) -> bool:
    assert draft.cue is not None
    return entry in lexicon.belief or any(
        syntax.lemmas[i] in lexicon.belief for i in syntax.within(*draft.cue)
    )


def _frame(syntax: Syntax, lexicon: Cues, draft: Draft, entry: str) -> Frame | None:
    """In which of its frames the verb stands, told by where the content begins."""
    head = draft.head
    if head is None or not draft.content:
        return None
    top = syntax.top(*draft.content[0])
    if top is None:
        return None
    first = syntax.at(draft.content[0][0])
    if first is not None and "clause" in lexicon.verbs.get(entry, {}):
        if syntax.word(first) in ("that", "“", '"'):
            return "clause"
    relation = syntax.deprel(top)
    direct = syntax.heads[top] == head
    frames = lexicon.verbs.get(entry, {})
    if (direct and relation == "ccomp") or relation in ("root", "parataxis"):
        return "clause" if "clause" in frames else "quotation"
    to = first is not None and syntax.word(first) == "to" and relation == "advcl"
    if direct and to and frames.get("infinitive") == "pledge":
        return "infinitive"  # "agreed in Oslo | to free them"
    if direct and relation == "xcomp":
        return "infinitive" if "infinitive" in frames else None
    if "person" in frames and _person_frame(syntax, head, draft):
        return "person"
    with_second = preposition(syntax, head, lexicon) is not None
    if (direct and relation in ("obj", "nsubj:pass")) or with_second:
        return "object" if "object" in frames else None
    return None


def _person_frame(syntax: Syntax, head: int, draft: Draft) -> bool:
    inside = {i for part in draft.content for i in syntax.within(*part)}
    persons = [k for k in syntax.kids(head, "obj", "iobj", "obl") if k in inside]
    return bool(persons) and len(inside) > 2


def _noun(syntax: Syntax, lexicon: Cues, draft: Draft) -> str | None:
    assert draft.cue is not None
    for index in syntax.within(*draft.cue):
        lemma = syntax.lemmas[index]
        if syntax.upos(index) == "NOUN" and lemma in lexicon.nouns:
            return lemma
    return None
