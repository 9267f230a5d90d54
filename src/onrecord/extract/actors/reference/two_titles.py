"""Two titles before one name: "the council head and chief negotiator Ane Holm has resigned"."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, agree, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.syntax import Syntax

_ONE = frozenset({"has", "is", "was", "says"})


def join_two_titles(entities: Entities, syntax: Syntax) -> None:
    """Merge the first of two titles with the name, where the verb is of one."""
    ends = {m.last: m for m in entities.mentions if m.form != "pronoun" and m.name < 0}
    for name in entities.mentions:
        if name.form != "name" or name.kind != "person" or not name.posts:
            continue
        title = ends.get(name.first - 2)
        if title is None or title.kind != "person" or title.number == "p" or title.form == "joint":
            continue
        told = syntax.tokens[name.first - 1].text == "and" and _article(title, syntax)
        other = entities.of(title)
        if told and _of_one(name, syntax) and not named_person(other):
            if agree(entities.of(name), other):
                entities.merge(title, name)


def _article(title: Mention, syntax: Syntax) -> bool:
    """Whether the one article, or none, is that of the first title."""
    first = syntax.tokens[title.first]
    before = syntax.tokens[title.first - 1] if title.first else first
    alone = title.first == 0 or syntax.sent[title.first - 1] != syntax.sent[title.first]
    return first.upos == "DET" or before.upos == "DET" or alone


def _of_one(name: Mention, syntax: Syntax) -> bool:
    """Whether the verb behind a name is of one person."""
    verb = name.last + 1
    if verb >= len(syntax.tokens) or syntax.sent[verb] != syntax.sent[name.head]:
        return False
    token = syntax.tokens[verb]
    plain = token.upos == "VERB" and token.text.endswith("s") and token.text != token.lemma
    return token.text in _ONE or plain
