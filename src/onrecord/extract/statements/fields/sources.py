"""Whose words they are: from the words that name a source to the actor that they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.fields.channel import voice
from onrecord.extract.statements.shapes.apposed import takes_up
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.sides import Cast
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.records import Actor, Source, Span

_AUTHOR = frozenset({"from", "by", "of"})
_HOUSES = frozenset({"government", "office", "military"})
_PREPOSITIONS = frozenset({"to", "against", "with", "for", "in", "at", "from", "near", "outside"})
_TITLES = frozenset({"president", "minister", "prime", "king", "general", "the", "leader"})
_IN_WRITING = re.compile(
    r" in (?:a|an|its|his|her|their) (?:[\w’'-]+ ){0,2}(?:statement|communiqu[eé])\b"
)
_POST_OF = re.compile(r" (?:of|for) (?:(?!\b(?:and|to|with|by|from)\b)[^,;:])*?\b([a-z]+) $")
"""From a post to its holder, where the comma was lost, with the last word between."""
_PRONOUN = 5
"""Characters of the longest pronoun that may stand in a source's words."""
_SEEN = frozenset(
    {"see", "obtain", "review", "view", "read", "examine", "acquire", "leak", "share", "publish"}
)
_FAR = 120
"""Characters between a cue and words for a source that are not its own."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})


class Sources:
    """Resolves the sources of one text."""

    def __init__(self, syntax: Syntax, cast: Cast) -> None:
        self._syntax = syntax
        self._cast = cast

    def resolve(self, drafts: Sequence[Draft]) -> list[Source | None]:
        """One for each draft, in their order, which is that of the text."""
        found: list[Source | None] = []
        author: Actor | None = None
        for draft in drafts:
            if draft.source is None:
                found.append(None)
                continue
            draft = replace(draft, source=self._behind_cue(draft) or draft.source)
            if draft.source is None:
                continue
            paper = voice(self._syntax, draft.source)
            if paper is not None and self._seen(paper):
                actor = self._cast.on(paper)  # "papers seen by the Courier": no word of its own
            elif paper is not None:
                actor = self._author(paper, draft.source) or author
                author = actor
            else:
                actor = self._actor(draft.source)
                if takes_up(self._syntax, draft):
                    actor = self._accused(draft, actor, list(zip(drafts, found, strict=False)))
                if draft.cue is not None and _IN_WRITING.match(self._syntax.text, draft.cue[1]):
                    author = actor
            span = Span.of(self._syntax.text, *draft.source)
            named = self._named(draft.source, actor, is_paper=paper is not None)
            found.append(Source(span, actor.id if actor else None, named))
        return found

    def _accused(
        self, draft: Draft, actor: Actor | None, before: Sequence[tuple[Draft, Source | None]]
    ) -> Actor | None:
        """ "Villagers accuse the police of it, a charge | they | deny": not who accuses."""
        for claim, source in reversed(before):
            if source is None or actor is None or claim.head is None or source.actor != actor.id:
                continue
            thing = self._syntax.kid(claim.head, "obj")
            meant = self._cast.on(thing) if thing is not None else None
            return meant if meant is not None and meant.id != source.actor else None
        return actor

    def speaker(self, source: Source | None) -> Actor | None:
        """The actor of a source, with the country of the house that the source's words name.

        "White House spokesperson X" speaks for a country even where X's own is not known.
        """
        actor = self._cast.get(source.actor) if source else None
        if source is None or actor is None or actor.country is not None:
            return actor
        for index in self._syntax.within(source.span.start, source.span.end):
            house = self._cast.on(index)
            if house is not None and house.country and house.kind in _HOUSES:
                return replace(actor, country=house.country)
        return actor

    def _actor(self, span: Offsets) -> Actor | None:
        top = self._syntax.top(*span)
        if top is not None and self._syntax.word(top) in _RELATIVE:
            mine = self._cast.of(span)
            if mine is not None and self._syntax.word(top) == "who":
                return mine
            holder = self._antecedent(top)
            if holder is not None:
                found = self._cast.on(holder)
                if found is not None:
                    return found
        return self._head(span, self._cast.of(span))

    def _head(self, span: Offsets, found: Actor | None) -> Actor | None:
        """The actor that heads the words for a source, where the tree took another.

        In a text that has lost its commas the trees err: "the Monitor a group opposed to President
        X" is not X, "(talks in) Lun foreign minister Y" is not Lun.
        """
        if found is None:
            return None
        inside = self._mentions(*span)
        mine = next((one for one in inside if one[2] == found), None)
        if mine is None:
            return found
        governed = self._governed(mine[0])
        if governed and mine[0] > inside[0][0]:
            return inside[0][2]
        called = self._called_by(inside, mine, span)
        if called is not None:
            return called
        for start, end, other in inside:
            if other.kind != "person" or not other.named or start < mine[1]:
                continue
            if not self._syntax.text[start].isupper() and end - start <= _PRONOUN:
                continue  # "people familiar with | his | work"
            between = self._syntax.text[mine[1] : start]
            broken = between.startswith("-")  # "Vice-president of the Council Y"
            plain = not re.search(r"[,;:]|\b(?:of|to|for|and|by|from|with|in)\b", between)
            if governed or (end == span[1] and found.kind != "person" and (broken or plain)):
                return other
            # "Secretary of the party's committee | Ane Holm": who has the post
            holds = _POST_OF.match(between) if found.kind == "person" and not found.named else None
            if holds is not None and end == span[1] and holds[1] not in _TITLES:
                return other
        return found

    def _called_by(
        self, inside: list[tuple[int, int, Actor]], mine: tuple[int, int, Actor], span: Offsets
    ) -> Actor | None:
        """ "Ard | spokeswoman Ane Holm": who speaks for whom is named first."""
        for start, end, other in inside:
            role = self._syntax.text[start : start + 1].islower()
            beside = not self._syntax.text[mine[1] : start].strip() and start > mine[1]
            if role and beside and end == span[1] and other.kind == "person" and other.named:
                return other
        return None

    def _mentions(self, start: int, end: int) -> list[tuple[int, int, Actor]]:
        """The mentions within a stretch, by where they begin."""
        return sorted(
            (
                (m.start, m.end, actor)
                for actor in self._cast.actors
                for m in actor.mentions
                if start <= m.start and m.end <= end
            ),
            key=lambda one: one[:2],
        )

    def _behind_cue(self, draft: Draft) -> Offsets | None:
        """Who stands right behind the cue, where the source was sought behind a preposition:
        "said | the Monitor a group opposed to President X"."""
        if draft.cue is None or draft.source is None:
            return None
        gap = self._syntax.text[draft.cue[1] : draft.source[0]]
        if not 0 < len(gap) < _FAR or re.search(r"[.;:,]", gap):
            return None
        if not self._governed(draft.source[0]):
            return None
        near = [one for one in self._mentions(draft.cue[1], draft.source[0])]
        if not near or near[0][0] - draft.cue[1] > 1:
            return None
        return near[0][0], near[0][1]

    def _governed(self, start: int) -> bool:
        """Whether a preposition stands before what begins at ``start``, or before its title."""
        before = re.findall(r"[\w’'-]+|[^\w\s]", self._syntax.text[max(0, start - 60) : start])
        while before and before[-1].lower() in _TITLES:
            before.pop()
        return bool(before) and before[-1].lower() in _PREPOSITIONS

    def _antecedent(self, pronoun: int) -> int | None:
        """What "who" stands for: the noun that its clause hangs on."""
        for ancestor in self._syntax.up(pronoun):
            if self._syntax.deprel(ancestor) == "acl:relcl":
                return self._syntax.heads[ancestor]
        before = pronoun - 1
        if before > 0 and self._syntax.tokens[before].text == ",":
            before -= 1
        return before if self._syntax.upos(before) in ("NOUN", "PROPN") else None

    def _seen(self, paper: int) -> bool:
        """ "papers | seen by the Courier", "an e-mail obtained by X"."""
        return any(self._syntax.lemmas[k] in _SEEN for k in self._syntax.kids(paper, "acl"))

    def _author(self, paper: int, span: Offsets) -> Actor | None:
        """ "a statement from the ministry", "the ministry's statement", "a ministry statement"."""
        syntax = self._syntax
        for child in syntax.kids(paper, "nmod", "obl", "obl:agent", "acl"):
            if child not in syntax.within(*span):
                continue
            for index in (child, *syntax.kids(child, "obl:agent", "obl")):
                cases = {syntax.lemmas[c] for c in syntax.kids(index, "case")}
                found = self._cast.on(index)
                if found is not None and cases & _AUTHOR:
                    return found
        inside = [i for i in syntax.within(*span) if i > paper]
        if len(inside) > 1 and syntax.lemmas[inside[0]] in _AUTHOR:
            found = self._cast.of(syntax.span(inside[1:])) or self._cast.on(inside[-1])
            if found is not None:
                return found
        for child in syntax.kids(paper, "nmod:poss", "compound", "amod"):
            found = self._cast.on(child)
            if found is not None:
                return found
        whose = self._cast.on(paper) if syntax.kids(paper, "nmod:poss") else None
        return whose if whose is not None and whose.kind != "other" else None  # "its statement"

    def _named(self, span: Offsets, actor: Actor | None, *, is_paper: bool) -> bool:
        """Whether the report identifies the source, not merely the house that it belongs to."""
        top = self._syntax.top(*span)
        if actor is None:
            return top is not None and self._syntax.upos(top) == "PROPN"
        if is_paper or top is None:
            return actor.named
        inside = self._syntax.within(*span)
        on_head = self._cast.on(top) is not None or any(
            self._cast.on(i) == actor for i in inside if self._syntax.upos(i) == "PROPN"
        )
        pronoun = self._syntax.upos(top) in ("PRON", "PROPN", "DET")
        return actor.named and (on_head or pronoun)
