"""Whom the first words of a report item mean, where the sentence behind them gives the name.

"A Norwegian envoy says … | Special envoy Ane Holm …": a lead keeps the name back for one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.actors.mentions.entities import Entities, Entity, named_person
from onrecord.extract.actors.mentions.general import GENERAL
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.introduced import other_body, other_office
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.syntax import Syntax

_ANOTHER = frozenset(
    {"also", "another", "meanwhile", "separately", "elsewhere", "other", "earlier", "however",
     "previously", "former"}
)  # fmt: skip
"""Words of a sentence that goes on to somebody else."""
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ")
_PLAIN = frozenset({"say", "tell", "report", "be", "have", "more", "new", "make", "year", "people"})
_SPEAKS = frozenset({"speak", "talk", "comment", "testify", "appear", "respond", "say", "tell"})
_HEADS = frozenset({"head", "chief", "director", "chair", "chairman", "chairwoman"})
_WORKS = frozenset(
    {"assessment", "report", "comment", "remark", "statement", "announcement", "warning", "study",
     "finding", "conclusion", "testimony", "speech", "appeal", "letter"}
)  # fmt: skip
"""Nouns for what somebody said or wrote: "the assessment by X"."""
_BODIES = ("ngo", "other", "outlet", "company", "office")


def named_behind(entities: Entities, syntax: Syntax) -> None:
    """Merge the speakers of leads with those whom the next sentence names."""
    for lead in list(entities.mentions):
        told = lead.form == "nominal" and lead.wanted and lead.kind is not None
        if not told or not entities.alone(lead) or entities.of(lead).number == "p":
            continue
        if not syntax.deprel[lead.head].startswith("nsubj") or syntax.quoted(lead.head):
            continue
        found = list(_new(entities, lead, syntax))
        if lead.kind == "person":
            chosen = [m for m in found if _the_person(entities, lead, m, syntax)]
        else:
            chosen = [m for m in found if _the_body(entities, lead, m, syntax)]
            chosen = chosen or _spoken_for(entities, lead, syntax)
        if len(chosen) == 1:
            _join(entities, lead, chosen[0])


def _join(entities: Entities, lead: Mention, named: Mention) -> None:
    """One actor of both; where a body sits is not whose it is."""
    if lead.nature == "group" and entities.of(lead).country != entities.of(named).country:
        lead.country = entities.of(lead).country = None
    entities.merge(lead, named)


def _new(entities: Entities, lead: Mention, syntax: Syntax) -> Iterator[Mention]:
    """Those whom the sentence behind the lead is the first to name, no other person told of."""
    behind = syntax.sent[lead.head] + 1
    words = {syntax.tokens[i].text.lower() for i, s in enumerate(syntax.sent) if s == behind}
    if words & _ANOTHER:
        return
    for mention in entities.mentions:
        if syntax.sent[mention.head] != behind or mention.form != "name":
            continue
        entity = entities.of(mention)
        if mention.modifier or syntax.sent[entity.mentions[0].head] != behind:
            continue
        if mention.kind == "person" and (mention.name < 0 or _kind(mention, syntax) != "PER"):
            continue  # "U.S. District Judge", tagged as a name
        if _agree(entities.of(lead), entity, lead, mention, syntax):
            yield mention


def _kind(mention: Mention, syntax: Syntax) -> str:
    return syntax.name_kinds[mention.name]


def _agree(one: Entity, two: Entity, lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """Whether both may be one, by what the two phrases say themselves."""
    if "p" in (one.number, two.number) or (one.gender and two.gender and one.gender != two.gender):
        return False
    seated = lead.kind != "person" and "-based" in syntax.text(lead.first, lead.head)
    lands = {lead.country, None if _for_land(named) else named.country} - {None}
    return (seated or len(lands) < 2) and (one.nature == two.nature)


def _the_person(entities: Entities, lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """Whether the person named is whom the lead told of by an office or a trade."""
    entity = entities.of(named)
    if not named_person(entity) or other_office(entities, lead, named):
        return False
    if other_body(lead, named, syntax):
        return False
    official = lead.core in _OFFICIALS and _same_house(entities, lead, named, syntax)
    if official or _elsewhere(entities, lead, entity):
        return official and _shared(lead, named, syntax) > 1
    definite = lead.definite in ("def", "poss")
    if definite and not entity.posts and _takes_the_word(lead, named, syntax):
        return True
    shared = _shared(lead, named, syntax)
    if _made_by(named, syntax):
        return definite and (shared > 0 or _presents(lead, syntax))
    first, last = named.first, syntax.name_tokens[named.name][0]
    titles = {syntax.tokens[i].lemma.lower() for i in range(first, last)}
    titles |= {word for post in entity.posts for word in post.key.split()}
    opening = _opening(named, syntax)
    titles |= {syntax.tokens[i].lemma.lower() for i in opening[:1]}
    opens = _opens(named, syntax) or lead.core in titles or bool(opening) or named.wanted
    same = lead.core in titles or (lead.core in _HEADS and bool(titles & _HEADS))
    # "A commander of Dutch troops said … | In an interview, Colonel Ane Holm said": by his rank
    army = shared > 1 and any(post.sector == "MIL" for post in entities.of(lead).posts)
    same |= army and lead.core not in titles and any(p.sector == "MIL" for p in named.posts)
    return same and opens and shared > 0


def _same_house(entities: Entities, lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """ "A Harbour Union official says … | The head of the HU mission, Ane Holm, said": of one body.

    The sentence that names somebody must open with them.
    """
    first = named.first
    while first > 0 and syntax.sent[first - 1] == syntax.sent[named.first]:
        first -= 1
    verb = next((i for i in range(first, named.first) if syntax.tokens[i].upos == "VERB"), None)
    if verb is not None or (not named.wanted and not entities.of(named).posts):
        return False
    before = range(first, named.first)
    own = range(lead.first, lead.head)
    one = {id(entities.of(m)) for m in entities.mentions if m.head in own and m.kind == "igo"}
    two = {id(entities.of(m)) for m in entities.mentions if m.head in before and m.kind == "igo"}
    return bool(one & two)


_OFFICIALS = frozenset({"official", "diplomat", "envoy", "officer", "commander"})


def _elsewhere(entities: Entities, lead: Mention, entity: Entity) -> bool:
    """Whether each has a body of its own, and not the same one."""
    one, two = (_bodies(e) for e in (entities.of(lead), entity))
    apart = bool(one) and bool(two) and not _words(one) & _words(two)
    return apart and lead.core not in _HEADS


def _bodies(entity: Entity) -> set[str]:
    """The bodies that somebody's posts belong to, a country being none."""
    told = {post.organisation for post in entity.posts if post.organisation}
    return {body for body in told if countries().of_word(body) is None}


def _words(texts: set[str]) -> set[str]:
    return {word.strip(".").casefold() for text in texts for word in text.split()} - {"of", "the"}


def _takes_the_word(lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """ "Norway's president said … | Ane Holm spoke after …": the one person who spoke."""
    if not lead.posts or not lead.named or not _opens(named, syntax):
        return False
    first, last = syntax.name_tokens[named.name]
    verb = syntax.head[named.head]
    alone = last > first and named.first == first and syntax.deprel[named.head] == "nsubj"
    return alone and verb >= 0 and syntax.tokens[verb].lemma.lower() in _SPEAKS


def _opens(mention: Mention, syntax: Syntax) -> bool:
    """Whether a mention is the first of its sentence."""
    return mention.first == 0 or syntax.sent[mention.first - 1] != syntax.sent[mention.first]


def _opening(named: Mention, syntax: Syntax) -> list[int]:
    """The tokens of a title of several words that opens the sentence: "Head of the Harbour Fund".

    Only where nothing but nouns and what joins them stands before the name.
    """
    first = named.first
    while first > 0 and syntax.sent[first - 1] == syntax.sent[named.first]:
        first -= 1
    found = list(range(first, named.first))
    plain = all(syntax.tokens[i].upos in (*_TELLING, "ADP", "DET", "CCONJ") for i in found)
    return found if plain and syntax.deprel[named.head] != "obj" else []


def _made_by(named: Mention, syntax: Syntax) -> bool:
    """ "The assessment by adviser Ane Holm": whose words a sentence opens with."""
    above = syntax.head[named.head]
    if above < 0 or syntax.deprel[named.head] != "nmod":
        return False
    work = syntax.tokens[above].lemma.lower() in _WORKS and syntax.case(named.head) != "to"
    first = syntax.phrase(above)[0]
    opens = first == 0 or syntax.sent[first - 1] != syntax.sent[first]
    the = syntax.tokens[first].text.lower() in ("the", "this")
    return work and opens and the and above < named.head


def _presents(lead: Mention, syntax: Syntax) -> bool:
    """ "The investigator has presented | his findings": of whose work the next sentence tells."""
    verb = syntax.head[lead.head]
    works = syntax.of(verb, "obj") if verb >= 0 else []
    return any(
        syntax.tokens[work].lemma.lower() in _WORKS and syntax.of(work, "nmod:poss")
        for work in works
    )


def _the_body(entities: Entities, lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """Whether the body named is the one that the lead brought in: "a research institute"."""
    if named.nature != "group" or lead.kind not in _BODIES or lead.definite != "indef":
        return False
    if not named.wanted or not syntax.deprel[named.head].startswith("nsubj"):
        return False
    if not _plainly(named, syntax):
        return False
    entity = entities.of(named)
    name = {word.casefold() for word in named.core.split()}
    kinds = (*GENERAL.get(lead.core, ()), "other", lead.kind)
    if (
        not _opens(named, syntax)
        or entity.kind not in kinds
        or (named.country not in (None, lead.country) and not _for_land(named))
    ):
        return False
    return lead.core in name or (lead.core in GENERAL and _shared(lead, named, syntax) > 0)


def _plainly(named: Mention, syntax: Syntax) -> bool:
    """Whether nothing stands before a body's name but what it is, and where it sits."""
    first = syntax.name_tokens[named.name][0]
    before = [t for t in syntax.tokens[named.first : first]]
    words = [t.text.lower() for t in before]
    if "based" in words:  # "the Oslo-based | Harbour Watch"
        before = before[words.index("based") + 1 :] + before[: max(words.index("based") - 2, 0)]
    lands = [t for t in before if t.upos == "PROPN"]
    rest = [t for t in before if t.upos not in ("DET", "ADJ", "NOUN", "PROPN")]
    return not rest and all(countries().of_word(t.text) is not None for t in lands)


def _for_land(named: Mention) -> bool:
    """ "The Campaign for Norway": not Norway's, or not known to be."""
    words = named.core.split()
    place = next((i for i, word in enumerate(words) if word in ("for", "on", "in")), len(words))
    own = countries().within(words[:place])
    return own is None and place < len(words)


def _spoken_for(entities: Entities, lead: Mention, syntax: Syntax) -> list[Mention]:
    """ "A rights group says … | A Harbour Watch spokesman said": the body whose spokesman it is."""
    behind = syntax.sent[lead.head] + 1
    if lead.kind not in _BODIES or lead.definite != "indef":
        return []
    for who in entities.mentions:
        opens = syntax.sent[who.head] == behind and _opens(who, syntax)
        if not opens or who.core not in _SPOKES or who.form != "nominal" or not who.wanted:
            continue
        inside = range(who.first, who.head)
        found = [m for m in entities.mentions if m.form == "name" and m.head in inside]
        kinds = (*GENERAL.get(lead.core, ()), lead.kind)
        bodies = [m for m in found if m.nature == "group" and entities.of(m).kind in kinds]
        if len(found) == len(bodies) == 1 and _shared(lead, who, syntax) > 0:
            return bodies
    return []


_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "director"})


def _shared(lead: Mention, named: Mention, syntax: Syntax) -> int:
    """How many words that tell something stand in both sentences."""
    one = _tells(syntax.sent[lead.head], syntax)
    two = _tells(syntax.sent[named.head], syntax)
    return len((one & two) - {lead.core})


def _tells(sentence: int, syntax: Syntax) -> set[str]:
    """The words of a sentence that tell something; "Norway" and "Norwegian" are one word."""
    return {
        countries().of_word(token.text) or token.lemma.lower()
        for index, token in enumerate(syntax.tokens)
        if syntax.sent[index] == sentence and token.upos in _TELLING
        and token.lemma.lower() not in _PLAIN and len(token.text) > 2
    }  # fmt: skip
