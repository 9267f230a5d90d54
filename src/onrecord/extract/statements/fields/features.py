"""What the act of a statement is judged by: explicit, so that another judge can be put in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.fields import prophecies
from onrecord.extract.statements.fields.clauses import Clause
from onrecord.extract.statements.fields.condition import proviso
from onrecord.extract.statements.fields.condition_parts import Condition
from onrecord.extract.statements.fields.culprits import (
    anybody,
    blamed,
    brings,
    did_it,
    done_by,
    equips,
    known_doer,
    on_fighters,
    owns_deed,
)
from onrecord.extract.statements.fields.dismissed import dismissed
from onrecord.extract.statements.fields.dooms import doom_of
from onrecord.extract.statements.fields.reckoned import (
    armed,
    deadline,
    deceives,
    defied,
    last_straw,
    none_of_theirs,
    observer,
    or_else,
    orders_end,
    own_reply,
    persists,
    pulls_out,
    relents,
    replies,
    unmet,
    whoever,
    withholds,
    wronged,
)
from onrecord.extract.statements.fields.traits import ClauseFeatures, Features
from onrecord.extract.statements.fields.turns import turn_of
from onrecord.extract.statements.fields.wording import (
    asks_who,
    bare,
    cannot_tell,
    commits_wrong,
    false,
    guilty,
    idiom,
    ignorant,
    is_judged,
    lets,
    noncommittal,
    reckons,
    reserves,
    strikes_us,
    text_of,
    told_before,
    undergoes,
    unforgiving,
    was_us,
)
from onrecord.extract.statements.shapes.cue import read_cue
from onrecord.extract.statements.shapes.judged import discredits, judgement, of_claim, scorned
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.sides import (
    Cast,
    Side,
    against_state,
    is_first,
    is_third,
    official,
    partisan,
    unplaced,
)
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.verbgroup import lexical
from onrecord.records import Act, Actor


class Reader:
    """Reads the features of the drafts of one text."""

    def __init__(self, syntax: Syntax, lexicon: Cues, cast: Cast) -> None:
        self._syntax = syntax
        self._lexicon = lexicon
        self._cast = cast

    def features(
        self,
        draft: Draft,
        speaker: Actor | None,
        found: Sequence[Clause],
        condition: Condition | None,
    ) -> Features:
        """The features of a draft whose main clauses are ``found``."""
        conditional = condition is not None and not proviso(self._syntax, condition)
        cue = read_cue(self._syntax, self._lexicon, draft)
        judged, claim = judgement(self._syntax, draft), of_claim(self._syntax, draft)
        return Features(
            cue=cue,
            clauses=tuple(self._clause(c, speaker, draft) for c in found),
            conditional=conditional,
            or_else=or_else(self._syntax, condition) if condition is not None else None,
            whoever=condition is not None and whoever(self._syntax, condition),
            last_straw=condition is not None and last_straw(self._syntax, condition),
            observer=observer(self._syntax, draft),
            defied=condition is not None and conditional and defied(self._syntax, condition),
            official=official(speaker),
            partisan=partisan(speaker),
            armed=self._armed(draft, speaker),
            unplaced=unplaced(speaker),
            called_false=dismissed(self._syntax, draft),
            object=self._object(found),
            judgement=judged,
            scorned=scorned(self._syntax, draft, judged),
            deadline=conditional and deadline(self._syntax, draft),
            wronged=condition is not None and conditional and wronged(self._syntax, condition),
            unmet=condition is not None and conditional and unmet(self._syntax, condition),
            court=self._court(draft, speaker),
            forewarns=prophecies.forewarns(self._syntax, draft),
            discredits=claim is not None and discredits(claim, judged),
        )

    def _armed(self, draft: Draft, speaker: Actor | None) -> bool:
        if speaker is not None and against_state(speaker):
            return True
        inside = self._syntax.within(*draft.source) if draft.source else ()
        return any(self._syntax.lemmas[i] in words("harms", "doers") for i in inside)

    def _court(self, draft: Draft, speaker: Actor | None) -> bool:
        top = self._syntax.top(*draft.source) if draft.source else None
        noun = self._syntax.lemmas[top] if top is not None else ""
        judges = noun in ("court", "judge", "tribunal", "jury", "magistrate")
        return judges or (speaker is not None and speaker.sector == "JUD")

    def _object(self, found: Sequence[Clause]) -> tuple[str, ...]:
        nominal = [c for c in found if self._syntax.upos(c.head) in ("NOUN", "PROPN", "PRON")]
        core = [i for c in nominal[:1] for i in c.core if c.depth == 0]
        lemmas = self._syntax.lemmas  # "a suggestion to hold talks": an offer, and no claim
        offers = {i for i in core if lemmas[i : i + 2] == ["suggestion", "to"]}
        return tuple(lemmas[i] for i in core if i not in offers)

    def _clause(self, clause: Clause, speaker: Actor | None, draft: Draft) -> ClauseFeatures:
        syntax = self._syntax
        predicate = _predicate(syntax, clause)
        side = self._side(clause, speaker, draft)
        worded = self._worded(clause, predicate)
        return replace(
            worded,
            side=side,
            forceful=self._forceful(clause),
            about_it=side == "unknown" and (clause.subject is None or worded.pronoun),
            own_deed=prophecies.own_deed(syntax, clause, armed=self._armed(draft, speaker))
            or owns_deed(
                syntax, clause, armed=self._armed(draft, speaker), official=official(speaker)
            ),
            innocent=official(speaker) and none_of_theirs(syntax, clause, predicate),
            noncommittal=noncommittal(syntax, clause, predicate, side),
            wrong_by_other=self._wrong_by_other(clause, speaker)
            or (done_by(syntax, self._cast, clause, speaker) == "other"),
            uninformed=self._uninformed(clause, speaker),
            gainsays=self._gainsays(clause, speaker, draft),
            performs=self._performs(clause, side, speaker),
        )

    def _worded(self, clause: Clause, predicate: set[str]) -> ClauseFeatures:
        """The features that a clause's own words tell, whoever speaks."""
        syntax, subject = self._syntax, clause.subject
        lemmas = tuple(syntax.lemmas[i] for i in clause.core)
        told, text = set(lemmas), f" {text_of(syntax, clause)} "
        leaves = pulls_out(syntax, clause)
        manner = bool(words("harms", "manner") & told)
        return ClauseFeatures(
            clause=clause,
            named=subject is not None and syntax.upos(subject) == "PROPN",
            pronoun=subject is not None and is_third(syntax.words[subject]),
            predicate=syntax.lemmas[clause.head],
            lemmas=lemmas,
            harm=bool(predicate & words("harms", "harm")) or prophecies.silences(syntax, clause),
            reprisal=bool(predicate & words("harms", "reprisal")) and not leaves,
            answer=bool(predicate & words("harms", "answer")) and manner,
            retribution=idiom(lemmas, words("harms", "retribution")),
            lawful=idiom(lemmas, words("harms", "lawful")),
            replies=replies(syntax, clause),
            arms=armed(syntax, clause),
            withholds=withholds(syntax, clause),
            reckoning=reckons(clause, lemmas),
            reserves=reserves(syntax, clause),
            resolve=idiom(lemmas, words("harms", "resolve")),
            owns_up=was_us(syntax, clause),
            lets=lets(syntax, clause),
            requited=idiom(lemmas, words("harms", "requited"))
            or prophecies.pays_for(syntax, clause)
            or own_reply(syntax, clause),
            dire=prophecies.dire(syntax, clause),
            brings=brings(syntax, clause),
            did_it=did_it(syntax, clause),
            on_fighters=on_fighters(syntax, clause),
            unforgiving=unforgiving(syntax, clause, lemmas),
            undergoes=undergoes(syntax, clause),
            commits_wrong=commits_wrong(syntax, clause) or deceives(syntax, clause),
            wrong=bool(words("harms", "wrong") & told) or idiom(lemmas, words("harms", "misdeeds")),
            wrong_by_known=bool(predicate & words("harms", "wrong")) and known_doer(syntax, clause),
            guilt=guilty(syntax, clause, predicate) or blamed(syntax, clause),
            commitment=bool(predicate & words("harms", "commitment")) or orders_end(syntax, clause),
            pulls_out=leaves,
            persists=persists(syntax, clause),
            relents=relents(syntax, clause),
            anybody=anybody(syntax, clause),
            refusal=bool(predicate & words("harms", "refusal")),
            ignorance=ignorant(syntax, clause, predicate),
            equips=equips(syntax, clause),
            strikes_us=strikes_us(syntax, clause),
            unverified=cannot_tell(syntax, clause, predicate),
            falsity=false(syntax, clause, lemmas),
            unthinkable=any(f" {one} " in text for one in words("harms", "unthinkable")),
            bad=is_judged(syntax, clause, "bad"),
            good=is_judged(syntax, clause, "good"),
            danger=bool(words("harms", "danger") & told),
            asked=asks_who(syntax, clause),
            turn=turn_of(syntax, clause),
            doom=doom_of(syntax, clause),
        )

    def _side(self, clause: Clause, speaker: Actor | None, draft: Draft) -> Side:
        subject = clause.subject
        if subject is None:
            if clause.infinitive and clause.depth == 0:
                return "own"  # "vowed to …": the one who vows
            return "other" if clause.imperative else "unknown"
        side = self._cast.side(subject, speaker, quoted=clause.quoted)
        if prophecies.own_forces(self._syntax, self._cast, subject, draft, quoted=clause.quoted):
            return "own"
        if side != "own" and self._warner(clause, draft):
            return "own"
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

    def _warner(self, clause: Clause, draft: Draft) -> bool:
        """ "warned Iraq that it would strike": nobody is warned that they will strike."""
        syntax, head = self._syntax, clause.head
        if clause.quoted or clause.subject is None or draft.head is None:
            return False
        warns = syntax.lemmas[draft.head] in ("warn", "threaten") and clause.future
        does = syntax.has(head, "obj") and not syntax.has(head, "aux:pass")
        harms = syntax.lemmas[head] in words("harms", "harm")
        return warns and does and harms and is_third(syntax.word(clause.subject))

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

    def _uninformed(self, clause: Clause, speaker: Actor | None) -> bool:
        """ "nobody had informed her of it", "it was news to him"."""
        syntax = self._syntax
        if "news to" in text_of(syntax, clause):
            return True
        if clause.negated and syntax.lemmas[clause.head] in words("harms", "informed"):
            objects = syntax.kids(clause.head, "obj", "iobj")
            if any(syntax.words[o] == "nothing" for o in objects):
                return False  # "They tell me nothing" is a reproach
            sides = [self._cast.side(o, speaker, quoted=clause.quoted) for o in objects]
            mine = [is_first(syntax.words[o]) or is_third(syntax.words[o]) for o in objects]
            return any(m and side != "other" for m, side in zip(mine, sides, strict=True))
        return False

    def _gainsays(self, clause: Clause, speaker: Actor | None, draft: Draft) -> bool:
        """ "there had been no tow", "it did not": what the report has told is said not to be so."""
        syntax, head = self._syntax, clause.head
        if not clause.negated or clause.modals or not partisan(speaker) or clause.infinitive:
            return False
        text = f" {text_of(syntax, clause)} "
        if " no such " in text or " any such " in text or bare(syntax, clause):
            return True
        if " any more " in text or " any longer " in text:
            return False  # there were such things
        subject = clause.subject
        if syntax.has(head, "expl") or (subject is not None and syntax.words[subject] == "there"):
            things = [k for k in syntax.kids(head, "nsubj", "obj") if syntax.negated(k)]
            things += [head] if syntax.upos(head) == "NOUN" and syntax.negated(head) else []
            deed = official(speaker) and any(
                syntax.lemmas[thing] in words("harms", "deed") for thing in things
            )
            things = [t for t in things if syntax.lemmas[t] not in words("harms", "vague")]
            return deed or any(told_before(syntax, thing, draft) for thing in things)
        return False

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
        verb = syntax.lemmas[clause.head]
        now = any(syntax.words[k] in ("is", "are", "am") for k in syntax.kids(clause.head, "aux"))
        past = syntax.words[clause.head].lower() != verb and not now
        if verb in words("harms", "recounted") and past:
            return None  # "said that he had ordered it", "I asked them": told, and not done by it
        return act


def _predicate(syntax: Syntax, clause: Clause) -> set[str]:
    """The verb, with the one below it: "have to go", "will be able to strike"."""
    own = syntax.lemmas[clause.head]
    if own in words("harms", "ceasing"):
        return {own}  # "stop killing": no killing is told of
    return {own, *(syntax.lemmas[x] for x in syntax.kids(clause.head, "xcomp"))}
