"""Whom a story's first sentence describes, where the one behind it gives the name.

"A Norwegian preacher is calling for … | Imam Ane Holm told reporters …". The two are one only where
the words for them are of one class, or the occasion is the same, and the matter is told again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.extract.actors.mentions.entities import Entities, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.lexicons import load

_ANOTHER = frozenset(
    {"another", "meanwhile", "separately", "elsewhere", "second", "third", "instead"}
)
_FURTHER = frozenset({"also", "however", "but", "earlier", "previously"})
"""Words of a sentence that goes on to somebody else, and those that do so before its verb."""
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ")
_PLAIN = frozenset(
    {"say", "tell", "report", "be", "have", "more", "new", "make", "year", "people", "last",
     "week", "month", "day", "man", "woman", "official", "country", "other", "take", "go", "call",
     "several", "many", "first", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday",
     "saturday", "television", "reporter", "agency", "interview", "news", "statement"}
)  # fmt: skip
"""Words that any two sentences may share."""
_WORKS = frozenset(
    {"announcement", "decision", "remark", "comment", "statement", "warning", "appeal", "call",
     "pledge", "offer", "claim", "threat", "accusation", "charge", "allegation", "prediction"}
)  # fmt: skip
"""Nouns for what the first sentence has said that somebody did."""
_THE = frozenset({"the", "this", "these", "that", "those"})
_OCCASIONS = frozenset({"interview", "speech", "remarks", "address", "sermon", "conference"})
_SPEAKING = frozenset({"speaking", "talking", "addressing", "testifying"})
_STEM = 6
"""Letters of a word that tell the matter: "resigned" and "resignation" are one."""
_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_BROAD = frozenset({"official", "leader", "chief", "head", "commander", "officer", "deputy"})
"""Nouns by which many are called in one story."""


def introduced(entities: Entities, syntax: Syntax) -> None:
    """Merge those whom a first sentence describes with those whom the next one names."""
    for lead in list(entities.mentions):
        if not _described(entities, lead, syntax):
            continue
        found = [m for m in entities.mentions if _brought_in(entities, lead, m, syntax)]
        found = [m for m in found if _made_by(m, syntax)] or found
        found = [m for m in found if not _dealt_with(m, syntax)] if len(found) > 1 else found
        if len(found) == 1 and _agree(entities, lead, found[0], syntax):
            if _same(entities, lead, found[0], syntax):
                entities.merge(lead, found[0])


def _described(entities: Entities, lead: Mention, syntax: Syntax) -> bool:
    """Whether a mention is one person told of without a name, who speaks or is dealt with."""
    office = lead.form == "name" and lead.name < 0 and bool(lead.posts)  # "Norway's Minister"
    if lead.form != "nominal" and not office:
        return False
    if lead.kind != "person" or entities.of(lead).number == "p":
        return False
    if not entities.alone(lead) or syntax.quoted(lead.head):
        return False
    known = lead.definite in ("def", "poss") and (lead.posts or _told_of(lead, syntax))
    if not known and lead.definite != "indef":
        return False
    relation = syntax.deprel[lead.head]
    return lead.wanted or relation in ("nsubj", "obl:agent", "obj")


def _told_of(lead: Mention, syntax: Syntax) -> bool:
    """ "The man | who trained the dogs", "the official | overseeing relief": not yet known."""
    return bool(syntax.of(lead.head, "acl", "acl:relcl", "nmod"))


def _brought_in(entities: Entities, lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """Whether somebody is first named in the sentence behind the lead."""
    if named.form != "name" or named.kind != "person" or named.name < 0 or named.modifier:
        return False
    entity = entities.of(named)
    near = syntax.sent[named.head] == syntax.sent[lead.head] + 1
    return near and entity.mentions[0] is named and syntax.name_kinds[named.name] == "PER"


def _dealt_with(named: Mention, syntax: Syntax) -> bool:
    """ "Ane Holm accused | Jon Reed": one whom a verb of the sentence is about."""
    head = syntax.first_of(named.head)
    return syntax.deprel[head] in ("obj", "iobj")


def _agree(entities: Entities, lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """Whether nothing that the two phrases or their sentence say keeps them apart."""
    one, two = entities.of(lead), entities.of(named)
    if not named_person(two) or two.number == "p" or any(post.past for post in two.posts):
        return False
    if one.gender and two.gender and one.gender != two.gender:
        return False
    if one.country and two.country and one.country != two.country:
        return False
    if other_office(entities, lead, named) or other_body(lead, named, syntax):
        return False
    verb = max(named.last, syntax.head[named.head])
    opening = range(_sentence(named, syntax).start, min(verb + 2, len(syntax.tokens)))
    sentence = {syntax.tokens[i].text.lower() for i in _sentence(named, syntax)}
    further = _FURTHER & {syntax.tokens[i].text.lower() for i in opening}
    return not further and not _ANOTHER & sentence


def other_office(entities: Entities, lead: Mention, named: Mention) -> bool:
    """ "The prime minister … | Defence Minister Ane Holm": each has an office of their own."""
    held = {post.key for post in entities.of(named).posts if post.one}
    return lead.named and bool(held) and not held & {post.key for post in lead.posts}


def other_body(lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """ "An army spokesman … | Police spokesman Ane Holm": each speaks for somebody else."""
    if lead.core not in _SPOKES or named.name < 0 or lead.definite == "poss":
        return False
    told = _words(_sentence(lead, syntax), syntax) | _SPOKES | {"for", "of", "the", "a", "'s"}
    words = _words(range(named.first, syntax.name_tokens[named.name][0]), syntax)
    lands = {word for word in words if word.isupper()}
    return bool(words & _SPOKES) and bool(words - told - lands - {"chief", "deputy", "senior"})


def other_calling(entities: Entities, lead: Mention, named: Mention) -> bool:
    """ "A lawmaker … | General Ane Holm": a title for those who are called otherwise."""
    held = {word for post in entities.of(named).posts for word in post.key.split()}
    tables = [named for called, named in _callings() if lead.core in called]
    apart = bool(held) and bool(tables) and lead.core != "official"
    return apart and not any(held & words for words in tables) and lead.core not in held


def _same(entities: Entities, lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """Whether the evidence is enough: the words for both, the occasion, and the matter."""
    if _same_deed(lead, named, syntax):
        return True
    matter = len(_matter(lead, syntax) & _matter(named, syntax, on=True))
    if _made_by(named, syntax):
        return lead.wanted and matter > 1
    if not _speaks(named, syntax):
        return False
    words, core = _calling(named, syntax), lead.core.lower()
    alike = any(core == word or _ends(core, word) for word in words)
    classed = any(core in called and words & others for called, others in _callings())
    known = lead.definite in ("def", "poss")
    if not words or alike or classed:
        if lead.wanted and _did_so(named, syntax):
            return True
        if known and matter > 0 and _said_on_occasion(named, syntax):
            return True
    if not words:
        return matter > 1 and lead.wanted and _bare(named, syntax)
    return (alike or classed) and _called_alike(lead, named, matter, words, syntax)


def _called_alike(
    lead: Mention, named: Mention, matter: int, words: set[str], syntax: Syntax
) -> bool:
    """Whether two of one calling are one: of one body, or telling enough of one matter."""
    bodies, core = _bodies(named, syntax), lead.core.lower()
    if core in words and core in _SPOKES and not bodies:
        return True  # "said | spokesman Ane Holm": of the body of whose spokesman it told
    if matter > 0 and _bodies(lead, syntax) & words:
        return True
    if core in _BROAD:
        return matter > (1 if _bare(named, syntax) and lead.wanted else 2)
    plain = bodies <= _words(_sentence(lead, syntax), syntax)
    return matter > 1 or (matter > 0 and plain and core in words)


def _ends(noun: str, word: str) -> bool:
    """ "A schoolteacher … | Teacher Ane Holm"."""
    return len(word) > 5 and noun.endswith(word)


def _sentence(mention: Mention, syntax: Syntax) -> range:
    """The tokens of a mention's sentence."""
    first = last = mention.head
    while first > 0 and syntax.sent[first - 1] == syntax.sent[mention.head]:
        first -= 1
    while last + 1 < len(syntax.tokens) and syntax.sent[last + 1] == syntax.sent[mention.head]:
        last += 1
    return range(first, last + 1)


def _words(tokens: range, syntax: Syntax) -> set[str]:
    """The words of some tokens, as written and plain: "Norway" and "Norwegian" are one."""
    found: set[str] = set()
    for index in tokens:
        token = syntax.tokens[index]
        land = countries().of_word(token.text)
        found |= {token.text.lower(), token.lemma.lower()} if land is None else {land}
    return found


def _matter(mention: Mention, syntax: Syntax, *, on: bool = False) -> set[str]:
    """The stems of the words by which a mention's sentence tells its matter.

    With ``on`` those of the next one too, where it goes on about the same: "But the admiral".
    """
    own = range(mention.first, mention.last + 1)
    sentence = _sentence(mention, syntax)
    tokens = [i for i in sentence if i not in own]
    if on and sentence.stop < len(syntax.tokens):
        first = syntax.tokens[sentence.stop : sentence.stop + 3]
        words = {token.text.lower() for token in first}
        if words & {"he", "she"} or ("the" in words and words & _calling(mention, syntax)):
            behind = syntax.sent[sentence.stop]
            tokens += [i for i, s in enumerate(syntax.sent) if s == behind]
    found: set[str] = set()
    for index in tokens:
        token = syntax.tokens[index]
        lemma = token.lemma.lower()
        if token.upos in _TELLING and lemma not in _PLAIN and len(token.text) > 2:
            found.add(countries().of_word(token.text) or lemma[:_STEM])
    return found


def _calling(named: Mention, syntax: Syntax) -> set[str]:
    """The words that say what somebody named is: before the name, or between commas behind it."""
    first, last = syntax.name_tokens[named.name]
    titles = {word for post in named.posts for word in post.key.split()}
    found = _words(range(_sentence(named, syntax).start, first), syntax)
    if not _title_only(named, syntax):
        found = _words(range(named.first, first), syntax)
    for kid in syntax.of(named.head, "appos"):
        if kid > last:
            begin, end = syntax.phrase(kid)
            found |= _words(range(begin, end + 1), syntax)
    return found | titles


def _title_only(named: Mention, syntax: Syntax) -> bool:
    """Whether nothing but nouns and their like opens the sentence before a name."""
    before = range(_sentence(named, syntax).start, syntax.name_tokens[named.name][0])
    return all(syntax.tokens[i].upos in (*_TELLING[:2], "ADJ", "ADP", "DET") for i in before)


def _bodies(mention: Mention, syntax: Syntax) -> set[str]:
    """The words of a phrase that begin with a capital, but for titles, "the" and lands."""
    head = mention.head if mention.name < 0 else syntax.name_tokens[mention.name][0]
    inside = [syntax.tokens[i] for i in range(mention.first, max(head, mention.first))]
    classes = {word for _, others in _callings() for word in others}
    return {
        token.text.lower() for token in inside
        if token.text[:1].isupper() and token.upos in ("PROPN", "NOUN", "ADJ")
        and token.lemma.lower() not in classes and countries().of_word(token.text) is None
    }  # fmt: skip


def _speaks(named: Mention, syntax: Syntax) -> bool:
    """Whether somebody is the subject of a sentence's main verb, or its source."""
    head = named.head
    if syntax.deprel[head] not in ("nsubj", "nsubj:pass"):
        return named.wanted
    above = syntax.head[head]
    return named.wanted or (above >= 0 and syntax.deprel[above] == "root")


def _said_on_occasion(named: Mention, syntax: Syntax) -> bool:
    """ "Speaking in Oslo, | Ane Holm said", "In a speech, …", or the name and no more."""
    sentence = _sentence(named, syntax)
    opening = [syntax.tokens[i].text.lower() for i in sentence[:12] if i < named.first]
    if not opening:
        return named.first == syntax.name_tokens[named.name][0] and named.wanted
    spoken = opening[0] in ("in", "at", "during") and _OCCASIONS & {w.rstrip("s") for w in opening}
    return opening[0] in _SPEAKING or bool(spoken)


def _bare(named: Mention, syntax: Syntax) -> bool:
    """Whether a name, with its title or without, opens its sentence."""
    return named.first == _sentence(named, syntax).start


def _did_so(named: Mention, syntax: Syntax) -> bool:
    """ "Ane Holm made | the appeal …": it is known that there was one."""
    verb = syntax.head[named.head]
    if syntax.deprel[named.head] != "nsubj" or verb < 0:
        return False
    made = syntax.tokens[verb].lemma.lower() in ("make", "issue", "deliver", "give")
    return made and any(
        syntax.tokens[work].lemma.lower() in _WORKS
        and any(syntax.tokens[k].text.lower() in _THE for k in syntax.of(work, "det"))
        for work in syntax.of(verb, "obj")
    )


def _made_by(named: Mention, syntax: Syntax) -> bool:
    """ "Tuesday's announcement | from Ane Holm": whose words a sentence opens with."""
    above = syntax.head[named.head]
    if above < 0 or syntax.deprel[named.head] not in ("nmod", "nmod:poss"):
        return False
    by = syntax.deprel[named.head] == "nmod:poss" or syntax.case(named.head) in ("by", "from")
    near = above - _sentence(named, syntax).start < 5
    return by and near and syntax.tokens[above].lemma.lower() in _WORKS


def _same_deed(lead: Mention, named: Mention, syntax: Syntax) -> bool:
    """ "They have arrested | an officer … | Ane Holm was arrested": done to both by one verb."""
    one, two = syntax.head[lead.head], syntax.head[named.head]
    done = lead.definite == "indef" and syntax.deprel[lead.head] in ("obj", "nsubj:pass")
    if not done or syntax.deprel[named.head] != "nsubj:pass" or one < 0 or two < 0:
        return False
    if syntax.tokens[one].lemma != syntax.tokens[two].lemma or syntax.tokens[one].upos != "VERB":
        return False
    return len(_matter(lead, syntax) & _matter(named, syntax)) > 0


@cache
def _callings() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The classes of words for one person: those of a lead, and those beside a name."""
    tables: Mapping[str, Mapping[str, tuple[str, ...]]] = load("actors/callings")
    return tuple((frozenset(t["called"]), frozenset(t["named"])) for t in tables.values())
