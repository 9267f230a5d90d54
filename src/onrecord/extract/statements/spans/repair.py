"""Mending what the tagger drew: spans a word short, lost quotation marks, loose recipients.

Every rule is general: an edge is moved to where the tree or the quotation marks put it, and never
over another part of the same attribution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.adjacent import beside_cue, whole_subject, with_subject
from onrecord.extract.statements.spans.contents import ContentMender
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.quotation import OPENING
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import topic_after
from onrecord.extract.statements.words.verbgroup import (
    declined,
    group_start,
    head_of,
    lexical,
    not_excluded,
    verb_group,
)
from onrecord.extract.statements.words.whom_told import without_recipient

_EDGES = " \t\r\n\u00a0,;:.–—-("
_PHRASE = 6
"""Tokens that a source may lack between itself and its cue."""
_GROUP = frozenset({"AUX", "PART", "ADV", "VERB", "ADP"})
"""Parts of speech of which a verb group may consist."""


_TO_THINGS = frozenset({"deny", "reject", "confirm", "condemn"})
"""Acts that are done to what others have said: their object is the content."""


class Mender:
    """Mends the attributions of one text. ``marks`` are its quotations."""

    def __init__(self, syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets]) -> None:
        self._syntax = syntax
        self._lexicon = lexicon
        self._marks = marks
        self._contents = ContentMender(syntax, marks)

    def mend(self, draft: Draft) -> Draft | None:
        """The draft with its spans in order; None where no words are left of it."""
        syntax, lexicon = self._syntax, self._lexicon
        draft = beside_cue(syntax, lexicon, draft)
        draft = with_subject(syntax, whole_subject(syntax, lexicon, draft))
        content = self._contents.mend(draft)
        cue, head = draft.cue, draft.head
        if cue is not None:
            head = head if head is not None else head_of(syntax, cue, lexicon)
            cue, content = self._cue(cue, head, content)
        cue, content = self._as_what(cue, head, content)
        cue, given = self._giver(draft.source, cue, head)
        source, content = self._held_of(given, cue, head, content)
        source = self._source(source, cue, content)
        content = self._person(head, cue, content)
        by_noun = self._gives_to(draft)
        content = without_recipient(syntax, self._marks, head, content, by_noun=by_noun)
        cue, content = self._fold(head, cue, content)
        lost = cue is None and (source is None or not content)
        return None if lost else replace(draft, source=source, cue=cue, content=content, head=head)

    # --- the cue ---------------------------------------------------------------------------------

    def _cue(
        self, cue: Offsets, head: int | None, content: tuple[Offsets, ...]
    ) -> tuple[Offsets, tuple[Offsets, ...]]:
        syntax = self._syntax
        if head is None:
            return self._trim(cue), content
        refused = self._silence(head, cue)
        if refused is not None:
            rest = topic_after(syntax, head, refused)
            left = (self._contents.cut(part, [refused]) for part in content)
            kept = tuple(part for part in left if part is not None)
            if not rest and any(self._of(part) for part in kept):
                return self._to_thing(refused, kept)
            return refused, rest or kept
        excluded = not_excluded(syntax, head)
        if excluded is not None:
            whole = (cue[0], syntax.tokens[excluded].end)
            left = (self._contents.cut(part, [whole]) for part in content)
            return whole, tuple(part for part in left if part is not None)
        if syntax.upos(head) == "VERB":
            if lexical(syntax, head, self._lexicon) in self._lexicon.verbs:
                widened = self._with_object(cue, head, content)
                if widened != content:
                    cue = self._trim((cue[0], widened[0][0]))
                if widened != content or not self._performs_by_noun(cue, head):
                    content = widened
                    if self._owns_up(head, content):
                        first = group_start(self._syntax, head)
                        return self._syntax.span([first, head]), content
                    group = self._group(cue, head, content)
                    cut = (self._contents.cut(part, [group]) for part in content)
                    return group, tuple(part for part in cut if part is not None)
            return self._without_recipient(cue), content
        return self._without_recipient(cue), content

    def _group(self, cue: Offsets, head: int, content: Sequence[Offsets]) -> Offsets:
        """The tagger's verb group where it drew one, else the tree's."""
        trimmed = self._trim(cue)
        inside = self._syntax.within(*trimmed)
        if any(self._syntax.words[i] == "neither" for i in inside) and len(inside) > 2:
            return trimmed  # "could neither confirm nor rule out"
        plain = all(self._syntax.upos(i) in _GROUP for i in inside)
        whole = self._whole(inside, head) or self._governs(inside, content)
        if (plain or self._listed(inside[-1], head)) and whole:
            # The tagger may leave out the "could not" that turns the saying into its opposite.
            start = self._syntax.tokens[group_start(self._syntax, inside[0])].start
            after = inside[-1] + 1
            more = after < len(self._syntax.tokens) and self._listed(after, head)
            last = after if more and self._syntax.upos(after) == "NOUN" else inside[-1]
            return min(start, trimmed[0]), self._syntax.tokens[last].end
        return verb_group(self._syntax, head, self._lexicon)

    def _owns_up(self, head: int, content: Sequence[Offsets]) -> bool:
        """ "has claimed | responsibility": where nothing is told of what for, it is the content."""
        inside = [i for part in content for i in self._syntax.within(*part)]
        words_ = [i for i in inside if self._syntax.upos(i) != "PUNCT"]
        return (
            len(words_) == 1
            and words_[0] == head + 1
            and self._syntax.lemmas[words_[0]] in words("harms", "blame")
        )

    def _governs(self, inside: range, content: Sequence[Offsets]) -> bool:
        """ "agreed on | a date", "believes in | peace": the verb takes what is held through it."""
        last = inside[-1]
        end = self._syntax.tokens[last].end
        if self._syntax.upos(last) != "ADP" or len(inside) < 2:
            return False
        verb = self._syntax.upos(last - 1) == "VERB"
        return verb and any(0 <= start - end <= 1 for start, _ in content)

    def _whole(self, inside: range, head: int) -> bool:
        """Whether the group ends with its verb, or with what the lexicon lists after the verb."""
        last = inside[-1]
        if self._syntax.upos(last) in ("VERB", "AUX"):
            return True
        return self._syntax.deprel(last) == "compound:prt" or self._listed(last, head)

    def _listed(self, index: int, head: int) -> bool:
        """Whether the lexicon lists the word with the verb: "made that clear", "called on"."""
        seconds = self._lexicon.particles.get(self._syntax.lemmas[head], frozenset())
        return self._syntax.lemmas[index] in seconds

    def _gives_to(self, draft: Draft) -> bool:
        """Whether a noun is the cue and somebody its recipient: "issued a warning to"."""
        if draft.cue is None:
            return False
        inside = self._syntax.within(*self._trim(draft.cue))
        ends = bool(inside) and self._syntax.lemmas[inside[-1]] in ("to", "with")
        return ends and any(self._syntax.lemmas[i] in self._lexicon.nouns for i in inside)

    def _without_recipient(self, cue: Offsets) -> Offsets:
        """ "issued a warning | to": the preposition goes with the recipient."""
        trimmed = self._trim(cue)
        inside = self._syntax.within(*trimmed)
        nouns = any(self._syntax.lemmas[i] in self._lexicon.nouns for i in inside)
        if len(inside) > 1 and nouns and self._syntax.lemmas[inside[-1]] in ("to", "with"):
            return trimmed[0], self._syntax.tokens[inside[-2]].end
        return trimmed

    def _silence(self, head: int, cue: Offsets) -> Offsets | None:
        for index in (head, *self._syntax.within(*cue)):
            found = declined(self._syntax, index)
            if found is not None and overlap(found, cue):
                return found
        return None

    def _with_object(
        self, cue: Offsets, head: int, content: tuple[Offsets, ...]
    ) -> tuple[Offsets, ...]:
        """ "denied | reports | that …": what is denied is no part of the verb that denies it."""
        frames = self._lexicon.verbs[lexical(self._syntax, head, self._lexicon)]
        calls = self._syntax.lemmas[head] in ("call", "describe", "label", "dub", "term")
        if not calls and frames.get("object") not in _TO_THINGS:
            return content
        if not content or content[0][0] < cue[1]:
            return content
        inside = [i for i in self._syntax.within(*cue) if i > head]
        thing = next((i for i in inside if self._syntax.deprel(i) == "obj"), None)
        if thing is None or self._syntax.lemmas[thing] not in self._lexicon.nouns:
            return content
        inside = [i for i in inside if i == thing or self._syntax.heads[i] == thing]
        if content[0][0] - cue[1] > 1 or inside[-1] != thing:
            return content
        return ((self._syntax.tokens[inside[0]].start, content[0][1]), *content[1:])

    def _performs_by_noun(self, cue: Offsets, head: int) -> bool:
        """ "made a claim", "gave a warning that": the noun is the act and stays in the cue."""
        return any(
            self._syntax.lemmas[i] in self._lexicon.nouns
            and self._syntax.upos(i) == "NOUN"
            and self._syntax.deprel(i) == "obj"
            for i in self._syntax.within(*cue)
            if i != head
        )

    # --- the source ------------------------------------------------------------------------------

    def _source(
        self, source: Offsets | None, cue: Offsets | None, content: Sequence[Offsets]
    ) -> Offsets | None:
        """The source with its determiner and the whole of its name; the rest is the tagger's."""
        if source is None:
            return None
        start, end = self._trim(source)
        inside = self._without_aside(self._syntax.within(start, end))
        if not inside:
            return None
        start, end = self._syntax.span(inside)
        low, high = inside[0], inside[-1]
        while low > 0 and self._leads(low - 1, low):
            low -= 1
        while high + 1 < len(self._syntax.tokens) and self._names_on(high, high + 1):
            high += 1
        low, high = self._to_cue(low, high, cue)
        merged = self._syntax.tokens[low].start, self._syntax.tokens[high].end
        others = [*content, *([cue] if cue else [])]
        return (start, end) if any(overlap(merged, other) for other in others) else merged

    def _to_thing(
        self, refused: Offsets, content: tuple[Offsets, ...]
    ) -> tuple[Offsets, tuple[Offsets, ...]]:
        """ "did not reply to | a letter of 9 October": the letter is told of, and so is no cue."""
        inside = self._syntax.within(*refused)
        to = next((i for i in inside if self._syntax.words[i] == "to"), None)
        if to is None or to in (inside[0], inside[-1]):
            return refused, content
        cue = refused[0], self._syntax.tokens[to - 1].end
        return cue, ((self._syntax.tokens[to + 1].start, content[-1][1]),)

    def _of(self, part: Offsets) -> bool:
        """ "did not reply to a letter | of 9 October": that tells which letter."""
        first = self._syntax.at(part[0])
        return first is not None and self._syntax.words[first] in ("of", "from")

    def _as_what(
        self, cue: Offsets | None, head: int | None, content: tuple[Offsets, ...]
    ) -> tuple[Offsets | None, tuple[Offsets, ...]]:
        """ "dismissed | as a lie | the claim that …": what it is dismissed as is said of it."""
        syntax = self._syntax
        if cue is None or head is None or not content or content[0][0] <= cue[1]:
            return cue, content
        between = [i for i in syntax.within(*cue) if i > head]
        between += [i for i in syntax.within(cue[1], content[0][0]) if i not in between]
        if not between or len(between) > _PHRASE or syntax.words[between[0]] != "as":
            return cue, content
        acts = set(self._lexicon.verbs.get(lexical(syntax, head, self._lexicon), {}).values())
        if not acts & _TO_THINGS or any(syntax.upos(i) == "PUNCT" for i in between):
            return cue, content
        whole = syntax.tokens[between[0]].start, content[0][1]
        return (cue[0], syntax.tokens[between[0] - 1].end), (whole, *content[1:])

    def _giver(
        self, source: Offsets | None, cue: Offsets | None, head: int | None
    ) -> tuple[Offsets | None, Offsets | None]:
        """ "X gave | the union | an ultimatum": whoever is given it has not said it."""
        syntax = self._syntax
        if source is None or cue is None or head is None or syntax.upos(head) != "NOUN":
            return cue, source
        verb = syntax.heads[head]
        if verb < 0 or syntax.deprel(head) != "obj" or source[1] > cue[0]:
            return cue, source
        given = syntax.kid(verb, "iobj")
        giver = syntax.kid(verb, "nsubj")
        light = syntax.lemmas[verb] in words("light", "verbs")
        if not light or given is None or giver is None or given not in syntax.within(*source):
            return cue, source
        start = syntax.tokens[group_start(syntax, verb)].start
        return (start, cue[1]), noun_phrase(syntax, giver)

    def _held_of(
        self,
        source: Offsets | None,
        cue: Offsets | None,
        head: int | None,
        content: tuple[Offsets, ...],
    ) -> tuple[Offsets | None, tuple[Offsets, ...]]:
        """ "shells | are believed | to be theirs": of whom something is believed is no source."""
        syntax = self._syntax
        if source is None or cue is None or head is None or source[1] > cue[0]:
            return source, content
        held = syntax.lemmas[head] in self._lexicon.belief
        if not held or not syntax.has(head, "aux:pass") or not syntax.has(head, "nsubj:pass"):
            return source, content
        subject = syntax.kid(head, "nsubj:pass")
        return (
            (None, (source, *content)) if subject in syntax.within(*source) else (source, content)
        )

    def _to_cue(self, low: int, high: int, cue: Offsets | None) -> tuple[int, int]:
        """ "state | news agency X | reported": a phrase that reaches to the cue is one phrase."""
        if cue is None:
            return low, high
        span = self._syntax.span([low, high])
        gap = (
            self._syntax.within(span[1], cue[0])
            if span[1] <= cue[0]
            else (self._syntax.within(cue[1], span[0]))
        )
        nominal = all(self._syntax.upos(i) in ("NOUN", "PROPN", "ADJ") for i in gap)
        if not gap or len(gap) > _PHRASE or not nominal:
            return low, high
        return min(low, gap[0]), max(high, gap[-1])

    def _without_aside(self, inside: Sequence[int]) -> Sequence[int]:
        """ "X, a teacher|, by phone", "in what | X": how and of what it was said is not who did."""
        what = next((n for n, i in enumerate(inside[:-1]) if self._syntax.words[i] == "what"), -1)
        inside = inside[what + 1 :]
        for at in range(len(inside) - 2, 0, -1):
            if self._syntax.tokens[inside[at]].text == ",":
                by = self._syntax.lemmas[inside[at + 1]] in ("by", "via", "in", "on", "through")
                part = [self._syntax.words[i] for i in inside[at + 1 : at + 4]]
                own = part[:1] == ["for"] and part[2:] == ["part"]
                return inside[:at] if by or own else inside
        return inside

    def _leads(self, before: int, index: int) -> bool:
        """ "the | ministry", "foreign | ministers": a word that only goes with the next one."""
        syntax = self._syntax
        if syntax.sentences[before] != syntax.sentences[index]:
            return False
        relation = syntax.deprel(before) in ("det", "amod", "compound", "nummod", "nmod:poss")
        return relation and index <= syntax.heads[before] and syntax.upos(before) != "PUNCT"

    def _names_on(self, index: int, after: int) -> bool:
        """ "Sean | Spicer": a name broken off."""
        syntax = self._syntax
        if syntax.sentences[after] != syntax.sentences[index]:
            return False
        joined = syntax.deprel(after) == "flat" and syntax.heads[after] <= index
        return joined and syntax.upos(after) == "PROPN" == syntax.upos(index)

    # --- where the content begins ----------------------------------------------------------------

    def _person(
        self, head: int | None, cue: Offsets | None, content: tuple[Offsets, ...]
    ) -> tuple[Offsets, ...]:
        """ "urged X | to do": X belongs to the content with verbs whose lexicon entry says so."""
        if head is None or cue is None or not content or content[0][0] < cue[1]:
            return content
        frames = self._lexicon.verbs.get(lexical(self._syntax, head, self._lexicon), {})
        if "person" not in frames or self._takes_clause(head, content[0]):
            return content
        for person in self._syntax.kids(head, "obj", "iobj", "obl"):
            phrase = noun_phrase(self._syntax, person)
            between = self._syntax.text[phrase[1] : content[0][0]]
            if cue[1] <= phrase[0] < content[0][0] and not between.strip():
                return ((phrase[0], content[0][1]), *content[1:])
        return content

    def _takes_clause(self, head: int, part: Offsets) -> bool:
        """Whether the content is a clause or a quotation, not "to …" or "of …" of somebody."""
        first = self._syntax.at(part[0])
        if first is None:
            return False
        links = self._lexicon.links.get(self._syntax.lemmas[head], frozenset({"to"}))
        return self._syntax.lemmas[first] not in links

    def _fold(
        self, head: int | None, cue: Offsets | None, content: tuple[Offsets, ...]
    ) -> tuple[Offsets | None, tuple[Offsets, ...]]:
        """ "said | it believes that …": what it holds is the content, that it holds it the cue."""
        if head is None or cue is None or not content or not 0 <= content[0][0] - cue[1] <= 2:
            return cue, content
        start, end = content[0]
        inside = list(self._syntax.within(start, end))
        if inside and self._syntax.lemmas[inside[0]] == "that":
            inside = inside[1:]
        if len(inside) < 4 or self._syntax.word(inside[0]) not in ("it", "he", "she", "they"):
            return cue, content
        held = inside[1]
        if self._syntax.lemmas[held] not in words("attitudes", "held"):
            return cue, content
        if self._syntax.upos(held) != "VERB" or self._syntax.upos(inside[2]) in ("ADP", "PUNCT"):
            return cue, content
        rest = (self._syntax.tokens[inside[2]].start, end)
        return (cue[0], self._syntax.tokens[held].end), (rest, *content[1:])

    def _trim(self, span: Offsets) -> Offsets:
        text = self._syntax.text
        start, end = span
        while start < end - 1 and text[start] in _EDGES:
            start += 1
        while end > start + 1 and text[end - 1] in _EDGES + OPENING.replace("'", ""):
            if text[end - 1] == "." and self._contents.abbreviated(end):
                break
            end -= 1
        return start, end
