"""One event told by two words is one: an attack and the killing that it was."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.reach import leaving
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.draft import Draft
from onrecord.extract.events.parties.parted import beyond_border

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


def merge(text: Text, drafts: list[Draft]) -> list[Draft]:
    """The drafts with harm told as part of its attack, and without bare repeats."""
    merged = _harm(text, drafts)
    return _repeats(text, merged)


def _harm(text: Text, drafts: list[Draft]) -> list[Draft]:
    """Join "killed" to the attack that killed, in the same sentence."""
    gone: dict[int, Draft] = {}
    for draft in drafts:
        if draft.trigger.verb is None or draft.sense.type != "ASSAULT":
            continue
        _by_weapon(text, draft, drafts)
        attack = _attack_of(text, draft, drafts)
        while attack is not None and id(attack) in gone:
            attack = gone[id(attack)]  # "the strike flattened the house, killing 9"
        if attack is None or attack is draft or _gainsaid(attack, draft):
            continue
        _befell(text, attack, draft)
        _take(attack, draft)
        gone[id(draft)] = attack
    return [draft for draft in drafts if id(draft) not in gone]


def _by_weapon(text: Text, harm: Draft, drafts: list[Draft]) -> None:
    """ "killed by grenades | thrown by the troops": who threw them killed."""
    syntax, verb = text.syntax, harm.trigger.head
    weapon = syntax.kid(verb, "obl:agent")
    if harm.actor or weapon is None or text.actor(weapon, weapon) is not None:
        return
    for other in drafts:
        loosed = other.trigger.verb
        if loosed is None or loosed <= weapon or syntax.heads[loosed] != weapon:
            continue
        if syntax.deprel(loosed) in ("acl", "acl:relcl") and other.sense.type == "ASSAULT":
            harm.actor = [id_ for id_ in other.actor if id_ not in harm.recipient]
            harm.actors = list(other.actors)


def _gainsaid(one: Draft, other: Draft) -> bool:
    """ "no guard was hurt, but two prisoners were": one was not, the other was."""
    denied = [draft.standing.status == "denied" for draft in (one, other)]
    if set(one.actor) & set(other.recipient) and one.trigger.verb is not None:
        return True  # "the rebels were killed after attacking a post": by others
    return denied[0] != denied[1]


def _is_harm(text: Text, draft: Draft) -> bool:
    head = draft.trigger.head
    return draft.trigger.verb is not None and text.syntax.lemmas[head] in words().harm


def _attack_of(text: Text, harm: Draft, drafts: list[Draft]) -> Draft | None:
    """The attack that a word of harm tells the outcome of."""
    syntax, verb = text.syntax, harm.trigger.head
    near = [
        d
        for d in drafts
        if d is not harm
        and d.sense.type == "ASSAULT"
        and syntax.sentences[d.trigger.head] == syntax.sentences[verb]
        and (not _is_harm(text, d) or d.trigger.first < harm.trigger.first)
    ]
    beaten = _beaten_off(text, harm, drafts)
    if beaten is not None:
        return beaten
    nouns = [d for d in near if d.trigger.noun is not None]
    told = [d for d in nouns if _is_subject(text, d, harm) or _in_which(text, d, verb)]
    if told:  # "raids like the blast that killed nine": the blast did
        return max(told, key=lambda d: (d.trigger.last < verb, d.trigger.last))
    left = leaving(text, verb)
    if left is not None:
        subject = text.phrases.of(text.syntax.subject(left) or 0)
        for other in near:  # "the attack left 14 dead and dozens wounded"
            if subject is not None and subject == text.phrases.of(other.trigger.noun or 0):
                return other
    if not _is_harm(text, harm):
        return _struck_in(text, harm, near)
    before = [d for d in near if d.trigger.last < verb]
    if _participle(text, verb) and before:
        others = [d for d in before if not _taken_alive(d, harm)]
        others = [d for d in others if not _told_aside(text, d, verb)] or others
        return others[-1] if others else None
    for other in near:
        if _taken_alive(other, harm):
            continue  # "was killed in the abduction": he was not abducted
        if other.trigger.noun is not None and _is_means(text, other, verb):
            if not _amid(text, harm, other):
                return other
            if other.when is None:  # "killed on Tuesday during a raid": both were then
                other.when, other.when_time = harm.when, harm.when_time
    for other in near:
        if other.trigger.first > verb and _when(text, harm, other):
            return other
    joined = [d for d in before if _is_harm(text, d) and _joined(text, d.trigger.head, verb)]
    joined += [d for d in before if d.trigger.last == verb - 2 and text.before(verb) == "and"]
    return joined[-1] if joined else _beside_harm(text, harm, near, drafts)


def _told_aside(text: Text, attack: Draft, verb: int) -> bool:
    """ "fired on a crowd that was | throwing stones|, killing two": what a clause tells of the
    crowd has not killed them."""
    syntax, own = text.syntax, attack.trigger.verb
    if own is None or own in syntax.up(verb):
        return False
    return syntax.deprel(own) == "acl:relcl" and syntax.heads[verb] < own


def _taken_alive(taking: Draft, harm: Draft) -> bool:
    """ "abducted five engineers, killing two guards": the guards were not abducted."""
    return taking.sense.mode == "abduct" and not set(taking.recipient) & set(harm.recipient)


def _beside_harm(text: Text, harm: Draft, near: list[Draft], drafts: list[Draft]) -> Draft | None:
    """ "four were killed and six others injured in an attack": both were."""
    verb = harm.trigger.head
    for other in drafts:
        beside = other.trigger.head
        if other is harm or beside < verb or not _is_harm(text, other):
            continue
        if text.syntax.sentences[beside] != text.syntax.sentences[verb]:
            continue
        if not _joined(text, verb, beside):
            continue
        for attack in near:
            if attack.trigger.noun is not None and _is_means(text, attack, beside):
                return attack
    return None


def _beaten_off(text: Text, harm: Draft, drafts: list[Draft]) -> Draft | None:
    """ "repelled the attack, killing nine": those who repelled it did, not those who attacked.

    Where to repel it was no attack of theirs, the killing is an event by itself.
    """
    syntax = text.syntax
    if not syntax.word(harm.trigger.head).endswith("ing"):
        return None
    for other in drafts:
        verb = other.trigger.verb
        if verb is None or syntax.lemmas[verb] not in listed("roles", "repelling"):
            continue
        if syntax.sentences[verb] != syntax.sentences[harm.trigger.head]:
            continue
        between = range(verb + 1, harm.trigger.head)
        if verb < harm.trigger.head and not any(
            syntax.upos(i) in ("VERB", "AUX") and syntax.word(i) != "killing" for i in between
        ):
            return other if other.sense.type == "ASSAULT" else harm
    return None


def _amid(text: Text, harm: Draft, attack: Draft) -> bool:
    """ "NATO killed nine civilians | during a raid on rebels": others than it was aimed at; "two
    nurses were killed | during an operation by the army": by whom, it does not say."""
    phrase = text.phrases.of(attack.trigger.noun or 0)
    if phrase is None or text.case(text.fronted(phrase)) != "during":
        return False
    if not harm.actor:
        undertaken = text.syntax.lemmas[phrase.head] in listed("roles", "undertakings")
        return undertaken and bool(attack.actor)
    aimed, hit = set(attack.recipient), set(harm.recipient)
    return bool(aimed and hit) and not aimed & hit


def _struck_in(text: Text, harm: Draft, near: list[Draft]) -> Draft | None:
    """ "the market was hit in air raids"."""
    for other in near:
        if _taken_alive(other, harm):
            continue  # "was shot dead in the abduction"
        if other.trigger.noun is not None and _is_means(text, other, harm.trigger.head):
            within = text.phrases.of(other.trigger.noun)
            during = within is not None and text.case(text.fronted(within)) == "during"
            if not (during and harm.actor):  # "rebels attacked soldiers | during an operation"
                return other
    return None


def _when(text: Text, harm: Draft, attack: Draft) -> bool:
    """ "12 died when jets bombed the market": the harm, and what did it."""
    syntax, verb = text.syntax, harm.trigger.head
    if harm.actor or not (syntax.has(verb, "aux:pass") or harm.counts):
        return False
    between = range(verb + 1, attack.trigger.first)
    marks = [i for i in between if syntax.word(i) in ("when", "after", "as")]
    return len(marks) == 1 and not any(  # "two were killed and a third was wounded when …"
        syntax.upos(i) == "VERB"
        and syntax.deprel(i) != "amod"
        and syntax.lemmas[i] not in words().harm
        for i in between
    )


def _is_subject(text: Text, attack: Draft, harm: Draft) -> bool:
    """ "the attack (that) killed": the attack's phrase is the subject of the harm."""
    phrase = text.phrases.of(attack.trigger.noun or 0)
    subject = text.phrases.of(text.syntax.subject(harm.trigger.head) or 0)
    if phrase is not None and subject is not None:
        if subject == phrase or (
            subject.last + 2 == phrase.first and text.case(phrase) == "of"
        ):  # "a wave of raids killed"
            return True
    verb, syntax = harm.trigger.head, text.syntax
    relative = syntax.word(verb - 1) in ("that", "which")
    if not relative and (harm.actors or syntax.has(verb, "aux:pass", "nsubj:pass")):
        return False
    if not relative and not _is_harm(text, harm) and syntax.upos(verb - 1) == "PUNCT":
        return False
    between = range(attack.trigger.last + 1, verb - 1)
    return (
        not any(syntax.upos(i) in ("VERB", "AUX") for i in between)
        and len(between) < 14
        and (attack.trigger.last < verb)
    )


def _in_which(text: Text, attack: Draft, verb: int) -> bool:
    """ "a gun battle | in which six soldiers were killed"."""
    syntax, last = text.syntax, attack.trigger.last
    behind = syntax.words[last + 1 : last + 3]
    if verb < last or behind not in (["in", "which"], ["during", "which"]):
        return False
    return not any(syntax.upos(i) == "VERB" for i in range(last + 1, verb))


def _participle(text: Text, verb: int) -> bool:
    """ ", killing 12": the outcome of what stands before."""
    syntax = text.syntax
    if not syntax.word(verb).endswith("ing"):
        return False
    subjects = syntax.kids(verb, "nsubj")
    if syntax.has(verb, "aux") or not all(beyond_border(text, one) for one in subjects):
        return False
    before = text.before(verb)
    if before in ("of", "for", "from", "about"):
        return False  # "were hanged after being convicted | of killing a guard"
    return before in (",", "and") or syntax.deprel(verb) in ("advcl", "acl")


def _is_means(text: Text, attack: Draft, verb: int) -> bool:
    """ "killed in an air strike", "wounded by shelling"."""
    phrase = text.phrases.of(attack.trigger.noun or 0)
    if phrase is None or phrase.first < verb:
        return phrase is not None and _fronted(text, phrase, verb)
    owner = text.phrases.owner(phrase)
    if owner is not None and owner.first > verb:  # "killed in Sunday's attacks"
        phrase = owner
    elif phrase.first - 2 > verb and phrase.first - 1 not in text.time_of:
        if text.syntax.word(phrase.first - 1) == "'s" and phrase.first - 2 in text.time_of:
            phrase = Phrase(phrase.first - 2, phrase.last, phrase.head)
    syntax, phrase = text.syntax, text.fronted(phrase)
    between = range(verb + 1, phrase.first)
    if any(syntax.upos(i) == "VERB" for i in between) or len(between) > 12:
        return False
    case = text.case(phrase)
    if case == "during" and not attack.actor and "by" in (syntax.word(i) for i in between):
        return False  # "the rebels were shot by police during the attack": on the police, perhaps
    return case in ("in", "by", "during", "from")


def _fronted(text: Text, phrase: Phrase, verb: int) -> bool:
    """ "In another attack, | gunmen killed nine": the clause tells of that attack."""
    syntax = text.syntax
    low, _ = text.sentence(verb)
    alone = syntax.word(phrase.last + 1) == "," and syntax.heads[phrase.head] == verb
    return alone and phrase.first - 1 == low and text.case(phrase) == "in"


def _joined(text: Text, one: int, other: int) -> bool:
    """ "killed and wounded", "killed 3 and injured 5"."""
    syntax = text.syntax
    between = [syntax.upos(i) for i in range(one + 1, other)]
    return len(between) <= 8 and "VERB" not in between and "CCONJ" in between


def _befell(text: Text, attack: Draft, harm: Draft) -> None:
    """ "strikes on rebels killed nine civilians": both were hit; and "nine were killed in clashes
    with rebels": by them."""
    victims = [r for r in harm.recipient if r not in attack.recipient]
    if not victims or not attack.recipient or set(victims) & set(attack.actor):
        return
    if all(p.head in text.place_of for p in attack.recipients):  # "raids on Norway killed nine"
        attack.recipient, attack.recipients = [], []
    if all(text.syntax.lemmas[p.head] == "side" for p in harm.recipients):
        return  # "displaced 5,000 | on both sides": nobody beside those who were
    noun = attack.trigger.noun
    fight = noun is not None and text.syntax.lemmas[noun] in listed("roles", "fights")
    if noun is not None and fight and not _killed_by(text, noun, attack):
        if not attack.actor and not set(victims) & set(attack.recipient):
            attack.actor, attack.actors = attack.recipient, attack.recipients
            attack.recipient, attack.recipients = [], []
        return
    attack.recipient = [*attack.recipient, *victims]
    attack.recipients = [*attack.recipients, *harm.recipients]


def _killed_by(text: Text, noun: int, attack: Draft) -> bool:
    """ "days of fighting | have killed | nine people": they did not fight in it."""
    firsts = (phrase.first for phrase in attack.recipients)
    return any(text.syntax.upos(i) == "VERB" for one in firsts for i in range(noun + 1, one))


def _take(attack: Draft, harm: Draft) -> None:
    """Give the attack what the word of harm tells more."""
    told = {(c.what, c.low, c.high) for c in attack.counts}
    attack.counts += [c for c in harm.counts if (c.what, c.low, c.high) not in told]
    if not attack.recipient:
        attack.recipient = [r for r in harm.recipient if r not in attack.actor]
        attack.recipients += [p for p in harm.recipients if p not in attack.recipients]
    befell = set(harm.actor) & set(attack.recipient)  # "the bombing of the train killed nine"
    if not attack.actor and harm.actor and not befell and not _same_words(attack, harm):
        attack.actor, attack.actors = harm.actor, harm.actors
    if attack.when is None:
        attack.when, attack.when_time = harm.when, harm.when_time
    if attack.where is None:
        attack.where, attack.where_place = harm.where, harm.where_place


def _same_words(attack: Draft, harm: Draft) -> bool:
    noun = attack.trigger.noun
    return noun is not None and any(p.first <= noun <= p.last for p in harm.actors)


def _repeats(text: Text, drafts: list[Draft]) -> list[Draft]:
    """Leave out "the attack" where its own sentence has told of it; in another it is told again,
    and one that tells more takes over who did it."""
    kept: list[Draft] = []
    for draft in drafts:
        earlier = _earlier(text, draft, kept)
        if earlier is None:
            kept.append(draft)
            continue
        bare = not (draft.actor or draft.recipient or draft.where or draft.when or draft.counts)
        inside = text.innermost(draft.trigger.head)
        if inside is not None and inside.act == "deny":
            kept.append(draft)  # "denied any part in the murder": what the denial is of
            continue
        if bare and draft.standing.status in (earlier.standing.status, "happened", "alleged"):
            sentences = text.syntax.sentences
            if sentences[draft.trigger.head] != sentences[earlier.trigger.head]:
                kept.append(draft)  # "condemned the strike": whose it was is told by its link
            continue
        if draft.standing.status == earlier.standing.status:
            _inherit(draft, earlier, aimed=_aimed(text, draft))
        kept.append(draft)
    return kept


def _earlier(text: Text, draft: Draft, kept: list[Draft]) -> Draft | None:
    """The event that a definite noun repeats: same noun, all its words said before."""
    noun = draft.trigger.noun
    if noun is None or draft.trigger.verb is not None:
        return None
    phrase = text.phrases.of(noun)
    if phrase is None or text.syntax.word(phrase.first) not in _DEFINITE:
        return None
    wanted = set(text.syntax.lemmas[phrase.first + 1 : noun + 1])
    for other in reversed(kept):
        there = text.phrases.of(other.trigger.noun) if other.trigger.noun is not None else None
        if there is None or other.sense.type != draft.sense.type:
            continue
        said = set(text.syntax.lemmas[there.first : there.last + 1])
        if wanted <= said and text.syntax.lemmas[noun] == text.syntax.lemmas[there.head]:
            return other
    return None


def _aimed(text: Text, draft: Draft) -> bool:
    """ "the raids have hit bridges": what they befell is told anew."""
    syntax, noun = text.syntax, draft.trigger.noun
    if noun is None:
        return False
    verb = syntax.heads[noun]
    return verb >= 0 and syntax.deprel(noun) == "nsubj" and syntax.has(verb, "obj")


def _inherit(draft: Draft, earlier: Draft, *, aimed: bool) -> None:
    """Take over who did it to whom, where the repeat does not say."""
    if draft.recipient and earlier.recipient and draft.recipient != earlier.recipient:
        return
    if not draft.actor and earlier.actor:
        draft.actor = list(earlier.actor)
    if not draft.recipient and not aimed:
        draft.recipient = [r for r in earlier.recipient if r not in draft.actor]
