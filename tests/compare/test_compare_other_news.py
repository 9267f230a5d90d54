"""What two reports tell of two matters in the same words: own results, other days' dead, other
places' numbers, the parts of a name."""

from __future__ import annotations

import pytest

from onrecord.compare.accounts.facts import Said, view
from onrecord.compare.accounts.figures import differ
from onrecord.compare.between.judged import one_thing
from onrecord.compare.pairs.claims import supports, told_figures
from onrecord.compare.pairs.sayings import repeated
from onrecord.compare.pairs.slots import numbers
from onrecord.compare.pairs.warnings import fulfilled
from onrecord.link.words import keys
from tests.compare.accounts import Account


def said(
    id_: str, who: str, words: str, day: str, *, kind: str = "company", act: str = "assert",
    **fields: str,
) -> Said:  # fmt: skip
    account = Account(id_, f"{who} said {words}.", day)
    account.said(act, account.actor(who, who, kind, named=True), words, cue="said", **fields)
    return next(iter(view(account.record()).said.values()))


def test_written_numbers_are_numbers() -> None:
    assert keys("eighteen ships") == keys("18 ships")
    assert told_figures("twelve") == told_figures("12") == {"12"}


def test_a_number_is_one_with_its_unit() -> None:
    assert told_figures("up 22 percent to $20.6 million") == {"22%", "20.6million"}
    assert told_figures("22%").isdisjoint(told_figures("22 million"))


def test_two_firms_tell_each_its_own_results() -> None:
    one = said("r1", "Brill Works", "net income fell 6% to $20.6 million in the third quarter",
               "2031-10-27")  # fmt: skip
    other = said("r2", "Tarn Mills", "net income fell 20% to $6.1 million in the third quarter",
                 "2031-10-28")  # fmt: skip
    assert supports(one, other) is None


@pytest.mark.parametrize(
    ("words", "odds"),
    [
        ("floods had killed 46 people across the country", False),
        ("floods had killed 46 people in Tarn", True),
    ],
)
def test_a_towns_dead_are_some_of_the_countrys(words: str, odds: bool) -> None:
    town = said("r1", "The mayor", "floods had killed 10 people in Tarn", "2031-04-02",
                kind="office")  # fmt: skip
    other = said("r2", "The ministry", words, "2031-04-02", kind="office")
    assert (differ(town, other) is not None) is odds


@pytest.mark.parametrize(
    ("days", "odds"), [(("2031-04-02", "2031-04-03"), False), (("2031-04-04", "2031-04-05"), True)]
)
def test_tolls_of_two_sources_contradict_once_the_count_is_settled(
    days: tuple[str, str], odds: bool
) -> None:
    told = []
    for number, (id_, who, day, much) in enumerate(
        (("r1", "The Red Cross", days[0], "10"), ("r2", "The Tarn Centre", days[1], "17"))
    ):
        text = f"{who} said a raid on Tarn killed {much} people."
        account = Account(id_, text, day)
        source = account.actor(who, who, "ngo", named=True)
        word = account.said("assert", source, f"a raid on Tarn killed {much} people")
        account.event(
            "raid", status="alleged", on_word_of=word, when="2031-04-01",
            killed=(int(much), int(much), much), place=("Tarn", "Tarn", 50.0, 20.0 + number / 100),
            time=("said", "2031-04-01"),
        )  # fmt: skip
        seen = view(account.record())
        told.append((next(iter(seen.events.values())), next(iter(seen.said.values()))))
    (earlier, word1), (later, word2) = told
    assert (numbers(earlier, later, word1, word2) is not None) is odds


@pytest.mark.parametrize(
    ("earlier", "later", "again"),
    [
        ("rebel fire killed 15 civilians, two children among them",
         "rebel fire killed 21 civilians, two children among them", False),
        ("rebel fire killed 15 civilians, two children among them",
         "rebel fire killed 15 civilians, two children among them", True),
        ("the toll could rise since many of the wounded are in serious condition",
         "the toll could rise since many of the wounded are in serious condition today", False),
    ],
)  # fmt: skip
def test_another_days_dead_are_nothing_said_again(earlier: str, later: str, again: bool) -> None:
    one = said("r1", "The Delta Monitor", earlier, "2031-03-01", kind="ngo")
    other = said("r2", "The Delta Monitor", later, "2031-03-20", kind="ngo")
    assert (repeated(one, other) is not None) is again


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("the states must pay to combat climate change", False),
        ("climate change is happening to us all", True),
    ],
)
def test_two_words_of_one_name_are_no_matter(words: str, one: bool) -> None:
    denial = said("r1", "The senator", "climate change is not happening", "2031-03-03",
                  kind="person", polarity="negative")  # fmt: skip
    assert one_thing(denial, said("r2", "The panel", words, "2031-03-04", kind="ngo")) is one


def test_what_a_deed_is_called_holds_nothing_out() -> None:
    warning = Account("r1", "The UN warned an attack on the camp may be a war crime.", "2031-03-10")
    who = warning.actor("UN", "The UN", "igo")
    warning.said("warn", who, "an attack on the camp may be a war crime", said="2031-03-10")
    later = Account("r2", "An attack on a camp was a war crime, a lawyer said.", "2031-03-20")
    later.event("attack", when="2031-03-19")
    event = next(iter(view(later.record()).events.values()))
    assert fulfilled(event, next(iter(view(warning.record()).said.values()))) is None
