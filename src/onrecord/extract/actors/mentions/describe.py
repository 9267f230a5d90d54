"""What a mention says, by itself, of the actor that it means.

Kind, country, sector, number, gender, titles, whether it names anybody, and a key that is equal for
mentions that mean the same whatever stands between them ("Damascus", "the Syrian government").
"""

from __future__ import annotations

from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.mentions.nouns import nominal
from onrecord.extract.actors.mentions.proper import institution, organisation, person, untagged
from onrecord.extract.actors.mentions.states import people, place
from onrecord.extract.actors.trees.countries import bare
from onrecord.extract.actors.trees.lexicon import words
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables

_DEFINITE = {"the": "def", "this": "dem", "that": "dem", "these": "dem", "those": "dem"}


def describe(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    """Fill in ``mention``. Pronouns are complete as they are found."""
    if mention.form == "pronoun":
        mention.nature = "person" if mention.gender in ("m", "f", "1", "2") else "thing"
        return
    mention.definite = _definiteness(mention, syntax)
    kind = syntax.name_kinds[mention.name] if mention.name >= 0 else None
    if mention.form == "name" and institution(mention, syntax, lexicons):
        return
    if kind == "PER":
        person(mention, syntax, lexicons)
    elif kind in ("GPE", "LOC", "FAC"):
        place(mention, syntax, lexicons)
    elif kind == "NORP":
        # "the US accused": a word that is adjective and name at once, standing alone, is the name.
        named = not mention.modifier and bare(mention.core) in lexicons.countries.names
        (place if named else people)(mention, syntax, lexicons)
    elif kind == "ORG":
        organisation(mention, syntax, lexicons)
    elif mention.form == "name" and mention.name < 0:
        untagged(mention, syntax, lexicons)
    else:
        nominal(mention, syntax, lexicons)


def _definiteness(mention: Mention, syntax: Syntax) -> str:
    if mention.doing is not None:
        return "def" if mention.doing == "s" else "bare"
    owned = any(k < mention.head for k in syntax.of(mention.head, "nmod:poss"))
    first = syntax.tokens[mention.first]
    if mention.first < mention.head and first.upos == "DET" and not owned:
        return _DEFINITE.get(first.text.lower(), "indef")
    before = syntax.tokens[mention.first - 1] if mention.first else first
    if mention.first == mention.head and before.upos == "DET" and mention.name < 0:
        return _DEFINITE.get(before.text.lower(), "indef")
    for kid in syntax.kids[mention.head]:
        if kid > mention.head:
            break
        if syntax.deprel[kid] in ("det", "det:predet"):
            return _DEFINITE.get(syntax.tokens[kid].text.lower(), "indef")
        if syntax.deprel[kid] == "nmod:poss":
            return "poss"
        if syntax.deprel[kid] == "nummod":
            return "indef"
    return "def" if _beside_definite(mention, syntax) else "bare"


def _beside_definite(mention: Mention, syntax: Syntax) -> bool:
    """ "The president and | prime minister": one article for two offices."""
    first = mention.first
    if first < 2 or syntax.deprel[mention.head] != "conj" or mention.form != "nominal":
        return False
    other = syntax.head[mention.head]
    titles = all(syntax.tokens[i].lemma.lower() in words().titles for i in (other, mention.head))
    article = [syntax.tokens[k].text.lower() for k in syntax.of(other, "det")]
    beside = syntax.tokens[first - 1].text.lower() == "and" and other == first - 2
    return titles and beside and article == ["the"]
