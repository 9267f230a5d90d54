"""What the act of a statement is judged by: explicit, so that another judge can be put in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.extract.statements.clauses import Clause
from onrecord.extract.statements.cue import CueFeatures, read_cue
from onrecord.extract.statements.culprits import (
    blamed,
    brings,
    done_by,
    equips,
    known_doer,
    lying,
)
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.judged import discredits, judgement, of_claim
from onrecord.extract.statements.lexicon import Cues, words
from onrecord.extract.statements.sides import (
    Cast,
    Side,
    against_state,
    is_first,
    is_third,
    official,
    partisan,
)
from onrecord.extract.statements.syntax import Syntax
from onrecord.extract.statements.verbgroup import lexical
from onrecord.records import Act, Actor

_GAP = 4
"""Words that may stand between two of an idiom."""


_BARE = 4
"""Words of a clause that says no more than that it is not so."""


@dataclass(frozen=True, slots=True)
class ClauseFeatures:
    """A main clause of the content, as the speaker's side sees it. All flags of its core words."""

    clause: Clause
    side: Side
    predicate: str
    lemmas: tuple[str, ...]
    harm: bool
    reprisal: bool
    forceful: bool
    named: bool
    """Whether the subject is a name: somebody who can be called upon."""
    about_it: bool
    """Whether the subject is an "it" or a "they" of whom nothing is known."""
    pronoun: bool
    """Whether the subject is a pronoun of the third person."""
    answer: bool
    retribution: bool
    reckoning: bool
    resolve: bool
    reserves: bool
    requited: bool
    owns_up: bool
    """Whether the speakers say that it was they: "It was us"."""
    lets: bool
    """Whether somebody else is to let something be done: "Let them in"."""
    brings: bool
    unforgiving: bool
    undergoes: bool
    commits_wrong: bool
    noncommittal: bool
    wrong: bool
    wrong_by_other: bool
    wrong_by_known: bool
    guilt: bool
    commitment: bool
    refusal: bool
    ignorance: bool
    uninformed: bool
    gainsays: bool
    equips: bool
    strikes_us: bool
    unverified: bool
    falsity: bool
    bad: bool
    good: bool
    danger: bool
    performs: Act | None
    """The act that the clause itself performs: "we condemn …", "Russia rejects …"."""


@dataclass(frozen=True, slots=True)
class Features:
    """All of them."""

    cue: CueFeatures
    clauses: tuple[ClauseFeatures, ...]
    conditional: bool
    official: bool
    """Whether the speaker speaks for a state or a force."""
    partisan: bool
    """Whether the speaker is a party: a state, a force, a person of either, not an observer."""
    armed: bool
    """Whether the speaker is one of those in arms against a state."""
    called_false: bool
    """Whether the content is a thing that is called false ("dismissed it as fiction")."""
    object: tuple[str, ...]
    """The lemmas of a content that is no clause."""
    judgement: tuple[str, ...]
    """The lemmas of what something is called."""
    discredits: bool
    """Whether a claim is called what nobody calls it who believes it."""


def idiom(lemmas: Sequence[str], listed: frozenset[str]) -> bool:
    """Whether one of the idioms runs through the lemmas: its words in order, with small gaps."""
    openers = _by_first_word(listed)
    for index, lemma in enumerate(lemmas):
        if lemma in openers and any(_follows(lemmas, rest, index) for rest in openers[lemma]):
            return True
    return False


@cache
def _by_first_word(listed: frozenset[str]) -> dict[str, list[list[str]]]:
    """The idioms' further words by their first, in alphabetical order."""
    found: dict[str, list[list[str]]] = {}
    for entry in sorted(listed):
        first, *rest = entry.split()
        found.setdefault(first, []).append(rest)
    return found


def _follows(lemmas: Sequence[str], parts: Sequence[str], at: int) -> bool:
    for part in parts:
        window = lemmas[at + 1 : at + 2 + _GAP]
        if part not in window:
            return False
        at += 1 + window.index(part)
    return True


def _stem(lemma: str) -> str:
    """A noun's verb: "shooting" and "shoot" are one deed."""
    return lemma[:-3] if lemma.endswith("ing") and len(lemma) > 6 else lemma


class Reader:
    """Reads the features of the drafts of one text."""

    def __init__(self, syntax: Syntax, lexicon: Cues, cast: Cast) -> None:
        self._syntax = syntax
        self._lexicon = lexicon
        self._cast = cast

    def features(
        self, draft: Draft, speaker: Actor | None, found: Sequence[Clause], *, conditional: bool
    ) -> Features:
        """The features of a draft whose main clauses are ``found``."""
        cue = read_cue(self._syntax, self._lexicon, draft)
        judged, claim = judgement(self._syntax, draft), of_claim(self._syntax, draft)
        return Features(
            cue=cue,
            clauses=tuple(self._clause(c, speaker, draft) for c in found),
            conditional=conditional,
            official=official(speaker),
            partisan=partisan(speaker),
            armed=self._armed(draft, speaker),
            called_false=self._called_false(draft),
            object=self._object(found),
            judgement=judged,
            discredits=claim is not None and discredits(claim, judged),
        )

    def _armed(self, draft: Draft, speaker: Actor | None) -> bool:
        if speaker is not None and against_state(speaker):
            return True
        inside = self._syntax.within(*draft.source) if draft.source else ()
        return any(self._syntax.lemmas[i] in words("harms", "doers") for i in inside)

    def _called_false(self, draft: Draft) -> bool:
        """ "dismissed the account | as a fairy tale", "as fabrication": it is said to be untrue."""
        syntax = self._syntax
        after = draft.cue[1] if draft.cue else 0
        for start, end in draft.content:
            for index in syntax.within(min(start, after), end):
                if syntax.words[index] != "as":
                    continue
                near = syntax.lemmas[index + 1 : index + 6]
                if words("harms", "false") & set(near) or idiom(near, words("harms", "untrue")):
                    return True
        return False

    def _object(self, found: Sequence[Clause]) -> tuple[str, ...]:
        nominal = [c for c in found if self._syntax.upos(c.head) in ("NOUN", "PROPN", "PRON")]
        return tuple(self._syntax.lemmas[i] for c in nominal[:1] for i in c.core if c.depth == 0)

    def _clause(self, clause: Clause, speaker: Actor | None, draft: Draft) -> ClauseFeatures:
        syntax = self._syntax
        lemmas = tuple(syntax.lemmas[i] for i in clause.core)
        # "have to go", "will be able to strike": the verb is the one below.
        low = [syntax.lemmas[x] for x in syntax.kids(clause.head, "xcomp")]
        predicate = {syntax.lemmas[clause.head], *low}
        side = self._side(clause, speaker, draft)
        manner = bool(words("harms", "manner") & set(lemmas))
        return ClauseFeatures(
            clause=clause,
            side=side,
            forceful=self._forceful(clause),
            named=clause.subject is not None and syntax.upos(clause.subject) == "PROPN",
            about_it=side == "unknown"
            and (clause.subject is None or is_third(syntax.words[clause.subject])),
            pronoun=clause.subject is not None and is_third(syntax.words[clause.subject]),
            predicate=syntax.lemmas[clause.head],
            lemmas=lemmas,
            harm=bool(predicate & words("harms", "harm")),
            reprisal=bool(predicate & words("harms", "reprisal")),
            answer=bool(predicate & words("harms", "answer")) and manner,
            retribution=idiom(lemmas, words("harms", "retribution")),
            reckoning=idiom(lemmas, words("harms", "reckoning"))
            or (clause.negated and idiom(lemmas, words("harms", "peace"))),
            reserves=self._reserves(clause),
            resolve=idiom(lemmas, words("harms", "resolve")),
            owns_up=self._was_us(clause),
            lets=self._lets(clause),
            requited=idiom(lemmas, words("harms", "requited")),
            brings=brings(syntax, clause),
            unforgiving=clause.negated
            and (clause.future or syntax.negated(clause.head))  # not "had shown no mercy"
            and idiom(lemmas, words("harms", "unforgiving")),
            undergoes=syntax.has(clause.head, "aux:pass")
            or (clause.subject is not None and not syntax.has(clause.head, "obj")),
            commits_wrong=self._commits_wrong(clause),
            noncommittal=("confirm" in predicate and "deny" in lemmas + self._joined(clause))
            or (clause.negated and side == "own" and self._silent(clause, predicate)),
            wrong=bool(words("harms", "wrong") & set(lemmas))
            or idiom(lemmas, words("harms", "misdeeds")),
            wrong_by_other=self._wrong_by_other(clause, speaker)
            or (done_by(syntax, self._cast, clause, speaker) == "other"),
            wrong_by_known=bool(predicate & words("harms", "wrong")) and known_doer(syntax, clause),
            guilt=self._guilty(clause, predicate) or blamed(syntax, clause),
            commitment=bool(predicate & words("harms", "commitment")),
            refusal=bool(predicate & words("harms", "refusal")),
            ignorance=self._ignorant(clause, predicate),
            uninformed=self._uninformed(clause, speaker),
            gainsays=self._gainsays(clause, speaker, draft),
            equips=equips(syntax, clause),
            strikes_us=self._strikes_us(clause),
            unverified=self._cannot_tell(clause, predicate),
            falsity=self._false(clause, lemmas),
            bad=self._judged(clause, "bad"),
            good=self._judged(clause, "good"),
            danger=bool(words("harms", "danger") & set(lemmas)),
            performs=self._performs(clause, side, speaker),
        )

    def _side(self, clause: Clause, speaker: Actor | None, draft: Draft) -> Side:
        subject = clause.subject
        if subject is None:
            if clause.infinitive and clause.depth == 0:
                return "own"  # "vowed to …": the one who vows
            return "other" if clause.imperative else "unknown"
        side = self._cast.side(subject, speaker, quoted=clause.quoted)
        if side != "unknown":
            return side
        if not clause.quoted and is_third(self._syntax.word(subject)):
            return self._pronoun(subject, draft)
        owner = self._cast.owner(subject)
        if owner is not None:
            if is_first(self._syntax.word(owner)):
                return "own"
            return self._cast.side(owner, speaker, quoted=clause.quoted)
        return "unknown"

    def _pronoun(self, subject: int, draft: Draft) -> Side:
        """A pronoun that nobody resolved, in reported speech: the speaker if it can be.

        "They said they did not know": the first subject after the cue takes up the speaker unless
        another of its number and kind stands between.
        """
        if draft.source is None or draft.cue is None:
            return "unknown"
        top = self._syntax.top(*draft.source)
        if top is None:
            return "unknown"
        word, lemma = self._syntax.word(subject), self._syntax.lemmas[top]
        plural = self._syntax.tokens[top].text.lower() != lemma and self._syntax.upos(top) == "NOUN"
        if word == "they":
            fits = plural or self._syntax.has(top, "conj") or self._syntax.word(top) == "they"
        elif word == "it":
            fits = not plural
        else:
            fits = not plural and self._syntax.word(top) not in ("it", "they")
        between = range(draft.head or subject, subject)
        others = [i for i in between if self._syntax.upos(i) in ("PROPN", "NOUN")]
        return "own" if fits and not others else "unknown"

    def _ignorant(self, clause: Clause, predicate: set[str]) -> bool:
        """ "do not know", "have no idea", "has seen no evidence", "knows of none"."""
        syntax = self._syntax
        if clause.subject is not None and syntax.words[clause.subject] in ("nobody", "none"):
            return False  # "nobody knows": that is no word of the speaker's own knowledge
        listed = words("harms", "ignorance")
        things = syntax.kids(clause.head, "obj", "nsubj", "obl")
        objects = {syntax.lemmas[o] for o in things}
        if predicate & {"unaware", "unfamiliar", "ignorant"} or "news to" in self._text(clause):
            return True
        if predicate & words("harms", "had") and not clause.modals:
            got = [o for o in syntax.kids(clause.head, "obj") if self._unseen(clause, o)]
            if got:
                return True
        known = predicate & listed or (predicate & {"have", "be"} and objects & listed)
        none = objects & {"nothing", "little", "none"}
        return (bool(known) and (clause.negated or bool(none))) or self._untold(clause)

    def _unseen(self, clause: Clause, thing: int) -> bool:
        """ "no reports", "not any evidence"; "had not seen the footage"."""
        syntax = self._syntax
        lemma = syntax.lemmas[thing]
        if lemma in words("harms", "notice"):
            return syntax.negated(thing) or syntax.negated(clause.head)
        seen = syntax.lemmas[clause.head] == "see" and lemma in words("harms", "shown")
        return seen and syntax.negated(clause.head)

    def _untold(self, clause: Clause) -> bool:
        """ "had not been told of any arrest"."""
        syntax, head = self._syntax, clause.head
        told = syntax.lemmas[head] in words("harms", "informed") and not clause.modals
        return told and clause.negated and syntax.has(head, "aux:pass")

    def _uninformed(self, clause: Clause, speaker: Actor | None) -> bool:
        """ "nobody had informed her of it", "it was news to him"."""
        syntax = self._syntax
        if "news to" in self._text(clause):
            return True
        if clause.negated and syntax.lemmas[clause.head] in words("harms", "informed"):
            objects = syntax.kids(clause.head, "obj", "iobj")
            if any(syntax.words[o] == "nothing" for o in objects):
                return False  # "They tell me nothing" is a reproach
            sides = [self._cast.side(o, speaker, quoted=clause.quoted) for o in objects]
            mine = [is_first(syntax.words[o]) or is_third(syntax.words[o]) for o in objects]
            return any(m and side != "other" for m, side in zip(mine, sides, strict=True))
        return False

    def _text(self, clause: Clause) -> str:
        return " ".join(self._syntax.words[i] for i in clause.core)

    def _cannot_tell(self, clause: Clause, predicate: set[str]) -> bool:
        """ "could not verify", "is unable to confirm", "was not in a position to say"."""
        syntax = self._syntax
        listed = words("harms", "unverified")
        if self._too_early(clause):
            return True
        able = predicate & listed if clause.negated else set()
        if able - {"determine", "establish", "ascertain", "tell"}:
            return True
        deeper = {
            syntax.lemmas[x] for x in syntax.kids(clause.head, "xcomp", "acl", "advcl", "ccomp")
        }
        head = syntax.lemmas[clause.head]
        if head == "unable" or (clause.negated and head in ("able", "position")):
            return bool((predicate | deeper) & listed)
        return bool(able) and bool(clause.modals & {"could", "can", "ca", "cannot"})

    def _too_early(self, clause: Clause) -> bool:
        """ "it was too early to say": that cannot be told."""
        after = self._syntax.words[clause.head - 1 : clause.head + 3]
        return after[:1] == ["too"] and after[2:] in (["to", "say"], ["to", "tell"])

    def _gainsays(self, clause: Clause, speaker: Actor | None, draft: Draft) -> bool:
        """ "there had been no tow", "it did not": what the report has told is said not to be so."""
        syntax, head = self._syntax, clause.head
        if not clause.negated or clause.modals or not partisan(speaker) or clause.infinitive:
            return False
        if any(syntax.words[i] == "such" for i in clause.core) and "no" in self._text(clause):
            return True
        if self._bare(clause):
            return True
        subject = clause.subject
        if syntax.has(head, "expl") or (subject is not None and syntax.words[subject] == "there"):
            things = [k for k in syntax.kids(head, "nsubj", "obj") if syntax.negated(k)]
            things += [head] if syntax.upos(head) == "NOUN" and syntax.negated(head) else []
            deed = official(speaker) and any(
                syntax.lemmas[thing] in words("harms", "deed") for thing in things
            )
            return deed or any(self._told_before(thing, draft) for thing in things)
        return False

    def _bare(self, clause: Clause) -> bool:
        """ "They have not.", "said it did not": the verb stands for what was told before."""
        syntax, head = self._syntax, clause.head
        words_ = [i for i in clause.core if syntax.upos(i) != "PUNCT"]
        light = syntax.lemmas[head] in ("do", "have", "be") and len(words_) <= _BARE
        if any(syntax.words[i] in ("nobody", "nothing", "none") for i in words_):
            return False  # "there is nobody left": that tells something
        return light and clause.subject is not None and not syntax.has(head, "obj", "obl", "xcomp")

    def _told_before(self, thing: int, draft: Draft) -> bool:
        """Whether the report has spoken of such a thing before the statement."""
        syntax = self._syntax
        stem = _stem(syntax.lemmas[thing])
        first = syntax.within(min(start for start, _ in draft.spans()), len(syntax.text))
        before = range(first[0] if first else 0)
        return any(
            syntax.upos(i) in ("NOUN", "VERB") and _stem(syntax.lemmas[i]) == stem for i in before
        )

    def _false(self, clause: Clause, lemmas: Sequence[str]) -> bool:
        """ "the reports are false", "there is no truth in …"."""
        syntax = self._syntax
        if lying(syntax, clause):
            return True
        if "truth" in lemmas and ("no" in lemmas or "not" in lemmas):
            return True
        subject = clause.subject
        if subject is None and clause.quoted and self._exclaims(clause):
            return True
        if subject is None or clause.negated:
            return False
        noun, what = syntax.lemmas[subject], syntax.lemmas[clause.head]
        if noun in words("harms", "told") and discredits(noun, (what,)):
            return not clause.modals
        return noun in words("harms", "tale") and what in words("harms", "false")

    def _reserves(self, clause: Clause) -> bool:
        """ "reserves the right to respond"; not to appeal, or to change its mind."""
        syntax = self._syntax
        if syntax.lemmas[clause.head] != "reserve" or clause.negated:
            return False
        things = syntax.kids(clause.head, "obj", "xcomp")
        deeds = [d for t in (clause.head, *things) for d in syntax.kids(t, "acl", "xcomp", "advcl")]
        answers = words("harms", "answer") | words("harms", "harm")
        return any(syntax.lemmas[d] in answers for d in deeds)

    def _was_us(self, clause: Clause) -> bool:
        """ "It was us", "it was our men": in somebody's own words."""
        syntax, head = self._syntax, clause.head
        it = clause.subject is not None and syntax.words[clause.subject] in ("it", "that")
        us = syntax.words[head] in ("us", "we", "me")
        return it and us and clause.quoted and not clause.negated and syntax.has(head, "cop")

    def _lets(self, clause: Clause) -> bool:
        """ "Let the inspectors in"; not "let us see", "let me say"."""
        syntax = self._syntax
        after = clause.head + 1
        if syntax.lemmas[clause.head] != "let" or after >= len(syntax.tokens):
            return False
        return syntax.upos(after) in ("DET", "NOUN", "PROPN", "ADJ")

    def _exclaims(self, clause: Clause) -> bool:
        """ "“Nonsense,” he said", "“Lies, all lies,” she said": a word that says it is untrue."""
        inside = [i for i in clause.core if self._syntax.upos(i) != "PUNCT"]
        false = [i for i in inside if self._syntax.lemmas[i] in words("harms", "false")]
        return bool(false) and clause.depth == 0 and len(inside) <= _BARE and not clause.negated

    def _judged(self, clause: Clause, listed: str) -> bool:
        """Whether the predicate itself is a judgement: "was a heinous crime", "is shameful"."""
        syntax, head = self._syntax, clause.head
        if clause.negated or not syntax.has(head, "cop"):
            return False
        near = [head, *syntax.kids(head, "amod", "conj", "xcomp")]
        if syntax.lemmas[head] == "act":
            near += syntax.kids(head, "nmod")  # "an act of cowardice"
            if listed == "bad" and any(syntax.lemmas[i] in words("harms", "wrong") for i in near):
                return True
        return any(syntax.lemmas[i] in words("harms", listed) for i in near)

    def _guilty(self, clause: Clause, predicate: set[str]) -> bool:
        """ "is responsible for", "was behind the attack", "is to blame"."""
        if predicate & words("harms", "guilt"):
            return True
        behind = any(
            self._syntax.lemmas[c] == "behind" for c in self._syntax.kids(clause.head, "case")
        )
        return behind and self._syntax.has(clause.head, "cop")

    def _silent(self, clause: Clause, predicate: set[str]) -> bool:
        """ "I am not going to speculate", "we cannot comment on that"."""
        ahead = clause.future or "can" in clause.modals or self._syntax.lemmas[clause.head] == "go"
        able = any(
            self._syntax.words[i] in ("could", "ca", "cannot", "can")
            for i in self._syntax.kids(clause.head, "aux")
        )
        return (ahead or able) and bool(predicate & words("harms", "silence"))

    def _joined(self, clause: Clause) -> tuple[str, ...]:
        """The lemmas of verbs beside the clause's: "confirm nor deny"."""
        heads = [clause.head, *self._syntax.kids(clause.head, "xcomp")]
        return tuple(self._syntax.lemmas[c] for h in heads for c in self._syntax.kids(h, "conj"))

    def _commits_wrong(self, clause: Clause) -> bool:
        """ "it had violated the law": the verb is the wrong, and a pronoun does it."""
        if clause.subject is None or clause.negated or clause.future:
            return False
        wrong = self._syntax.lemmas[clause.head] in words("harms", "wrong")
        lemmas = [self._syntax.lemmas[i] for i in clause.core]
        wrong = wrong or idiom(lemmas, words("harms", "misdeeds"))
        return wrong and is_third(self._syntax.words[clause.subject])

    def _forceful(self, clause: Clause) -> bool:
        """Whether the subject is a government or a force, whoever's: "the navy will sink them"."""
        if clause.subject is None:
            return False
        actor = self._cast.on(clause.subject)
        return actor is not None and actor.kind in ("military", "government", "armed_group")

    def _wrong_by_other(self, clause: Clause, speaker: Actor | None) -> bool:
        """A wrong with its doer on it: "another attack by the regime", "their use of gas"."""
        syntax = self._syntax
        members = set(clause.core)
        for index in clause.core:
            if syntax.lemmas[index] not in words("harms", "wrong") | {"attack", "use", "raid"}:
                continue
            holders = [index, *[h for h in syntax.up(index) if h in members][:2]]
            for holder in holders:
                for child in syntax.kids(holder, "nmod", "obl:agent", "nmod:poss", "obl"):
                    by = syntax.deprel(child) == "nmod:poss" or any(
                        syntax.lemmas[c] == "by" for c in syntax.kids(child, "case")
                    )
                    if by and self._cast.side(child, speaker, quoted=clause.quoted) == "other":
                        return True
        return self._wrong_by(clause, speaker)

    def _wrong_by(self, clause: Clause, speaker: Actor | None) -> bool:
        """The same by the order of the words: a wrong, then "by" somebody else, no verb between."""
        syntax = self._syntax
        wrong = False
        for index in clause.core:
            if syntax.lemmas[index] in words("harms", "wrong"):
                wrong = True
            elif wrong and syntax.upos(index) in ("VERB", "AUX", "PUNCT"):
                wrong = False
            elif wrong and syntax.lemmas[index] == "by":
                for after in range(index + 1, min(index + 6, clause.core[-1] + 1)):
                    if self._cast.side(after, speaker, quoted=clause.quoted) == "other":
                        return True
                    if syntax.upos(after) in ("VERB", "AUX", "PUNCT"):
                        break
        return False

    def _strikes_us(self, clause: Clause) -> bool:
        """ "they bombed it all the same": in somebody's own words, no deed of their own side."""
        if clause.subject is None or not clause.quoted or clause.negated or clause.modals:
            return False
        harms = self._syntax.lemmas[clause.head] in words("harms", "harm")
        past = self._syntax.words[clause.head] != self._syntax.lemmas[clause.head]
        they = self._syntax.words[clause.subject] == "they"
        return harms and past and they and self._syntax.has(clause.head, "obj")

    def _performs(self, clause: Clause, side: Side, speaker: Actor | None) -> Act | None:
        """ "we urge …", "Russia rejects …" within what the same speaker says."""
        if side != "own" or clause.modals - {"can"} or clause.negated or clause.subject is None:
            return None
        meant = self._cast.on(clause.subject)
        if meant is not None and (speaker is None or meant.id != speaker.id):
            return None
        syntax = self._syntax
        told = syntax.has(clause.head, "aux:pass")
        if told or any(syntax.lemmas[aux] == "have" for aux in syntax.kids(clause.head, "aux")):
            return None  # what was done to them, or before: the words do not do it
        entry = lexical(syntax, clause.head, self._lexicon)
        act = self._lexicon.act(entry)
        first = is_first(self._syntax.words[clause.subject])
        if act in (None, "assert") or (act == "confirm" and not first):
            return None
        if clause.modals and act != "confirm":
            return None
        return act
