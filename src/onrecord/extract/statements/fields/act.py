"""Which act a statement performs: a score for each act, from rules that say why.

The cue speaks first ("denied"), the content may speak louder ("warned … will pay a heavy price").
Each rule adds to one act; the highest sum wins, and of equals the one that the cue names.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.statements.fields.dooms import dooms
from onrecord.extract.statements.fields.dreads import dreads
from onrecord.extract.statements.fields.menaces import Vote, threatens
from onrecord.extract.statements.fields.traits import ClauseFeatures, Features
from onrecord.extract.statements.fields.turns import by_turn
from onrecord.extract.statements.shapes.cue import CueFeatures
from onrecord.extract.statements.shapes.glosses import CALLS
from onrecord.extract.statements.shapes.sift import DIFFERS, FINDING, UNKNOWING
from onrecord.extract.statements.words.lexicon import words
from onrecord.records import Act

_STRONG = frozenset({"accuse", "condemn", "praise", "demand", "decline", "disclaim", "confirm"})
_SETTLED = 6.0
"""The weight of a cue that leaves no room ("accused X of"); no content rule reaches it alone."""
_NAMED = 3.0
"""The weight of a cue that names an act which the content may turn ("warned", "vowed")."""
_PLAIN = 1.5
"""The weight of a cue that only reports ("said")."""


def decide(features: Features) -> tuple[Act, tuple[Vote, ...]]:
    """The act, and the votes that it rests on, the decisive act's first."""
    votes = tuple(_votes(features))
    sums: dict[Act, float] = {}
    for vote in votes:
        sums[vote.act] = sums.get(vote.act, 0.0) + vote.weight
    own = features.cue.act or "assert"
    best = max(sums, key=lambda act: (sums[act], act == own, act))
    return best, tuple(sorted(votes, key=lambda vote: (vote.act != best, -vote.weight)))


def _votes(features: Features) -> Iterator[Vote]:
    yield from _from_cue(features)
    if features.or_else == "own" or (features.or_else and features.armed):
        yield Vote("threaten", 11.0, "the speaker's side will do it if they do not obey")
    elif features.or_else == "face" and features.official:
        yield Vote("threaten", 11.0, "they are to suffer if they do not obey")
    if features.last_straw and (features.official or features.armed or features.partisan):
        yield Vote("threaten", 4.0, "there is to be no more of it")
    depth = min((c.clause.depth for c in features.clauses), default=0)
    for index, clause in enumerate(features.clauses):
        # What comes first and on top is what the statement is about.
        share = 1.0 if clause.clause.depth == depth or clause.clause.depth <= 2 else 0.6
        for vote in _from_clause(features, clause):
            yield Vote(vote.act, vote.weight * (share if index == 0 else share * 0.9), vote.why)


def _from_cue(features: Features) -> Iterator[Vote]:
    cue = features.cue
    if cue.otherwise:
        yield Vote("deny", _SETTLED, "it is said to be otherwise")
        return
    if cue.declined:
        yield Vote("decline", 9.0, f"the cue refuses to speak ({cue.verb})")
        return
    act = cue.act or "assert"
    if act in ("reject", "deny") and not cue.negated:
        yield Vote(_refused(features, act), _SETTLED, f"the cue is {cue.verb or cue.noun}")
        return
    if cue.left_open:
        yield Vote("decline", _SETTLED, "neither confirmed nor denied")
        return
    if cue.negated and act == "confirm":
        yield Vote("disclaim", _SETTLED, "the source cannot tell")
        return
    if cue.verb in DIFFERS and not cue.negated:
        yield Vote("deny", _SETTLED, "the source differs")
        return
    unsure = cue.negated and cue.verb in ("certain", "sure") and _open(features)
    if (
        (cue.negated and cue.verb in UNKNOWING | FINDING)
        or cue.verb in ("unsure", "uncertain")
        or unsure
    ):
        yield Vote("disclaim", _SETTLED, "the source does not know")
        return
    if cue.negated and cue.verb in words("refusals", "comment") and act == "assert":
        yield Vote("decline", _SETTLED, "the source does not say")
        return
    if cue.negated and act == "assert":
        yield Vote("assert", _PLAIN, "the cue is denied")
        return
    if act == "pledge" and words("harms", "requital") & set(features.object):
        yield Vote("threaten", _SETTLED, "harm is vowed")
    if act == "pledge" and cue.verb in ("offer", "pledge") and _felt(features):
        yield Vote("assert", _SETTLED, "what is offered is felt, and promises nothing")
        return
    if cue.verb == "remind" and words("harms", "owed") & set(features.object):
        yield Vote("demand", _NAMED, "somebody is reminded of what they owe")
    if cue.verb in ("attribute", "ascribe") and _lays_at_door(features):
        yield Vote("accuse", _NAMED, "a deed is laid at somebody's door")
    settled = act in _STRONG and not (act == "demand" and cue.frame in ("clause", "quotation"))
    if act == "threaten":
        settled = True
    if cue.noun in words("hedges", "talk") and act == "predict":
        ahead = any(clause.clause.future for clause in features.clauses)
        yield Vote("predict" if ahead else "assert", _SETTLED, "it is talked of")
        return
    weight = _SETTLED if settled else _NAMED if act != "assert" else _PLAIN
    yield Vote(act, weight, f"the cue is {cue.verb or cue.noun or 'unknown'}")


def _refused(features: Features, act: Act) -> Act:
    """Who rejects a claim denies it; who rejects an offer or a demand rejects it."""
    said = features.object
    if features.court and {"charge", "charges", "case", "suit", "lawsuit"} & set(said):
        return "reject"  # "the judge dismissed the charges": a ruling, and no denial of the facts
    if features.court and words("harms", "pleas") & set(said):
        return "reject"  # "a judge denied a motion to free them"
    if act == "reject" and features.cue.verb == "rule out":
        return "deny" if _is_so(features) else act
    if act == "reject" and (said_by_others(said) or features.called_false):
        return "deny"
    scorned = features.cue.verb in words("harms", "scorning") and said
    if act == "reject" and scorned and not words("harms", "offered") & set(said):
        return "condemn"  # "poured scorn on the election": nothing that was held out to them
    return act


def _is_so(features: Features) -> bool:
    """ "ruled out | a heart attack", "that he was drunk": how it is, and nobody's choice."""
    if features.object:
        return bool(words("harms", "causes") & set(features.object))
    first = features.clauses[0].clause if features.clauses else None
    if first is None or first.subject is None:
        return False
    return not (first.modals or first.infinitive or first.future)


def _open(features: Features) -> bool:
    """Whether what is said begins as an open question: "whether", "who"."""
    asked = words("harms", "asked")
    return any(set(clause.lemmas) & asked for clause in features.clauses)


def said_by_others(lemmas: tuple[str, ...]) -> bool:
    """Whether a noun phrase names something told, and no "calls by opposition figures"."""
    told, asked = words("harms", "told"), words("harms", "called_for")
    first = next((lemma for lemma in lemmas if lemma in told | asked), None)
    return first in told


def _lays_at_door(features: Features) -> bool:
    """ "attributed the abduction to the rebels": a deed, and whose it is said to be."""
    lemmas = [lemma for clause in features.clauses for lemma in clause.lemmas]
    listed = words("harms", "deed") | words("harms", "wrong")
    at = next((n for n, lemma in enumerate(lemmas) if lemma in listed), None)
    return at is not None and bool({"to", "by"} & set(lemmas[at:]))


def _from_clause(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    cue = features.cue
    yield from threatens(features, clause)
    yield from dooms(features, clause)
    yield from _demands(clause, cue)
    if not (clause.clause.infinitive and clause.clause.subject is None):
        yield from _knows(features, clause)
    yield from _blames(features, clause)
    yield from _foresees(features, clause)
    yield from _commits(features, clause)
    yield from _judges(features, clause)
    yield from by_turn(features, clause)
    if clause.performs is not None:
        yield Vote(
            clause.performs,
            2.5 if clause.performs == "predict" else 3.5,
            f"the speaker's side says that it {clause.predicate}s",
        )


def _felt(features: Features) -> bool:
    """ "offered condolences", "offered few details"."""
    return bool(words("harms", "felt") & set(features.object))


def _demands(clause: ClauseFeatures, cue: CueFeatures) -> Iterator[Vote]:
    """An order, or what another must do."""
    filler = clause.predicate in words("harms", "fillers") and not clause.lets
    if clause.clause.imperative and not filler:
        yield Vote("demand", 2.0, f"an order to {clause.predicate}")
    if clause.clause.necessary and clause.side != "own" and clause.clause.subject is not None:
        must = bool(clause.clause.modals & {"must", "shall"})
        named = clause.side == "other"
        obliged = named or clause.named
        weight = (3.0 if named else 2.0) if must else (2.0 if obliged else 0.8)
        yield Vote("demand", weight, "another must do it")
    told_to = clause.clause.infinitive and clause.clause.depth == 0 and not clause.clause.quoted
    if cue.noun == "notice" and clause.clause.modals & {"must", "shall"}:
        yield Vote("demand", 4.0, "notice is given of what must be done")
    if cue.verb in ("tell", "ask", "order") and told_to and cue.frame != "clause":
        yield Vote("demand", 4.0, f"the cue is {cue.verb} … to")


def _knows(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """Not knowing, and denying one's own part."""
    own = clause.side == "own"
    if clause.noncommittal and clause.side != "other":
        yield Vote("decline", 4.5, "neither confirmed nor denied")
    elif clause.uninformed or (clause.ignorance and clause.side != "other"):
        told = own or clause.uninformed
        yield Vote("disclaim", 4.0 if told else 2.0, "the speaker does not know")
    elif clause.unverified and (own or clause.about_it or clause.pronoun):
        yield Vote("disclaim", 3.0, "the speaker cannot tell")
    if clause.innocent:
        yield Vote("deny", 4.0, "nobody of theirs is said to have done it")
    if clause.did_it and own and not clause.clause.modals and not clause.clause.negated:
        yield Vote("confirm", 3.0, "the speaker's side says that it did it")
    if clause.own_deed and own:
        yield Vote("confirm", 3.0, "the speaker's side says that its own did it")
    if clause.owns_up and features.cue.act != "deny":
        yield Vote("confirm", 3.0, "the speaker's side says that it was they")
    if clause.falsity:
        yield Vote("deny", 4.0, "what is told is said to be false")
    if _owns(clause) and clause.guilt and features.cue.act != "deny":
        yield Vote("confirm", 4.0, "the speaker's side is said to be guilty of it")
    if clause.side != "other" and _disowns(clause) and not _clears_others(features, clause):
        yield Vote("deny", 4.0, "the speaker's side had no part in it")
    expects = clause.predicate in words("harms", "expecting")  # "did not expect them to attack"
    if clause.clause.negated and own and not clause.clause.modals and not expects:
        it = clause.predicate == "do" and bool({"it", "this", "that"} & set(clause.lemmas))
        blames = clause.predicate in ("blame", "accuse", "fault")
        done = clause.wrong or clause.guilt or clause.harm or clause.predicate in _DEEDS or it
        if done and not blames:
            yield Vote("deny", 4.0, "the speaker's side did no such thing")
    if clause.gainsays:
        yield Vote("deny", 3.0, "what was told before is said not to be so")


def _owns(clause: ClauseFeatures) -> bool:
    """ "he is responsible for the blasts": what the speaker's own side has done."""
    done = not (clause.clause.negated or clause.clause.modals or clause.asked)
    harm = words("harms", "deed") | words("harms", "wrong")
    return clause.side == "own" and done and any(m.rstrip("s") in harm for m in clause.lemmas)


def _clears_others(features: Features, clause: ClauseFeatures) -> bool:
    """ "ruled that the league was not involved", "his men did it, and the villagers had nothing
    to do with it": others are cleared, by whom nobody accused or who owns up."""
    if clause.side == "own":
        return False
    finds = features.court or features.cue.verb in _FINDS
    return finds or any(_owns(other) for other in features.clauses)


_FINDS = frozenset({"rule", "find", "conclude", "determine", "establish"})
"""What courts and inquiries do with what is charged."""


def _disowns(clause: ClauseFeatures) -> bool:
    """ "had nothing to do with it", "played no role", "was not involved"."""
    lemmas = set(clause.lemmas)
    if clause.clause.modals & {"should", "must"}:
        return False  # "should not be involved": what ought to be
    if clause.predicate == "have" and "nothing" in lemmas:
        return True
    told = clause.clause.negated or "no" in lemmas
    played = clause.side == "own" or clause.predicate in ("play", "involve", "involved")
    parts = {"role", "part", "hand", "involved", "involve"}
    parts -= {clause.predicate} & {"hand", "part"}  # "would not hand over the files"
    if "of" in lemmas and clause.predicate not in ("have", "play", "take", "be"):
        parts -= {"part"}  # "we do not stand by a part of the people"
    return told and played and bool(parts & lemmas)


_DEEDS = frozenset({"carry", "involve", "use", "possess", "commit", "involved", "bomb", "launch",
                    "cause", "conduct", "order", "participate", "take", "play"})  # fmt: skip


def _blames(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """Another's wrong: a party accuses; an observer does where it names who is guilty."""
    if clause.clause.negated or clause.clause.future or clause.clause.necessary or clause.asked:
        return
    if clause.anybody and not clause.guilt:
        return
    if clause.guilt and clause.side == "other":
        yield Vote("accuse", 4.0, "another is said to be guilty of it")
    elif clause.guilt and clause.side == "unknown" and clause.clause.subject is not None:
        yield Vote("accuse", 2.0, "somebody is said to be guilty of it")
    elif features.partisan and clause.wrong and clause.side == "other":
        yield Vote("accuse", 3.0, "another is said to do wrong")
    elif features.official and clause.wrong_by_known and clause.side != "own":
        yield Vote("accuse", 2.5, "somebody known is said to have done wrong")
    elif features.armed and clause.forceful and clause.harm and clause.side != "own":
        if not clause.undergoes:
            yield Vote("accuse", 2.5, "those in arms say what a force has done")
    elif features.official and clause.harm and clause.on_fighters and not features.armed:
        return  # "the army says allied troops killed five insurgents": they fight the same enemy
    elif features.official and clause.side == "other" and clause.harm and not clause.undergoes:
        yield Vote("accuse", 2.2, "another is said to have done harm")
    elif features.partisan and clause.commits_wrong:
        # Of a "they" or an "it" that does wrong, nobody speaks of their own side.
        yield Vote("accuse", 2.5, "it is said to have done wrong")
    elif features.partisan and clause.wrong_by_other:
        yield Vote("accuse", 3.0, "a wrong of another's is told")
    elif features.partisan and clause.equips and clause.side != "own":
        yield Vote("accuse", 2.5, "another is said to stand behind those who did harm")
    elif features.partisan and clause.strikes_us:
        yield Vote("accuse", 2.5, "they are said to have done harm")


def _foresees(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """What will be, if something happens or as the speaker believes; what harm could lead to."""
    if clause.brings:
        yield Vote("warn", 2.0, "harm could lead to it")
    if clause.side != "own" and features.cue.act == "assert" and not features.cue.belief:
        yield from dreads(features, clause)
    likely = clause.predicate in ("likely", "unlikely", "inevitable", "imminent")
    if likely and features.observer:
        yield Vote("predict", 2.0, "one who reckons says how likely it is")
    if not clause.clause.future or clause.clause.subject is None:
        return
    if features.cue.belief:
        yield Vote("predict", 2.5, "the speaker believes that it will be")
    elif clause.side == "own" or (clause.clause.quoted and "would" in clause.clause.modals):
        return  # "would" in somebody's own words supposes, and foresees nothing
    elif features.observer and features.cue.act == "assert":
        yield Vote("predict", 2.0, "one who reckons says that it will be")
    elif features.conditional and not features.official and features.cue.act == "assert":
        yield Vote("predict", 1.8, "it will be if something happens")


def _commits(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    """What the speaker's side will do, or will not put up with."""
    ready = "ready" in clause.lemmas and clause.predicate in ("stand", "ready")
    if ready and not features.conditional and features.official and clause.side != "other":
        yield Vote("pledge", 2.2, "the speaker's side stands ready")
    announced = features.cue.verb == "announce" and clause.clause.future and features.official
    if announced and clause.side == "unknown" and clause.commitment and clause.forceful:
        yield Vote("pledge", 2.2, "what their side will do is announced")
    if clause.side == "unknown" and clause.forceful and features.official and clause.pulls_out:
        yield Vote("pledge", 2.5, "forces will go")
    sworn = features.cue.verb in ("swear", "assure") and features.cue.act != "pledge"
    if sworn and clause.clause.future and clause.predicate not in _STATES:
        yield Vote("pledge", 2.5, "a word is given that it will be so")
    if (
        clause.side != "own"
        or not clause.clause.future
        or ("would" in clause.clause.modals and (clause.clause.quoted))
    ):
        return
    if clause.clause.negated and clause.refusal:
        act: Act = "threaten" if features.cue.act == "warn" else "reject"
        yield Vote(act, 3.5, f"the speaker's side will not {clause.predicate}")
    elif not clause.clause.negated and clause.commitment and not clause.harm:
        yield Vote("pledge", 2.5, f"the speaker's side will {clause.predicate}")


def _misguided(features: Features) -> set[str]:
    """ "a step in the | wrong | direction": bad, and not untrue."""
    lemmas = features.judgement
    at = lemmas.index("wrong") + 1 if "wrong" in lemmas else 0
    return {"wrong"} if at and lemmas[at : at + 1] and lemmas[at].isalpha() else set()


_STATES = frozenset({"be", "hold", "have", "last", "survive", "recover", "rise", "fall", "grow"})
"""What is foreseen of things, and no deed of which somebody could give their word."""


def _judges(features: Features, clause: ClauseFeatures) -> Iterator[Vote]:
    cue = features.cue
    if cue.verb in CALLS and clause.clause.depth == 0:
        told = set(features.judgement or clause.lemmas)
        if features.scorned:
            yield Vote("condemn", 4.0, "a deed or a ruling is scorned")
        elif features.discredits or words("harms", "false") & (told - _misguided(features)):
            yield Vote("deny", 5.0, "it is called false")
        elif any(words("harms", kind) & told for kind in ("bad", "wrong", "villain", "slurs")):
            yield Vote("condemn", 4.0, "it is called bad")
        elif words("harms", "good") & told:
            yield Vote("praise", 3.0, "it is called good")
    elif clause.unthinkable and clause.clause.depth == 0:
        yield Vote("reject", 3.0, "it is said to be out of the question")
    elif clause.side == "own" and clause.predicate in words("harms", "dismay"):
        yield Vote("condemn", 2.5, "the speaker is dismayed at it")
    elif cue.verb in ("rule", "find", "conclude", "determine", "hold"):
        return  # a court finds, and condemns nobody by that
    elif clause.bad and not clause.clause.modals and clause.side != "own":
        yield Vote("condemn", 2.0, "it is judged to be bad")
