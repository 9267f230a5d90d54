"""What a reporter adds to what was said: how it compares, how long it came after something else.

"…, the army said, its first such test in two years"; "…, officials said, hours after the truce was
signed". Who said the rest has not said that.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.shapes.figures import given
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers
from onrecord.extract.statements.words.verbgroup import declined

_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last", "most"})
_LEADS = frozenset({"in", "on", "at"})
_SET_AGAINST = frozenset({"but", "while", "though", "although", "whereas", "and"})
_ANSWERS = frozenset({"deny", "dispute", "reject", "contradict", "refute", "blame", "accuse"})
"""By which somebody else answers what was just told."""
_REACH = 5
"""Words within which the rank, or the length of time, of an aside stands."""
_LEAST = 3
"""Words that must be left of what was said."""


def without_asides(
    syntax: Syntax, marks: Sequence[Offsets], cue: Offsets | None, parts: Sequence[Offsets]
) -> list[Offsets]:
    """The parts without the comparison or the other event that the reporter puts beside them."""
    kept: list[Offsets] = []
    for number, part in enumerate(parts):
        inside = list(syntax.within(*part))
        behind = cue is not None and number > 0 and part[0] >= cue[1]
        if behind and _aside(syntax, inside) and not _opens_quoted(marks, part):
            continue
        if behind and _other_speaker(syntax, inside) and not _quoted(marks, part):
            continue
        if behind and cue is not None and _another(syntax, cue, parts, part, inside):
            continue
        kept.append(_before(syntax, marks, part, inside))
    return kept or list(parts)


def _another(
    syntax: Syntax, cue: Offsets, parts: Sequence[Offsets], part: Offsets, inside: Sequence[int]
) -> bool:
    """ "The dam fell, X said; | the ministry declined to confirm it": that X has not said."""
    between = syntax.text[cue[1] : part[0]].strip()
    said = any(other[1] <= cue[0] for other in parts)
    plain = not any(mark in syntax.text[slice(*part)] for mark in '“"')
    silent = any(declined(syntax, i) is not None for i in inside if syntax.upos(i) == "VERB")
    return between == ";" and said and plain and silent


def _other_speaker(syntax: Syntax, inside: Sequence[int]) -> bool:
    """ "Nine died, the army said, | but the union put the toll at 20": that is the union's word."""
    if len(inside) < _LEAST or syntax.words[inside[0]] not in _SET_AGAINST:
        return False
    verb = next((i for i in inside if syntax.upos(i) in ("VERB", "AUX")), None)
    if verb is None or not any(k in inside for k in syntax.kids(verb, "nsubj")):
        return False
    return syntax.lemmas[verb] in _ANSWERS or given(syntax, verb) is not None


def _opens_quoted(marks: Sequence[Offsets], part: Offsets) -> bool:
    """Whether a part begins in quotation marks: "hours after it threatened “force”" does not."""
    return any(mark[0] <= part[0] < mark[1] for mark in marks)


def _before(syntax: Syntax, marks: Sequence[Offsets], part: Offsets, inside: list[int]) -> Offsets:
    for at in range(_LEAST, len(inside) - 2):
        token = syntax.tokens[inside[at]]
        if token.text != "," or covers(marks, (token.start, token.end)):
            continue
        rest = inside[at + 1 :]
        if _withheld(syntax, rest, told=True) and not any(
            syntax.tokens[i].text in ',“"' for i in rest
        ):
            return part[0], token.start
        if _later(syntax, rest, joints=("after",)) and not any(
            syntax.tokens[i].text in ',“"' for i in rest
        ):
            return part[0], token.start
    return part


def _quoted(marks: Sequence[Offsets], part: Offsets) -> bool:
    return any(mark[0] < part[1] and part[0] < mark[1] for mark in marks)


def _aside(syntax: Syntax, inside: Sequence[int]) -> bool:
    return (
        _ranks(syntax, inside)
        or _later(syntax, inside)
        or _of_source(syntax, inside)
        or _withheld(syntax, inside)
    )


def _withheld(syntax: Syntax, inside: Sequence[int], *, told: bool = False) -> bool:
    """ "…, he said, | without giving details": what he left out, and did not say.

    Where it stands in what is ``told``, the thing that is not given must be an answer: "said they
    had left, | without elaborating"; not "without giving a warning".
    """
    run = [i for i in inside if syntax.upos(i) != "PUNCT"]
    if len(run) < 2 or syntax.words[run[0]] != "without":
        return False
    verb = run[1]
    speaking = syntax.lemmas[verb] in words("refusals", "comment")
    telling = words("refusals", "give") | {"cite", "add", "go", "present", "produce", "show"}
    if not syntax.words[verb].endswith("ing"):
        return False
    if not told:
        return speaking or syntax.lemmas[verb] in telling
    things = (words("refusals", "detail") | words("idioms", "grounds")) - {"reason", "explanation"}
    given = any(syntax.lemmas[i] in things for i in run[2:])
    return (speaking and len(run) == 2) or (syntax.lemmas[verb] in telling and given)


def _of_source(syntax: Syntax, inside: Sequence[int]) -> bool:
    """ "…, the monitor said, | but had no toll": what the source did else."""
    joined = bool(inside) and syntax.upos(inside[0]) == "CCONJ" and len(inside) > 1
    return joined and syntax.upos(inside[1]) in ("VERB", "AUX")


def _ranks(syntax: Syntax, inside: Sequence[int]) -> bool:
    """ "its first such test", "in the worst violence": a noun, and how it ranks."""
    rest = inside[1:] if inside and syntax.words[inside[0]] in _LEADS else inside
    if not rest or syntax.upos(rest[0]) not in ("DET", "PRON") or syntax.words[rest[0]] == "that":
        return False
    for index in rest[1:3]:
        word = syntax.words[index]
        if word in _RANKS or (syntax.upos(index) == "ADJ" and _superlative(syntax, index)):
            subject = any(syntax.deprel(i).startswith("nsubj") for i in rest[1:_REACH])
            return not subject
    return False


def _superlative(syntax: Syntax, index: int) -> bool:
    word = syntax.words[index]
    return word == "worst" or (word.endswith("est") and word != syntax.lemmas[index])


def _later(
    syntax: Syntax, inside: Sequence[int], joints: Sequence[str] = ("after", "before")
) -> bool:
    """ "hours after the army declared …": some time, a joint, and somebody else's deed."""
    near = inside[:_REACH]
    unit = next((i for i in near if syntax.lemmas[i] in _UNITS), None)
    if unit is None or any(syntax.upos(i) in ("VERB", "AUX", "PUNCT") for i in near if i < unit):
        return False
    joint = unit + 1
    if joint >= inside[-1] or syntax.words[joint] not in joints:
        return False
    return any(
        syntax.upos(i) in ("VERB", "AUX") and syntax.has(i, "nsubj", "nsubj:pass")
        for i in inside
        if i > joint
    )


def to_while(syntax: Syntax, marks: Sequence[Offsets], draft: Draft, part: Offsets) -> Offsets:
    """ "denies the order| as the toll climbs": meanwhile, and not what is denied."""
    if draft.cue is None or part[0] < draft.cue[1] or _quoted(marks, part):
        return part
    inside = syntax.within(*part)
    for index in list(inside)[1:-1]:
        clause = syntax.heads[index]
        if syntax.words[index] != "as" or syntax.deprel(index) != "mark" or clause < index:
            continue
        held = syntax.heads[clause]
        told = syntax.deprel(clause) == "advcl" and 0 <= held < inside[0]
        thing = not any(syntax.upos(i) in ("VERB", "AUX") for i in range(inside[0], index))
        goes_on = syntax.has(clause, "nsubj", "compound") and not syntax.has(clause, "cop")
        if told and thing and goes_on:
            return part[0], syntax.tokens[index - 1].end
    return part
