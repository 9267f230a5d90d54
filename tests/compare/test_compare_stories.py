"""Stories and chains: which reports belong together, which mentions are one event."""

from __future__ import annotations

import numpy as np

from onrecord.compare.scored.chains import scorer
from onrecord.compare.scored.company import Vectors, pair_features
from onrecord.compare.scored.mentions import Surroundings, Telling, telling
from onrecord.compare.scored.stories import StoryOptions, average_link, likeness, stories
from onrecord.model.analysis import Analysis, Sentence, Token

TEXTS = (
    "The ferry Aurora sank off Brasnik. Divers searched the ferry Aurora for Captain Ilves.",
    "Captain Ilves of the ferry Aurora, which sank off Brasnik, was questioned.",
    "Ordavia's parliament passed Minister Keel's tax law after a long debate in Talvik.",
    "Minister Keel defended the tax law that parliament in Talvik passed after debate.",
)


def test_reports_that_share_names_and_words_are_one_story() -> None:
    assert stories(TEXTS) == [[0, 1], [2, 3]]
    assert stories(TEXTS[::-1]) == [[0, 1], [2, 3]]
    assert stories([]) == [] and stories(TEXTS[:1]) == [[0]]


def test_two_stories_that_are_told_alike_are_parted_by_what_each_has_of_its_own() -> None:
    alike = "A tremor of magnitude six shook the island coast at night and buildings fell."
    quays = "Quay wardens in Harrow Bay closed the ferry pier after cranes toppled."
    mines = "Miners in Upper Dell escaped the shaft when the winding tower bent."
    texts = [f"{alike} {alike} {quays}"] * 4 + [f"{alike} {alike} {mines}"] * 4
    loose = StoryOptions(least=0.0)
    assert stories(texts, options=loose) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert stories(texts[:7], options=loose) == [list(range(7))]  # too few to be two stories


def test_likeness_is_symmetric_and_at_most_one() -> None:
    table = likeness(TEXTS)
    assert np.allclose(table, table.T) and table.max() <= 1 + 1e-6


def test_average_link_joins_while_the_mean_is_high_enough() -> None:
    like = np.array([[1.0, 0.9, 0.2], [0.9, 1.0, 0.5], [0.2, 0.5, 1.0]])
    assert average_link(like, 0.6) == [[0, 1], [2]]
    assert average_link(like, 0.35) == [[0, 1, 2]]
    assert average_link(like, 0.95) == [[0], [1], [2]]


def _mention(document: int, subject: str, verb: str, lemma: str, object_: str) -> Telling:
    text = f"{subject} {verb} {object_}"
    at = len(subject) + 1
    tokens = (
        Token(0, len(subject), subject, subject, "PROPN", 1, "nsubj"),
        Token(at, at + len(verb), verb, lemma, "VERB", -1, "root"),
        Token(at + len(verb) + 1, len(text), object_, object_, "PROPN", 1, "obj"),
    )
    analysis = Analysis(text, (Sentence(0, len(text), 0, tokens),))
    told = telling(analysis, at, at + len(verb), document=document, around=Surroundings())
    assert told is not None
    return told


def test_a_mention_knows_who_did_it_to_whom() -> None:
    told = _mention(0, "Ordavia", "bombed", "bomb", "Talvik")
    assert (told.left, told.right, told.lemma, told.verb) == (
        frozenset({"ordavia"}),
        frozenset({"talvik"}),
        "bomb",
        True,
    )


def test_features_do_not_depend_on_the_order_of_a_pair() -> None:
    told = [
        _mention(0, "Ordavia", "bombed", "bomb", "Talvik"),
        _mention(1, "Ordavia", "shelled", "shell", "Talvik"),
        _mention(1, "Kalmeria", "protested", "protest", "Monday"),
    ]
    table = pair_features(told, np.eye(2), Vectors({}))
    assert np.allclose(table, table.transpose(1, 0, 2)) and np.isfinite(table).all()


def test_the_shipped_scorer_joins_what_two_reports_tell_in_one_word() -> None:
    told = [
        _mention(0, "Ordavia", "bombed", "bomb", "Talvik"),
        _mention(1, "Ordavia", "bombed", "bomb", "Talvik"),
        _mention(1, "Kalmeria", "elected", "elect", "Keel"),
    ]
    like = np.array([[1.0, 0.4], [0.4, 1.0]])
    assert sorted(scorer().chains(told, like)) == [[0, 1], [2]]
    assert scorer().chains([], like) == []
