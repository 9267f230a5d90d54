"""Statements from hand-made trees: spans, acts, conditions, recipients, dates."""

from __future__ import annotations

import pytest

from onrecord.extract.actors import find_actors
from onrecord.extract.statements import find_statements, gather_statements
from onrecord.model.analysis import Analysis
from onrecord.records import Actor, Span, Statement, Time
from tests.extract.trees import analysis, report, spot

THREAT = (
    "Iran/PROPN/nsubj>4 on/ADP/case>3 Sunday/PROPN/obl>4 warned/VERB:warn/root>0 "
    "Israel/PROPN/obj>4 that/SCONJ/mark>14 if/SCONJ/mark>9 it/PRON/nsubj>9 "
    "attacks/VERB:attack/advcl>14 ~,/PUNCT/punct>9 its/PRON/nmod:poss>12 army/NOUN/nsubj>14 "
    "will/AUX/aux>14 respond/VERB/ccomp>4 forcefully/ADV/advmod>14 ~./PUNCT/punct>4"
)
DENIAL = (
    "Iran/PROPN/nsubj>4 has/AUX:have/aux>4 repeatedly/ADV/advmod>4 denied/VERB:deny/root>0 "
    "any/DET/det>6 role/NOUN/obj>4 and/CCONJ/cc>8 accuses/VERB:accuse/conj>4 "
    "Israel/PROPN/obj>8 of/SCONJ/mark>11 bombing/VERB:bomb/advcl>8 it/PRON/obj>11 "
    "~./PUNCT/punct>4"
)
SILENCE = (
    "The/DET/det>2 embassy/NOUN/nsubj>6 did/AUX:do/aux>6 not/PART/advmod>6 "
    "immediately/ADV/advmod>6 respond/VERB/root>0 to/ADP/case>9 a/DET/det>9 "
    "request/NOUN/obl>6 for/ADP/case>11 comment/NOUN/nmod>9 on/ADP/case>14 the/DET/det>14 "
    "arrests/NOUN:arrest/nmod>9 ~./PUNCT/punct>6"
)
NESTED = (
    "The/DET/det>2 ministry/NOUN/nsubj>3 said/VERB:say/root>0 in/ADP/case>6 a/DET/det>6 "
    "statement/NOUN/obl>3 that/SCONJ/mark>11 the/DET/det>9 mayor/NOUN/nsubj>11 "
    "had/AUX:have/aux>11 warned/VERB:warn/ccomp>3 that/SCONJ/mark>15 the/DET/det>14 "
    "dam/NOUN/nsubj>15 leaked/VERB:leak/ccomp>11 ~./PUNCT/punct>3"
)
TOLD = (
    "An/DET/det>2 officer/NOUN/nsubj>3 told/VERB:tell/root>0 reporters/NOUN:reporter/obj>3 "
    "in/ADP/case>6 Baghdad/PROPN/obl>3 that/SCONJ/mark>11 they/PRON/nsubj>11 "
    "did/AUX:do/aux>11 not/PART/advmod>11 know/VERB/ccomp>3 ~,/PUNCT/punct>13 "
    "adding/VERB:add/advcl>3 that/SCONJ/mark>16 troops/NOUN:troop/nsubj>16 "
    "left/VERB:leave/ccomp>13 ~./PUNCT/punct>3"
)
BELIEVES = (
    "London/PROPN/nsubj>2 said/VERB:say/root>0 it/PRON/nsubj>4 believed/VERB:believe/ccomp>2 "
    "the/DET/det>6 vote/NOUN/nsubj:pass>8 was/AUX:be/aux:pass>8 rigged/VERB:rig/ccomp>4 "
    "~./PUNCT/punct>2"
)
RUN_TOGETHER = (
    "Lysk/PROPN/nsubj>2 suffered/VERB:suffer/ccomp>12 raids/NOUN:raid/obj>2 "
    "which/PRON/nsubj>5 killed/VERB:kill/acl:relcl>3 a/DET/det>7 child/NOUN/obj>5 "
    "the/DET/det>9 Observatory/PROPN/nsubj>12 for/ADP/case>11 Rights/PROPN/nmod>9 "
    "said/VERB:say/root>0 ~./PUNCT/punct>12"
)


def read(
    text: Analysis, times: tuple[Time, ...] = ()
) -> tuple[tuple[Statement, ...], dict[str, Actor]]:
    """The statements of an analysis, and its actors by id."""
    told = report(text.text)
    gathered = gather_statements(told, text)
    actors = find_actors(told, text, spans=gathered.sources())
    found = find_statements(told, text, times, actors, gathered=gathered)
    assert find_statements(told, text, times, actors) == found
    return found, {actor.id: actor for actor in actors.actors}


def words(span: Span | None) -> str | None:
    return span.text if span else None


def day(text: str, name: str, value: str) -> Time:
    start, end = spot(text, name)
    return Time("r:t1", Span.of(text, start, end), "DATE", value)


def test_a_threat_with_its_condition_addressee_and_date() -> None:
    text = analysis(THREAT, names=(("Iran", "GPE"), ("Israel", "GPE")))
    (said,), actors = read(text, (day(text.text, "Sunday", "2020-01-05"),))
    assert said.act == "threaten"
    assert [words(c) for c in said.content] == [
        "that if it attacks, its army will respond forcefully"
    ]
    assert words(said.cue) == "warned"
    assert (words(said.condition), words(said.consequence)) == (
        "it attacks",
        "its army will respond forcefully",
    )
    assert said.addressee is not None and actors[said.addressee].name == "Israel"
    assert (said.said, said.said_time) == ("2020-01-05", "r:t1")


def test_one_subject_denies_and_accuses() -> None:
    text = analysis(DENIAL, names=(("Iran", "GPE"), ("Israel", "GPE")))
    (denied, accused), _ = read(text)
    assert denied.act == "deny" and denied.polarity == "negative"
    assert words(denied.cue) == "has repeatedly denied"
    assert words(denied.content[0]) == "any role"
    assert accused.act == "accuse" and words(accused.content[0]) == "Israel of bombing it"
    assert denied.source is not None and accused.source is not None
    assert denied.source.span == accused.source.span
    assert denied.said is None and accused.addressee is None


def test_silence_is_a_cue_of_its_own() -> None:
    (silent,), _ = read(analysis(SILENCE))
    assert silent.act == "decline" and silent.polarity == "positive"
    assert words(silent.cue) == "did not immediately respond to a request for comment"
    assert words(silent.content[0]) == "on the arrests"


def test_a_statement_within_a_statement() -> None:
    (outer, inner), _ = read(analysis(NESTED))
    assert outer.channel == "a statement" and outer.within is None
    assert words(outer.content[0]) == "that the mayor had warned that the dam leaked"
    assert outer.act == "assert"
    assert inner.within == outer.id and inner.act == "warn"
    assert words(inner.source.span if inner.source else None) == "the mayor"
    assert words(inner.content[0]) == "that the dam leaked"


def test_reporters_are_a_channel_and_a_participle_shares_the_speaker() -> None:
    (told, added), _ = read(analysis(TOLD))
    assert told.act == "disclaim" and told.polarity == "positive"
    assert told.channel == "reporters in Baghdad" == words(told.channel_span)
    assert words(told.content[0]) == "that they did not know"
    assert told.source is not None and added.source is not None
    assert added.source.span == told.source.span and not added.source.named
    assert words(added.content[0]) == "that troops left"


def test_what_one_says_one_believes_is_held_not_said() -> None:
    (held,), _ = read(analysis(BELIEVES, names=(("London", "GPE"),)))
    assert words(held.cue) == "said it believed"
    assert words(held.content[0]) == "the vote was rigged"
    assert held.certainty == "probable"


def test_the_taggers_spans_are_mended() -> None:
    loose = analysis(
        THREAT,
        names=(("Iran", "GPE"), ("Israel", "GPE")),
        said=(("Iran", "warned Israel", ("if it attacks, its army will respond forcefully.",)),),
    )
    (mended,), _ = read(loose)
    assert words(mended.cue) == "warned"
    assert words(mended.content[0]) == "that if it attacks, its army will respond forcefully"


def test_every_span_quotes_the_text_and_ids_are_in_order() -> None:
    text = analysis(THREAT, DENIAL, SILENCE, NESTED, TOLD, BELIEVES)
    found, _ = read(text)
    assert [s.id for s in found] == [f"r:s{n}" for n in range(1, len(found) + 1)]
    for statement in found:
        spans = [statement.cue, *statement.content, statement.condition, statement.consequence]
        for span in spans:
            assert span is None or text.text[span.start : span.end] == span.text


def test_a_text_without_statements_has_none() -> None:
    assert read(analysis("Rain/NOUN/nsubj>2 fell/VERB:fall/root>0 ~./PUNCT/punct>2"))[0] == ()


RUN_ON = (
    "Egypt/PROPN/nsubj>2 condemned/VERB:condemn/root>0 the/DET/det>4 attack/NOUN/obj>2 "
    "saying/VERB:say/advcl>2 it/PRON/nsubj>8 was/AUX:be/cop>8 cowardly/ADJ/ccomp>5 ~./PUNCT/punct>2"
)
UNABLE = (
    "Reuters/PROPN/nsubj>4 could/AUX/aux>4 not/PART/advmod>4 verify/VERB/root>0 the/DET/det>6 "
    "report/NOUN/obj>4 ~./PUNCT/punct>4"
)
NOBODY = (
    "Nobody/PRON/nsubj>3 has/AUX:have/aux>3 claimed/VERB:claim/root>0 responsibility/NOUN/obj>3 "
    "~./PUNCT/punct>3"
)
HEARSAY = (
    "The/DET/det>2 mayor/NOUN/nsubj:pass>5 was/AUX:be/aux:pass>5 reportedly/ADV/advmod>5 "
    "arrested/VERB:arrest/root>0 ~./PUNCT/punct>5"
)
GOES_ON = (
    "Many/ADJ/nsubj>2 blame/VERB/root>0 the/DET/det>4 army/NOUN/obj>2 which/PRON/nsubj>7 "
    "has/AUX:have/aux>7 denied/VERB:deny/acl:relcl>4 it/PRON/obj>7 ~./PUNCT/punct>2"
)


def test_a_participle_that_ran_on_is_a_statement_of_its_own() -> None:
    text = analysis(
        RUN_ON,
        names=(("Egypt", "GPE"),),
        said=(("Egypt", "condemned", ("the attack saying it was cowardly",)),),
    )
    (first, second), _ = read(text)
    assert words(first.content[0]) == "the attack" and first.act == "condemn"
    assert words(second.cue) == "saying" and words(second.content[0]) == "it was cowardly"
    assert second.source is not None and words(second.source.span) == "Egypt"


def test_not_to_be_able_to_tell_is_told() -> None:
    (said,), _ = read(analysis(UNABLE, said=(("Reuters", "verify", ("the report",)),)))
    assert said.act == "disclaim" and words(said.cue) == "could not verify"


def test_what_nobody_claimed_is_a_silence_of_nobody() -> None:
    text = analysis(NOBODY, said=(("Nobody", "has claimed", ("responsibility",)),))
    (said,), _ = read(text)
    assert (said.source, said.act, words(said.cue)) == (None, "decline", "Nobody has claimed")


def test_hearsay_has_no_source_and_no_certainty() -> None:
    (said,), _ = read(analysis(HEARSAY))
    assert said.source is None and said.certainty == "unknown"
    assert words(said.cue) == "reportedly"


def test_a_source_linked_to_the_wrong_verb_gives_way_to_the_subject() -> None:
    text = analysis(GOES_ON, said=(("Many", "denied", ("it",)),))
    denials = [s for s in read(text)[0] if s.act == "deny"]
    assert [words(s.source.span) for s in denials if s.source] == ["which"]


def test_a_source_that_was_lost_is_not_nobody() -> None:
    text = analysis(
        "Later/ADV/advmod>2 denied/VERB:deny/root>0 the/DET/det>4 charge/NOUN/obj>2",
        said=((None, "denied", ("the charge",)),),
    )
    assert read(text)[0] == ()


def test_the_cue_keeps_the_word_through_which_its_verb_takes_the_content() -> None:
    text = analysis(
        "Both/DET/det>2 sides/NOUN:side/nsubj>3 agreed/VERB:agree/root>0 on/ADP/case>6 a/DET/det>6 "
        "truce/NOUN/obl>3 ~./PUNCT/punct>3",
        said=(("Both sides", "agreed on", ("a truce",)),),
    )
    (said,), _ = read(text)
    assert (words(said.cue), words(said.content[0])) == ("agreed on", "a truce")


def test_the_cue_keeps_the_colon_that_was_drawn_with_it() -> None:
    text = analysis(
        "She/PRON/nsubj>2 said/VERB:say/root>0 ~:/PUNCT/punct>6 The/DET/det>5 road/NOUN/nsubj>6 "
        "is/AUX:be/cop>7 shut/ADJ/ccomp>2 ~./PUNCT/punct>2",
        said=(("She", "said:", ("The road is shut",)),),
    )
    (said,), _ = read(text)
    assert (words(said.cue), said.act) == ("said:", "assert")


def test_a_position_may_be_an_adjective() -> None:
    text = analysis(
        "The/DET/det>2 mayor/NOUN/nsubj>4 was/AUX:be/cop>4 critical/ADJ/root>0 of/ADP/case>7 "
        "the/DET/det>7 plan/NOUN/obl>4 ~./PUNCT/punct>4",
        said=(("The mayor", "was critical of", ("the plan",)),),
    )
    (said,), _ = read(text)
    assert said.certainty == "unknown"


def test_who_stands_behind_a_verb_of_telling_was_told() -> None:
    text = analysis(
        "Iran/PROPN/nsubj>3 has/AUX:have/aux>3 said/VERB:say/root>0 it/PRON/nsubj>5 "
        "agrees/VERB:agree/ccomp>3 and/CCONJ/cc>7 warned/VERB:warn/conj>3 "
        "President/NOUN/nsubj>7 Haddad/PROPN/flat>8 that/SCONJ/mark>12 he/PRON/nsubj>12 "
        "loses/VERB:lose/ccomp>7 ~./PUNCT/punct>3",
        said=(
            ("Iran", "has said", ("it agrees",)),
            (None, "warned", ("President Haddad that he loses",)),
        ),
    )
    (_, warned), _ = read(text)
    assert (warned.source and warned.source.span.text, words(warned.cue)) == ("Iran", "warned")


def test_words_that_the_tagger_cut_out_of_a_content_go_back_into_it() -> None:
    text = analysis(
        "Though/SCONJ/mark>6 the/DET/det>3 road/NOUN/nsubj:pass>6 was/AUX:be/aux:pass>6 "
        "not/PART/advmod>6 considered/VERB:consider/advcl>12 safe/ADJ/xcomp>6 ~,/PUNCT/punct>6 "
        "the/DET/det>10 army/NOUN/nsubj>12 had/AUX:have/aux>12 kept/VERB:keep/ccomp>17 "
        "it/PRON/obj>12 open/ADJ/xcomp>12 ~,/PUNCT/punct>17 officers/NOUN:officer/nsubj>17 "
        "said/VERB:say/root>0 ~./PUNCT/punct>17",
        said=(
            ("officers", "said", ("Though the road",)),
            (None, "was not considered", ("safe, the army had kept it open",)),
        ),
    )
    (said,), _ = read(text)
    assert [words(part) for part in said.content] == [
        "Though the road was not considered safe, the army had kept it open"
    ]


def test_of_whom_something_is_believed_is_no_source() -> None:
    text = analysis(
        "The/DET/det>2 rebels/NOUN:rebel/nsubj:pass>4 are/AUX:be/aux:pass>4 "
        "believed/VERB:believe/root>0 to/PART/mark>7 have/AUX/aux>7 fled/VERB:flee/xcomp>4 "
        "north/ADV/advmod>7 ~./PUNCT/punct>4",
        said=(("The rebels", "are believed", ("to have fled north",)),),
    )
    (said,), _ = read(text)
    assert (said.source, said.certainty) == (None, "probable")
    assert [words(part) for part in said.content] == ["The rebels", "to have fled north"]


def test_a_content_ends_with_its_paragraph() -> None:
    text = analysis(
        "Cole/PROPN/nsubj>2 calls/VERB:call/root>0 Adams/PROPN/obj>2 liar/NOUN/xcomp>2",
        "Adams/PROPN/nsubj>3 was/AUX:be/cop>3 liar/NOUN/ccomp>7 ~,/PUNCT/punct>7 "
        "Cole/PROPN/nsubj>7 has/AUX:have/aux>7 said/VERB:say/root>0 ~./PUNCT/punct>7",
        said=(("Cole", "calls", ("Adams liar Adams was liar",)), (None, "has said", ())),
    )
    found, _ = read(text)
    assert [[words(part) for part in one.content] for one in found] == [
        ["Adams liar"],
        ["Adams was liar"],
    ]


def test_who_is_cited_speaks_within_what_is_said_on_their_word() -> None:
    text = analysis(
        "The/DET/det>2 paper/NOUN/nsubj>3 reported/VERB:report/root>0 ~,/PUNCT/punct>5 "
        "citing/VERB:cite/advcl>3 officials/NOUN:official/obj>5 ~,/PUNCT/punct>5 "
        "that/SCONJ/mark>10 troops/NOUN:troop/nsubj>10 fled/VERB:flee/ccomp>3 ~./PUNCT/punct>3",
        said=(
            ("The paper", "reported", ("officials", "that troops fled")),
            (None, "citing", ()),
        ),
    )
    outer, inner = sorted(read(text)[0], key=lambda s: s.within is not None)
    assert (outer.source and outer.source.span.text, outer.within) == ("The paper", None)
    assert (inner.source and inner.source.span.text, inner.within) == ("officials", outer.id)
    assert [words(part) for part in inner.content] == ["that troops fled"]


def test_what_is_told_according_to_another_stands_within_it() -> None:
    text = analysis(
        "Shells/NOUN:shell/nsubj>2 fell/VERB:fall/ccomp>5 ~,/PUNCT/punct>2 Cole/PROPN/nsubj>5 "
        "told/VERB:tell/root>0 radio/NOUN/obj>5 ~,/PUNCT/punct>11 according/VERB:accord/case>11 "
        "to/ADP/fixed>8 the/DET/det>11 agency/NOUN/obl>5 ~./PUNCT/punct>5",
        said=(("radio", "according to", ("Shells fell, Cole told",)),),
        names=(("Cole", "PER"),),
    )
    outer, inner = sorted(read(text)[0], key=lambda s: s.within is not None)
    assert (outer.source and outer.source.span.text) == "the agency"
    assert [words(part) for part in outer.content] == ["Shells fell, Cole told radio"]
    assert (inner.source and inner.source.span.text, inner.within) == ("Cole", outer.id)
    assert [words(part) for part in inner.content] == ["Shells fell"]


@pytest.mark.parametrize(
    ("tree", "tagged", "source", "content"),
    [
        # who stands beside "said" has said it
        (RUN_TOGETHER,
         ("Lysk", "said", ("suffered raids which killed a child the Observatory for Rights",)),
         "the Observatory for Rights", "Lysk suffered raids which killed a child"),
        # a clause is told with its subject
        ("Air/NOUN/compound>2 strikes/NOUN:strike/nsubj>4 Saturday/PROPN/nmod>2 "
         "killed/VERB:kill/ccomp>9 24/NUM/nummod>6 people/NOUN/obj>4 a/DET/det>8 "
         "monitor/NOUN/nsubj>9 said/VERB:say/root>0 ~./PUNCT/punct>9",
         ("a monitor", "said", ("killed 24 people",)),
         "a monitor", "Air strikes Saturday killed 24 people"),
        # whom somebody told did not tell it
        ("We/PRON/nsubj>3 are/AUX:be/cop>3 ready/ADJ/ccomp>6 Pavel/PROPN/nsubj>6 "
         "Doru/PROPN/flat>4 told/VERB:tell/root>0 Ana/PROPN/obj>6 Brel/PROPN/flat>7 "
         "~./PUNCT/punct>6",
         ("Ana Brel", "told", ("We are ready Pavel Doru",)),
         "Pavel Doru", "We are ready"),
    ],
)  # fmt: skip
def test_where_commas_are_lost_the_order_of_words_tells_who_said_what(
    tree: str, tagged: tuple[str, str, tuple[str, ...]], source: str, content: str
) -> None:
    (one,), _ = read(analysis(tree, said=(tagged,)))
    assert one.source is not None and one.source.span.text == source
    assert [part.text for part in one.content] == [content]
