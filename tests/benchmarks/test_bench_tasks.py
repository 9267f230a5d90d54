"""How records and analyses are put before the scorers."""

from __future__ import annotations

from benchmarks.corpora import ud
from benchmarks.score.attribution import Roles
from benchmarks.tasks import attribution, coreference, events, syntax
from onrecord.compare.scored.mentions import Surroundings, telling
from onrecord.extract.events.senses.kinds import Told
from onrecord.model.analysis import Analysis, Sentence, Token
from onrecord.records import Span

TEXT = "Arvenia bombed the port. Besk urged talks."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def test_an_attribution_within_another_is_left_out() -> None:
    outer = Roles(((0, 3),), ((4, 8),), ((9, 40),))
    inner = Roles(((10, 14),), ((15, 20),), ((21, 40),))
    assert attribution.outermost([outer, inner]) == [outer]


def test_the_lists_say_of_a_pair_what_fits_it_best() -> None:
    strike = Told("ASSAULT", 1, frozenset({0}), frozenset({2, 3}), "happened")
    swap = Told("RETREAT", 6, frozenset({5}), frozenset(), "happened")
    assert events.nearest([swap, strike], frozenset({0}), frozenset({3})) == "ASSAULT"
    assert events.nearest([strike, swap], frozenset({5}), frozenset({9})) == "YIELD"
    assert events.nearest([], frozenset({5}), frozenset({9})) == events.NOTHING


def _token(words: str, lemma: str, head: int) -> Token:
    at = span(words)
    return Token(at.start, at.end, words, lemma, "VERB", head, "root" if head < 0 else "obj")


def test_heads_are_counted_through_the_document() -> None:
    first = Sentence(0, 24, 0, (_token("Arvenia", "Arvenia", 1), _token("bombed", "bomb", -1)))
    second = Sentence(25, 42, 0, (_token("Besk", "Besk", 1), _token("urged", "urge", -1)))
    assert [w.head for w in syntax.words_of([first, second])] == [1, -1, 3, -1]
    analysis = Analysis(TEXT, (first, second))
    bombed = span("Arvenia bombed")
    told = telling(analysis, bombed.start, bombed.end, document=0, around=Surroundings())
    assert told is not None and told.lemma == "bomb"


def test_a_name_means_the_mention_whose_head_it_holds() -> None:
    forms = [("the", 1), ("port", -1), ("of", 3), ("Lun", 1)]
    text, tokens = "", []
    for form, head in forms:
        tokens.append(ud.Token(form, form, "X", head, "dep", len(text), len(text) + len(form)))
        text += form + " "
    sentence = ud.Sentence("1", text.strip(), tuple(tokens), "d", "news")
    whole = ud.Mention(0, 0, 3, 0, 15, "place", "new", 1, "coref", None)
    town = ud.Mention(0, 3, 3, 12, 15, "place", "new", 2, "sgl", None)
    document = ud.Document("d", "news", text, (sentence,), (whole, town))
    chains = [((0, 8), (12, 15))]  # "the port" is the port of Lun, "Lun" the town
    clusters = coreference._by_head(document, chains, {"place"})
    assert clusters == [{(0, 15), (12, 15)}]
    assert coreference._by_head(document, chains, {"person"}) == [{(0, 8), (12, 15)}]
