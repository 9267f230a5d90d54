"""Clauses beside an event that tell when and where it was as well.

"was shot as he left a mosque in Lun on Monday"; "violence rose in Norway last year, with rebels
killing 40"; "flew to Lun on Monday to meet the envoy".
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.times import is_dated
from onrecord.records import Time

_SAME_TIME = frozenset({"as", "while", "when"})
_COMING = frozenset(
    {"gather", "assemble", "rally", "march", "go", "come", "travel", "fly", "head", "arrive",
     "return", "converge", "drive", "sail", "stop", "land"}
)  # fmt: skip
"""Verbs behind which an infinitive tells what is done there."""
_AWAITED = frozenset({"expect", "due", "schedule", "set", "slate"})


def meanwhile(text: Text, verb: int) -> Iterator[int]:
    """The verbs of "as he left", "when they arrived": one pronoun's doing, at the same time."""
    syntax = text.syntax
    for clause in syntax.kids(verb, "advcl"):
        marks = {syntax.word(k) for k in syntax.kids(clause, "mark", "advmod")}
        subject = syntax.kid(clause, "nsubj", "nsubj:pass")
        whose = subject is not None and syntax.upos(subject) == "PRON"
        doing = "while" in marks and syntax.word(clause).endswith("ing") and subject is None
        if clause > verb and marks & _SAME_TIME and (whose or doing):
            yield clause


def then(text: Text, verb: int) -> bool:
    """ "were seized in April, but | later | freed": at another time than what stands before."""
    syntax = text.syntax
    low, _ = text.sentence(verb)
    near = {syntax.word(i) for i in range(max(low, verb - 3), verb)}
    return bool(near & {"later", "subsequently", "afterwards", "eventually"}) and (
        syntax.deprel(verb) == "conj"
    )


def main_of_absolute(text: Text, verb: int) -> int | None:
    """ "…, | with rebels killing 40", "… | by approving talks": the verb of the clause before."""
    syntax, main = text.syntax, text.syntax.heads[verb]
    if main < 0 or syntax.deprel(verb) != "advcl" or not syntax.word(verb).endswith("ing"):
        return None
    marks = {syntax.word(k) for k in syntax.kids(verb, "mark")}
    joint = marks & {"with", "by"}
    return main if joint and main < verb and syntax.upos(main) == "VERB" else None


def goals(text: Text, verb: int) -> Iterator[Phrase]:
    """ "gathered | in Lun | to protest", "is expected | in Lun | to take part": where they go."""
    syntax, main = text.syntax, text.syntax.heads[verb]
    to = any(syntax.word(k) == "to" for k in syntax.kids(verb, "mark"))
    if main < 0 or main > verb or not to or syntax.deprel(verb) not in ("advcl", "xcomp"):
        return
    between = range(main + 1, verb)
    if any(syntax.upos(i) == "VERB" for i in between):
        return
    comes = syntax.lemmas[main] in _COMING and syntax.deprel(verb) == "advcl"
    if not comes and syntax.lemmas[main] not in _AWAITED:
        return
    for index in between:
        behind = text.phrases.after(index) if syntax.word(index) in _TOWARDS else None
        if behind is not None:
            yield text.whole(behind)


_TOWARDS = frozenset({"in", "to", "at", "on", "for", "around", "near", "outside"})


def since(text: Text, trigger: Trigger) -> Time | None:
    """ "has been held | since Monday": what lasts until now was done then."""
    syntax, verb = text.syntax, trigger.head
    if trigger.senses[0].type not in ("COERCE", "SANCTION"):
        return None
    if not any(syntax.word(k) in ("has", "have", "had") for k in syntax.kids(verb, "aux")):
        return None
    for index in syntax.kids(verb, "obl", "obl:unmarked"):
        time = text.time_of.get(index)
        told = any(syntax.word(k) == "since" for k in syntax.kids(index, "case"))
        if time is not None and told and is_dated(time):
            return time
    return None


def plotted(text: Text, verb: int) -> bool:
    """ "arrested a man in Lun for plotting | to kill": what is nowhere yet."""
    above = text.syntax.heads[verb]
    return above >= 0 and text.syntax.lemmas[above] in _PLOTS


_PLOTS = frozenset({"plot", "plan", "conspire", "intend", "threaten", "want", "attempt"})
