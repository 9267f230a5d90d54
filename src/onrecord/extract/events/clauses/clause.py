"""Who a verb's subject and object are, across the shapes that English gives a clause."""

from __future__ import annotations

from onrecord.extract.events.clauses.aimed_by import guilty, having, led_by, moves, taken_as, whose
from onrecord.extract.events.clauses.control import (
    accused_of,
    aim_before,
    answers_for,
    asking,
    begins_clause,
    broken_off,
    by_leave,
    calling,
    crosses,
    cut_off,
    demands,
    first_to,
    held_on,
    infinitive,
    joined_passive,
    kept_from,
    kin_of,
    moved_to,
    of_others,
    participle,
    past_while,
    plotters,
    reduced,
    reported,
    says_between,
    sees,
    taken_hostage,
    thwarts,
    timed,
    told_on,
    verb_before,
    verbs_between,
    whose_visit,
)
from onrecord.extract.events.clauses.headlined import headlined, shoots
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase, visitor
from onrecord.extract.events.clauses.reach import leaving, shifted
from onrecord.extract.events.clauses.relatives import RELATIVE, before_relative, object_relative
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.statements.shapes.accused import LAID

_WITH = frozenset({"with", "on", "against"})
_TOLD = frozenset({"on", "upon", "to", "for", "with"})
_TIMED = frozenset({"after", "before", "while", "when", "since"})
_STEPS = 6


class Clauses:
    """Reads the clauses of one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def passive(self, verb: int) -> bool:
        """Whether the verb's subject suffers what it says."""
        syntax = self._text.syntax
        if taken_hostage(self._text, verb):
            return True
        if syntax.word(verb) in LAID and self._text.after(verb) in ("of", "for", "over"):
            if syntax.deprel(verb) != "acl:relcl" and not syntax.has(verb, "aux", "obj"):
                return True  # "Minister criticised for shelling of town"
        if shoots(self._text, verb):
            return False
        if (
            syntax.has(verb, "aux:pass")
            or reported(self._text, verb)
            or headlined(self._text, verb, self.object)
        ):
            return True
        if syntax.has(verb, "nsubj:pass") and self.object(verb) is None:
            return True
        if not participle(syntax.word(verb), syntax.lemmas[verb]) or syntax.has(verb, "aux"):
            return False
        if self._before(verb) in listed("roles", "passive_auxiliaries"):
            return True
        if reduced(self._text, verb) or self._left(verb):
            return True
        if self.object(verb) is not None:
            return False
        if syntax.deprel(verb) in ("acl", "advcl") and not syntax.has(verb, "nsubj", "obj"):
            return True
        return joined_passive(self._text, verb)

    def _left(self, verb: int) -> bool:
        """ "a raid that left 38 civilians killed": they were killed."""
        return leaving(self._text, verb) is not None and self.object(verb) is None

    def _before(self, verb: int) -> str:
        """The word before a verb, adverbs left out."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        index = verb - 1
        while index >= low and (syntax.upos(index) == "ADV" or index in self._text.time_of):
            index -= 1
        named = index >= low and syntax.upos(index) == "PROPN"  # "IS captured the town"
        return syntax.word(index) if index >= low and not named else ""

    def subject(self, verb: int, depth: int = 0) -> Phrase | None:
        """The phrase that is the verb's subject, its own or another clause's that it shares."""
        text, syntax = self._text, self._text.syntax
        if depth > _STEPS:
            return None
        if (relative := object_relative(text, verb)) is not None:
            return relative[0]
        if visitor(syntax, verb):
            return self._phrase(verb)
        own = self._own_subject(verb)
        if own is not None or self._left(verb):
            return own or self._phrase(verb - 1)
        if syntax.deprel(verb) == "acl" and syntax.heads[verb] == verb - 1 and self.passive(verb):
            return self._phrase(verb - 1)  # "the families of the men | held in Lun"
        head = syntax.heads[verb]
        near = kin_of(text, verb, head) if syntax.deprel(verb) == "acl" else None
        near = near or self._just_before(verb)
        return self._governed(verb, head, depth) if near is None and head >= 0 else near

    def _governed(self, verb: int, head: int, depth: int) -> Phrase | None:
        """The subject that a verb has by the word above it: "vowed | to fight"."""
        text, syntax, relation = self._text, self._text.syntax, self._text.syntax.deprel(verb)
        if relation == "acl" and syntax.word(verb - 1) in ("after", "before", "while"):
            above = verb_before(self._text, verb)  # "said after summoning the envoy"
            return self.subject(above, depth + 1) if above is not None else None
        accuses = not self.passive(head) and accused_of(text, verb, head)
        if relation in ("advcl", "acl") and (accuses or taken_as(text, verb, head)):
            return self.object(head)  # "accused Russia of jamming signals"
        if relation == "advcl" and answers_for(text, verb, head):
            return self._controlled(verb, head, depth)
        if relation == "advcl" and (caller := calling(text, verb, head)) is not None:
            return self.subject(caller, depth + 1)
        if relation == "advcl" and (asked := self._asked(verb, head)) is not None:
            return asked
        if relation == "advcl" and whose_visit(text, verb, head):
            return None
        if relation == "advcl" and (noun := aim_before(text, verb, head)) is not None:
            return whose(text, verb, noun)
        if relation in ("advcl", "conj", "parataxis") and crosses(self._text, verb, head):
            near_verb = head if told_on(text, verb, head) else verb_before(text, verb)
            return self.subject(near_verb, depth + 1) if near_verb is not None else None
        if relation == "acl" and syntax.upos(head) == "VERB" and self.passive(head):
            return self._controlled(verb, head, depth)  # "accused by the army of shelling it"
        if relation in ("acl", "advcl") and (held := held_on(text, head)) is not None:
            return self.subject(held, depth + 1) if self.passive(held) else self.object(held)
        if relation in ("acl", "acl:relcl"):
            if infinitive(text, verb):
                if (first := first_to(text, head)) is not None:
                    return self._phrase(first)
                return self._means_to(verb, head, depth)
            taker = guilty(text, verb, head) or having(text, verb, head)
            if isinstance(taker, Phrase):
                return taker
            return self._phrase(head) if taker is None else self.subject(taker, depth + 1)
        if relation == "conj" and syntax.upos(head) in ("VERB", "AUX", "ADJ"):
            return self.subject(past_while(text, verb, head), depth + 1)
        if relation in ("xcomp", "advcl", "ccomp", "parataxis") and syntax.upos(head) == "VERB":
            return self._controlled(verb, past_while(text, verb, head), depth)
        there = syntax.has(head, "cop") and infinitive(text, verb)  # "is in Lun to resume talks"
        if relation == "advcl" and there and syntax.upos(head) in ("PROPN", "NOUN"):
            return self._own_subject(head)
        if relation == "xcomp" and syntax.upos(head) == "ADJ":  # "was about to seize"
            return self.subject(head, depth + 1)
        return None

    def _asked(self, verb: int, head: int) -> Phrase | None:
        """ "pressed Norway | to arrest them", "called on the captors of a man | to free him"."""
        head = asking(self._text, verb, head)
        if head < 0 or self.passive(head):
            return None
        called = self._text.syntax.lemmas[head] in ("call", "appeal")
        found = self.oblique(head, _TOLD) if called else self.object(head)
        return found if found is not None and head < found.first and found.last < verb else None

    def _own_subject(self, verb: int) -> Phrase | None:
        """The subject that the tree gives; for "one of the men, the pilot" the pilot."""
        text, found, holder = self._text, [], verb
        if text.before(verb) in ("-", "–") and text.syntax.heads[verb] == verb - 2:
            holder = verb - 2  # "were ill-treated", hung on its first half
        for kid in text.syntax.kids(holder, "nsubj", "nsubj:pass", "csubj"):
            phrase = None if self._misled(kid, verb) else self._meant(kid, verb)
            if phrase is not None:
                found.append(phrase)
                if text.before(phrase.first) == "to":  # "According to an aide | the army struck"
                    beside = (self._phrase(k) for k in text.syntax.kids(kid, "appos"))
                    found += [p for p in beside if p is not None and p.last == verb - 1]
        if len(found) > 1:
            marks = text.syntax.kids(verb, "mark")  # "warned Iraq | that it would strike"
            before = any(found[0].last < mark < found[1].first for mark in marks)
            cited = text.before(found[0].first) == "to"  # "According to an aide | the army"
            told = found[1].last < verb and says_between(text, found[0].last, found[1].first)
            if (
                before
                or cited
                or told
                or text.syntax.word(found[0].head) in listed("roles", "bare")
            ):
                found = found[1:]
        return found[0] if found else None

    def _means_to(self, verb: int, head: int, depth: int) -> Phrase | None:
        """ "sought a pretext to close the border": who sought it; "a man to be shot": the man."""
        syntax = self._text.syntax
        if syntax.has(verb, "aux:pass"):
            return self._phrase(head)
        theirs = whose(self._text, verb, head)
        if theirs is not None:
            return theirs
        above = syntax.heads[head]
        aim = syntax.lemmas[head] in listed("roles", "own_aims") | listed("roles", "pushes")
        if not (aim or by_leave(self._text, verb)):
            return None
        if above < 0 or syntax.upos(above) != "VERB" or self.passive(above):
            return None
        another = thwarts(self._text, above) or of_others(self._text, above)
        if syntax.deprel(head) not in ("obj", "obl", "xcomp") or another:
            return None
        return self.subject(above, depth + 1)

    def _misled(self, subject: int, verb: int) -> bool:
        """Whether the tree's subject stands before a dateline's dash, or is the object."""
        if subject > verb:
            if verbs_between(self._text, verb, subject):
                return True  # "plotting to kill | the mayor"
            behind = self._text.phrases.of(subject)
            if behind is not None and self._text.case(behind) == "with":
                return True  # "after meeting in Oslo with | the king"
            thing = self.object(verb)
            return thing is not None and verb < thing.first and thing.first <= subject
        return cut_off(self._text, subject, verb)

    def _controlled(self, verb: int, head: int, depth: int) -> Phrase | None:
        """The subject that a clause without one takes from the clause above."""
        syntax = self._text.syntax
        if syntax.deprel(verb) == "ccomp" and not syntax.word(verb).endswith("ing"):
            return None
        if moves(self._text, verb, head):
            moved = self.object(head)
            if moved is None or begins_clause(self._text, moved, head):
                moved = self.oblique(head, _TOLD)  # "called on the court to act"
            if moved is not None and moved.first < verb:
                return moved
        if demands(self._text, verb, head) or kept_from(self._text, verb, head):
            return self.object(head)
        if infinitive(self._text, verb) and thwarts(self._text, head):
            return plotters(self._text, self.object(head), verb)
        if broken_off(self._text, verb, head):
            return self.oblique(head, _WITH)  # "broke ties with Denmark for pardoning four men"
        if answers_for(self._text, verb, head):
            return self.subject(head, depth + 1) if self.passive(head) else self.object(head)
        seen = sees(self._text, verb, head) or timed(self._text, verb, head)
        if seen and not self.passive(head):
            return self.object(head)
        after = syntax.word(verb).endswith("ing") and self._text.before(verb) in _TIMED
        if after and syntax.deprel(verb) == "advcl" and syntax.deprel(head) != "acl":
            return self.subject(head, depth + 1)  # "were held after meeting the envoy"
        if self.passive(head) and syntax.deprel(verb) in ("advcl", "acl"):
            if syntax.lemmas[head] in listed("roles", "perceived") and (
                syntax.word(verb).endswith("ing") and not syntax.has(verb, "mark")
            ):
                return self.subject(head, depth + 1)  # "were filmed beating him"
            theirs = syntax.lemmas[head] in listed("status", "alleging")  # "accused of killing"
            theirs = theirs or moved_to(self._text, verb, head)
            return self.subject(head, depth + 1) if theirs else None
        return self.subject(head, depth + 1)

    def _meant(self, index: int, verb: int) -> Phrase | None:
        """The phrase of a subject word; a relative pronoun means what stands before it."""
        syntax = self._text.syntax
        if syntax.word(index) in RELATIVE and syntax.upos(index) in ("PRON", "SCONJ", "DET"):
            if syntax.deprel(verb) == "acl:relcl" and syntax.heads[verb] >= 0:
                kin = kin_of(self._text, index, syntax.heads[verb])
                if kin is not None:
                    return kin
                near = before_relative(self._text, index)
                far = self._phrase(syntax.heads[verb])
                return far or near
            return before_relative(self._text, index)
        return self._phrase(index)

    def _just_before(self, verb: int) -> Phrase | None:
        """The phrase that ends where the verb group begins and hangs on no preposition."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(verb)
        index = verb - 1
        if index - 1 > low and syntax.word(index) == "-" and syntax.upos(index - 1) == "VERB":
            index -= 2  # "test-fired"
        while index >= low and (syntax.upos(index) in ("AUX", "ADV") or index in text.time_of):
            index -= 1
        if index in text.time_of or index < low:
            return None
        found = text.phrases.of(index)
        if found is None or index != found.last:
            return None
        while text.case(found) in ("of", "in", "for", "at", "from", "on"):  # "the head of the army"
            before = text.phrases.of(found.first - 2) if found.first - 2 >= low else None
            if before is None or before.last != found.first - 2:
                return None
            found = before
        thing = syntax.deprel(found.head) in ("obj", "iobj")
        row = text.phrases.of(text.listed_from(found)) or found
        if text.case(row) in ("between", "among"):
            return None  # "fighting between rebels and | the army | has killed nine"
        if text.case(found) in ("after", "before") and syntax.has(verb, "obj"):
            return found  # "hours after | a bomb in Lun | killed nine"
        if text.case(found) or (thing and text.case(text.phrases.of(index) or found)):
            return None
        if index == verb - 1 and (reduced(self._text, verb) or syntax.word(verb).endswith("ing")):
            return None if syntax.deprel(verb) in ("acl", "advcl") else found
        return None if thing else found

    def _phrase(self, index: int) -> Phrase | None:
        found = self._text.phrases.of(index)
        return self._text.whole(found) if found is not None else None

    def object(self, verb: int, last: int | None = None) -> Phrase | None:
        """The phrase that is the verb's object: right behind it, else by the tree."""
        text, syntax = self._text, self._text.syntax
        relative = object_relative(self._text, verb)
        if relative is not None:
            return relative[1]
        if visitor(syntax, verb):
            return None
        above = syntax.heads[verb]
        if (
            syntax.deprel(verb) == "xcomp"
            and infinitive(text, verb)
            and not syntax.has(verb, "obj")
        ):
            outer = object_relative(text, above)  # "a paper that the junta tried | to ban"
            if outer is not None:
                return outer[1]
        _, high = text.sentence(verb)
        index = (last if last is not None else verb) + 1
        while index < high and (syntax.upos(index) == "ADV" or index in text.time_of):
            index += 1
        behind = text.phrases.after(index - 1)
        if behind is not None:
            whole = text.whole(behind)
            if not begins_clause(text, whole, verb):
                return whole
        thing = shifted(text, index, high)
        if thing is not None:
            return thing
        for kid in syntax.kids(verb, "obj", "iobj"):
            found = self._phrase(kid)
            if found is not None and kid > verb:
                return found
            if found is not None and syntax.word(kid) not in RELATIVE:
                return found if kid > verb else None
        return None

    def agent(self, verb: int) -> Phrase | None:
        """Who does it, by "by"."""
        text, syntax, high = self._text, self._text.syntax, self._text.sentence(verb)[1]
        for index in range(verb + 1, high):
            if syntax.words[index - 1 : index + 1] == ["hands", "of"] and index + 1 < high:
                behind = text.phrases.after(index)  # "died at the hands of …"
                return text.whole(behind) if behind is not None else None
            if syntax.word(index) == "by" and index + 1 < high:
                behind = text.phrases.after(index)
                governed = behind is not None and (
                    index == verb + 1
                    or syntax.heads[behind.head] == verb
                    or not verbs_between(self._text, verb, index)
                )
                barred = (index + 1) in text.time_of or led_by(text, verb, index)
                if behind is not None and governed and not barred:
                    return text.whole(behind)
            if syntax.upos(index) == "VERB" and syntax.deprel(index) not in ("amod", "xcomp"):
                return None
            if syntax.word(index) == "but" or syntax.word(index) in (";", ":"):
                return None  # "is disputed, but bombardment by the army …"
        return None

    def oblique(self, verb: int, cases: frozenset[str], last: int | None = None) -> Phrase | None:
        """The first phrase behind the verb by one of the prepositions, within its clause."""
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(verb)
        for index in range((last if last is not None else verb) + 1, high):
            if syntax.upos(index) in ("VERB", "AUX") and syntax.deprel(index) != "amod":
                return None
            if syntax.word(index) in ("after", "before") and index + 1 not in text.time_of:
                return None  # "suggested a summit after talks | with the envoy"
            if syntax.words[index - 1 : index + 1] == ["behalf", "of"]:
                return None  # "filed a complaint on behalf | of the migrants"
            if syntax.word(index) in cases and syntax.upos(index) in ("ADP", "SCONJ", "PART"):
                behind = text.phrases.after(index)
                if behind is not None and (index + 1) not in text.time_of:
                    if syntax.lemmas[behind.head] not in listed("roles", "measures"):
                        return text.whole(behind)
            if syntax.word(index) in (";", ":") or syntax.deprel(index) == "mark":
                return None
            if syntax.upos(index) == "CCONJ" and syntax.word(index - 1) == ",":
                return None  # "denied it, but two of its officers were held"
        return None
