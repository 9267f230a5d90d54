"""What the rules for acts ask of a statement: the traits of its clauses and of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.shapes.cue import CueFeatures
from onrecord.extract.statements.words.sides import Side
from onrecord.records import Act

Doom = Literal["end", "whoever", "hand", "assault"]
"""What a clause holds out: an end, a deed to all who do something or to some, an assault."""


@dataclass(frozen=True, slots=True)
class ClauseFeatures:
    """A main clause of the content, as the speaker's side sees it. All flags of its core words.

    Those with a default are what only the speaker and the draft can tell.
    """

    clause: Clause
    predicate: str
    lemmas: tuple[str, ...]
    harm: bool
    reprisal: bool
    named: bool
    """Whether the subject is a name: somebody who can be called upon."""
    pronoun: bool
    """Whether the subject is a pronoun of the third person."""
    answer: bool
    retribution: bool
    lawful: bool
    """Whether it is by a court, or by their own leaders, that somebody is to suffer."""
    replies: bool
    """Whether it is a mere reply that is spoken of: "a decisive reply"."""
    arms: bool
    """Whether a weapon of the speaker's is to do it: "our missiles will fly", "send warships"."""
    withholds: bool
    """Whether there will be none of what is theirs to give: "no more visas", "no more mercy"."""
    reckoning: bool
    resolve: bool
    reserves: bool
    requited: bool
    dire: bool
    """Whether harm is to befall somebody, by nobody named: "patients will die"."""
    owns_up: bool
    """Whether the speakers say that it was they: "It was us"."""
    lets: bool
    """Whether somebody else is to let something be done: "Let them in"."""
    brings: bool
    did_it: bool
    """Whether its subject is said to have done "it"."""
    on_fighters: bool
    """Whether it befell those in arms: "killed five insurgents"."""
    unforgiving: bool
    undergoes: bool
    commits_wrong: bool
    wrong: bool
    wrong_by_known: bool
    guilt: bool
    commitment: bool
    pulls_out: bool
    """Whether forces are to leave, which does no harm to anybody."""
    persists: bool
    """Whether harm is not to stop: "will not stop attacks until they leave"."""
    relents: bool
    """Whether harm is to stop: "will suspend the strikes if they free them"."""
    anybody: bool
    """Whether who does it is nobody known: "a gunman", "unknown attackers"."""
    refusal: bool
    ignorance: bool
    equips: bool
    strikes_us: bool
    unverified: bool
    falsity: bool
    unthinkable: bool
    """Whether it will not be done, as it is put: "out of the question"."""
    bad: bool
    good: bool
    danger: bool
    asked: bool
    """Whether its subject is asked for: "who did it"."""
    side: Side = "unknown"
    forceful: bool = False
    about_it: bool = False
    """Whether the subject is an "it" or a "they" of whom nothing is known."""
    own_deed: bool = False
    """Whether those in arms say what their own fighters did."""
    innocent: bool = False
    """Whether none of a force's own is said to have done it, by those who speak for a state."""
    noncommittal: bool = False
    wrong_by_other: bool = False
    uninformed: bool = False
    gainsays: bool = False
    turn: Literal["spares", "shuns", "none", "gives_word", "punishes"] | None = None
    """What the clause does by its form: "would not touch them", "not one shot was fired"."""
    doom: Doom | None = None
    """What it holds out to others without a doer: "any ship that enters will be sunk"."""
    performs: Act | None = None
    """The act that the clause itself performs: "we condemn …", "Russia rejects …"."""


@dataclass(frozen=True, slots=True)
class Features:
    """All of them."""

    cue: CueFeatures
    clauses: tuple[ClauseFeatures, ...]
    conditional: bool
    or_else: Literal["own", "face", "other"] | None
    """Who does what comes if an order is not obeyed: the speaker's side, nobody named, another."""
    whoever: bool
    """Whether the condition is to be one who does something: "any ship that enters will …"."""
    last_straw: bool
    """Whether the condition is one more of something: "one more shell and …"."""
    observer: bool
    """Whether the speaker watches and reckons for a living: analysts, pollsters."""
    defied: bool
    """Whether the condition is that somebody dares, touches or strikes: "if you cross the line"."""
    official: bool
    """Whether the speaker speaks for a state or a force."""
    partisan: bool
    """Whether the speaker is a party: a state, a force, a person of either, not an observer."""
    armed: bool
    """Whether the speaker is one of those in arms against a state."""
    unplaced: bool
    """Whether the speaker is a body of whom it is not known what it is, or one of criminals."""
    called_false: bool
    """Whether the content is a thing that is called false ("dismissed it as fiction")."""
    object: tuple[str, ...]
    """The lemmas of a content that is no clause."""
    judgement: tuple[str, ...]
    """The lemmas of what something is called."""
    scorned: bool
    """Whether a deed or a ruling, and no claim, is called ridiculous."""
    deadline: bool
    """Whether something is to be done by a given time, or else."""
    unmet: bool
    """Whether the condition is that something asked for is not done."""
    wronged: bool
    """Whether it is the speaker's own who do not get it: "if we are not paid"."""
    court: bool
    """Whether the speaker is a court or a judge, whose word ends a charge."""
    forewarns: bool
    """Whether it was told to somebody beforehand: "had told the council that …"."""
    discredits: bool
    """Whether a claim is called what nobody calls it who believes it."""
