"""Whom pronouns and statements mean, and when nobody is safer."""

from __future__ import annotations

from onrecord.extract.actors import ActorIndex, find_actors
from onrecord.model.analysis import Analysis
from tests.factories import analysis, place, report


def index(read: Analysis) -> ActorIndex:
    return find_actors(report(read.text), read)


def name(read: Analysis, words: str) -> str | None:
    found = index(read).at(*place(read.text, words))
    return found.name if found is not None else None


LUND = "Anders/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root on/ADP/5/case Monday/PROPN/3/obl"


def test_he_is_the_man_before() -> None:
    read = analysis(
        LUND,
        "He/PRON/2/nsubj declined/VERB/0/root ~./PUNCT/2/punct",
        names=[("Anders Lund", "PER")],
        said=[("He", "declined", [])],
    )
    assert name(read, "He") == "Anders Lund"


def test_she_is_not_a_man() -> None:
    read = analysis(
        "Mr/PROPN/2/nmod:desc Lund/PROPN/3/nsubj spoke/VERB/0/root ~./PUNCT/3/punct",
        "She/PRON/2/nsubj declined/VERB/0/root ~./PUNCT/2/punct",
        names=[("Lund", "PER")],
        said=[("She", "declined", [])],
    )
    found = index(read).at(*place(read.text, "She"))
    assert found is not None
    assert (found.name, found.kind, found.named) == ("unnamed person", "person", False)


def test_two_men_side_by_side_leave_he_open() -> None:
    read = analysis(
        "Lund/PROPN/4/nsubj and/CCONJ/3/cc Berg/PROPN/1/conj spoke/VERB/0/root ~./PUNCT/4/punct",
        "He/PRON/2/nsubj declined/VERB/0/root ~./PUNCT/2/punct",
        names=[("Lund", "PER"), ("Berg", "PER")],
        said=[("He", "declined", [])],
    )
    assert name(read, "He") == "unnamed person"


def test_i_in_a_quotation_is_its_speaker() -> None:
    read = analysis(
        "“/PUNCT/3/punct ~I/PRON/3/nsubj left/VERB/6/ccomp ~,/PUNCT/3/punct ~”/PUNCT/3/punct"
        " said/VERB/0/root Lund/PROPN/6/nsubj ~./PUNCT/6/punct",
        names=[("Lund", "PER")],
        said=[("Lund", "said", ["I left"])],
    )
    assert name(read, "I") == "Lund"


def test_i_outside_quotations_is_the_reporter() -> None:
    read = analysis("I/PRON/2/nsubj saw/VERB/0/root smoke/NOUN/2/obj ~./PUNCT/2/punct")
    found = index(read).actors
    assert [(a.name, a.sector, a.named) for a in found] == [("reporter", "JRN", False)]


def test_one_person_is_not_we() -> None:
    read = analysis(
        "“/PUNCT/3/punct ~We/PRON/3/nsubj left/VERB/6/ccomp ~,/PUNCT/3/punct ~”/PUNCT/3/punct"
        " said/VERB/0/root Lund/PROPN/6/nsubj ~./PUNCT/6/punct",
        names=[("Lund", "PER")],
        said=[("Lund", "said", ["We left"])],
    )
    assert name(read, "We") == "unnamed people"


def test_who_is_the_noun_its_clause_describes() -> None:
    read = analysis(
        "Lund/PROPN/5/nsubj ~,/PUNCT/4/punct who/PRON/4/nsubj warned/VERB/1/acl:relcl"
        " left/VERB/0/root",
        names=[("Lund", "PER")],
        said=[("who", "warned", [])],
    )
    assert name(read, "who") == "Lund"


def test_a_statement_is_its_makers_word() -> None:
    read = analysis(
        "Peace/NOUN/5/ccomp ~,/PUNCT/5/punct a/DET/4/det statement/NOUN/5/nsubj said/VERB/0/root",
        "The/DET/2/det ministry/NOUN/3/nsubj said/VERB/0/root in/ADP/6/case a/DET/6/det"
        " statement/NOUN/3/obl that/SCONJ/9/mark it/PRON/9/nsubj agreed/VERB/3/ccomp",
        "The/DET/2/det statement/NOUN/3/nsubj added/VERB/0/root more/ADJ/3/obj",
        said=[
            ("a statement", "said", ["Peace"]),
            ("The ministry", "said#2", ["that it agreed"]),
            ("The statement", "added", ["more"]),
        ],
    )
    assert name(read, "a statement") == "statement"
    assert name(read, "The statement") == name(read, "The ministry") == "ministry"


def test_every_source_has_an_actor() -> None:
    read = analysis(
        "Many/ADJ/2/nsubj said/VERB/0/root so/ADV/2/advmod ~./PUNCT/2/punct",
        "Nothing/PRON/2/nsubj suggests/VERB/0/root otherwise/ADV/2/advmod ~./PUNCT/2/punct",
        said=[("Many", "said", ["so"]), ("Nothing", "suggests", ["otherwise"])],
    )
    found = index(read)
    for words in ("Many", "Nothing"):
        meant = found.at(*place(read.text, words))
        assert meant is not None
        assert not meant.named


def test_he_is_whom_the_sentence_before_is_about() -> None:
    read = analysis(
        "Cole/PROPN/2/nsubj met/VERB/0/root Lund/PROPN/2/obj ~./PUNCT/2/punct",
        "Cole/PROPN/2/nsubj thanked/VERB/0/root Cole/PROPN/2/obj ~./PUNCT/2/punct",
        "Lund/PROPN/2/nsubj left/VERB/0/root ~./PUNCT/2/punct",
        "He/PRON/2/nsubj slept/VERB/0/root ~./PUNCT/2/punct",
        names=[("Cole", "PER"), ("Lund", "PER"), ("Cole", "PER"), ("Cole", "PER"), ("Lund", "PER")],
    )
    assert name(read, "He") == "Lund"
