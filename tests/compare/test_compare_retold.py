"""Which mentions are likely to be told of once more in their story."""

from __future__ import annotations

import numpy as np

from onrecord.compare.scored.chains import weighed
from onrecord.compare.scored.manner import manner
from onrecord.compare.scored.mentions import Surroundings, Telling, telling
from onrecord.compare.scored.retold import Retold, meant, observed
from onrecord.model.analysis import Analysis, Sentence, Token

ROWS = (
    ("Wardens", "warden", "NOUN", 3, "nsubj"), ("did", "do", "AUX", 3, "aux"),
    ("not", "not", "PART", 3, "advmod"), ("close", "close", "VERB", -1, "root"),
    ("the", "the", "DET", 5, "det"), ("pier", "pier", "NOUN", 3, "obj"),
    ("damaged", "damage", "VERB", 5, "acl"), (".", ".", "PUNCT", 3, "punct"),
)  # fmt: skip


def _analysis() -> Analysis:
    tokens, at = [], 0
    for text, lemma, upos, head, deprel in ROWS:
        tokens.append(Token(at, at + len(text), text, lemma, upos, head, deprel))
        at += len(text) + 1
    text = " ".join(row[0] for row in ROWS)
    return Analysis(text, (Sentence(0, len(text), 0, tuple(tokens)),))


def _told(document: int, at: int) -> Telling:
    analysis = _analysis()
    word = analysis.sentences[0].tokens[at]
    found = telling(analysis, word.start, word.end, document=document, around=Surroundings())
    assert found is not None
    return found


def test_manner_tells_a_main_verb_from_one_told_in_passing() -> None:
    analysis = _analysis()
    start = [t.start for t in analysis.sentences[0].tokens]
    main = manner(analysis, 0, [3], 3, start[3])
    passing = manner(analysis, 0, [6], 6, start[6])
    assert len(main) == len(passing) and main != passing
    assert all(np.isfinite(main)) and all(np.isfinite(passing))


def test_observed_counts_company_and_holds_for_a_mention_alone() -> None:
    told = [_told(0, 3), _told(1, 3), _told(1, 6)]
    odds = np.array([[0.0, 4.0, -3.0], [4.0, 0.0, -3.0], [-3.0, -3.0, 0.0]])
    table = observed(told, odds)
    assert table.shape[0] == 3 and np.isfinite(table).all()
    assert table[0, 0] > 0.9 > 0.1 > table[2, 0]
    assert np.isfinite(observed(told[:1], np.zeros((1, 1)))).all()
    assert meant(told).shape == (3, 3, 384)


def test_log_odds_of_a_mention_are_bounded() -> None:
    told = [_told(0, 3), _told(1, 3)]
    width = observed(told, np.zeros((2, 2))).shape[1]
    high = Retold(np.zeros(width), np.ones(width), np.ones(width), np.zeros((3, 384)), 50.0)
    assert (high(told, np.zeros((2, 2))) == 4.0).all()


def test_a_pair_is_the_less_likely_one_event_the_less_either_is_retold() -> None:
    odds = np.zeros((3, 3))
    found = weighed(odds, np.array([3.0, 3.0, -3.0]))
    assert found[0, 1] > 0 >= found[0, 2] == found[1, 2]
