"""Who "we" is outside all quotation: the body whose paper it is, or the outlet that speaks of
itself ("In an entry at six | we | said", "| Our | report of Monday said")."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.authors import Author, listed
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables

_STAFF = frozenset({"correspondent", "reporter", "newsroom", "editor", "readers", "website"})
_HELD = frozenset(
    {"database", "data", "figure", "record", "archive", "count", "tally", "investigation",
     "research", "analysis", "article", "story", "account", "coverage"}
)  # fmt: skip
"""What somebody has gathered and published: its words are theirs."""


class Authored:
    """Finds the mention of the author that a first person means."""

    def __init__(
        self, entities: Entities, syntax: Syntax, lexicons: Tables, author: Author | None
    ) -> None:
        self._entities, self._syntax = entities, syntax
        self._documents = lexicons.words.documents | _HELD
        self._author = author
        self._writers: dict[str, Mention] = {}
        self._voice = _named(entities, syntax, author) if author is not None else None

    def writer(self, mention: Mention) -> Mention | None:
        """Outside quotation marks "I" is whoever writes, and "we" is those who do, or the author.

        None for the first mention of each.
        """
        own, author = self._means(mention)
        if own:
            return author
        found = self._writers.setdefault(mention.number or "", mention)
        if mention.number == "s":
            mention.kind, mention.sector, mention.label = "person", "JRN", "reporter"
        else:
            mention.kind = "people"
        return found if found is not mention else None

    def _means(self, mention: Mention) -> tuple[bool, Mention | None]:
        """Whether a plural first person is the author, and the author's mention before it, if any.

        The first that means an author whom the text does not name is named by the outlet.
        """
        author = self._author
        if author is None or mention.number != "p":
            return False, None
        if not author.own and not self._speaks(mention):
            return False, None
        if self._voice is None:
            self._voice = mention
            mention.kind, mention.nature, mention.label = author.kind, "group", author.name
            mention.named, mention.country = True, author.country
            self._entities.of(mention).country = author.country
            self._entities.of(mention).changed()
        self._paper(mention)
        return True, self._voice if self._voice is not mention else None

    def _speaks(self, mention: Mention) -> bool:
        """Whether an outlet's "we" does what only the outlet does: says, checks, is told."""
        syntax, head = self._syntax, mention.head
        above = syntax.head[head]
        if above < 0:
            return False
        relation, lemma = syntax.deprel[head], syntax.tokens[above].lemma.lower()
        if relation == "nmod:poss":
            return lemma in _STAFF | self._documents
        if relation in ("obj", "iobj"):
            return lemma == "tell"
        for verb in (above, *syntax.of(above, "xcomp", "conj")):
            if syntax.tokens[verb].lemma.lower() in listed("voiced"):
                return relation.startswith("nsubj")
        return False

    def _paper(self, mention: Mention) -> None:
        """ "| Our report of Monday | said": the author's own word, where it is a source."""
        if self._syntax.deprel[mention.head] != "nmod:poss":
            return
        held = self._entities.headed(self._syntax.head[mention.head])
        if held is None or not held.wanted or held.form != "nominal":
            return
        lemma = self._syntax.tokens[held.head].lemma.lower()
        if lemma in self._documents and self._entities.alone(held) and self._voice is not None:
            held.kind, held.nature, held.named = self._voice.kind, "group", False
            self._entities.merge(self._voice, held)


def _named(entities: Entities, syntax: Syntax, author: Author) -> Mention | None:
    """The first mention by which the text names its author, with all of them made one."""
    found: Mention | None = None
    for start, end in author.named:
        inside = [
            m
            for m in entities.mentions
            if m.form in ("name", "nominal") and start <= syntax.tokens[m.head].start < end
        ]
        if not inside:
            continue
        mention = min(inside, key=lambda m: (m.form != "name", m.end - m.start))
        mention.kind, mention.nature, mention.named = author.kind, "group", True
        mention.label = mention.label or author.name
        mention.country = mention.country or author.country
        entity = entities.of(mention)
        entity.country = entity.country or author.country
        entity.gender = None
        entity.changed()
        if found is not None:
            entities.merge(found, mention)
        found = found or mention
    return found
