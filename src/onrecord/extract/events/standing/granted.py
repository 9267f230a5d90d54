"""What words take for granted of an event: that it has been, whatever is said of it."""

from __future__ import annotations

import re

from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.mood import Mood
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.nobodys import suspected
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.standing.background import background
from onrecord.extract.events.standing.beneath import beneath, known, tied_to
from onrecord.extract.events.standing.untold import not_let_pass
from onrecord.extract.statements.words.promises import settled
from onrecord.records import Statement

_ANY = frozenset({"any", "a", "an", "no", "possible", "potential", "future", "planned", "another"})
_OWNED = ("'s", "’s")
_KNOWN = frozenset({"the", "this", "that", "these", "those", "last"})
_MARKS = frozenset("“”\"'‘’") | {"``", "''"}
_BEHIND = frozenset({"after", "following", "follow", "since"})


_INTO = frozenset({"into", "since", "after", "following"})
"""Behind these stands what has been: "denied that an inquiry into | the killing | was closed"."""
_THOSE = frozenset({"those", "men", "people", "women", "prisoners", "persons", "youths"})

_NO_PART = re.compile(
    r"\bnothing (?:whatsoever |whatever |at all )?to do with$"
    r"|\b(?:not|n't|never) (?:\w+ )?(?:involved|implicated|complicit) in$"
    r"|\b(?:not|n't|never) (?:been |\w+ly )?(?:responsible for|behind|connected to|linked to)$"
    r"|\bno (?:part|role|hand|involvement|share) (?:\w+ )?in$"
    r"|\bno (?:link|connection|tie|responsibility|links|connections|ties) (?:to|with|for)$"
)


class Granted:
    """Reads what one text takes for granted."""

    def __init__(self, text: Text, mood: Mood) -> None:
        self._text = text
        self._mood = mood

    def presupposed(self, trigger: Trigger, statement: Statement) -> bool:
        """Whether what is said takes the event for granted, and so its reporter does."""
        if beneath(self._text, trigger, statement) or self.not_let_pass(trigger.noun):
            return True
        if background(self._text, self._mood, trigger, statement):
            return True
        if statement.act == "deny":
            if self._only_part(trigger):
                return True
            looked_into = trigger.noun is not None and self._case(trigger.noun) in _INTO
            timed = self._in_time(trigger) or self._known_hour(trigger)
            return looked_into or timed or self._described(trigger)
        words = statement.content[0].text.lower().split() if statement.content else []
        asked = words[0] if words and words[1:2] not in (["many"], ["much"]) else ""
        silent = statement.act in ("decline", "disclaim") and statement.quote != "direct"
        if silent and asked in ("who", "whom", "when", "where", "how", "why"):
            return True  # "did not say who had killed him"
        if statement.act in ("accuse", "demand") and self._aside(trigger.head, statement):
            return True
        if trigger.verb is not None:
            meanwhile = any(self._text.syntax.word(k) == "while" for k in
                            self._text.syntax.kids(trigger.verb, "mark"))  # fmt: skip
            return statement.act == "demand" and meanwhile
        text, syntax = self._text, self._text.syntax
        phrase = text.phrases.of(trigger.noun or 0)
        if statement.act in ("accuse", "demand") and self._abetted(trigger):
            return True
        likened = phrase is not None and text.case(phrase) in ("like", "unlike")
        if likened and phrase is not None and syntax.word(phrase.first) in _KNOWN:
            return True  # "warned of more raids like the one in Lun"
        if silent and phrase is not None:
            known = syntax.word(phrase.first) in _KNOWN or text.before(phrase.first) in _OWNED
            if known:
                return True  # "declined to comment on the raid", "has not claimed Monday's raid"
        if statement.act not in ("condemn", "demand"):
            return False
        assert trigger.noun is not None
        if phrase is None or not (
            syntax.word(self._opening(phrase.first)) in ("the", "this", "these", "last")
            or text.before(phrase.first) in _OWNED
            or text.phrases.owner(phrase) is not None
        ):
            return False
        if statement.act == "condemn":
            return statement.quote != "direct"
        if self._looked_into(trigger.noun):
            return True
        if self._answered_for((text.phrases.owner(phrase) or phrase).first):
            return True
        return text.case(phrase) in ("over", "into", "after", "following", "since", "behind")

    def _case(self, noun: int) -> str:
        """The preposition before a noun's phrase."""
        phrase = self._text.phrases.of(noun)
        return self._text.case(phrase) if phrase is not None else ""

    def _opening(self, first: int) -> int:
        """Where a phrase begins whose first words are quoted: "the | “cowardly” attack"."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(first)
        while first > low and syntax.upos(first) in ("ADJ", "CCONJ", "NOUN"):
            quoted = syntax.word(first - 1) in _MARKS
            if not quoted and syntax.upos(first - 1) not in ("ADJ", "CCONJ", "DET"):
                break
            first = max(low, first - 1 - quoted)
        return first

    def _answered_for(self, first: int) -> bool:
        """ "those responsible for | her father's murder": it has been."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(first)
        while first > low and syntax.upos(first - 1) in ("PRON", "DET", "ADJ"):
            if syntax.word(first - 1) == "responsible":
                break
            first -= 1
        return syntax.lemmas[max(low, first - 2) : first] == ["responsible", "for"]

    def not_let_pass(self, noun: int | None) -> bool:
        """ "the raid will not go unanswered": what will not has been."""
        phrase = self._text.phrases.of(noun) if noun is not None else None
        if noun is None or phrase is None:
            return False
        return not_let_pass(self._text, noun, self._opening(phrase.first))

    def known_of(self, noun: int | None) -> bool:
        """ "not true that he knew of the raid": what he is said to have known of has been."""
        text, syntax = self._text, self._text.syntax
        phrase = text.phrases.of(noun) if noun is not None else None
        if phrase is None or syntax.word(phrase.first) not in _KNOWN:
            return False
        low, _ = text.sentence(phrase.first)
        before = syntax.lemmas[max(low, phrase.first - 3) : phrase.first]
        knows = {"know", "aware", "knowledge", "learn", "hear"}
        return before[-1:] in (["of"], ["about"]) and bool(knows & set(before[-2:-1]))

    def survived(self, noun: int | None) -> bool:
        """ "was not hurt in the attack": it is what did no harm, and no more is denied."""
        text, syntax = self._text, self._text.syntax
        phrase = text.phrases.of(noun) if noun is not None else None
        above = syntax.heads[noun] if noun is not None else -1
        if phrase is None or above < 0 or syntax.lemmas[above] not in words().harm:
            return False
        inside = text.case(phrase) in ("in", "during", "by")
        return inside and self._mood.negated(above, self._mood.auxiliaries(above))

    def known(self, noun: int) -> bool:
        """Whether words beside a noun take its event for one that has been, whoever speaks.

        "vowed revenge for the strike", "following the attack", "despite the threats", "to probe
        the killing".
        """
        text, syntax = self._text, self._text.syntax
        phrase = text.phrases.of(noun)
        if phrase is None:
            return False
        first = phrase.first
        low, _ = text.sentence(noun)
        while first > low and (text.before(first) in ("'s", "’s") or first - 1 in text.time_of):
            owner = text.phrases.of(first - 2) if first - 1 not in text.time_of else None
            first = owner.first if owner is not None else first - 1
        inside = {syntax.word(i) for i in range(first, phrase.last + 1)}
        if inside & _ANY:
            return False
        if self._looked_into(noun) or self._avenged(noun) or self._to_end(noun):
            return True
        if (owner := text.phrases.owner(phrase)) is not None and owner.first < first:
            first = owner.first
        before = [syntax.lemmas[i] for i in range(max(low, first - 3), first)]
        if before[-1:] in (["despite"], ["during"]) or self._answered_for(first):
            return True
        ends = before[-1:] + before[-2:-1] * (before[-1:] in (["to"], ["of"]))
        if set(ends) & listed("status", "putting_an_end"):
            several = syntax.word(phrase.head) != syntax.lemmas[phrase.head]
            if several or first != phrase.first or syntax.word(first) in _KNOWN:
                return True  # "urged both to stop the shelling", "an end to its raids", "end raids"
        if first == phrase.first and syntax.word(first) not in _KNOWN:
            return False
        if before[-1:] and before[-1] in _BEHIND:
            return True
        answers = len(before) > 1 and before[-2] in listed("status", "answering")
        return answers and before[-1] in ("for", "to", "against")

    def asked_by_whom(self, verb: int, first: int) -> bool:
        """ "unclear if the raids were carried out by rebels": asked is who did it, not whether."""
        text, syntax = self._text, self._text.syntax
        if syntax.word(first) not in _KNOWN:
            return False
        if not syntax.has(verb, "obl:agent", "obl") and first < verb:
            return False
        if self._mood.auxiliaries(verb) & (
            listed("status", "hypothetical_auxiliaries") | listed("status", "future_auxiliaries")
        ):
            return False
        low, _ = text.sentence(verb)
        marks = [i for i in range(low, verb) if syntax.word(i) in ("if", "whether")]
        if not marks or syntax.word(marks[-1]) == "whether":
            return bool(marks)
        return marks[-1] > low and syntax.lemmas[marks[-1] - 1] in listed("status", "wondering")

    def carried_out(self, verb: int, first: int) -> bool:
        """ "accused of having planned the attack": the plan of one that is known."""
        syntax = self._text.syntax
        relative = syntax.deprel(verb) == "acl:relcl" and syntax.word(verb).endswith("ed")
        dated = first > verb + 1 and first - 1 in self._text.time_of
        if relative and dated and not syntax.has(verb, "aux"):
            return syntax.word(verb + 1) in _KNOWN  # "a commander who planned the May bombing"
        if syntax.word(first) not in ("the", "that", "this", "those", "these"):
            return False
        if suspected(self._text, verb):
            return True
        above = syntax.heads[verb]
        if above >= 0 and syntax.upos(above) != "VERB":  # "accused the army | of planning it"
            above = syntax.heads[above]
        if above >= 0 and syntax.lemmas[above] in listed("status", "alleging"):
            return self._text.before(verb) in ("of", "for", "having", "have")
        return self._mood.auxiliaries(verb) & {"had", "having"} != set()

    def _in_time(self, trigger: Trigger) -> bool:
        """Whether a denial takes the event for granted: "denied it has arms after giving them up".

        What stands in a clause of time is not what is denied.
        """
        syntax = self._text.syntax
        index = trigger.head
        if trigger.verb is None:
            return False
        for kid in (index - 1, *syntax.kids(index, "mark", "case")):
            if kid >= 0 and syntax.word(kid) in ("after", "since", "before", "when", "following"):
                return True
        return False

    def _known_hour(self, trigger: Trigger) -> bool:
        """ "denied that a car had left just before | the shooting": that is not denied."""
        phrase = self._text.phrases.of(trigger.noun) if trigger.noun is not None else None
        if phrase is None or self._text.case(phrase) not in ("before", "during", "until"):
            return False
        return self._text.syntax.word(self._opening(phrase.first)) in _KNOWN

    def _only_part(self, trigger: Trigger) -> bool:
        """ "denied involvement in the raids": there were raids, and others did them."""
        text, syntax = self._text, self._text.syntax
        phrase = text.phrases.of(trigger.noun) if trigger.noun is not None else None
        if phrase is None or trigger.verb is not None:
            return False
        low, _ = text.sentence(phrase.first)
        first = (text.phrases.owner(phrase) or text.fronted(phrase)).first
        before = syntax.lemmas[max(low, first - 4) : first]
        known = syntax.word(first) in _KNOWN or text.phrases.owner(phrase) is not None
        told = known or syntax.lemmas[phrase.head] != syntax.word(phrase.head)
        parts = listed("status", "parts_in")
        tied = before[-1:] == ["to"] and not {"link", "connection", "tie"}.isdisjoint(before)
        joint = tied or before[-1:] in (["in"], ["for"], ["of"])
        return told and ((joint and not parts.isdisjoint(before)) or tied_to(text, first))

    def no_part(self, trigger: Trigger) -> bool:
        """ "had nothing to do with the attack", "was not involved in it": others did it, then."""
        text, syntax = self._text, self._text.syntax
        phrase = text.phrases.of(trigger.noun) if trigger.noun is not None else None
        if phrase is None or trigger.verb is not None or not known(text, phrase):
            return False
        low, _ = text.sentence(phrase.first)
        first = (text.phrases.owner(phrase) or text.fronted(phrase)).first
        before = " ".join(syntax.words[max(low, first - 6) : first])
        return _NO_PART.search(before) is not None

    def _abetted(self, trigger: Trigger) -> bool:
        """ "accused of backing the 2002 coup", "held over a role in the murder": there was one."""
        text, syntax = self._text, self._text.syntax
        phrase = text.phrases.of(trigger.noun or 0)
        if phrase is None:
            return False
        low, _ = text.sentence(phrase.first)
        owner = text.phrases.owner(phrase)
        first = (owner or text.fronted(phrase)).first
        dated = any(i in text.time_of for i in range(first, phrase.last))
        if not (dated or owner is not None or syntax.word(first) in _KNOWN):
            return False
        if syntax.lemmas[first - 1] in listed("status", "abetting"):
            return syntax.word(first - 1).endswith("ing")
        before = syntax.lemmas[max(low, first - 4) : first]
        parts = listed("status", "parts_in")
        return before[-1:] in (["in"], ["for"]) and not parts.isdisjoint(before)

    def attempted(self, verb: int) -> bool:
        """ "the latest attempt to kill him", "failed in an attempt to bomb it": one was made."""
        text, syntax = self._text, self._text.syntax
        noun = verb - 2
        low, _ = text.sentence(verb)
        if noun < low or text.before(verb) != "to" or syntax.lemmas[noun] != "attempt":
            return False
        phrase = text.phrases.of(noun)
        if phrase is None:
            return False
        words = set(syntax.words[phrase.first : noun])
        if words & (_KNOWN | {"latest", "failed", "recent", "abortive", "previous", "earlier"}):
            return True
        before = syntax.lemmas[max(low, phrase.first - 2) : phrase.first]
        return before == ["fail", "in"] or before[-1:] in (["survive"], ["escape"], ["condemn"])

    def first(self, verb: int, *, made: bool = False) -> bool:
        """ "was the first to open fire", "the only state to send troops": it was done.

        ``made``: also where a tree hangs it on the verb: "made him the first leader to visit it".
        """
        syntax = self._text.syntax
        head = verb - 2 if made else syntax.heads[verb]
        if made:
            above = syntax.heads[verb]
            maker = above >= 0 and syntax.lemmas[above] in ("make", "become", "name")
            if not maker or syntax.word(verb - 1) != "to" or syntax.upos(head) != "NOUN":
                return False
        if head < 0:
            return False
        kinds = syntax.kids(head, "amod")
        own = {syntax.lemmas[head], *(syntax.lemmas[k] for k in kinds)}
        phrase = self._text.phrases.of(head)
        words = syntax.words[max(0, head - 4) : head] if phrase is not None else []
        best = {"most", "highest", "youngest", "oldest"} & set(words)  # "the most senior to visit"
        return bool(best or own & listed("roles", "first"))

    def _aside(self, head: int, statement: Statement) -> bool:
        """ "accused the judge, who was shot on Friday, of fraud": what is told of him besides."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(head)
        if statement.quote == "direct":
            return False
        index = head - 1
        while index > low + 1 and syntax.word(index) not in (",", ";", "who", "which"):
            index -= 1
        if syntax.word(index) not in ("who", "which") or syntax.word(index - 1) != ",":
            return False
        verb = next((i for i in range(index, head + 1) if syntax.upos(i) == "VERB"), head)
        return syntax.tokens[index - 2].upos == "PROPN" and self._mood.finite_past(verb)

    def _looked_into(self, noun: int) -> bool:
        """ "investigate the shooting": what is looked into has been."""
        syntax = self._text.syntax
        above = syntax.heads[noun]
        looks = above >= 0 and syntax.lemmas[above] in listed("status", "looking_into")
        return looks and syntax.deprel(noun) in ("obj", "nsubj:pass")

    def _to_end(self, noun: int) -> bool:
        """ "said that the attacks must end", "demanded that the shelling stop"."""
        syntax, verb = self._text.syntax, self._text.syntax.heads[noun]
        ends = verb > noun and syntax.lemmas[verb] in ("end", "stop", "cease")
        phrase = self._text.phrases.of(noun)
        known = phrase is not None and syntax.word(phrase.first) in _KNOWN
        return ends and known and syntax.deprel(noun) == "nsubj"

    def _avenged(self, noun: int) -> bool:
        """ "vowed to avenge the killing of his brother"."""
        above = self._text.syntax.heads[noun]
        avenges = above >= 0 and self._text.syntax.lemmas[above] in listed("status", "recalling")
        return avenges and self._text.syntax.deprel(noun) in ("obj", "nsubj:pass")

    def _described(self, trigger: Trigger) -> bool:
        """ "denied shooting at those who marched", "that those arrested were shepherds"."""
        syntax, verb = self._text.syntax, trigger.verb
        if verb is None:
            return False
        auxiliaries = self._mood.auxiliaries(verb)
        whose = syntax.heads[verb]
        undergone = syntax.deprel(verb) == "acl" and not auxiliaries and whose == verb - 1
        undergone &= syntax.word(verb) != syntax.lemmas[verb]
        undergone &= not syntax.word(verb).endswith("ing") and syntax.word(whose) in _THOSE
        relative = syntax.deprel(verb) == "acl:relcl"
        if any(syntax.words[k] == "that" for k in syntax.kids(verb, "mark")):
            return False  # "denied in a note on Norsk Radio that | it had asked": no relative
        said = {"charge", "suggestion", "assertion", "notion", "idea"} | listed(
            "status", "evidence_nouns"
        )
        if relative and syntax.lemmas[whose] in said and syntax.word(whose + 1) == "that":
            return False  # "rejected the charge that | it fired": what the charge says
        return undergone or (relative and not self._mood.negated(verb, auxiliaries))

    def word_kept(self, verb: int) -> tuple[int, bool] | None:
        """What became of a promise of which the verb, an infinitive, tells the substance.

        "kept its promise to free them", "broke a pledge to leave": by the place of the verb that
        tells it, and whether that keeps the promise.
        """
        syntax = self._text.syntax
        noun = syntax.heads[verb]
        if noun < 0 or self._text.before(verb) != "to":
            return None
        keeper = syntax.heads[noun]
        if keeper < 0 or syntax.deprel(noun) not in ("obj", "nsubj:pass", "obl"):
            return None
        kept = settled(syntax, keeper, noun)
        return None if kept is None else (keeper, kept)
