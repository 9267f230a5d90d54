"""The steps from a report's analysis to its actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.extract.actors.canon import is_joint, joint_actor, one_of_each_class, to_actor, wanted
from onrecord.extract.actors.mentions.classed import join_classed
from onrecord.extract.actors.mentions.describe import describe
from onrecord.extract.actors.mentions.doers import find_doers
from onrecord.extract.actors.mentions.entities import Entities
from onrecord.extract.actors.mentions.general import join_papers, part_papers
from onrecord.extract.actors.mentions.index import ActorIndex
from onrecord.extract.actors.mentions.lands import settle_countries
from onrecord.extract.actors.mentions.mention import find_mentions, in_order, joint_mentions
from onrecord.extract.actors.mentions.retag import retag
from onrecord.extract.actors.mentions.styled import join_self_named
from onrecord.extract.actors.reference.authored import Authored
from onrecord.extract.actors.reference.descriptions import join_descriptions
from onrecord.extract.actors.reference.grammar import join_predicates
from onrecord.extract.actors.reference.home import Home
from onrecord.extract.actors.reference.kin import join_kin
from onrecord.extract.actors.reference.names import join_names
from onrecord.extract.actors.reference.nominals import (
    join_joint,
    join_nominals,
    join_owned,
    name_parts_of_groups,
    own_countries,
)
from onrecord.extract.actors.reference.pronouns import PronounOptions, Pronouns
from onrecord.extract.actors.reference.speech import Speech, join_documents
from onrecord.extract.actors.trees.authors import Author, author_of
from onrecord.extract.actors.trees.countries import bare
from onrecord.extract.actors.trees.speakers import part_speakers
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables, tables
from onrecord.extract.actors.trees.turns import turns
from onrecord.model.analysis import Analysis
from onrecord.records import Actor, Place, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorOptions:
    """How actors are found."""

    pronouns: PronounOptions = field(default_factory=PronounOptions)


def find_actors(
    report: Report,
    analysis: Analysis,
    places: Sequence[Place] = (),
    *,
    spans: Iterable[tuple[int, int]] = (),
    options: ActorOptions | None = None,
) -> ActorIndex:
    """The actors of a report, in order of first mention, with ids ``<report id>:aN``.

    Every source of ``analysis.attributions`` and each of ``spans`` (code points) gets an actor, if
    need be an unnamed one of its own. ``places`` are the report's, for the country that it is
    about. LexiconError where a lexicon cannot be used.
    """
    options = options or ActorOptions()
    lexicons = tables()
    syntax = Syntax(analysis, lexicons.words)
    sources = [a.source for a in analysis.attributions if a.source is not None]
    asked = [*sources, *spans]
    entities = resolve(syntax, asked, lexicons, options, places, author_of(report))
    return _index(report, entities, syntax, lexicons)


def resolve(
    syntax: Syntax,
    spans: Sequence[tuple[int, int]],
    lexicons: Tables,
    options: ActorOptions,
    places: Sequence[Place] = (),
    author: Author | None = None,
) -> Entities:
    """All mentions of the text, gathered into entities: actors, and things besides."""
    entities = gather(syntax, spans, lexicons, places, author)
    authored = Authored(entities, syntax, lexicons, author)
    speech = Speech(entities, syntax, turns(syntax.analysis))
    Pronouns(entities, syntax, speech, options.pronouns, authored).resolve()
    join_predicates(entities, syntax)
    join_owned(entities, syntax, Home(entities, syntax, lexicons, places, author))
    name_parts_of_groups(entities, syntax)
    settle_countries(entities, syntax, lexicons)
    own_countries(entities, syntax)
    return entities


def gather(
    syntax: Syntax,
    spans: Sequence[tuple[int, int]],
    lexicons: Tables,
    places: Sequence[Place] = (),
    author: Author | None = None,
) -> Entities:
    """The entities as names and nouns make them, each pronoun still by itself."""
    part_speakers(syntax, spans)
    retag(syntax, lexicons, places)
    texts = (bare(syntax.name_text(number)) for number in range(len(syntax.name_heads)))
    named = (lexicons.countries.of_word(text) for text in texts)
    syntax.countries = frozenset(country for country in named if country is not None)
    mentions = find_mentions(syntax, spans)
    known = {mention.head: mention for mention in mentions}
    mentions = in_order([*mentions, *find_doers(syntax, lexicons.words, known)])
    for mention in mentions:
        describe(mention, syntax, lexicons)
    join_classed(mentions, syntax)
    part_papers(mentions)
    entities = Entities(in_order([*mentions, *joint_mentions(syntax, mentions, spans)]))
    join_names(entities, syntax, lexicons)
    join_papers(entities, syntax)
    join_nominals(entities, syntax, lexicons, Home(entities, syntax, lexicons, places, author))
    join_documents(entities, syntax, lexicons)
    join_self_named(entities, syntax)
    join_descriptions(entities, syntax)
    join_kin(entities, syntax)
    join_joint(entities)
    return entities


def _index(report: Report, entities: Entities, syntax: Syntax, lexicons: Tables) -> ActorIndex:
    kept = one_of_each_class([entity for entity in entities.all() if wanted(entity)], syntax)
    ids = {id(entity): f"{report.id}:a{place}" for place, entity in enumerate(kept, 1)}
    actors: dict[str, Actor] = {}
    heads: dict[int, Actor] = {}
    for entity in kept:
        if not is_joint(entity):
            actor = to_actor(entity, ids[id(entity)], syntax, lexicons)
            actors[actor.id] = actor
            heads.update({m.head: actor for m in entity.mentions if m.form != "joint"})
    joint: dict[int, tuple[int, Actor]] = {}
    each: dict[int, tuple[Actor, ...]] = {}
    for entity in filter(is_joint, kept):
        first = entity.mentions[0]
        parts = [heads[head] for head in first.parts if head in heads]
        actor = joint_actor(entity, parts, ids[id(entity)], syntax)
        actors[actor.id] = actor
        apart = (m.head for m in entity.mentions if m.form == "joint" and m.head not in m.parts)
        again = (m.head for m in entity.mentions if m.form == "pronoun")  # "they", the two
        each.update(dict.fromkeys([*apart, *again], tuple(parts)))
        joint.update({m.head: (m.end, actor) for m in entity.mentions if m.form == "joint"})
        heads.update({m.head: actor for m in entity.mentions if m.form == "pronoun"})
    return ActorIndex(
        [actors[identity] for identity in ids.values()],
        syntax,
        heads,
        joint,
        lexicons.words.possessions,
        each,
    )
