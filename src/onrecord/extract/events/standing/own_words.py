"""What an event's own words, and those that govern them, say of it: a plan, a threat, a denial."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.mood import Mood
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.senses.unreal import (
    asked,
    by_doing,
    either_way,
    judged,
    only_thought_of,
    optional,
    purpose,
    whoever,
)
from onrecord.extract.events.standing.ahead import after_which, hoped, setting_out, when_it_comes
from onrecord.extract.events.standing.foregoing import Before, Own
from onrecord.extract.events.standing.granted import Granted
from onrecord.extract.events.standing.merely_named import merely_named, packed, permitted, supposed
from onrecord.extract.events.standing.to_come import ToCome

_UP = 8
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "conj", "csubj", "parataxis"})


class OwnWords:
    """Reads the words around the triggers of one text."""

    def __init__(self, text: Text, mood: Mood, granted: Granted) -> None:
        self._text = text
        self._mood = mood
        self._granted = granted
        self._before = Before(text)
        self._to_come = ToCome(text, mood)

    def say(self, trigger: Trigger) -> Own | None:
        """What the words around the event say of it; "negated" where they deny it."""
        if trigger.verb is not None:
            own = self._verb(trigger.verb, 0)
            phrase = self._text.phrases.of(trigger.noun) if trigger.noun is not None else None
            first = self._text.syntax.word(phrase.first) if phrase is not None else ""
            return "hypothetical" if own is None and first == "any" else own
        assert trigger.noun is not None
        return None if self._granted.not_let_pass(trigger.noun) else self._noun(trigger)

    def _verb(self, verb: int, depth: int) -> Own | None:
        text, syntax = self._text, self._text.syntax
        auxiliaries = self._mood.auxiliaries(verb)
        if self._mood.negated(verb, auxiliaries):
            forbidden = auxiliaries & {"must", "should", "ought", "shall"}
            return "hypothetical" if forbidden else "negated"  # "they must not attack"
        if self._mood.conditional(verb) or self._mood.not_quite(verb):
            return None if either_way(text, verb) else "hypothetical"
        if whoever(text, self._mood, verb) or optional(text, verb) or asked(text, verb):
            return "hypothetical"
        if self._granted.attempted(verb):
            return None
        if auxiliaries & listed("status", "hypothetical_auxiliaries"):
            own = self._mood.speakers(verb) or self._mood.announced(verb)
            return "planned" if own and auxiliaries & {"would", "'d"} else "hypothetical"
        if auxiliaries & listed("status", "future_auxiliaries") or self._mood.due(verb):
            return "hypothetical" if hoped(text, verb) else "planned"
        if self._mood.undone(verb):
            return "hypothetical"
        if when_it_comes(text, verb, lambda head: self._verb(head, depth + 1)):
            return "planned"
        if judged(text, verb):
            return None
        if self._mood.hedged(verb) or self._mood.seeming(verb):
            return "alleged"
        weighed = text.before(verb) in listed("status", "weighing")
        weighed = weighed and syntax.word(verb).endswith("ing")
        if weighed or only_thought_of(text, self._mood, verb):
            return "hypothetical"
        settled = self._granted.word_kept(verb)
        if settled is not None and depth <= _UP:
            kept_so = self._verb(settled[0], depth + 1)
            if settled[1] or kept_so not in (None, "negated"):
                return kept_so
            return "negated" if kept_so is None else None  # broken, or not broken
        if text.before(verb) == "to" and verb > 1 and syntax.word(verb - 2) == "had":
            if text.innermost(verb) is None:
                return None  # "had to use tear gas"
        above = self._above(verb, depth)
        if above is not None:
            return above
        if text.before(verb) == "to" and verb > 1 and syntax.word(verb - 2) == "only":
            return None  # "seized him, only to let him go"
        to = text.before(verb) == "to" and not syntax.word(verb).endswith("ing")
        to = to or (syntax.deprel(verb) == "advcl" and self._mood.infinitive(verb))
        if to and purpose(text, verb) and not self._granted.first(verb):
            if self._granted.first(verb, made=True):
                return None
            return "hypothetical"
        if syntax.lemmas[verb] in ("finalize", "finalise") and syntax.word(verb).endswith("ing"):
            return "planned"  # "was finalizing a deal"
        now = auxiliaries & {"is", "are", "am", "'re", "'s"}
        if now and (syntax.word(verb).endswith("ing") or "being" in auxiliaries):
            return "ongoing"
        return None

    def _above(self, verb: int, depth: int) -> Own | None:
        """What the verb above makes of this one: plan, threaten, fail, deny, be accused of."""
        syntax = self._text.syntax
        head = syntax.heads[verb]
        relation = syntax.deprel(verb)
        if head < 0 or depth > _UP or relation not in _CLAUSAL | {"acl:relcl"}:
            return None
        lemma = syntax.lemmas[head]
        bare = syntax.word(verb) == syntax.lemmas[verb] and not syntax.has(verb, "aux")
        if bare and relation.startswith(("acl", "ccomp")) and self._text.after(head) == "that":
            if lemma in listed("status", "asking_nouns"):
                return "hypothetical"  # "a request that they disarm"
        if relation == "acl:relcl":
            return None
        if relation == "acl" and lemma in listed("status", "plan_nouns") and syntax.negated(head):
            return "negated"  # "has no plans to attack"
        if lemma in listed("roles", "owning") and syntax.word(verb).endswith("ing"):
            return None  # "no group has admitted carrying it out": it has been
        infinitive = self._mood.infinitive(verb)
        if relation in ("acl", "ccomp") and syntax.upos(head) == "NOUN" and not infinitive:
            placard = lemma == "sign" and syntax.word(verb).endswith("ing")  # "signs demanding it"
            if lemma in listed("status", "evidence_nouns") and not placard:
                return "denied" if self._before.disproved(head + 1) else "alleged"
        if lemma == "look" and syntax.words[verb - 2 : verb] == ["forward", "to"]:
            return "planned"  # "is looking forward to giving it up"
        if relation in ("advcl", "parataxis") and not infinitive:
            if syntax.kid(verb, "mark", "case") is None:
                return None
        if relation == "conj":
            if syntax.kid(verb, "nsubj", "nsubj:pass", "aux") is None and infinitive is False:
                if syntax.word(verb) == syntax.lemmas[verb] or syntax.word(verb).endswith("ing"):
                    if self._mood.infinitive(head):  # "to join the talks | and help rebuild"
                        return self._verb(head, depth + 1)
                    return self._above(head, depth + 1)
            return None
        if lemma == "keep" and self._text.before(verb) == "from":
            return "negated"
        being = self._text.before(verb) == "be" and syntax.word(verb - 1) == "being"
        later = relation == "advcl" and syntax.has(verb, "mark")
        later = later and syntax.word(syntax.kids(verb, "mark")[0]) in ("after", "since", "by")
        if infinitive or being or (syntax.word(verb).endswith("ing") and not later):
            for name, status in _GOVERNED:
                if lemma in listed("status", name):
                    if name == "planning" and self._verb(head, depth + 1) == "negated":
                        return "negated"  # "did not want to harm them"
                    return self._stopped(head, depth) if name == "preventing" else status
        return self._complement(verb, head, depth, infinitive=infinitive)

    def _stopped(self, head: int, depth: int) -> Own | None:
        """What has become of an act that somebody stops, or is to stop."""
        syntax, lemma = self._text.syntax, self._text.syntax.lemmas[head]
        joined = syntax.heads[head] if syntax.deprel(head) == "conj" else -1
        to_be = self._text.before(head) == "to" or (  # "to disarm | and stop attacking"
            joined >= 0 and self._mood.infinitive(joined) and syntax.word(head) == lemma
        )
        if to_be and lemma in listed("status", "putting_an_end"):
            return None  # "to stop rebels from firing rockets": they do
        unstopped = self._verb(head, depth + 1) == "negated"
        return None if unstopped else "negated"  # "failed to stop them from looting it"

    def _complement(self, verb: int, head: int, depth: int, *, infinitive: bool) -> Own | None:
        """What a verb makes of one that completes it, or of a participle that hangs on it."""
        syntax = self._text.syntax
        relation, lemma = syntax.deprel(verb), syntax.lemmas[head]
        if by_doing(self._text, verb):
            return None
        if relation == "xcomp" and self._granted.first(verb, made=True):
            return self._verb(head, depth + 1)
        if relation == "advcl" and lemma in _STOPPING and head == verb - 1:
            return "negated"  # "stopped | providing escorts", hung as a clause
        if relation == "xcomp" and lemma == "order" and not infinitive:
            return "hypothetical"  # "have been ordered detained"
        if relation == "xcomp" and syntax.upos(head) in ("VERB", "ADJ"):
            if infinitive and lemma in listed("status", "actual"):
                if setting_out(self._text, head):
                    return "planned"
                return self._verb(head, depth + 1) if syntax.upos(head) == "VERB" else None
            if infinitive and lemma not in listed("status", "actual"):
                return "hypothetical"
            return self._verb(head, depth + 1) if syntax.upos(head) == "VERB" else None
        acted = infinitive and lemma in listed("status", "actual")  # "would use force to free them"
        if (
            relation == "advcl"
            and (syntax.word(verb).endswith("ing") or acted)
            and syntax.upos(head) == "VERB"
        ):
            if acted and setting_out(self._text, head):
                return "planned"
            if not infinitive and after_which(self._text, verb) and self._mood.infinitive(head):
                head = syntax.heads[head]  # "agreed to help | after reaching a deal"
                return self._verb(head, depth + 1) if syntax.upos(head) == "VERB" else None
            return self._verb(head, depth + 1)  # "hoping to take it before launching an assault"
        return None

    # ---------------------------------------------------------------- nouns

    def _noun(self, trigger: Trigger) -> Own | None:
        text, syntax = self._text, self._text.syntax
        assert trigger.noun is not None
        noun = trigger.noun
        phrase = text.phrases.of(noun)
        first = phrase.first if phrase is not None else trigger.first
        before = {syntax.lemmas[i] for i in range(first, noun)} | {
            syntax.word(i) for i in range(first, noun)
        }
        if optional(text, noun) or self._wondered(noun, before):
            return "hypothetical"
        if merely_named(text, noun, first, trigger.senses[0].type):
            return "hypothetical"
        if permitted(text, noun, trigger.senses[0].type):
            return "planned"
        if before & {"no", "neither"} or self._before.not_before(first):
            return "negated"
        if before & listed("status", "hedges"):
            never = self._to_come.none(noun, self._verb)  # "the supposed raid never took place"
            return "denied" if never else "alleged"
        if self._before.planned_before(first, noun) or self._to_come.plotted(noun, first):
            return "planned"
        if before & listed("status", "hypothetical_modifiers"):
            none = "any" in before and self._to_come.none(noun, self._verb)
            return "negated" if none else "hypothetical"
        if before & listed("status", "repeated_modifiers") and self._before.ahead(noun):
            plan = self._governed(noun, first) == "planned"  # "were planning another attack"
            return "planned" if plan else "hypothetical"
        if before & listed("status", "ongoing_modifiers"):
            return "ongoing"
        leading = self._before.leading(first)
        if leading == "alleged" and self._before.disproved(first):
            return "denied"
        if leading is not None:
            return leading
        if phrase is not None and (owner := text.phrases.owner(phrase)) is not None:
            leading = self._before.leading(owner.first)  # "a call for | Norway's withdrawal"
            if leading is not None:
                return leading
        if any(
            text.before(k - (text.before(k) == "be")) == "to"
            and syntax.lemmas[k] in listed("status", "starting")
            for k in syntax.kids(noun, "acl")
        ) or self._to_come.scheduled(noun):
            return "planned"  # "a truce to begin on Monday", "talks to be held"
        if syntax.deprel(noun) == "conj" and 0 <= syntax.heads[noun] < first:
            other = text.phrases.of(syntax.heads[noun])  # "charges of war crimes, | genocide"
            leading = self._before.leading(other.first) if other is not None else None
            if leading is not None:
                return leading
        return (
            self._to_come.of(noun, first, self._verb)
            or self._governed(noun, first)
            or self._packed(noun)
            or self._to_come.awaited(noun)
            or self._to_come.kept_from(noun)
            or supposed(text, self._mood, noun, first)
        )

    def _packed(self, noun: int) -> Own | None:
        """ "is preparing a fifth package of | sanctions": as the package is, so are they."""
        package = packed(self._text, noun)
        return self._governed(package.head, package.first) if package is not None else None

    def _wondered(self, noun: int, before: set[str]) -> bool:
        """ "Do you expect a larger | attack|?": no deed that is known, and nobody says so."""
        return "a" in before and asked(self._text, max(self._text.syntax.heads[noun], 0))

    def _harms(self, noun: int) -> bool:
        """Whether a noun names what somebody might threaten with, and no truce or talks."""
        return self._text.syntax.lemmas[noun] not in listed("senses", "pacts") | listed(
            "status", "endangered"
        )

    def _governor(self, noun: int, first: int) -> int | None:
        """The verb of which a noun, whose phrase begins at ``first``, is object or subject."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(noun)
        head = first - 1
        while head >= low and syntax.upos(head) in ("ADP", "PART") and head > first - 3:
            head -= 1
        if head >= low and syntax.upos(head) == "VERB" and head != first:
            return head
        head = syntax.heads[noun]
        own = syntax.deprel(noun) in ("obj", "nsubj:pass", "nsubj", "nsubj:outer", "xcomp")
        return head if own and head >= 0 and syntax.upos(head) == "VERB" else None

    def _governed(self, noun: int, first: int) -> Own | None:
        """What the verb says of which the noun is object or subject."""
        syntax = self._text.syntax
        head = self._governor(noun, first)
        if head is None:
            return None
        lemma = syntax.lemmas[head]
        if lemma in _RESUMING and syntax.deprel(noun) == "nsubj" and syntax.word(head) == lemma:
            if syntax.deprel(head) == "advcl" and syntax.has(head, "mark", "advmod"):
                return "planned"  # "when the talks resume on Thursday"
        if self._there_already(head, noun):
            return None
        if syntax.word(head) == "wanted" and syntax.word(first - 1) in ("for", "over"):
            bare = syntax.word(first) not in ("the", "this", "that")
            return "alleged" if bare else None  # "wanted for murder", "for the murder of a judge"
        if lemma in listed("status", "planning"):
            return self._planned_by(head, noun, first)
        if lemma in listed("status", "threatening"):
            # "the fighting threatens the truce": both are there
            return "threatened" if noun > head and self._harms(noun) else None
        return self._unreal(head, noun) or self._carried(head, noun, first)

    def _there_already(self, head: int, noun: int) -> bool:
        """Whether a verb that looks ahead or away speaks of what there is."""
        syntax, lemma = self._text.syntax, self._text.syntax.lemmas[head]
        relation = syntax.deprel(noun)
        if lemma == "set":
            return syntax.kid(head, "compound:prt") is not None  # "setting off explosions"
        if lemma == "announce":  # "announced the arrest of two men": they are held
            return syntax.lemmas[noun] in listed("roles", "suffered_nouns")
        if lemma in ("intend", "aim"):  # "the raids are aimed at dividing them": what they are for
            return noun < head and syntax.word(head + 1) in ("to", "at")
        if lemma == "break":
            return relation == "obj"  # "to break the siege": there is one
        if lemma in listed("status", "denying"):
            return True
        if lemma in _ENDED and relation == "nsubj" and noun < head:
            return True  # "the arrests must stop", "the talks failed": there are some
        vain = listed("status", "preventing") | listed("status", "dreading")
        if lemma in vain - listed("status", "planning"):
            return noun > head and self._verb(head, 1) == "negated"  # "failed to prevent the raid"
        # "no group has claimed the raid": it has been
        return lemma in listed("roles", "owning") and relation != "nsubj"

    def _planned_by(self, head: int, noun: int, first: int) -> Own | None:
        """What a verb of planning says: "agreed to a truce", "the meeting agreed to wait"."""
        syntax, lemma = self._text.syntax, self._text.syntax.lemmas[head]
        if syntax.deprel(noun) == "nsubj" and lemma in _CONVENED and noun < head:
            return None  # "the meeting agreed to wait": it was held
        if head < first - 1 and syntax.word(first - 1) in _SETTING:
            return None  # "agreed in a phone call", which there was
        if lemma == "want" and self._verb(head, 1) == "negated":
            return "hypothetical"  # "no longer wanted aid"
        if lemma in listed("status", "masterminding") and self._granted.carried_out(head, first):
            return None
        return "planned"

    def _unreal(self, head: int, noun: int) -> Own | None:
        """What a verb says of what is only imagined, asked for, put off, prevented or feared."""
        syntax, lemma = self._text.syntax, self._text.syntax.lemmas[head]
        if lemma in listed("status", "imagining"):
            return "hypothetical"
        if lemma in listed("status", "forswearing") and syntax.deprel(noun) == "obj":
            return "hypothetical"  # "renounced the use of force": there is to be none
        yet = syntax.word(head).endswith("ing") or self._text.before(head) == "to"
        if yet and lemma in listed("status", "checking"):
            return "hypothetical"  # "is to verify the destruction"
        if lemma in listed("status", "asking_for") and syntax.deprel(noun) == "obj":
            return "hypothetical"  # "had sought a prison term"
        if lemma in listed("status", "putting_off") and syntax.deprel(noun) in _SUFFERS:
            return "planned" if lemma in _LATER else "hypothetical"  # "the talks were canceled"
        feared = lemma in listed("status", "preventing") or lemma in listed("status", "dreading")
        return "hypothetical" if feared else None

    def _carried(self, head: int, noun: int, first: int) -> Own | None:
        """What is to be said of the verb by which a noun is done or comes about."""
        syntax, lemma = self._text.syntax, self._text.syntax.lemmas[head]
        carries = listed("roles", "performing") | listed("status", "approving")
        carries |= listed("roles", "suffering")  # "must leave or face an assault"
        carries |= listed("status", "enabling")  # "will enable the withdrawal of troops"
        if lemma in listed("status", "doing") and self._granted.asked_by_whom(head, first):
            return None
        ended = lemma == "end" and syntax.deprel(noun) == "obj"  # "talks to end the fighting"
        if lemma in carries | listed("status", "taking_place") or (lemma in _ENDING and not ended):
            return self._verb(head, 0)
        return None


_SUFFERS = ("obj", "nsubj:pass")
_LATER = frozenset({"postpone", "delay", "reschedule", "defer"})
_CONVENED = frozenset(
    {"agree", "decide", "pledge", "promise", "vow", "offer", "propose", "resolve"}
)
_RESUMING = frozenset({"resume", "begin", "start", "open", "reopen", "restart"})
_STOPPING = frozenset({"stop", "cease", "quit"})
_ENDED = frozenset({"stop", "cease", "fail", "end"})
_SETTING = frozenset({"in", "during", "at", "after", "following", "by", "from"})
_ENDING = frozenset({"result", "end", "culminate"})
"""Verbs that tell what comes of something: "would result in a massacre"."""

_GOVERNED: tuple[tuple[str, Own], ...] = (
    ("planning", "planned"),
    ("threatening", "threatened"),
    ("denying", "denied"),
    ("alleging", "alleged"),
    ("preventing", "negated"),
    ("demanding", "hypothetical"),
    ("going_on", "ongoing"),
    ("weighing", "hypothetical"),
)
