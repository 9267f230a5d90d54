"""Who speaks where: the sources of quoted words, and the makers of statements."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.actors.mentions.entities import Entities, Entity
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables
from onrecord.extract.actors.trees.turns import Turn

REACH = 8
"""Sentences back in which the statement that "the statement" means must have been mentioned."""

_NEAR = 2
"""Sentences back in which the paper that "the report" is in must be named."""
_PRINTED = frozenset({"report", "article", "editorial", "column"})
_ANSWERED = frozenset(
    {"deny", "reject", "dismiss", "refute", "dispute", "condemn", "criticize", "criticise", "read",
     "see", "receive", "cite", "quote", "obtain", "confirm", "await", "welcome", "praise",
     "discuss", "study", "review", "investigate", "ignore", "request", "demand", "call", "believe",
     "doubt", "show", "produce", "find", "seize", "leak", "carry", "mention", "describe"}
)  # fmt: skip
"""What is done to the words of another: "denied a report"."""
_ISSUED = frozenset(
    {"release", "issue", "publish", "write", "prepare", "compile", "sign", "post", "draft", "make"}
)
"""What is done to one's own."""
_ALIKE = frozenset({"statement", "communique", "communiqué", "release", "announcement"})


class Speech:
    """Looks up the source mention of each attribution, and the attribution around a token."""

    def __init__(self, entities: Entities, syntax: Syntax, turns: Sequence[Turn] = ()) -> None:
        self._syntax = syntax
        self.sources: list[Mention] = []
        self._contents: list[tuple[int, int, Mention | None]] = []
        for attribution in syntax.analysis.attributions:
            source = None
            if attribution.source is not None:
                source = source_mention(syntax, entities, attribution.source)
                if source is not None:
                    self.sources.append(source)
            for start, end in attribution.content:
                self._contents.append((start, end, source))
        for turn in turns:
            who = source_mention(syntax, entities, turn.who) if turn.who is not None else None
            if not turn.asks:
                self._contents.append((turn.start, turn.end, who))
        self.sources.sort(key=lambda m: m.start)

    def around(self, mention: Mention) -> Mention | None:
        """The source of the innermost attribution whose content holds the mention."""
        best: tuple[int, Mention | None] | None = None
        for start, end, source in self._contents:
            if start <= mention.start and mention.end <= end:
                if best is None or end - start < best[0]:
                    best = (end - start, source)
        return best[1] if best is not None else None

    def sentence(self, mention: Mention) -> int:
        """The sentence from which the mention looks back: where the words it utters begin."""
        own = self._syntax.sent[mention.head]
        starts = [start for start, _ in self.utters(mention) if start < mention.start]
        return min([own, *(self._syntax.sent[self._syntax.token_at(s + 1)] for s in starts)])

    def utters(self, mention: Mention) -> list[tuple[int, int]]:
        """The quoted contents of which the mention is the source."""
        return [
            (start, end)
            for start, end, source in self._contents
            if source is mention and self._syntax.quoted_at(start + 1)
        ]

    def tells(self, mention: Mention, other: Mention) -> bool:
        """Whether ``other`` stands in words of which ``mention`` is the source.

        Nor are those meant who are told it: "She told reporters: “| They | rammed us”".
        """
        press = other.sort is not None and other.sort.name == "journalists" and other.number == "p"
        if press and self.direct(mention) and not self.direct(other):
            return True
        return any(
            source is mention and start <= other.start and other.end <= end
            for start, end, source in self._contents
        )

    def direct(self, mention: Mention) -> bool:
        """Whether the mention stands within quotation marks."""
        return self._syntax.quoted(mention.head)

    def before(self, mention: Mention) -> Mention | None:
        """The last source before the mention."""
        found = None
        for source in self.sources:
            if source.start >= mention.start:
                break
            found = source
        return found


def source_mention(syntax: Syntax, entities: Entities, span: tuple[int, int]) -> Mention | None:
    """The mention that heads the span of a source."""
    first, last = syntax.between(*span)
    if first > last:
        return None
    found = entities.headed(syntax.top(first, last))
    if found is None:
        covering = [m for m in entities.mentions if m.start <= span[0] and span[1] <= m.end]
        found = min(covering, key=lambda m: m.end - m.start, default=None)
    return found


def join_documents(entities: Entities, syntax: Syntax, lexicons: Tables) -> None:
    """Words that a statement says are its maker's: "the statement" is whoever issued it."""
    issued: list[tuple[int, str, Mention]] = []
    for mention in entities.mentions:
        lemma = syntax.tokens[mention.head].lemma.lower()
        if mention.form != "nominal" or lemma not in lexicons.words.documents:
            continue
        sentence = syntax.sent[mention.head]
        maker = _maker(mention, syntax, entities)
        if maker is None and mention.definite in ("def", "dem"):
            near = (m for s, w, m in reversed(issued) if sentence - s <= REACH and _same(w, lemma))
            maker = next(near, None) or _claimed(mention, syntax, entities, lemma)
            if maker is None or maker.kind is None:
                maker = _printed(mention, syntax, entities, lemma) or maker
            if maker is None:
                maker = _spoken(mention, syntax, entities, lemma)
        if maker is None or maker.kind is None:
            issued.append((sentence, lemma, mention))
            continue
        issued.append((sentence, lemma, maker))
        if mention.wanted:
            mention.kind, mention.nature, mention.named = maker.kind, maker.nature, False
            entities.merge(maker, mention)


def last_body(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "The border service said …. | Its statement | reads": the body that spoke just before."""
    if syntax.tokens[mention.head - 1].text.lower() != "its":
        return None
    last = Speech(entities, syntax).before(mention)
    if last is None or syntax.sent[mention.head] - syntax.sent[last.head] > REACH:
        return None
    entity = entities.of(last)
    body = entity.kind is not None and entity.nature == "group" and entity.number != "p"
    return last if body else None


def _claimed(mention: Mention, syntax: Syntax, entities: Entities, lemma: str) -> Mention | None:
    """ "X said that it was behind the raid. | The claim": whose words the sentence before told."""
    if lemma != "claim":
        return None
    for attribution in reversed(syntax.analysis.attributions):
        cue, source = attribution.cue, attribution.source
        if cue is None or source is None or cue[0] >= mention.start:
            continue
        near = syntax.sent[mention.head] - syntax.sent[syntax.token_at(cue[0])] <= 1
        verb = syntax.tokens[syntax.token_at(cue[0])].lemma.lower()
        told = verb in ("claim", "say", "announce")
        return source_mention(syntax, entities, source) if near and told else None
    return None


def _printed(mention: Mention, syntax: Syntax, entities: Entities, lemma: str) -> Mention | None:
    """ "… claims published by the newspaper, Tide. | The report quoted": the paper just named."""
    if lemma not in _PRINTED or not mention.wanted:
        return None
    own = syntax.sent[mention.head]
    before = entities.mentions[: entities.index(mention)]
    near = [m for m in before if m.kind == "outlet" and own - syntax.sent[m.head] <= _NEAR]
    papers = {id(entities.of(m)): m for m in near if m.form in ("name", "nominal")}
    found = list(papers.values())
    return found[0] if len(found) == 1 and entities.of(found[0]).number != "p" else None


def _spoken(mention: Mention, syntax: Syntax, entities: Entities, lemma: str) -> Mention | None:
    """ "The institute says that …. | The report | says": its own, where nobody else has spoken.

    Only of bodies that write reports, right behind what they said, and of no report told of before.
    """
    if lemma != "report" or not mention.wanted or mention.last > mention.head:
        return None
    before = entities.mentions[: entities.index(mention)]
    if any(m.core == "report" and m.form == "nominal" for m in before):
        return None
    own = syntax.sent[mention.head]
    tellers = {id(entities.of(m)): m for m in before if m.wanted and syntax.sent[m.head] == own - 1}
    last = next(iter(tellers.values())) if len(tellers) == 1 else None
    if last is None or entities.of(last).number == "p":
        return None
    return last if entities.of(last).kind in ("office", "ngo", "igo") else None


def _same(one: str, other: str) -> bool:
    return one == other or {one, other} <= _ALIKE


def _maker(mention: Mention, syntax: Syntax, entities: Entities) -> Mention | None:
    """Whose document it is: "X's statement", "a statement from X", "X said in a statement"."""
    for kid in syntax.of(mention.head, "nmod:poss", "nmod", "compound", "amod"):
        if syntax.deprel[kid] == "nmod" and syntax.case(kid) not in ("from", "by", "of"):
            continue
        maker = entities.headed(kid)
        known = maker is not None and (maker.kind is not None or maker.form == "pronoun")
        if maker is not None and known and maker.nature in ("person", "group"):
            return maker
    for issued in syntax.of(mention.head, "acl"):  # "a report released | by the group"
        if syntax.tokens[issued].lemma.lower() not in _ISSUED:
            continue
        for kid in syntax.of(issued, "obl:agent", "obl"):
            maker = entities.headed(kid) if syntax.case(kid) == "by" else None
            if maker is not None and maker.nature in ("person", "group") and issued < kid:
                return maker
    behind = _behind(mention, syntax, entities)
    if behind is not None:
        return behind
    above = syntax.head[mention.head]
    relation = syntax.deprel[mention.head]
    if above < 0 or relation not in ("obl", "obj"):
        return None
    if relation == "obl" and syntax.case(mention.head) not in ("in", "via", "through"):
        return None
    done = syntax.tokens[above].lemma.lower()
    shown = done == "present" and syntax.tokens[mention.head].lemma.lower() == "document"
    if relation == "obj" and (done in _ANSWERED or shown):
        return None
    for _ in range(3):  # the subject may stand at the verb that this one is joined to
        subjects = syntax.of(above, "nsubj")
        if subjects:
            return entities.headed(subjects[0])
        if syntax.deprel[above] not in ("conj", "advcl", "xcomp", "parataxis"):
            break
        above = syntax.head[above]
        if above < 0:
            break
    return None


def _behind(mention: Mention, syntax: Syntax, entities: Entities) -> Mention | None:
    """Who stands right behind "a statement from", whatever the tree makes of it."""
    after = mention.head + 1
    if after + 1 >= len(syntax.tokens) or syntax.tokens[after].text not in ("from", "by"):
        return None
    for other in entities.mentions:
        if other.first == after + 1 and other.nature in ("person", "group"):
            return other
    return None


def speaker(entity: Entity | None) -> bool:
    """Whether "we" may be the entity: a body or several people, not one person."""
    return entity is not None and (entity.nature == "group" or entity.number == "p")
