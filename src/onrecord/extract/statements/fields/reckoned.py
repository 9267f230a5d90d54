"""What is held out to others, and what is said of one's own: arms that will fly, favours that will
end, a day by which something is to be done, none of ours who did it.
"""

from __future__ import annotations

from typing import Literal

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.fields.condition_parts import Condition
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax


def armed(syntax: Syntax, clause: Clause) -> bool:
    """ "our missiles will fly", "to send warships": arms that act, or are sent."""
    listed = words("harms", "arms")
    things = syntax.kids(clause.head, "obj")
    things += [clause.subject] if clause.subject is not None else []
    sent = syntax.lemmas[clause.head] in (
        "send",
        "fire",
        "launch",
        "dispatch",
        "fly",
        "fall",
        "rain",
    )
    sent |= syntax.lemmas[clause.head] in (
        "speak",
        "strike",
        "hit",
        "reach",
        "answer",
        "land",
        "come",
    )
    return sent and any(syntax.lemmas[thing] in listed for thing in things)


def withholds(syntax: Syntax, clause: Clause) -> bool:
    """ "there will be no more visas": what it is in the speaker's power to give."""
    if not clause.future:
        return False
    given = syntax.kids(clause.head, "nsubj", "obj")
    given += [clause.head] if syntax.upos(clause.head) == "NOUN" else []
    for thing in given:
        before = syntax.words[max(thing - 3, 0) : thing]
        if syntax.lemmas[thing] in words("harms", "favour") and before[-2:] == ["no", "more"]:
            return (
                syntax.has(clause.head, "expl")
                or "there" in syntax.words[max(thing - 6, 0) : thing]
            )
    return False


def deceives(syntax: Syntax, clause: Clause) -> bool:
    """ "knew it and chose to lie": that somebody did so, not that something is untrue."""
    if clause.negated or syntax.lemmas[clause.head] not in ("choose", "decide", "prefer", "opt"):
        return False
    done = [syntax.lemmas[k] for k in syntax.kids(clause.head, "xcomp")]
    return any(lemma in ("lie", "deceive", "mislead", "hide", "conceal", "cover") for lemma in done)


def none_of_theirs(syntax: Syntax, clause: Clause, predicate: set[str]) -> bool:
    """ "no officer was ordered to shoot", "not a single soldier fired": harm by nobody of ours."""
    subject = clause.subject
    if subject is None or clause.modals or syntax.lemmas[subject] not in words("harms", "ranks"):
        return False
    before = syntax.words[max(subject - 3, 0) : subject]
    none = "no" in before or before[-3:] == ["not", "a", "single"]
    harm = words("harms", "harm") | words("harms", "deeds") | {"open"}
    return none and bool(predicate & harm)


def deadline(syntax: Syntax, draft: Draft) -> bool:
    """ "if they are not charged within a week", "unless it is lifted by Monday"."""
    for start, end in draft.content:
        inside = syntax.words[(i := syntax.within(start, end)).start : i.stop]
        opens = next((n for n, word in enumerate(inside) if word in ("if", "unless")), None)
        if opens is None:
            continue
        comma = next((n for n in range(opens, len(inside)) if inside[n] == ","), len(inside))
        half = inside[opens:comma]
        if {"within", "by", "before", "until"} & set(half) and {"not", "unless"} & set(half):
            return True
    return False


def replies(syntax: Syntax, clause: Clause) -> bool:
    """ "a “decisive” reply if drones fly again", "air strikes if it does not leave": one's own,
    where nobody else's is told."""
    verbs = [i for i in clause.core if syntax.upos(i) in ("VERB", "AUX")]
    if any(syntax.deprel(verb) != "amod" for verb in verbs):
        return False
    for index in clause.core:
        if syntax.upos(index) != "NOUN":
            continue
        behind = syntax.words[index + 1 : index + 4]
        own = behind[:1] == ["by"] and behind[2:] == ["own"]
        held_out = behind[:1] in (["if"], ["unless"]) or own
        strikes = syntax.lemmas[index] in _STRIKES and held_out
        if syntax.lemmas[index] in _REPLIES or strikes:
            return own or behind[:1] not in (["by"], ["from"])
    return False


_REPLIES = frozenset({"reply", "response", "retaliation", "reprisal", "revenge", "answer"})
_STRIKES = frozenset({"strike", "airstrike", "bombardment", "war", "bombing", "invasion"})


_FORCES = frozenset({"troop", "soldier", "force", "army", "fighter", "unit", "peacekeeper", "tank"})
_SPELLS = frozenset({"hour", "day", "night", "week", "month", "winter", "summer", "season", "year"})
_OUT = frozenset({"withdraw", "leave", "pull", "retreat", "return", "disarm", "redeploy"})


def pulls_out(syntax: Syntax, clause: Clause) -> bool:
    """ "troops will withdraw if the shelling stops": no harm to anybody."""
    subject = clause.subject
    if subject is None or syntax.lemmas[subject] not in _FORCES or clause.negated:
        return False
    if syntax.lemmas[syntax.heads[clause.head]] == "doubt":
        return False  # "I doubt if the army will leave"
    pulls = syntax.words[clause.head + 1 : clause.head + 2]
    out = syntax.lemmas[clause.head] != "pull" or pulls in (["out"], ["back"])
    return clause.future and out and syntax.lemmas[clause.head] in _OUT


def orders_end(syntax: Syntax, clause: Clause) -> bool:
    """ "will order troops to end attacks": what one's own are told to stop."""
    if syntax.lemmas[clause.head] not in ("order", "tell", "instruct", "ask", "direct"):
        return False
    done = [syntax.lemmas[k] for k in syntax.kids(clause.head, "xcomp", "ccomp")]
    return bool(set(done) & (_OUT | words("harms", "ceasing")))


def persists(syntax: Syntax, clause: Clause) -> bool:
    """ "will not stop attacks until they leave": harm that is to go on."""
    if not (clause.negated and clause.future):
        return False
    if syntax.lemmas[clause.head] not in words("harms", "ceasing"):
        return False
    ended = [syntax.lemmas[k] for k in syntax.kids(clause.head, "obj", "xcomp")]
    return bool(set(ended) & (words("harms", "harm") | words("harms", "deed")))


def relents(syntax: Syntax, clause: Clause) -> bool:
    """ "will suspend the strikes if they free them": harm that is to end is held out to nobody."""
    if clause.negated or not clause.future:
        return False
    if syntax.lemmas[clause.head] in _OUT and _only_if(syntax, clause.head):
        return True
    if syntax.lemmas[clause.head] not in words("harms", "ceasing") | words("harms", "easing"):
        return False
    ended = {syntax.lemmas[k] for k in syntax.kids(clause.head, "obj", "xcomp", "nsubj:pass")}
    return bool(ended & (words("harms", "deed") | words("harms", "hostile")))


def _only_if(syntax: Syntax, head: int) -> bool:
    """ "will withdraw his troops only if they leave": what is offered for it."""
    return any(
        any(syntax.words[k] == "only" for k in syntax.kids(c, "advmod"))
        and any(syntax.words[k] in ("if", "when", "once") for k in syntax.kids(c, "mark", "advmod"))
        for c in syntax.kids(head, "advcl")
    )


def defied(syntax: Syntax, condition: Condition) -> bool:
    """ "if you cross the line", "should they touch one more of us": the deed of a foe."""
    verb = next((i for i in condition.if_ if syntax.upos(i) == "VERB"), None)
    if verb is None or syntax.negated(verb):
        return False
    subject = syntax.subject(verb)
    theirs = subject is not None and syntax.words[subject] in ("you", "they", "anyone", "anybody")
    deeds = words("harms", "defiance") | words("harms", "harm") | words("harms", "raids")
    return theirs and syntax.lemmas[verb] in deeds


def or_else(syntax: Syntax, condition: Condition) -> Literal["own", "face", "other"] | None:
    """Who is to do what comes if an order is not obeyed: "or | we will open them", "or | face
    arrest", "or | you will die"; None where no order stands before it."""
    first = condition.then[0] if condition.then else 0
    before = [syntax.words[i] for i in range(max(first - 3, 0), first) if syntax.upos(i) != "PUNCT"]
    if not before or before[-1] not in ("or", "else") or condition.if_[0] > first:
        return None
    if syntax.words[first] in ("we", "i", "they", "it", "he", "she"):
        return "own"
    theirs = syntax.words[first] in ("you", "your")
    if theirs and {"pay", "regret"} & {syntax.lemmas[i] for i in condition.then[:5]}:
        return "own"  # "or your people will pay": they will see to that
    return "face" if syntax.upos(first) == "VERB" else "other"


def whoever(syntax: Syntax, condition: Condition) -> bool:
    """ "any vessel that enters | will be sunk": those who meet the condition are to suffer."""
    first = condition.then[0] if condition.then else 0
    behind = bool(condition.then) and condition.if_[-1] < first
    return behind and syntax.words[first] in ("will", "would", "shall", "'ll")


def unmet(syntax: Syntax, condition: Condition) -> bool:
    """ "if they are not freed", "unless it leaves", "should it refuse": it is not done."""
    return any(syntax.lemmas[i] in words("harms", "unmet") for i in condition.if_)


def wronged(syntax: Syntax, condition: Condition) -> bool:
    """ "if we are not paid", "unless our men are freed": the speaker's own do not get it.

    Who does not get funds or food has to do without: "if we get no funds, clinics will be shut".
    """
    own = any(syntax.words[i] in ("we", "us", "our", "ours") for i in condition.if_)
    needed = any(syntax.lemmas[i] in words("harms", "means") for i in condition.if_)
    return own and not needed and unmet(syntax, condition)


def own_reply(syntax: Syntax, clause: Clause) -> bool:
    """ "our response will be harsh": what the speaker's side will do in return."""
    subject = clause.subject
    if subject is None or not clause.future or syntax.lemmas[subject] not in _REPLIES:
        return False
    owned = any(syntax.words[k] in ("our", "my") for k in syntax.kids(subject, "nmod:poss"))
    mild = syntax.lemmas[clause.head] in ("know", "come", "give", "send", "publish", "ready")
    return owned and not mild


def last_straw(syntax: Syntax, condition: Condition) -> bool:
    """ "one more shell", "another raid" and something comes: of what there has been enough.

    Those on whom hard times lie threaten nobody: "another week without bread and …".
    """
    opening = [syntax.words[i] for i in condition.if_[:3]]
    if not condition.then or condition.if_[-1] > condition.then[0]:
        return False  # "in safer places in case of another raid"
    more = opening[:2] == ["one", "more"] or opening[:1] == ["another"]
    return more and not _SPELLS & set(opening)


def observer(syntax: Syntax, draft: Draft) -> bool:
    """Whether who speaks is one of those whose trade it is to foresee."""
    inside = syntax.within(*draft.source) if draft.source else ()
    return any(syntax.lemmas[i] in words("harms", "observers") for i in inside)
