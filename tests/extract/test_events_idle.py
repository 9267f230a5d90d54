"""Words of acts that only tell of talk: asked for comment, stood by a report."""

from __future__ import annotations

import pytest

from tests.extract.test_events import events
from tests.factories import analysis

ASKED = (
    "Asked/VERB/8/advcl by/ADP/3/case reporters/NOUN/1/obl:agent for/ADP/5/case"
    " {what}/NOUN/1/obl ~,/PUNCT/1/punct Arven/PROPN/8/nsubj left/VERB/0/root ~./PUNCT/8/punct"
)


def test_who_is_asked_for_comment_is_asked_for_nothing() -> None:
    read = analysis(ASKED.format(what="comment"), names=[("Arven", "GPE")])
    types = [e.type for e in events(read)]
    assert "REQUEST" not in types


@pytest.mark.parametrize(("who", "agree"), [("accounts", False), ("governments", True)])
def test_accounts_that_agree_make_no_agreement(who: str, agree: bool) -> None:
    read = f"The/DET/2/det {who}/NOUN/3/nsubj agreed/VERB/0/root ~./PUNCT/3/punct"
    assert ("AGREE" in [e.type for e in events(analysis(read))]) is agree


def test_a_paper_that_stands_by_it_supports_nobody() -> None:
    read = analysis(
        "Harbour/PROPN/2/compound Times/PROPN/3/nsubj stands/VERB/0/root by/ADP/5/case"
        " it/PRON/3/obl ~./PUNCT/3/punct",
        names=[("Harbour Times", "ORG")],
    )
    assert "SUPPORT" not in [e.type for e in events(read)]


def test_soldiers_stationed_nearby_are_not_deployed() -> None:
    read = (
        "Soldiers/NOUN/4/nsubj stationed/VERB/1/acl nearby/ADV/2/advmod left/VERB/0/root"
        " ~./PUNCT/4/punct"
    )
    assert "MOBILIZE" not in [e.type for e in events(analysis(read))]
