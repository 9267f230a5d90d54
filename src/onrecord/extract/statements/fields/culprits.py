"""Who did it, as a clause tells it: an agent, where the blame lies, a doer already known."""

from __future__ import annotations

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.sides import Cast, Side
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.records import Actor

_REST = frozenset({"lie", "rest", "fall", "belong"})
_POINTED = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})


def done_by(syntax: Syntax, cast: Cast, clause: Clause, speaker: Actor | None) -> Side:
    """ "the attack was carried out by X": the side of X, where it is a deed and it is done.

    Whoever is named and is not the speaker stands on another side.
    """
    done = clause.subject
    if clause.negated or clause.modals or done is None or not _passive(syntax, clause.head):
        return "unknown"
    if not _done(syntax.lemmas[clause.head], syntax.lemmas[done]):
        return "unknown"
    for agent in syntax.kids(clause.head, "obl:agent", "obl"):
        if "by" not in {syntax.lemmas[case] for case in syntax.kids(agent, "case")}:
            continue
        near = (agent, *syntax.kids(agent, "nmod", "compound", "flat"))
        sides = [cast.side(index, speaker, quoted=clause.quoted) for index in near]
        told = next((side for side in sides if side != "unknown"), None)
        named = any((actor := cast.on(index)) is not None and actor.named for index in near)
        return told or ("other" if named and speaker is not None else "unknown")
    return "unknown"


def _passive(syntax: Syntax, head: int) -> bool:
    """ "were trained and armed": the second verb shares the first one's auxiliary."""
    beside = syntax.deprel(head) == "conj" and not syntax.has(head, "nsubj", "aux")
    return any(syntax.has(verb, "aux:pass") for verb in (head, *[syntax.heads[head]] * beside))


def _done(verb: str, done: str) -> bool:
    """ "the attack was ordered", "the gunmen were trained": done to harm somebody."""
    harmful = verb in words("harms", "deeds") and (
        done in words("harms", "deed") or done in words("harms", "wrong")
    )
    return harmful or (verb in words("harms", "equips") and done in words("harms", "doers"))


def equips(syntax: Syntax, clause: Clause) -> bool:
    """ "Verania trained the gunmen": whoever named has those who do harm on a string."""
    subject = clause.subject
    if subject is None or clause.negated or clause.modals or syntax.has(clause.head, "aux:pass"):
        return False
    if syntax.lemmas[clause.head] not in words("harms", "equips"):
        return False
    return any(syntax.lemmas[o] in words("harms", "doers") for o in syntax.kids(clause.head, "obj"))


def blamed(syntax: Syntax, clause: Clause) -> bool:
    """ "the blame lay with X", "all responsibility rests with X"."""
    if clause.subject is None or syntax.lemmas[clause.head] not in _REST:
        return False
    return syntax.lemmas[clause.subject] in words("harms", "blame")


def known_doer(syntax: Syntax, clause: Clause) -> bool:
    """Whether the subject is somebody of whom the report has told: by name, or with "the"."""
    subject = clause.subject
    if subject is None or syntax.has(clause.head, "aux:pass"):
        return False
    if lies_somewhere(syntax, clause.head):
        return False  # in a bed, at the roadside
    if syntax.upos(subject) == "PROPN":
        return True
    return any(syntax.words[kid] in _POINTED for kid in syntax.kids(subject, "det", "nmod:poss"))


def lying(syntax: Syntax, clause: Clause) -> bool:
    """ "Whoever says otherwise is lying": not those who lie in a bed."""
    if syntax.lemmas[clause.head] in ("say", "claim") and clause.subject is not None:
        # "Whoever says otherwise | is lying": some trees put it the other way round
        lies = [k for k in syntax.kids(clause.head, "ccomp") if syntax.words[k] == "lying"]
        return bool(lies) and syntax.words[clause.subject] in ("whoever", "who", "anyone")
    if syntax.words[clause.head] != "lying" or clause.negated:
        return False
    says = clause.subject is not None or syntax.has(clause.head, "csubj")
    return says and not lies_somewhere(syntax, clause.head)


def lies_somewhere(syntax: Syntax, verb: int) -> bool:
    """ "were lying on the floor", "where they fell": with where or how it was."""
    if syntax.lemmas[verb] != "lie":
        return False
    return syntax.has(verb, "obl", "advmod") or syntax.words[verb + 1 : verb + 2] == ["where"]


def on_fighters(syntax: Syntax, clause: Clause) -> bool:
    """ "troops killed five insurgents": told of a common enemy, and no reproach to the troops."""
    things = syntax.kids(clause.head, "obj")
    known = words("harms", "doers") | {"guerrilla", "extremist", "suspect", "kidnapper"}
    return any(syntax.lemmas[thing] in known for thing in things)


def did_it(syntax: Syntax, clause: Clause) -> bool:
    """ "we did it", "it has done this": not "it is doing its best"."""
    things = [syntax.words[k] for k in syntax.kids(clause.head, "obj")]
    return syntax.lemmas[clause.head] == "do" and bool({"it", "this", "that"} & set(things))


def owns_deed(syntax: Syntax, clause: Clause, *, armed: bool, official: bool) -> bool:
    """ "it was behind both attacks"; of whoever is not ``official`` "it had carried out the raid",
    and of ``armed`` groups "it had struck the refinery", which an army tells as its news."""
    subject = clause.subject
    if subject is None or syntax.upos(subject) != "PRON" or clause.negated or clause.modals:
        return False
    if clause.infinitive or syntax.has(clause.head, "aux:pass"):
        return False
    deeds = words("harms", "deed")
    core = [i for i in clause.core if i > subject]
    for index in core:
        tied = syntax.words[index] == "behind" or syntax.words[index : index + 2] == _FOR
        if tied and any(syntax.lemmas[i] in deeds for i in range(index + 1, core[-1] + 1)):
            return bool(syntax.has(clause.head, "cop")) or syntax.lemmas[clause.head] == "be"
    verb, things = syntax.lemmas[clause.head], syntax.kids(clause.head, "obj")
    if verb in _DOES and (armed or not official) and any(syntax.lemmas[i] in deeds for i in things):
        return True
    harmful = words("harms", "harm") | words("harms", "raids")
    # "had struck a deal" does no harm: what was hit is told with its article or its name
    whole = any(syntax.words[k] not in ("a", "an") for i in things for k in syntax.kids(i, "det"))
    named = any(syntax.upos(i) == "PROPN" for i in things)
    return armed and verb in harmful and (whole or named) and not clause.future


_FOR = ["responsible", "for"]
_DOES = frozenset(
    {"carry", "commit", "stage", "perpetrate", "launch", "conduct", "mount", "execute"}
)


def brings(syntax: Syntax, clause: Clause) -> bool:
    """ "an attack could trigger …": harm that would have consequences."""
    subject = clause.subject
    if subject is None or clause.negated or not clause.possible:
        return False
    if syntax.has(clause.head, "aux:pass", "cop") or "have" in _helpers(syntax, clause.head):
        return False  # "may have been caused by a leak", "could be the cause": what has been
    leads = syntax.lemmas[clause.head] in ("trigger", "lead", "cause", "mean", "bring", "provoke")
    return leads and syntax.lemmas[subject] in words("harms", "deed") | words("harms", "danger")


def _helpers(syntax: Syntax, head: int) -> set[str]:
    return {syntax.words[k] for k in syntax.kids(head, "aux")}


def anybody(syntax: Syntax, clause: Clause) -> bool:
    """ "a suicide bomber killed two", "unknown gunmen": nobody is accused by that."""
    subject = clause.subject
    if subject is None or syntax.upos(subject) != "NOUN":
        return False
    told = syntax.kids(subject, "det", "nmod:poss", "nmod", "compound", "amod", "acl", "appos")
    if any(syntax.words[k] in _POINTED or syntax.upos(k) == "PROPN" for k in told):
        return False
    return syntax.lemmas[subject] in words("harms", "anybody")
