"""Which attributions are kept: somebody's words, beliefs and positions, not idioms or actions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.extract.statements.shapes.figures import given
from onrecord.extract.statements.shapes.glosses import CALLS, appraises, called_so
from onrecord.extract.statements.shapes.nosaying import held_back, no_saying, not_yet
from onrecord.extract.statements.shapes.passives import told_what
from onrecord.extract.statements.shapes.phrased import phrased
from onrecord.extract.statements.shapes.set_phrases import phrase_at, ultimatum
from onrecord.extract.statements.shapes.things import (
    describing,
    lists_deeds,
    menacing_thing,
    of_call,
    of_which,
    reminds,
    thought_to_be,
    told_of,
)
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, deeds, words
from onrecord.extract.statements.words.naming import identifies, keeps_back
from onrecord.extract.statements.words.placed import classing
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import said_to_be
from onrecord.extract.statements.words.verbgroup import declined, group_start, lexical, negated

_PHRASES = frozenset({"accord", "according", "per"})
_STRONG = frozenset({"deny", "accuse", "condemn", "reject", "warn", "threaten", "pledge", "demand"})
"""Acts whose verbs a rule may take for a statement without a clause: "denied the charges"."""
SURE = 0.68
"""The tagger's score from which an attitude counts; see docs/decisions/statements.md."""
DIFFERS = frozenset({"disagree", "demur", "dissent"})
"""Verbs by which somebody gainsays what was said before, and need say no more."""
UNKNOWING = frozenset({"know", "remember", "recall"})
"""Verbs by which somebody says, denied, that more cannot be told."""
FINDING = frozenset({"establish", "determine", "ascertain", "authenticate"})
"""Verbs by which somebody says, denied, that it could not be found out."""
_SELVES = (["himself"], ["herself"], ["itself"], ["themselves"])
_LABEL, _OBJECT = 6, 5
"""Tokens of more than a label in quotation marks; those within which an idiom's object stands."""


def is_statement(syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets], draft: Draft) -> bool:
    """Whether a tagged attribution is a statement. Drafts must have been mended."""
    if draft.by == "phrase":
        return bool(draft.content)
    if draft.cue is None or draft.head is None:
        return draft.cue is not None and bool(draft.content)
    if silent(syntax, draft.head):
        return draft.source is not None
    if draft.by == "rule" and syntax.lemmas[draft.head] in UNKNOWING:
        return draft.source is not None  # "said it fell | but did not know why": said too
    differs = syntax.lemmas[draft.head] in DIFFERS and syntax.upos(draft.head) == "VERB"
    if differs and not draft.content and draft.source is not None:
        return not negated(syntax, draft.head)
    if not draft.content or _empty_source(syntax, draft) or _idiom(syntax, lexicon, draft):
        return False
    if draft.source is None:
        return _hearsay(syntax, lexicon, draft)
    if not _not_unsaid(syntax, lexicon, draft):
        return False
    if phrase_at(syntax, draft.head) is not None:
        return True
    if lists_deeds(syntax, draft):
        return True
    quoted = any(overlap(mark, part) for mark in marks for part in draft.content)
    entry = lexical(syntax, draft.head, lexicon)
    known = entry if entry in lexicon.verbs else syntax.lemmas[draft.head]
    if known in lexicon.verbs and syntax.upos(draft.head) == "VERB":
        return _in_frame(syntax, lexicon, draft, known, quoted=quoted)
    nouns = _by_noun(syntax, lexicon, draft)
    if identifies(syntax, draft.head) or keeps_back(syntax, draft.head):
        return True
    if known in lexicon.not_said:
        return nouns or (quoted and _speaks(syntax, marks, draft, known))
    if nouns or syntax.lemmas[draft.head] in _PHRASES:
        return True
    colon = syntax.text[draft.cue[0] : draft.cue[1]].strip()
    if colon == ":":
        return True
    if colon.endswith(":") and known not in lexicon.verbs:
        return quoted  # "Besk shelling: …": a heading
    if syntax.upos(draft.head) != "VERB":
        return quoted
    return quoted or syntax.has(draft.head, "ccomp", "parataxis")


def _speaks(syntax: Syntax, marks: Sequence[Offsets], draft: Draft, verb: str) -> bool:
    """Whether words are quoted that somebody said; "adopted a policy of “openness”" does not."""
    if syntax.upos(draft.head or 0) != "VERB":
        return False
    if verb not in words("attitudes", "enacting"):
        return True
    told = [mark for mark in marks if len(syntax.within(*mark)) >= _LABEL]
    return any(overlap(mark, part) for mark in told for part in draft.content)


def is_attitude(syntax: Syntax, lexicon: Cues, draft: Draft) -> bool:
    """Whether a tagged attribution that says nothing shows what its source holds or wants.

    PolNeAR counts these ("wants to stay", "has long backed the plan"), and a reader of the record
    asks for them. Perceptions and mere actions ("learned", "signed") stay out, whatever the tagger
    says, and so does what it is less than sure of: half of those are wrong.
    """
    if draft.source is None or draft.cue is None or draft.head is None:
        return False
    if not _not_unsaid(syntax, lexicon, draft):
        return False
    if draft.score < SURE or _idiom(syntax, lexicon, draft) or _empty_source(syntax, draft):
        return False
    if syntax.upos(draft.head) not in ("VERB", "NOUN", "ADJ"):
        return False
    acts = {syntax.lemmas[i] for i in syntax.within(*draft.cue) if syntax.upos(i) == "VERB"}
    lemma, never = syntax.lemmas[draft.head], words("attitudes", "no_attitude") | deeds()
    if never & ({lemma} if lemma in lexicon.nouns else acts | {lemma}):
        return False  # "adopted | a policy", "upheld the verdict"
    inside = [i for part in draft.content for i in syntax.within(*part)]
    return any(syntax.upos(i) in ("VERB", "NOUN", "PROPN", "ADJ") for i in inside)


def stands_alone(syntax: Syntax, lexicon: Cues, draft: Draft) -> bool:
    """Whether a rule alone is good enough: a verb that speaks, with what it says."""
    if draft.by == "phrase":
        return bool(draft.content)
    if draft.head is None or _idiom(syntax, lexicon, draft) or _empty_source(syntax, draft):
        return False
    if draft.source is None:
        return syntax.deprel(syntax.clause(draft.head)) not in ("acl", "acl:relcl")
    if phrase_at(syntax, draft.head) is not None or ultimatum(syntax, draft):
        return bool(draft.content)
    if syntax.lemmas[draft.head] in FINDING and draft.by == "rule":
        return bool(draft.content) and negated(syntax, draft.head)
    if syntax.lemmas[draft.head] in _PHRASES or silent(syntax, draft.head):
        return True
    if phrased(syntax, draft.head):
        return bool(draft.content)
    if not draft.content:
        return False
    if called_so(syntax, draft.head):
        return draft.by == "rule"
    phrase = syntax.lemmas[draft.head] in words("light", "verbs") and draft.source is not None
    if classing(syntax, draft.head):
        return draft.by == "rule"
    if given(syntax, draft.head) is not None or phrase or _closes(syntax, draft):
        return True
    if identifies(syntax, draft.head) or keeps_back(syntax, draft.head):
        return True
    frames = lexicon.verbs.get(lexical(syntax, draft.head, lexicon), {})
    clause = syntax.has(draft.head, "ccomp", "parataxis")
    if clause or syntax.deprel(draft.head) == "parataxis":
        return True
    tells = syntax.lemmas[draft.head] in words("idioms", "told_to") and "person" in frames
    whom = syntax.has(draft.head, "obj", "iobj") or syntax.has(draft.head, "obl:agent")
    if tells and syntax.has(draft.head, "xcomp") and whom:
        return True  # "told the drivers to leave", "were told by the army to leave"
    unable = negated(syntax, draft.head) and (
        "confirm" in frames.values() or syntax.lemmas[draft.head] == "say"
    )
    things = [syntax.lemmas[k] for k in syntax.kids(draft.head, "obj")]
    if lexical(syntax, draft.head, lexicon) in ("speak of", "tell of"):
        return True
    if lexical(syntax, draft.head, lexicon) == "stand by":
        return told_of(syntax, draft.content[0])
    owns_up = frames.get("object") == "confirm" and any(
        t in words("harms", "blame") for t in things
    )
    return unable or owns_up or next(iter(frames.values()), None) in _STRONG


def _closes(syntax: Syntax, draft: Draft) -> bool:
    """ "…, X charged again": all that was said, then who says it, then the verb."""
    if draft.by != "rule" or draft.source is None or draft.cue is None:
        return False
    first, last = draft.content[0], draft.content[-1]
    if len(draft.content) > 1:
        return first[1] <= draft.source[0] and draft.cue[1] <= last[0]
    return last[1] <= draft.source[0] and draft.source[1] <= draft.cue[0]


def silent(syntax: Syntax, head: int) -> bool:
    """Whether the cue is a refusal to speak, or "no comment"."""
    if declined(syntax, head) is not None or _left_unanswered(syntax, head):
        return True
    noun = syntax.upos(head) == "NOUN" and syntax.negated(head)
    return noun and syntax.lemmas[head] in words("refusals", "answer")


def _left_unanswered(syntax: Syntax, head: int) -> bool:
    """ "went unanswered", "were not returned", of calls and messages."""
    subject = syntax.kid(head, "nsubj", "nsubj:pass")
    if subject is None or syntax.lemmas[subject] not in words("refusals", "request"):
        return False
    after = range(head, min(head + 3, len(syntax.tokens)))
    return any(syntax.lemmas[i] in ("unanswered", "unreturned") for i in after) or (
        syntax.negated(head) and syntax.lemmas[head] in words("refusals", "unanswered")
    )


_SIDES = frozenset({"north", "south", "east", "west", "outskirt", "suburb", "centre", "center"})
"""Where something is, and nobody."""


def _empty_source(syntax: Syntax, draft: Draft) -> bool:
    """ "There was no claim", "Earlier said": nobody is named by an adverb or an expletive."""
    if draft.source is None:
        return False
    if any(rule(syntax, draft) for rule in (menacing_thing, thought_to_be, describing)):
        return True
    inside = syntax.within(*draft.source)
    if inside and "let" in (syntax.words[inside[0]], syntax.words[max(inside[0] - 1, 0)]):
        return True  # "Let us recall that": the report turns to its reader
    near = [syntax.lemmas[i] for i in inside[:3]]
    if any(pair[0] in _SIDES and pair[1] == "of" for pair in pairwise(near)):
        return True  # "in the | north of the country | hoping to": a place hopes for nothing
    comma = next((n for n, i in enumerate(inside) if syntax.tokens[i].text == ","), len(inside))
    if any(syntax.words[i] in ("nobody", "none", "no") for i in inside[:comma]):
        return True  # "No group has claimed responsibility"
    if any(syntax.upos(i) in ("NOUN", "PROPN", "NUM") for i in inside):
        return False
    if any(syntax.upos(i) == "PRON" and syntax.word(i) != "there" for i in inside):
        return False
    # "Several said", "The two agreed"; a lone article is a slip of the tagger.
    return not any(syntax.upos(i) in ("ADJ", "DET") for i in inside) or all(
        syntax.word(i) in ("the", "a", "an") for i in inside
    )


_ASKED = frozenset({"whether", "which", "who", "whom", "what", "when", "where", "why", "how"})
"""With what an open question begins, which somebody would or could not answer."""
_UNABLE = frozenset({"could", "can", "unable", "able", "cannot", "ca"})


def _not_unsaid(syntax: Syntax, lexicon: Cues, draft: Draft) -> bool:
    """Whether something was said: "did not say", "has not denied" are no statements.

    Not to believe is to believe the contrary, and not to be able to confirm is to say so.
    """
    assert draft.head is not None
    if syntax.upos(draft.head) != "VERB" or not negated(syntax, draft.head):
        return True
    lemma = syntax.lemmas[draft.head]
    confirms = lexicon.act(lemma) == "confirm"
    group = range(group_start(syntax, draft.head), draft.head)
    unable = any(syntax.words[i] in _UNABLE for i in group)
    if lexical(syntax, draft.head, lexicon) == "rule out":
        return True
    unsaid = lemma in words("refusals", "comment") and not unable
    if unable and lemma in ("say", "tell") and draft.content:
        opens = syntax.at(draft.content[0][0])
        listed = words("channels", "openers") | _ASKED
        return opens is not None and syntax.words[opens] in listed
    return (
        unsaid or lemma in lexicon.belief or (confirms and (unable or not_yet(syntax, draft.head)))
    )


def _idiom(syntax: Syntax, lexicon: Cues, draft: Draft) -> bool:
    """ "claiming the lives of …", "denied entry": said of nothing."""
    if draft.head is None or not draft.content:
        return False
    lemma = syntax.lemmas[draft.head]
    opening = syntax.words[i : i + 4] if (i := syntax.at(draft.content[0][0])) is not None else []
    told = lemma in ("ask", "tell") and not _told_others(syntax, draft)
    if told and _passive_participle(syntax, draft.head):
        return True  # "Asked whether …, he said": he was asked
    if no_saying(syntax, draft) or (lemma in ("ask", "tell") and _was_asked(syntax, draft)):
        return True
    if held_back(syntax, draft.head):
        return True
    if lemma == "recall" and reminds(syntax, draft):
        return True
    if opening[:1] == ["nothing"] and len(syntax.within(*draft.content[0])) == 1:
        return True  # "said nothing"
    judged = opening[:1] == ["which"] and (
        lemma == "deny"
        or of_which(syntax, draft)
        or "accuse" in lexicon.verbs.get(lemma, {}).values()
        or of_call(syntax, lexicon, draft)
        or (negated(syntax, draft.head) and lemma in ("say", "tell"))
        or (lemma in CALLS and appraises(syntax, draft.content[-1]))
    )  # "which Moscow also denied", "which it called a lie"
    if "which" in opening[:2] and lemma != "ask" and not judged:
        return True  # "reports of which he dismissed": a relative clause
    plainly = opening[opening[:1] == ["not"] :]
    if plainly[:2] == ["to", "be"] and plainly[2:3] and plainly[2] in words("idioms", "anonymous"):
        return True  # "declined to be named", "asked not to be named"
    past = not syntax.words[draft.head].endswith("ing")  # "a resolution calling for a truce"
    if lemma in words("idioms", "naming") and syntax.deprel(draft.head) in ("acl", "amod") and past:
        return not syntax.has(draft.head, "nsubj")  # "a network called …"
    itself = [syntax.word(draft.head + 1)] in _SELVES or opening[:1] in _SELVES
    if lemma in words("idioms", "naming") and itself:
        return True  # "who calls himself …"
    noun = syntax.upos(draft.head) == "NOUN" or lemma in words("light", "verbs")
    if (
        noun
        and opening[:1] in (["that"], ["which"])
        and i is not None
        and (syntax.upos(i) == "PRON" and syntax.deprel(syntax.heads[i]) == "acl:relcl")
    ):
        return True  # "made an offer that was turned down": nothing is told of it
    listed = {"claim": "toll", "deny": "withheld", "declare": "declared"}.get(lemma)
    first = list(syntax.within(*draft.content[0]))[:_OBJECT]
    if listed is None or any(syntax.upos(i) in ("VERB", "AUX", "SCONJ") for i in first):
        return False
    return any(syntax.lemmas[i] in words("idioms", listed) for i in first)


def _was_asked(syntax: Syntax, draft: Draft) -> bool:
    """ "The boy was asked what he remembered": whoever was asked has not asked."""
    assert draft.head is not None
    subject = syntax.kid(draft.head, "nsubj:pass")
    if draft.source is None or subject is None or not syntax.has(draft.head, "aux:pass"):
        return False
    return subject in syntax.within(*draft.source)


def _told_others(syntax: Syntax, draft: Draft) -> bool:
    """ "X, a spokesman, | told | reporters": X told, though the tree gives the verb no subject."""
    assert draft.head is not None and draft.cue is not None
    if draft.source is None or draft.source[1] > draft.cue[0]:
        return False
    beside = not syntax.text[draft.source[1] : draft.cue[0]].strip(" ,")
    return beside and syntax.has(draft.head, "iobj", "obj")


def _passive_participle(syntax: Syntax, head: int) -> bool:
    """A past participle that leads a sentence, with nobody as its subject."""
    if syntax.has(head, "nsubj", "aux") or syntax.deprel(head) not in ("advcl", "acl", "root"):
        return False
    low, _ = syntax.bounds[syntax.sentences[head]]
    leads = head == low or syntax.words[head - 1] in ("when", "if", "once", ",")
    return leads and not syntax.words[head].endswith("ing")


def _hearsay(syntax: Syntax, lexicon: Cues, draft: Draft) -> bool:
    """Nobody's word: an adverb, a passive, "according to reports". Else the source was lost.

    A statement without a source says that the report attributes it to nobody; where the tagger
    merely failed to find the source, that would not be true.
    """
    assert draft.cue is not None and draft.head is not None
    for index in syntax.within(*draft.cue):
        if syntax.lemmas[index] in words("hedges", "hearsay") and syntax.upos(index) == "ADV":
            return True
    if syntax.lemmas[draft.head] in words("hedges", "talk"):
        return not syntax.negated(draft.head)  # "there is no speculation that"
    passive = (
        said_to_be(syntax, draft.head)
        or syntax.has(draft.head, "aux:pass")
        or any(
            syntax.upos(i) == "AUX" and syntax.lemmas[i] == "be" for i in syntax.within(*draft.cue)
        )
    )
    lemma = syntax.lemmas[draft.head]
    if told_what(syntax, draft.head) is not None:
        return True
    return passive and (lemma in lexicon.belief or lemma in words("hedges", "passives"))


def _in_frame(syntax: Syntax, lexicon: Cues, draft: Draft, verb: str, *, quoted: bool) -> bool:
    """Whether the content is of a kind that the verb takes."""
    frames = lexicon.verbs[verb]
    if quoted:
        return True
    if set(frames) == {"quotation"}:
        return syntax.has(draft.head or 0, "ccomp")
    if set(frames) <= {"clause", "quotation"}:
        inside = [i for part in draft.content for i in syntax.within(*part)]
        if verb == "say" and inside and all(syntax.upos(i) == "NUM" for i in inside):
            return True  # "the minister says six"
        if verb == "say" and [syntax.words[i] for i in inside] in (["otherwise"], ["which"]):
            return True
        return any(
            syntax.upos(i) in ("VERB", "AUX") and not syntax.word(i).endswith("ing") for i in inside
        )
    return True


def _by_noun(syntax: Syntax, lexicon: Cues, draft: Draft) -> bool:
    """ "issued a warning", "X's claims", "criticism by X"; not "X faces criticism"."""
    assert draft.cue is not None and draft.head is not None and draft.source is not None
    nouns = [
        i
        for i in syntax.within(*draft.cue)
        if syntax.lemmas[i] in lexicon.nouns and syntax.upos(i) == "NOUN"
    ]
    if not nouns:
        return False
    if syntax.lemmas[draft.head] in words("light", "verbs"):
        return True
    top = syntax.top(*draft.source)
    if top is None:
        return False
    cases = {syntax.lemmas[c] for c in syntax.kids(top, "case")}
    return syntax.deprel(top) == "nmod:poss" or bool(cases & {"by", "from", "'s", "'"})
