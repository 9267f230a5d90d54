"""Accounts that a report sets against each other, opposite states, tolls of the whole report, and
accounts that say that they match."""

from __future__ import annotations

from typing import Any

from accounts import Account

from onrecord.compare import across, within

Links = list[tuple[str, str, str, str | None]]


def told(text: str, *said: tuple[str, str, str], **fields: Any) -> Links:
    """The links between statements of a report; each is its source, its cue and its content."""
    a = Account("r", text)
    for source, cue, content in said:
        kind = fields.get(source, "people")
        actor = a.actor(source, source, kind=kind, named=False)
        negative = content.startswith(("no ", "nothing", "nobody")) or cue == "denied"
        act = {"denied": "deny", "blamed": "accuse"}.get(cue, "assert")
        polarity = "negative" if negative else "positive"
        a.said(act, actor, content, cue=cue, polarity=polarity)
    return sorted(
        (one.kind, one.from_.split(":")[1], one.to.split(":")[1], one.slot)
        for one in within(a.record())
        if one.kind in ("contradicts", "supports", "denies")
    )


WHETHER: Links = [("contradicts", "s2", "s1", "whether")]


def test_but_sets_two_accounts_of_one_thing_against_each_other() -> None:
    text = "The mayor said the ferry had struck a rock, but the pilots said the ferry had capsized."
    said = (("mayor", "said", "the ferry had struck a rock"),)
    assert told(text, *said, ("pilots", "said#2", "the ferry had capsized")) == WHETHER
    calm = text.replace("but", "and")
    assert told(calm, *said, ("pilots", "said#2", "the ferry had capsized")) == []


def test_insisting_sets_accounts_apart_that_have_no_word_in_common() -> None:
    text = "The governor blamed a quarrel among smugglers. Villagers insisted that police had come."
    said = (("governor", "blamed", "a quarrel among smugglers"),)
    assert told(text, *said, ("Villagers", "insisted", "police had come")) == WHETHER
    calm = text.replace("insisted", "remembered")
    assert told(calm, *said, ("Villagers", "remembered", "police had come")) == []


def test_insisting_on_another_matter_gainsays_no_plain_account() -> None:
    text = "The governor said that 118 had died. Villagers insisted that police had come."
    said = (("governor", "said", "118 had died"),)
    assert told(text, *said, ("Villagers", "insisted", "police had come")) == []


def test_however_after_a_denial() -> None:
    text = (
        "The ministry denied that any grain was stored there. "
        "A watchman, however, told this paper that sacks had come by lorry."
    )
    said = (("ministry", "denied", "that any grain was stored there"),)
    found = told(text, *said, ("watchman", "told", "that sacks had come by lorry"))
    assert ("contradicts", "s2", "s1", "whether") in found


def test_what_would_be_and_other_matters_are_not_set_apart() -> None:
    ahead = "The mayor said the bridge had been shut, but traders said it would not be enough."
    said = (("mayor", "said", "the bridge had been shut"),)
    assert told(ahead, *said, ("traders", "said#2", "it would not be enough")) == []
    other = "The mayor said the bridge had been shut, but traders said wheat had arrived."
    assert told(other, *said, ("traders", "said#2", "wheat had arrived")) == []


def test_a_paragraph_between_sets_nothing_apart() -> None:
    text = "The mayor said the ferry had struck a rock.\n\nBut pilots said the ferry had capsized."
    said = (("mayor", "said", "the ferry had struck a rock"),)
    assert told(text, *said, ("pilots", "said#2", "the ferry had capsized")) == []


def test_opposite_states_contradict() -> None:
    text = (
        "The ministry said the drivers had been released. Their wives said the men were still held."
    )
    said = (("ministry", "said", "the drivers had been released"),)
    assert told(text, *said, ("wives", "said#2", "the men were still held")) == WHETHER
    open_ = "The army said the road was open. Drivers said it was closed."
    said = (("army", "said", "the road was open"),)
    assert told(open_, *said, ("Drivers", "said#2", "it was closed")) == WHETHER


def test_a_state_that_is_negated_is_the_other_one() -> None:
    text = "The ministry said the divers had been freed. The rebels said they had released nobody."
    said = (("ministry", "said", "the divers had been freed"),)
    assert told(text, *said, ("rebels", "said#2", "they had released nobody")) == WHETHER
    same = "The ministry said the divers were held. The rebels said they had released nobody."
    said = (("ministry", "said", "the divers were held"),)
    assert told(same, *said, ("rebels", "said#2", "they had released nobody")) == []


def test_a_toll_of_the_whole_report_meets_the_lead_wherever_it_stands() -> None:
    text = (
        "At least 40 miners were killed at the pit, the union said. {}"
        "The company put the number of dead at 22."
    )
    between = "".join(f"A trader said bread was dear in shop {n}. " for n in range(6))
    a = Account("r", text.format(between))
    union = a.actor("union", "union", kind="ngo", named=False)
    a.said("assert", union, "At least 40 miners were killed at the pit", cue="said")
    for n in range(6):
        trader = a.actor(f"trader {n}", f"trader#{n + 1}", kind="people", named=False)
        a.said("assert", trader, f"bread was dear in shop {n}", cue=f"said#{n + 2}")
    company = a.actor("company", "company", kind="company", named=False)
    a.said("assert", company, "the number of dead at 22", cue="put")
    found = [(one.kind, one.to.split(":")[1]) for one in within(a.record()) if one.slot == "number"]
    assert found == [("contradicts", "s1")]


def test_that_nobody_was_hurt_meets_the_lead_wherever_it_stands() -> None:
    lead = "Nine miners were injured at the pit, the union said. "
    between = "".join(f"A trader said bread was dear in shop {n}. " for n in range(6))
    traders = [
        (f"trader#{n + 1}", f"said#{n + 2}", f"bread was dear in shop {n}") for n in range(6)
    ]
    first = ("union", "said", "Nine miners were injured at the pit")
    for last, expected in (
        ("Nobody had been hurt", [("contradicts", "s8", "s1", "number")]),
        ("Nobody had been hurt at the sawmill", []),  # which the lead does not name
    ):
        text = f"{lead}{between}The company said {last[0].lower()}{last[1:]}."
        said = (first, *traders, ("company", "said#8", last[0].lower() + last[1:]))
        assert told(text, *said) == expected


def test_officers_are_some_of_so_many_bodies() -> None:
    text = "The army said two officers had died. A doctor said he had counted seven bodies."
    said = (("army", "said", "two officers had died"),)
    assert told(text, *said, ("doctor", "said#2", "he had counted seven bodies")) == []


def test_the_toll_of_weeks_is_not_that_of_a_day() -> None:
    text = "A monitor said 31 had been killed since the vote. {}"
    text = text.format("The ministry put the toll that day at four.")
    first = ("monitor", "said", "31 had been killed since the vote")
    assert told(text, first, ("ministry", "put", "the toll that day at four")) == []


def test_a_toll_told_at_first_has_grown() -> None:
    text = "The company first spoke of two deaths. The union put the number of dead at nine."
    said = (("company", "first spoke", "two deaths"),)
    assert told(text, *said, ("union", "put", "the number of dead at nine")) == []
    flat = "The company spoke of two deaths. The union put the number of dead at nine."
    said = (("company", "spoke", "two deaths"),)
    found = told(flat, *said, ("union", "put", "the number of dead at nine"))
    assert found == [("contradicts", "s2", "s1", "number")]


def test_hostages_are_counted_apart_from_those_who_were_freed() -> None:
    text = (
        "Herders freed four guards, the church said. Officials put the number of hostages at seven."
    )
    said = (("church", "said", "Herders freed four guards"),)
    assert told(text, *said, ("Officials", "put", "the number of hostages at seven")) == []


def test_who_also_heard_it_bears_it_out() -> None:
    text = "A fisherman said he heard two explosions. A nurse said she also heard a double bang."
    said = (("fisherman", "said", "he heard two explosions"),)
    more = ("nurse", "said#2", "she also heard a double bang")
    assert told(text, *said, more) == [("supports", "s2", "s1", None)]
    plain = text.replace("also ", "")
    assert told(plain, *said, ("nurse", "said#2", "she heard a double bang")) == []


def test_a_matching_account_bears_out_the_one_before() -> None:
    text = (
        "A farmer said soldiers had come at dawn. A student gave a {} account: they carried lists."
    )
    said = (("farmer", "said", "soldiers had come at dawn"),)
    more = ("student", "gave", "they carried lists")
    assert told(text.format("matching"), *said, more) == [("supports", "s2", "s1", None)]
    assert told(text.format("short"), *said, more) == []


def test_what_somebody_denies_to_hold_is_no_state_but_their_own_words_are() -> None:
    text = (
        "The ministry said the divers had been freed. The rebels denied that they held the divers."
    )
    said = (("ministry", "said", "the divers had been freed"),)
    assert WHETHER[0] not in told(text, *said, ("rebels", "denied", "that they held the divers"))


def test_one_kidnapping_is_no_support_for_a_release() -> None:
    def kinds(freed: str) -> list[str]:
        a = Account("a", f"Interior Ministry: {freed}.")
        a.said("assert", a.actor("Interior Ministry", "Interior Ministry", kind="office"), freed)
        taken = "five divers were kidnapped on the Karsun road"
        b = Account("b", f"Lun Power said {taken}.")
        b.said("assert", b.actor("Lun Power", "Lun Power", kind="company"), taken)
        return [one.kind for one in across([a.record(), b.record()])]

    assert kinds("The five divers kidnapped on the Karsun road have been named") == ["supports"]
    assert kinds("The five divers kidnapped on the Karsun road have been freed") == []


def test_a_semicolon_between_accounts_that_share_but_a_name_sets_nothing_apart() -> None:
    text = "A clerk said Karo met the envoys in Lima; the guards said Karo lost his keys."
    said = (("clerk", "said", "Karo met the envoys in Lima"),)
    assert told(text, *said, ("guards", "said#2", "Karo lost his keys")) == []
    text = "The mayor counted 39 dead; the doctors counted 52 dead."
    said = (("mayor", "counted", "39 dead"),)
    assert told(text, *said, ("doctors", "counted#2", "52 dead")) != []


def test_a_number_told_as_a_part_contradicts_no_whole() -> None:
    whole = "49 fighters were killed including seven commanders"
    text = f"A clerk said {whole}. Guards said seven were killed."
    said = (("clerk", "said", whole),)
    assert told(text, *said, ("Guards", "said#2", "seven were killed")) == []
    text = text.replace(" including seven commanders", " at dawn")
    said = (("clerk", "said", "49 fighters were killed at dawn"),)
    assert told(text, *said, ("Guards", "said#2", "seven were killed")) == [
        ("contradicts", "s2", "s1", "number")
    ]


def test_to_want_another_thing_is_no_contradiction() -> None:
    text = (
        "The aunts said the boy did not want to leave. The father said “I want to thank you all.”"
    )
    said = (("aunts", "said", "the boy did not want to leave"),)
    assert told(text, *said, ("father", "said#2", "I want to thank you all.")) == []


def test_a_semicolon_behind_a_full_stop_sets_nothing_apart() -> None:
    first = ("treasurer", "said", "the ferry fund is empty")
    second = ("the clerk", "said#2", "the ferry fund was moved")
    text = "The treasurer said the ferry fund is empty; the clerk said the ferry fund was moved."
    assert told(text, first, second) == WHETHER
    assert told(text.replace("empty;", "empty.” ;"), first, second) == []


def test_a_pronoun_for_nobody_named_may_mean_who_spoke_last() -> None:
    text = "Officials said the ferry was a lure. Yet they insist the ferry was no lure."
    said = (("Officials", "said", "the ferry was a lure"),)
    assert told(text, *said, ("they", "insist", "the ferry was no lure")) == []
    crew = text.replace("they", "crewmen")
    assert told(crew, *said, ("crewmen", "insist", "the ferry was no lure")) == WHETHER


def test_who_tells_of_the_killed_and_of_what_kept_them_alive_tells_no_opposite() -> None:
    text = "A nurse said the guards were dead. A cook said the guards were alive."
    said = (("nurse", "said", "the guards were dead"),)
    assert told(text, *said, ("cook", "said#2", "the guards were alive")) == WHETHER
    kept = "the guards were killed when the pump that kept them alive failed"
    text = text.replace("the guards were alive", kept)
    assert told(text, *said, ("cook", "said#2", kept)) == []


def test_also_of_others_bears_nothing_out() -> None:
    first = ("nurse", "said", "dockers were beaten near the crane at noon")
    text = "A nurse said dockers were beaten near the crane at noon. "
    same = "dockers were beaten near the crane at noon"
    more = "sailors were also beaten near the crane at noon"
    assert told(f"{text}A cook also said {same}.", first, ("cook", "also said", f"{same}#2")) == [
        ("supports", "s2", "s1", None)
    ]
    assert told(f"{text}A cook also said {more}.", first, ("cook", "also said", more)) == []
