"""To whom a statement is addressed: who is told, or whose act a threat or a demand is about."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.fields.condition_parts import Condition
from onrecord.extract.statements.fields.recipient import Recipients
from onrecord.extract.statements.spans.fitted import CONTACTS
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.sides import Cast
from onrecord.extract.statements.words.syntax import Syntax, covers
from onrecord.records import Act, Actor

_LETTERS = frozenset({"letter", "message", "telegram", "cable", "email", "e-mail", "note", "memo"})

_ASKED = frozenset({"government", "military", "armed_group", "office", "people", "person"})

_BODIES = frozenset({"office", "military", "ngo", "igo", "company"})
_WORD = 4
"""Letters of a word that two names may share: no "of", no "the"."""


class Addressees:
    """Finds the addressees of the statements of one text."""

    def __init__(self, syntax: Syntax, cast: Cast, recipients: Recipients) -> None:
        self._syntax = syntax
        self._cast = cast
        self._recipients = recipients

    def find(
        self,
        draft: Draft,
        act: Act,
        speaker: Actor | None,
        found: Sequence[Clause],
        condition: Condition | None,
    ) -> Actor | None:
        """The actor who is told, or at whom a threat, a warning or a demand is aimed."""
        recipient = self._recipients.find(draft)
        actor: Actor | None = None
        if recipient is not None and not self._recipients.is_channel(draft, recipient):
            actor = self._recipients.who(draft, recipient)
        if actor is None:
            actor = self._written_to(draft)
        if actor is None and act in ("threaten", "warn", "demand"):
            actor = self._aimed(draft, act, speaker, found, condition)
            actor = None if actor is not None and self._own_body(draft, actor) else actor
        if actor is None:
            actor = self._contacted(draft)
        if actor is None or (speaker is not None and actor.id == speaker.id):
            return None
        return actor if actor.named or self._asked(draft, act, actor) else None

    def _own_body(self, draft: Draft, actor: Actor) -> bool:
        """Whether it is the speaker's own: the | harbour | minister's "they" is no harbour
        ministry."""
        if draft.source is None or actor.kind not in _BODIES:
            return False
        told = {self._syntax.words[i] for i in self._syntax.within(*draft.source)}
        shared = told & {word.lower() for word in actor.name.split()}
        return any(len(word) >= _WORD for word in shared)

    def _asked(self, draft: Draft, act: Act, actor: Actor) -> bool:
        """ "urged | officials | to go": whoever is asked, be they known by name or not."""
        asked = act == "demand" and actor.kind in _ASKED and not self._recipients.gap(draft)
        to = draft.head is not None and any(  # no "ordered four people held"
            self._syntax.words[i] == "to" and self._syntax.upos(i) == "PART"
            for start, end in draft.content
            for i in self._syntax.within(start, end)
        )
        return asked and to and self._urged(draft) is actor

    def _contacted(self, draft: Draft) -> Actor | None:
        """ "telephoned | the premier | to express his support": who was called."""
        syntax = self._syntax
        call = syntax.heads[draft.head] if draft.head is not None else -1
        if call < 0 or syntax.lemmas[call] not in CONTACTS or syntax.upos(call) != "VERB":
            return None
        thing = syntax.kid(call, "obj", "iobj")
        if syntax.has(call, "xcomp"):
            return None  # "called Reed a liar and said": of him, and not to him
        if thing is None or draft.cue is None or syntax.tokens[thing].start > draft.cue[0]:
            return None
        return self._cast.on(thing)

    def _aimed(
        self,
        draft: Draft,
        act: Act,
        speaker: Actor | None,
        found: Sequence[Clause],
        condition: Condition | None,
    ) -> Actor | None:
        urged = self._urged(draft)
        if urged is not None or act == "demand":
            return urged or self._obliged(found, speaker)
        if condition is not None:
            doer = self._doer(condition.if_)
            if doer is not None:
                return doer
        if act == "threaten":
            menaced = self._menaced(draft)
            if menaced is not None:
                return menaced
            for clause in found:
                if clause.future and clause.subject is not None:
                    meant = self._cast.on(clause.subject)
                    if (
                        meant is not None
                        and self._cast.side(clause.subject, speaker, quoted=clause.quoted)
                        == "other"
                    ):
                        return meant
        return None

    def _written_to(self, draft: Draft) -> Actor | None:
        """ "In a letter to the premier, X said": the premier, to whom it is written."""
        if draft.head is None:
            return None
        for paper in self._syntax.kids(draft.head, "obl"):
            token = self._syntax.tokens[paper]
            if self._syntax.lemmas[paper] not in _LETTERS or covers(
                draft.content, (token.start, token.end)
            ):
                continue
            for whom in self._syntax.kids(paper, "nmod"):
                if any(self._syntax.lemmas[c] == "to" for c in self._syntax.kids(whom, "case")):
                    found = self._cast.on(whom)
                    teller = found is None or found.kind in (
                        "outlet", "ngo", "company", "office", "other",
                    )  # fmt: skip
                    return None if teller else found
        return None

    def _menaced(self, draft: Draft) -> Actor | None:
        """ "threatened X with …": X, with whom the content begins."""
        if not draft.content or draft.cue is None or draft.content[0][0] < draft.cue[1]:
            return None
        found: Actor | None = None
        for index in self._syntax.within(*draft.content[0]):
            if self._syntax.lemmas[index] == "with":
                return found
            if self._syntax.upos(index) not in ("PROPN", "NOUN", "DET", "ADJ", "PUNCT"):
                return None
            found = self._cast.on(index) or found
        return None

    def _doer(self, condition: Sequence[int]) -> Actor | None:
        """Whose act a condition is: who stands before its verb; "any strike on X" is nobody's, and
        "if X is not freed" that of others."""
        found: Actor | None = None
        for index in condition:
            if self._syntax.upos(index) in ("VERB", "AUX"):
                return None if self._suffered(index) else found
            if self._syntax.upos(index) == "ADP" and found is None:
                return None
            found = self._cast.on(index) or found
        return None

    def _suffered(self, verb: int) -> bool:
        """ "is not | released", "have been | released": done to whoever stands before it."""
        syntax = self._syntax
        while syntax.upos(verb) == "AUX" and syntax.lemmas[verb] in ("be", "have"):
            after = (i for i in range(verb + 1, min(verb + 4, len(syntax.tokens))))
            onward = next((i for i in after if syntax.upos(i) in ("AUX", "VERB")), None)
            if onward is None:
                return False
            passive = syntax.lemmas[verb] == "be" and syntax.upos(onward) == "VERB"
            if passive:
                return not syntax.word(onward).endswith("ing")
            verb = onward
        return False

    def _urged(self, draft: Draft) -> Actor | None:
        """ "urged Russia to …": the person within the content that the cue governs."""
        if draft.head is None or not draft.content:
            return None
        if self._to_befall(draft.head):
            return None
        for child in self._syntax.kids(draft.head, "obj", "iobj", "obl"):
            token = self._syntax.tokens[child]
            if covers(draft.content, (token.start, token.end)):
                if any(self._syntax.has(draft.head, rel) for rel in ("xcomp", "advcl", "ccomp")):
                    return self._cast.on(child)
                if self._syntax.has(child, "acl"):
                    return self._cast.on(child)
        for second in self._syntax.kids(draft.head, "ccomp", "xcomp"):
            # "warned X not to meddle": some trees make X the subject of what X is not to do.
            subject = self._syntax.kid(second, "nsubj")
            to = any(self._syntax.lemmas[m] == "to" for m in self._syntax.kids(second, "mark"))
            if subject is not None and to and draft.head < subject < second:
                return self._cast.on(subject)
        return None

    def _to_befall(self, head: int) -> bool:
        """ "called | for the party to be expelled": others are to do it."""
        syntax = self._syntax
        if syntax.lemmas[head] != "call" or syntax.word(head + 1) != "for":
            return False
        low, high = head, syntax.bounds[syntax.sentences[head]][1]
        return any(syntax.words[i : i + 2] == ["to", "be"] for i in range(low, high))

    def _obliged(self, found: Sequence[Clause], speaker: Actor | None) -> Actor | None:
        for clause in found:
            if clause.necessary and clause.subject is not None:
                side = self._cast.side(clause.subject, speaker, quoted=clause.quoted)
                return self._cast.on(clause.subject) if side != "own" else None
            vocative = self._syntax.kid(clause.head, "vocative")
            if clause.imperative and vocative is not None:
                return self._cast.on(vocative)
        return None
