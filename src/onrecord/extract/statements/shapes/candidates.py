"""Attributions that a tree and the lexicon make plain, for where the tagger saw none.

They are few by intent: a verb that the lexicon lists, somebody who does the saying, and what is
said in a frame that the lexicon lists for the verb. Negated and merely possible sayings ("did not
say", "could warn") are no statements.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.extract.statements.shapes.accounts import accounts
from onrecord.extract.statements.shapes.accused import by_accuser, of_nobody
from onrecord.extract.statements.shapes.clefts import cleft
from onrecord.extract.statements.shapes.closing import closing, interrupting
from onrecord.extract.statements.shapes.corrections import figure_was
from onrecord.extract.statements.shapes.cue import deed_claimed
from onrecord.extract.statements.shapes.figures import figure
from onrecord.extract.statements.shapes.glosses import gloss
from onrecord.extract.statements.shapes.hearings import heard
from onrecord.extract.statements.shapes.left_open import left_open, on_notice
from onrecord.extract.statements.shapes.matching import told_alike
from onrecord.extract.statements.shapes.nominal import standing
from onrecord.extract.statements.shapes.passives import told
from onrecord.extract.statements.shapes.phrased import according, in_words
from onrecord.extract.statements.shapes.quoted import of_document, quoted_as
from onrecord.extract.statements.shapes.set_phrases import set_phrase
from onrecord.extract.statements.shapes.speculation import speculation
from onrecord.extract.statements.shapes.unclaimed import unclaimed
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, Frame, words
from onrecord.extract.statements.words.naming import laid_to, naming, somebody
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.placed import placed
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers
from onrecord.extract.statements.words.unsaid import (
    hearsay,
    no_word,
    silence,
    trim,
    unanswered,
)
from onrecord.extract.statements.words.verbgroup import (
    chain,
    declined,
    does_beside,
    group_start,
    happened,
    lexical,
    negated,
    preposition,
    verb_group,
)
from onrecord.records import Act


def candidates(syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets]) -> Iterator[Draft]:
    """All of them, in the order of their cues; they may stand within one another."""
    for index, token in enumerate(syntax.tokens):
        yield from accounts(syntax, index)
        if (turned := cleft(syntax, lexicon, index)) is not None:
            yield turned
        if syntax.lemmas[index] in ("accord", "according"):
            yield from according(syntax, index)
        elif token.upos in ("VERB", "ADJ"):
            cue = declined(syntax, index)
            if cue is not None:
                yield from silence(syntax, index, cue, _silent_one(syntax, index))
            elif token.upos == "VERB":
                who = speaker_of(syntax, index)
                found = unclaimed(syntax, index, who) or laid_to(syntax, index, who)
                found = found or set_phrase(syntax, index, who)
                found = found or told_alike(syntax, index, who)
                found = found or _spoken(syntax, index, lexicon, marks)
                found = found or left_open(syntax, lexicon, index, who)
                found = found or naming(syntax, index, who)
                found = found or gloss(syntax, lexicon, index)
                found = found or _by_agent(syntax, index, lexicon)
                found = found or by_accuser(syntax, index, lexicon)
                found = found or of_nobody(syntax, index) or told(syntax, index)
                found = found or _owned(syntax, index, lexicon)
                found = found or placed(syntax, lexicon, index, who)
                found = found or on_notice(syntax, index, who)
                found = found or interrupting(syntax, lexicon, index)
                found = found or next(closing(syntax, lexicon, index), None)
                yield from [found] if found else hearsay(syntax, index, lexicon)
                yield from quoted_as(syntax, index)
                yield from of_document(syntax, index)
                yield from heard(syntax, index)
                yield from figure(syntax, lexicon, index, who)
        elif token.upos == "ADV":
            yield from hearsay(syntax, index, lexicon)
        elif token.upos == "NOUN":
            yield from standing(syntax, lexicon, index)
            yield from no_word(syntax, index)
            yield from unanswered(syntax, index)
            yield from in_words(syntax, index)
            yield from figure_was(syntax, index)
            yield from speculation(syntax, index)


def _silent_one(syntax: Syntax, verb: int) -> int | None:
    """Who has not spoken; of "has yet to respond", who has."""
    speaker = speaker_of(syntax, verb)
    if speaker is None and syntax.deprel(verb) == "xcomp":
        return syntax.subject(syntax.heads[verb])
    return speaker


def _spoken(syntax: Syntax, verb: int, lexicon: Cues, marks: Sequence[Offsets]) -> Draft | None:
    if verb and syntax.words[verb - 1 : verb + 1] == ["as", "saying"]:
        return None  # whose words these are, the verb before tells
    entry = lexical(syntax, verb, lexicon)
    frames = lexicon.verbs.get(entry) or lexicon.verbs.get(syntax.lemmas[verb])
    if not frames or not (happened(syntax, verb) or _cannot_tell(syntax, verb, frames)):
        return None
    speaker = speaker_of(syntax, verb)
    if speaker is None or is_first(syntax.word(speaker)):
        return None
    content = content_of(syntax, verb, frames.keys(), lexicon, marks)
    source, cue = noun_phrase(syntax, speaker), verb_group(syntax, verb, lexicon)
    if source[0] < cue[0] < source[1]:  # "people | chanting “…”"
        source = trim(syntax, (source[0], syntax.tokens[syntax.within(*cue)[0] - 1].end)) or source
    if not content or any(covers(content, part) for part in (source,)):
        return None
    return Draft(source, cue, tuple(content), head=verb, by="rule")


def _cannot_tell(syntax: Syntax, verb: int, frames: Mapping[Frame, Act]) -> bool:
    """ "could not verify the report": that is said, though not the report."""
    group = range(group_start(syntax, verb), verb)
    unable = any(syntax.words[i] in ("could", "unable", "able") for i in group)
    behind = syntax.words[verb + 1 : verb + 2]
    asked = syntax.lemmas[verb] == "say" and not words("channels", "openers").isdisjoint(behind)
    return unable and ("confirm" in frames.values() or asked) and negated(syntax, verb)


def _owned(syntax: Syntax, verb: int, lexicon: Cues) -> Draft | None:
    """ "The group claimed | the ambush": that it was its own."""
    deed = deed_claimed(syntax, verb)
    speaker = speaker_of(syntax, verb)
    if deed is None or speaker is None or not happened(syntax, verb) or negated(syntax, verb):
        return None
    source, part = noun_phrase(syntax, speaker), noun_phrase(syntax, deed)
    return Draft(source, verb_group(syntax, verb, lexicon), (part,), head=verb, by="rule")


def _by_agent(syntax: Syntax, verb: int, lexicon: Cues) -> Draft | None:
    """ "had been warned by an officer that …": the officer's words."""
    frames = lexicon.verbs.get(lexical(syntax, verb, lexicon), {})
    agent = syntax.kid(verb, "obl:agent")
    if not syntax.has(verb, "aux:pass") or agent is None:
        return None
    thing = syntax.kid(verb, "nsubj:pass")
    if frames.get("object") in _JUDGING and thing is not None and not syntax.has(verb, "ccomp"):
        return _judged_by(syntax, verb, thing, agent, lexicon)
    if not {"clause", "person"} & frames.keys():
        return None
    told = next((k for k in syntax.kids(verb, "ccomp", "xcomp") if k > verb), None)
    if agent is None or told is None or agent > told or syntax.negated(verb):
        return None
    opens = syntax.subtree(told)[0]
    if agent not in range(verb, opens) or syntax.words[opens] not in ("that", "to", "not"):
        return None
    by = next((k for k in syntax.kids(agent, "case") if syntax.words[k] == "by"), None)
    if by is None:
        return None
    source = noun_phrase(syntax, agent, after=by)
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[verb].end
    return Draft(source, cue, (trimmed(syntax, told),), head=verb, by="rule")


_JUDGING = frozenset({"deny", "reject", "condemn", "praise"})
"""What is done in the passive to a thing, by whoever stands behind "by"."""


def _judged_by(syntax: Syntax, verb: int, thing: int, agent: int, lexicon: Cues) -> Draft | None:
    """ "The rumour | was laughed off by | her office": the office's word of it."""
    by = next((k for k in syntax.kids(agent, "case") if syntax.words[k] == "by"), None)
    if by is None or by < verb or thing > verb or syntax.negated(verb):
        return None
    modal = any(syntax.lemmas[k] not in ("be", "have") for k in syntax.kids(verb, "aux"))
    if modal or syntax.upos(thing) == "PRON" or not somebody(syntax, agent):
        return None
    source = noun_phrase(syntax, agent, after=by)
    part = trim(syntax, syntax.span([i for i in syntax.subtree(thing) if i < verb]))
    cue = syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[by - 1].end
    return Draft(source, cue, (part,), head=verb, by="rule") if part else None


def speaker_of(syntax: Syntax, verb: int) -> int | None:
    """The head word of whoever speaks: the subject, or whom a participle or relative clause leaves.

    "X said …, adding that …": X; "officials saying …": officials; "X and then warned": X.
    """
    first = chain(syntax, verb)[0]
    before = subject_before(syntax, first)
    if before is not None:
        return before
    subject = syntax.subject(first)
    if subject is not None:
        counted = syntax.upos(subject) == "NUM"  # "one of the men", "two said"
        return subject if counted or _nominal(syntax, subject) else None
    head = syntax.heads[first]
    if head < 0:
        return None
    word = syntax.words[first]
    split = syntax.deprel(first) == "ccomp" and syntax.lemmas[head] == "have" and head < first
    if split and word != syntax.lemmas[first] and not word.endswith("ing"):
        return syntax.subject(head)  # "had on Monday described": one verb, cut in two
    if syntax.deprel(first) in ("acl", "acl:relcl") and syntax.upos(head) in ("NOUN", "PROPN"):
        if not syntax.words[first].endswith("ing"):
            return None
        beside = first - 1
        return beside if syntax.upos(beside) == "NOUN" and beside > head else head
    if syntax.deprel(first) in ("advcl", "conj") and syntax.upos(head) in ("VERB", "AUX"):
        # A participle after another saying is the same speaker's; after a deed it may be anybody's.
        if syntax.has(head, "nsubj:pass"):
            return syntax.kid(head, "nsubj:pass") if does_beside(syntax, first) else None
        return speaker_of(syntax, head)
    return None


def _nominal(syntax: Syntax, index: int) -> bool:
    return syntax.upos(index) in ("NOUN", "PROPN", "PRON")


def subject_before(syntax: Syntax, verb: int, *, anywhere: bool = False) -> int | None:
    """The head of the noun phrase right before a finite verb, where a clause begins with it.

    For where the tree errs: "that | President X “has warned” …". ``anywhere`` is for texts that
    have lost their commas: the phrase need not open a clause.
    """
    low = syntax.bounds[syntax.sentences[verb]][0]
    index = group_start(syntax, verb) - 1
    while index >= low and syntax.tokens[index].text in '“"‘':
        index -= 1
    if index >= low and syntax.words[index].endswith(("self", "selves")):
        return None  # "she had herself asked": the tree knows who
    if index >= low and syntax.upos(index) == "PRON":
        return index if syntax.words[index] not in ("that", "there", "it's") else None
    last = index
    kept = ("NOUN", "PROPN", "ADJ")
    while index >= low and (syntax.upos(index) in kept or syntax.tokens[index].text == "-"):
        index -= 1
    if index >= low and index < last and syntax.upos(index) == "DET":
        if syntax.tokens[index].text[0].isupper():
            low = index  # a sentence begins here, whether or not its stop was lost
        index -= 1
    if last == index or not _nominal(syntax, last):
        return None
    if index >= low and syntax.upos(index) == "CCONJ":
        first = syntax.kid(verb, "nsubj")
        named = syntax.upos(index - 1) == "PROPN"
        if first is not None and first <= last and first != index and named:
            return first  # "Food and Water International has said": one name, or two
    opens = (
        anywhere
        or index < low
        or syntax.upos(index) in ("SCONJ", "CCONJ")
        or syntax.tokens[index].text in '“",'
    )
    if opens and syntax.words[verb].endswith("ing") and _placed(syntax, index, last):
        return None  # "took land in | Besk | declaring it theirs": no subject of a participle
    return syntax.top(*syntax.span([index + 1, last])) if opens else None


def _placed(syntax: Syntax, index: int, last: int) -> bool:
    """Whether a name before which a conjunction stands is one of two places: "in Lun and | Ur"."""
    if index < 1 or syntax.upos(index) != "CCONJ" or index + 1 != last:
        return False
    before = index - 1
    while before > 0 and syntax.upos(before) in ("PROPN", "CCONJ"):
        before -= 1
    return before < index - 1 and syntax.upos(before) == "ADP"


def content_of(
    syntax: Syntax,
    verb: int,
    allowed: Collection[Frame],
    lexicon: Cues,
    marks: Sequence[Offsets],
) -> list[Offsets]:
    """What is said, as spans, in the frames that the lexicon lists; empty where nothing is."""
    if "clause" in allowed or "quotation" in allowed:
        found = _clause(syntax, verb, marks, only_quoted="clause" not in allowed)
        if found:
            return found
    if "person" in allowed:
        found = _of_person(syntax, verb, lexicon)
        if found:
            return found
    if "infinitive" in allowed:
        for child in syntax.kids(verb, "xcomp"):
            if child > verb and syntax.upos(child) in ("VERB", "ADJ", "NOUN", "AUX"):
                return [trimmed(syntax, child)]
    if "object" in allowed:
        return _object(syntax, verb, lexicon)
    return []


def _clause(
    syntax: Syntax, verb: int, marks: Sequence[Offsets], *, only_quoted: bool
) -> list[Offsets]:
    """A clause that the verb takes, or that it interrupts or follows."""
    for child in syntax.kids(verb, "ccomp", "parataxis"):
        if syntax.deprel(child) == "parataxis" and not _quoted(syntax, child, marks):
            continue
        if only_quoted and not _quoted(syntax, child, marks):
            continue
        return [trimmed(syntax, child, after=verb if child > verb else -1)]
    top = syntax.heads[verb]
    if syntax.deprel(verb) == "parataxis" and top >= 0:
        if only_quoted and not _quoted(syntax, top, marks):
            return []
        rest = syntax.subtree(top, without=[verb])
        return [span for span in map(lambda r: trim(syntax, r), syntax.runs(rest)) if span]
    return []


def _quoted(syntax: Syntax, index: int, marks: Sequence[Offsets]) -> bool:
    token = syntax.tokens[index]
    return covers(marks, (token.start, token.end))


def _of_person(syntax: Syntax, verb: int, lexicon: Cues) -> list[Offsets]:
    """ "accused X of …", "urged X to …", "called on X to …": X and what of them."""
    lemma = syntax.lemmas[verb]
    links = lexicon.links.get(lemma, frozenset({"to"}))
    own = lexicon.particles.get(lemma, frozenset())
    seconds = syntax.kids(verb, "xcomp", "advcl", "obl", "ccomp")
    for person in (k for k in syntax.kids(verb, "obj", "iobj", "obl") if k > verb):
        later = [s for s in seconds if s > person and s != person]
        # "urged surrogates to parrot": some trees hang the infinitive on the person.
        later += [c for c in syntax.kids(person, "acl", "nmod") if c > person]
        later += [c for c in syntax.kids(person, "amod") if c > person and syntax.lemmas[c] in own]
        for second in sorted(later):
            joint = [syntax.lemmas[m] for m in syntax.kids(second, "mark", "case")]
            if links & set(joint) or syntax.lemmas[second] in own:
                start = noun_phrase(syntax, person)[0]
                return [(start, trimmed(syntax, second)[1])]
    return []


def _object(syntax: Syntax, verb: int, lexicon: Cues) -> list[Offsets]:
    found = preposition(syntax, verb, lexicon)
    if found is not None:
        target = syntax.heads[found]
        if syntax.heads[target] > target and syntax.heads[syntax.heads[target]] == verb:
            target = syntax.heads[target]
        inside = [i for i in syntax.subtree(target) if i > found]
        return [trim(syntax, syntax.span(inside)) or syntax.span(inside)] if inside else []
    for child in syntax.kids(verb, "obj", "xcomp", "ccomp"):
        gerund = syntax.deprel(child) == "xcomp" and syntax.word(child).endswith("ing")
        if child > verb and (syntax.deprel(child) != "xcomp" or gerund):
            return [trimmed(syntax, child)]
    ruled = verb + 2  # "ruled out | holding | talks"
    out = syntax.words[verb + 1 : ruled] == ["out"] and syntax.word(ruled).endswith("ing")
    if out and syntax.heads[ruled] == verb and syntax.deprel(ruled) == "advcl":
        return [trimmed(syntax, ruled)]
    return []


def trimmed(syntax: Syntax, index: int, *, after: int = -1) -> Offsets:
    """The subtree of a token without the stops at its edges, but with its quotation marks.

    ``after`` is a token that the subtree cannot reach back over.
    """
    span = syntax.span([i for i in syntax.subtree(index) if i > after])
    return trim(syntax, span) or span
