"""What passes between two parties: the classifier, and what it may change in the record."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.extract.events.senses.kinds import KINDS, SIZE, Kinds, kind_of, kinds
from onrecord.model.meaning import WIDTH, Meaning
from onrecord.model.network import WEIGHTS
from tests.extract.test_events import events
from tests.factories import analysis

shipped = pytest.mark.skipif(
    not (WEIGHTS / "meaning.onnx").exists(), reason="no weights are shipped here"
)


def head(path: Path, *, likely: str) -> Kinds:
    """A classifier that finds ``likely`` whatever it sees."""
    bias = np.full(len(KINDS), -9.0, np.float32)
    bias[KINDS.index(likely)] = 9.0
    np.savez(
        path, weight=np.zeros((SIZE, len(KINDS))), bias=bias, mean=np.zeros(SIZE, np.float32),
        scale=np.ones(SIZE, np.float32), retreat=np.ones(WIDTH + 1),
    )  # fmt: skip
    return Kinds(head=path)


def test_concede_and_retreat_are_one_kind() -> None:
    assert (kind_of("CONCEDE"), kind_of("RETREAT"), kind_of("AID")) == ("YIELD", "YIELD", "AID")


def test_what_is_weighed_is_a_distribution(tmp_path: Path) -> None:
    odds = head(tmp_path / "head.npz", likely="AID").weigh(np.zeros(SIZE, np.float32))
    assert list(odds) == list(KINDS)
    assert sum(odds.values()) == pytest.approx(1.0)
    assert max(odds, key=lambda kind: odds[kind]) == "AID"


def test_a_file_that_is_missing_or_of_another_size_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="missing"):
        Kinds(head=tmp_path / "none.npz")
    np.savez(
        tmp_path / "old.npz", weight=np.zeros((3, 2)), bias=np.zeros(2), mean=0, scale=1,
        retreat=np.zeros(2),
    )  # fmt: skip
    with pytest.raises(ModelError, match="another version"):
        Kinds(head=tmp_path / "old.npz")


@shipped
def test_states_are_a_row_a_word_and_the_same_every_time() -> None:
    meaning = Meaning()
    one = meaning.states(["Chad", "armed", "the", "militia"])
    assert one.shape == (4, WIDTH)
    assert np.array_equal(one, meaning.states(["Chad", "armed", "the", "militia"]))
    assert meaning.states([]).shape == (0, WIDTH)


@shipped
def test_a_sentence_longer_than_the_encoder_reads_has_all_its_rows() -> None:
    assert Meaning().states(["word"] * 400).shape == (400, WIDTH)


@shipped
def test_words_that_name_the_act_plainly_are_left_alone() -> None:
    read = analysis("Rebels/NOUN/2/nsubj attacked/VERB/0/root soldiers/NOUN/2/obj ~./PUNCT/2/punct")
    (found,) = events(read)
    assert found.type == "ASSAULT"


@shipped
def test_the_shipped_classifier_is_of_this_version() -> None:
    assert kinds().weigh(np.zeros(SIZE, np.float32)).keys() == set(KINDS)
