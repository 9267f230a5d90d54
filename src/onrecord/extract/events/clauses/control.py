"""From which clause above a clause without a subject of its own may take it."""

from __future__ import annotations

from onrecord.extract.events.clauses.aimed_by import having
from onrecord.extract.events.clauses.deprived import deprived
from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text


def timed(text: Text, verb: int, head: int) -> bool:
    """ "gave the army until noon to pull out": who is given the time acts."""
    syntax = text.syntax
    if syntax.lemmas[head] != "give" or text.before(verb) != "to":
        return False
    limits = {"until", "till", "deadline", "hour", "day", "week", "month", "ultimatum"}
    return bool(limits & set(syntax.lemmas[head:verb]))


def accused_of(text: Text, verb: int, head: int) -> bool:
    """ "accused the army | of shelling it": what the object of the verb above is accused of."""
    syntax = text.syntax
    if syntax.lemmas[head] not in listed("status", "alleging"):
        return False
    joints = [syntax.word(k) for k in syntax.kids(verb, "mark", "case")]
    return bool({"of", "for", "with"} & set(joints))


def by_leave(text: Text, verb: int | None) -> bool:
    """ "asked for permission | to march": what is asked for leave for."""
    syntax = text.syntax
    head = syntax.heads[verb] if verb is not None else -1
    if head < 0 or syntax.lemmas[head] not in listed("roles", "leave"):
        return False
    above = syntax.heads[head]
    return above >= 0 and syntax.lemmas[above] in listed("roles", "asking_leave")


def demands(text: Text, verb: int, head: int) -> bool:
    """ "demanded the group | disarm", "assisted the rebels | in taking it": those of whom it is
    demanded, or who are helped."""
    if text.syntax.lemmas[head] in ("assist", "aid", "help") and text.before(verb) == "in":
        return text.syntax.word(verb).endswith("ing")
    bare = text.syntax.word(verb) == text.syntax.lemmas[verb] and text.before(verb) != "to"
    told = text.syntax.lemmas[head] in ("demand", "propose", "recommend", "suggest", "insist")
    return told and bare and head + 1 < verb and text.syntax.deprel(verb) == "xcomp"


def crosses(text: Text, verb: int, head: int) -> bool:
    """Whether the tree takes a word out of what somebody said, to the word that says it."""
    if timed(text, verb, head):
        return False  # "gave the army until noon | to pull out": the words order it themselves
    inner = text.innermost(verb)
    if text.syntax.word(head) == "wanted" and text.cue_of(head) is inner:
        return False  # "two men are wanted | for bombing a ferry"
    if inner is not None and inner.source is None:
        # "has been held since | allegedly opening fire", "the rebels | are accused | of looting"
        if text.innermost(head) is None or text.cue_of(head) is inner:
            return False
    return inner is not None and inner is not text.innermost(head)


def told_on(text: Text, verb: int, head: int) -> bool:
    """ "Soldiers burned houses and, residents said, | killed a farmer": the soldiers did."""
    syntax, said = text.syntax, text.innermost(verb)
    if said is None or text.innermost(head) is not None or syntax.deprel(verb) != "conj":
        return False
    joint = next((k for k in syntax.kids(verb, "cc") if head < k < verb), None)
    return joint is not None and syntax.word(joint + 1) == ","


def answers_for(text: Text, verb: int, head: int) -> bool:
    """ "arrested thousands | for taking part in it": those who were arrested took part."""
    syntax = text.syntax
    if syntax.lemmas[head] not in listed("roles", "punishing") or not syntax.word(verb).endswith(
        "ing"
    ):
        return False
    return text.before(verb) in ("for", "have") and any(
        syntax.word(k) == "for" for k in syntax.kids(verb, "mark", "case")
    )


def broken_off(text: Text, verb: int, head: int) -> bool:
    """ "broke ties with Denmark | for pardoning four men", "imposed sanctions on it for …"."""
    syntax = text.syntax
    if not syntax.word(verb).endswith("ing") or text.before(verb) not in ("for", "have"):
        return False
    thing = syntax.kid(head, "obj")
    return thing is not None and (
        (syntax.lemmas[head] in ("break", "cut", "sever", "suspend", "freeze")
         and syntax.lemmas[thing] in ("tie", "relation", "relationship", "contact", "link"))
        or (syntax.lemmas[head] in ("impose", "slap")
            and syntax.lemmas[thing] in ("sanction", "embargo", "fine", "penalty", "tariff"))
    )  # fmt: skip


def verb_before(text: Text, verb: int) -> int | None:
    """The nearest verb before this one that is part of the same statement."""
    syntax = text.syntax
    low, _ = text.sentence(verb)
    for index in range(verb - 1, low - 1, -1):
        if syntax.upos(index) == "VERB" and syntax.deprel(index) != "amod":
            if text.innermost(index) is text.innermost(verb):
                return index
            if text.cue_of(index) is not text.innermost(verb):
                return None  # its own cue may interrupt it: "they fired, it added, killing 2"
    return None


def says_between(text: Text, one: int, other: int) -> bool:
    """Whether the words of somebody's saying stand between: "the envoy, he says, | they lie"."""
    cues = (text.cue_of(i) for i in range(one + 1, other))
    return any(cue is not None and cue.source is not None for cue in cues)


def verbs_between(text: Text, one: int, other: int) -> bool:
    """Whether a verb stands between two words."""
    return any(text.syntax.upos(i) in ("VERB", "AUX") for i in range(one + 1, other))


def participle(word: str, lemma: str) -> bool:
    """Whether a verb's form can be a past participle."""
    return not word.endswith("ing") and word not in (lemma, f"{lemma}s", f"{lemma}es")


def joined_passive(text: Text, verb: int) -> bool:
    """ "were killed and wounded": the second shares the first one's auxiliary."""
    syntax = text.syntax
    if syntax.deprel(verb) != "conj" or syntax.has(verb, "obj", "nsubj"):
        return False
    head = syntax.heads[verb]
    behind = text.phrases.after(verb)
    return behind is None and syntax.upos(head) == "VERB" and syntax.has(head, "aux:pass")


def reported(text: Text, verb: int) -> bool:
    """ "were reported killed", "was found beheaded": a participle of a passive's subject."""
    if deprived(text, verb):
        return True
    syntax = text.syntax
    head = syntax.heads[verb]
    if head < 0 or syntax.deprel(verb) not in ("xcomp", "ccomp", "advcl"):
        return False
    bare = participle(syntax.word(verb), syntax.lemmas[verb])
    above = syntax.heads[head] if syntax.deprel(head) == "conj" else -1
    passive = syntax.has(head, "aux:pass") or (above >= 0 and syntax.has(above, "aux:pass"))
    return (
        bare
        and head == verb - 1
        and passive
        and (not syntax.has(verb, "nsubj", "obj", "aux", "mark"))
    )


def sees(text: Text, verb: int, head: int) -> bool:
    """ "troops saw rebels firing a rocket": those who are seen do it."""
    syntax = text.syntax
    doing = syntax.word(verb).endswith("ing") and not syntax.has(verb, "mark")
    return doing and syntax.lemmas[head] in listed("roles", "perceived") and verb > head + 1


def reduced(text: Text, verb: int) -> bool:
    """A participle right behind its noun with "by" or "in" behind it: "men killed by …"."""
    syntax = text.syntax
    _, high = text.sentence(verb)
    after = verb + 1
    if after < high and syntax.word(after) in ("hostage", "prisoner", "captive"):
        after += 1  # "men taken hostage by …"
    if _described(text, verb):
        return True
    if not verb or after >= high or syntax.word(after) != "by":
        return False
    by = text.phrases.after(after)
    acts = by is not None and text.actor(by.first, by.last) is not None
    return text.phrases.at[verb - 1] >= 0 and (acts or syntax.deprel(verb) == "acl")


def _described(text: Text, verb: int) -> bool:
    """ "freed a worker | kidnapped nine days earlier": a tree may take it for what was freed."""
    syntax = text.syntax
    noun = verb - 1
    if noun < 1 or syntax.deprel(verb) not in ("xcomp", "ccomp", "advcl"):
        return False
    if syntax.deprel(noun) != "obj" or syntax.heads[noun] != syntax.heads[verb]:
        return False
    taken = syntax.lemmas[verb] in ("kidnap", "abduct", "capture", "seize", "detain", "arrest")
    return taken and not syntax.has(verb, "nsubj", "nsubj:pass", "aux", "mark", "obj")


def asking(text: Text, verb: int, head: int) -> int:
    """The verb by which somebody is asked or made to do what another says, else -1.

    "pressed Norway | to arrest them", "called on the captors of a man | held there | to free him",
    "quoted the envoy | rejecting it".
    """
    syntax = text.syntax
    if not infinitive(text, verb):
        quoted = syntax.lemmas[head] in ("quote", "cite") and syntax.word(verb).endswith("ing")
        return head if quoted and not syntax.has(verb, "mark", "nsubj") else -1
    for index in (head, *list(syntax.up(head))[:4]):
        if syntax.lemmas[index] in listed("roles", "urging_to"):
            return index
        if syntax.upos(index) == "VERB" and syntax.deprel(index) != "acl":
            return -1
    return -1


def calling(text: Text, verb: int, head: int) -> int | None:
    """ "renewed calls for him to quit, | ignoring his offers": who called ignores them; "expressed
    hope | at reaching a deal", hung on the verb: who hopes."""
    syntax = text.syntax
    if verb > head + 2 and syntax.heads[verb - 2] == head:
        hoped = having(text, verb, verb - 2)
        if isinstance(hoped, int):
            return hoped
    if syntax.deprel(head) == "conj" and syntax.heads[head] >= 0:
        head = syntax.heads[head]
    noun = syntax.heads[head]
    if syntax.deprel(head) != "acl" or noun < 0 or not syntax.word(verb).endswith("ing"):
        return None
    if syntax.lemmas[noun] not in listed("roles", "urgings") or text.before(verb) != ",":
        return None
    above = syntax.heads[noun]
    return above if above >= 0 and syntax.upos(above) == "VERB" else None


def taken_hostage(text: Text, verb: int) -> bool:
    """ "a woman | taken hostage in Lun": she takes nobody, though it looks like an object."""
    syntax = text.syntax
    if syntax.word(verb) not in ("taken", "held") or syntax.has(verb, "aux", "nsubj"):
        return False
    captive = text.after(verb) in ("hostage", "prisoner", "captive")
    return captive and syntax.deprel(verb) == "acl"


def whose_visit(text: Text, verb: int, head: int) -> bool:
    """ "obstructed his mission, | when visiting cells": who did, is not to be told."""
    syntax = text.syntax
    marks = {syntax.word(k) for k in syntax.kids(verb, "mark", "advmod")}
    thing = syntax.kid(head, "obj")
    phrase = text.phrases.of(thing) if thing is not None else None
    owner = text.phrases.owner(phrase) if phrase is not None else None
    if not marks & {"when", "while"} or not syntax.word(verb).endswith("ing") or owner is None:
        return False
    return syntax.upos(owner.head) == "PRON" and head < verb


_FOUND_OUT = frozenset(
    {"uncover", "discover", "expose", "reveal", "block", "disrupt", "condemn", "detect"}
)


def thwarts(text: Text, verb: int) -> bool:
    """ "foiled an attempt to kill the king", "survived" it: the attempt is another's."""
    lemma = text.syntax.lemmas[verb]
    others = listed("roles", "repelling") | listed("roles", "suffering")
    own = lemma in ("fail", "refuse", "decline", "cease", "refrain")
    return not own and lemma in others | listed("status", "preventing") | _FOUND_OUT


def past_while(text: Text, verb: int, head: int) -> int:
    """ "attacked a chapel | as the choir was singing | killing nine": it killed nobody."""
    syntax = text.syntax
    if not syntax.word(verb).endswith("ing") or syntax.has(verb, "mark"):
        return head
    if not _assaults(text, verb):
        return head
    while_ = any(syntax.word(k) in ("as", "while", "when") for k in syntax.kids(head, "mark"))
    above = syntax.heads[head]
    if syntax.deprel(head) != "advcl" or not while_ or above < 0:
        return head
    return above if _assaults(text, above) and not _assaults(text, head) else head


def _assaults(text: Text, verb: int) -> bool:
    senses = words().verbs.get(text.syntax.lemmas[verb], ())
    return any(sense.type == "ASSAULT" for sense in senses)


def infinitive(text: Text, verb: int) -> bool:
    return text.before(verb) == "to"


def line_ends(text: Text, index: int) -> bool:
    """ "Two die in raid 2 Jul 2016 | Army shelling killed": a day with its year, then a name."""
    syntax = text.syntax
    year = index in text.time_of and len(syntax.word(index)) == 4 and syntax.word(index).isdigit()
    if not year or index + 1 in text.time_of:
        return False
    return syntax.upos(index + 1) in ("DET", "ADJ", "NOUN", "PROPN", "NUM")


def cut_off(text: Text, subject: int, verb: int) -> bool:
    """Whether a dateline's dash, or a line's end, stands between a word and a verb behind."""
    dash = {"--", "—"} & set(text.syntax.words[subject : min(verb, subject + 8)])
    return bool(dash) or any(line_ends(text, index) for index in range(subject + 1, verb - 1))


def first_to(text: Text, head: int) -> int | None:
    """ "the army was the first | to open fire", "is the most senior to visit": the army."""
    syntax = text.syntax
    superlative = any(
        syntax.word(k).endswith("est")
        or "most" in (syntax.word(m) for m in syntax.kids(k, "advmod"))
        for k in syntax.kids(head, "amod")
    )
    own = {syntax.lemmas[head], *(syntax.lemmas[k] for k in syntax.kids(head, "amod"))}
    if not superlative and not own & listed("roles", "first"):
        return None
    return next(iter(syntax.kids(head, "nsubj")), None)


def begins_clause(text: Text, phrase: Phrase, verb: int) -> bool:
    """Whether what stands behind the verb is the subject of another: "denied they fired"."""
    syntax, head = text.syntax, phrase.head
    if not syntax.deprel(head).startswith("nsubj"):
        return False
    _, high = text.sentence(head)
    if phrase.last + 1 < high and syntax.word(phrase.last + 1) in ("of", "to", "from"):
        return False  # "accused Arvenia of sending them"
    return syntax.heads[head] != verb and syntax.heads[head] > head


def kin_of(text: Text, behind: int, head: int) -> Phrase | None:
    """ "relatives of | people | killed in the raid": those right before, not their kin."""
    syntax, low = text.syntax, text.sentence(behind)[0]
    near = text.phrases.of(behind - 1) if behind > low else None
    if near is None or near.first <= head or text.case(near) != "of":
        return None
    kin = syntax.lemmas[head] in listed("roles", "kin") and near.first - 2 == head
    return near if kin else None


def held_on(text: Text, noun: int) -> int | None:
    """ "were arrested | on suspicion of murder", "found him | guilty of it": the verb of it."""
    syntax = text.syntax
    above = next((i for i in syntax.up(noun) if syntax.upos(i) == "VERB" and i < noun), None)
    if above is None:
        return None
    if syntax.word(noun) == "guilty":
        return above if syntax.lemmas[above] == "find" else None
    if syntax.lemmas[noun] not in ("suspicion", "charge", "allegation", "accusation", "count"):
        return None
    return above if syntax.lemmas[above] in listed("roles", "punishing") | {"charge"} else None


def kept_from(text: Text, verb: int, head: int) -> bool:
    """ "stopped them | from looting it", "warned them | against looting it"."""
    lemma = text.syntax.lemmas[head]
    if not text.syntax.word(verb).endswith("ing"):
        return False
    if text.before(verb) == "against":
        return lemma in ("warn", "caution", "advise")
    kept = lemma == "keep" or lemma in listed("status", "preventing")
    return text.before(verb) == "from" and kept


def plotters(text: Text, thing: Phrase | None, verb: int) -> Phrase | None:
    """ "foiled a plot | by rebels | to kill him": theirs, and not of those who foiled it."""
    if thing is None or not thing.last < verb:
        return None
    return next((by for case, by in text.following(thing, 1) if case == "by"), None)


def moved_to(text: Text, verb: int, head: int) -> bool:
    """ "were sent to Oslo | to attack it", "was wanted | for bombing it": who was sent, wanted."""
    syntax = text.syntax
    lemma = syntax.lemmas[head]
    if infinitive(text, verb):
        return lemma in listed("roles", "sent_to")
    sought = syntax.word(head) in listed("status", "charged_for")
    doing = syntax.word(verb).endswith("ing")
    return (
        sought and doing and any(syntax.word(k) == "for" for k in syntax.kids(verb, "mark", "case"))
    )


def aim_before(text: Text, verb: int, head: int) -> int | None:
    """ "influenced the decision | to free him", hung on the verb: the noun that it is of."""
    syntax = text.syntax
    noun = verb - 2
    if not infinitive(text, verb) or noun <= head or syntax.heads[noun] != head:
        return None
    aims = listed("roles", "own_aims") - {"force", "troop", "way", "right"}
    aim = syntax.deprel(noun) == "obj" and syntax.lemmas[noun] in aims
    return noun if aim and of_others(text, head) else None


def of_others(text: Text, above: int) -> bool:
    """ "influenced the decision | to free him", "debated plans to raze it": whose, is not told."""
    return text.syntax.lemmas[above] in listed("roles", "others_aims")
