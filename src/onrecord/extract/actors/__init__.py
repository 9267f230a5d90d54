"""Who acts and speaks in a report: ``find_actors`` and the index of what it found.

Names, titles, pronouns and metonyms are gathered into actors by rules in order of how sure they
are: equal names; titles, appositions and acronyms; nouns with "the"; pronouns. What is not clear
stays an actor of its own. See docs/decisions/actors.md.
"""

from onrecord.extract.actors.find import ActorOptions, find_actors
from onrecord.extract.actors.mentions.index import ActorIndex

__all__ = ["ActorIndex", "ActorOptions", "find_actors"]
