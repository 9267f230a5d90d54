"""Names whose kind the tagger mistook: what the words, the report and the gazetteer say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.actors.mentions.states import DIRECTIONS
from onrecord.extract.actors.trees.beside import title_start
from onrecord.extract.actors.trees.countries import bare
from onrecord.extract.actors.trees.lexicon import words
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables
from onrecord.extract.actors.trees.text import name_parts
from onrecord.model.analysis import NameKind
from onrecord.records import Place, Span


@dataclass(frozen=True, slots=True)
class _Report:
    """What a whole report says of its names."""

    where: set[str]
    """Names that only say where."""
    rulers: set[str]
    """Names that own what only a person owns."""
    surnames: set[str]
    """Last words of the persons named in full."""
    given: set[str]
    """First words of the persons named in full, where only one of them has it."""
    alone: set[tuple[str, NameKind]]
    """Names of one word, each with a kind it was tagged as."""
    addressed: set[str]
    """Surnames of those who are called "Mr." or "Ms." by no more than that."""
    regions: Sequence[Span]
    """Where the gazetteer's regions are named."""
    apostrophes: bool
    """Whether it writes them; "Amins house" is Amin's where it does not."""


def retag(syntax: Syntax, lexicons: Tables, places: Sequence[Place] = ()) -> None:
    """Set right names whose kind the rest of the report, or the lexicon, contradicts.

    A single word tagged as a body or a place that is the surname of a person named in full is that
    person; a "person" whose name is a country's is the country.
    """
    texts = [bare(syntax.name_text(number)) for number in range(len(syntax.name_heads))]
    parts = [name_parts(text) for text in texts]
    where = _only_where(syntax, texts) | _located(syntax, texts, places)
    where = {text for text in where if _unknown(text, lexicons)}
    tagged = list(zip(parts, syntax.name_kinds, strict=True))
    surnames = {p[-1] for p, kind in tagged if kind == "PER" and len(p) > 1}
    surnames -= {p[-1] for p, text in zip(parts, texts, strict=True) if p and text in where}
    if not syntax.apostrophes:
        surnames |= {name[:-1] for name in surnames if name.endswith("s")}
    alone = {(p[0], kind) for p, kind in tagged if len(p) == 1}
    full = {tuple(p) for p, kind in tagged if kind == "PER" and len(p) > 1}
    firsts = [p[0] for p in full]
    given = {name for name in firsts if firsts.count(name) == 1}
    regions = [p.span for p in places if p.feature == "L"]
    addressed = {p[-1] for number, p in enumerate(parts) if p and _addressed(syntax, number)}
    rulers = _rulers(syntax, texts)
    free = syntax.apostrophes
    report = _Report(where, rulers, surnames, given, alone, addressed, regions, free)
    for number, (name, kind) in enumerate(tagged):
        if name:
            by_use = _by_use(syntax, number, report, lexicons)
            other = by_use or _by_words(name, texts[number], kind, report, lexicons)
            syntax.name_kinds[number] = other or kind


def _addressed(syntax: Syntax, number: int) -> bool:
    """Whether a name is a person's behind "Mr.", "Mrs." or "Ms."."""
    first = syntax.name_tokens[number][0]
    if syntax.name_kinds[number] != "PER":
        return False
    near = [t.text.lower() for t in syntax.tokens[max(0, first - 1) : first + 1]]
    return any(word.rstrip(".") in ("mr", "mrs", "ms") for word in near)


def _by_use(syntax: Syntax, number: int, report: _Report, lexicons: Tables) -> NameKind | None:
    """The kind that the words around a name give it; None: they say nothing against its own."""
    kind, text = syntax.name_kinds[number], bare(syntax.name_text(number))
    if kind in ("PER", "ORG") and (
        text in _NO_BANKS
        or text in report.where
        or _regional(syntax, number, report.regions, lexicons)
    ):
        return "GPE"
    if kind == "PER":
        if _between_owner(syntax, number) or _has_envoys(syntax, number, text, report):
            return "GPE"
        known = name_parts(text)[-1] in report.surnames  # "RUIZ:", where Ana Ruiz speaks
        if (not known and _initials(syntax, number, text)) or _described(syntax, number, lexicons):
            return "ORG"
        if _called(syntax, number, lexicons):
            return "ORG"
    if kind == "ORG" and len(name_parts(text)) == 1 and country_free(text, lexicons):
        behind = syntax.name_tokens[number][1] + 1
        following = syntax.tokens[behind : behind + 1]
        ruled = following and following[0].text in ("regime", "administration")
        if ruled or text in report.rulers:
            return "PER"
    return None


def _by_words(
    name: Sequence[str], text: str, kind: NameKind, report: _Report, lexicons: Tables
) -> NameKind | None:
    """The kind that a name's own words have in the lexicons or the report; None: no other."""
    institution = lexicons.words.institution(text) is not None
    ending = lexicons.words.sort_of_name(text.lower().split())
    if kind == "PER" and len(name) > 1 and (institution or (ending and ending.kind in _BODIES)):
        return "ORG"
    if len(name) == 1 and text in lexicons.countries.adjectives:
        return "NORP"
    if kind in _DOUBTFUL and len(name) == 2 and name[-1] in report.addressed:
        if ending is None and not institution and country_free(name[0], lexicons):
            return "PER"  # "a report from Detlev Holm …. Mr. Holm said"
    last, country = name[-1], lexicons.countries.country(text) is not None
    surname = last in report.surnames or (
        not report.apostrophes and last.removesuffix("s") in report.surnames
    )
    if kind == "PER" and not surname:
        return "GPE" if country or lexicons.countries.capital(text) is not None else None
    if kind in ("ORG", "MISC") and len(name) == 1 and last in report.given:
        return None if country or institution or ending else "PER"  # "Yonas", of Yonas Tadesse
    if kind in _DOUBTFUL and len(name) == 1 and surname and not country and not institution:
        place = kind in ("GPE", "LOC", "FAC") and (last, "PER") not in report.alone
        return None if place else "PER"
    return None


_BODIES = frozenset({"outlet", "office", "armed_group", "ngo", "igo", "company"})
_DOUBTFUL = frozenset({"ORG", "GPE", "LOC", "MISC", "FAC"})


# What only a person has.
_A_PERSONS = frozenset(
    {"regime", "dictatorship", "ouster", "downfall", "presidency", "loyalists", "predecessor",
     "successor", "wife", "husband", "brother", "sister", "father", "mother", "son", "daughter",
     "resignation", "biographer"}
)  # fmt: skip


def _rulers(syntax: Syntax, texts: list[str]) -> set[str]:
    """The names of one word that own what a person owns: "Amar's brutal regime"."""
    found: set[str] = set()
    for text, head in zip(texts, syntax.name_heads, strict=True):
        above = syntax.head[head]
        if above < 0 or syntax.tokens[above].text.lower() not in _A_PERSONS:
            continue
        owner = syntax.deprel[head] == "nmod:poss" or syntax.case(head) == "of"
        if owner and text[:1].isupper() and not text.isupper():
            found.add(text)
    return found


_NO_BANKS = frozenset({"West Bank", "Left Bank", "South Bank"})
"""Places whose last word is a body's."""
_WHERE = frozenset({"in", "near", "at", "inside", "outside", "around", "into"})
_DOES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "vocative", "appos")


def _unknown(text: str, lexicons: Tables) -> bool:
    """Whether nothing in a name says what body it is."""
    sort = lexicons.words.sort_of_name(text.lower().split())
    return sort is None and lexicons.words.institution(text) is None


def _only_where(syntax: Syntax, texts: list[str]) -> set[str]:
    """Names tagged as persons or bodies that only say where: "killed in Tal Amin"."""
    found: set[str] = set()
    does: set[str] = set()
    for number, head in enumerate(syntax.name_heads):
        first = syntax.name_tokens[number][0]
        head = syntax.first_of(head)
        titled = title_start(syntax, first, words()) < first
        above = syntax.head[head]
        noun = above >= 0 and syntax.tokens[above].upos in ("NOUN", "PROPN")
        if (
            titled
            or syntax.deprel[head].startswith(_DOES)
            or (syntax.deprel[head] in ("compound", "nmod:poss", "flat", "amod") and noun)
        ):
            does.add(texts[number])
        elif syntax.case(head) in _WHERE and syntax.deprel[head] in ("obl", "nmod"):
            found.add(texts[number])
    return {text for text in found - does if not text.isupper()}


def _located(syntax: Syntax, texts: list[str], places: Sequence[Place]) -> set[str]:
    """Names tagged as persons or bodies that are places of the gazetteer in this report."""
    known = {(p.span.start, p.span.end) for p in places if p.geonameid is not None}
    found: set[str] = set()
    kept: set[str] = set()
    for number, head in enumerate(syntax.name_heads):
        if syntax.deprel[head] in ("compound", "amod", "flat", "nsubj"):
            kept.add(texts[number])  # "Amin hospital", "Amin said"
        elif syntax.span(*syntax.name_tokens[number]) in known:
            found.add(texts[number])
    return found - kept


def _between_owner(syntax: Syntax, number: int) -> bool:
    """Whether a "person" is the place where somebody has something: "Holm's | Bergen | house"."""
    first, last = syntax.name_tokens[number]
    owned = first > 0 and syntax.tokens[first - 1].text in ("'s", "’s", "'", "’")
    behind = syntax.tokens[last + 1 : last + 2]
    if not owned or not behind or behind[0].upos != "NOUN":
        return False
    start, end = syntax.span(first, last)
    return any(t.start == start and t.end == end for t in syntax.analysis.toponyms)


_A_STATES = frozenset(
    {"ambassador", "embassy", "government", "army", "border", "borders", "airspace", "troops",
     "consulate", "parliament", "currency", "diplomats", "envoy", "military", "forces"}
)  # fmt: skip
"""What a state has, and calls its own."""


def _has_envoys(syntax: Syntax, number: int, text: str, report: _Report) -> bool:
    """Whether a "person" of one word is a state: "Ruria recalled | its ambassador"."""
    first, last = syntax.name_tokens[number]
    if first != last or text in report.surnames or title_start(syntax, first, words()) < first:
        return False
    above = syntax.head[first]
    if above < 0 or not syntax.deprel[first].startswith("nsubj"):
        return False
    things = [k for k in syntax.of(above, "obj") if syntax.tokens[k].text.lower() in _A_STATES]
    return any(
        syntax.tokens[k].text.lower() == "its" for thing in things
        for k in syntax.of(thing, "nmod:poss")
    )  # fmt: skip


def _regional(syntax: Syntax, number: int, regions: Sequence[Span], lexicons: Tables) -> bool:
    """Whether a "body's" name is a region's, or what a tag left of it: "the Middle | East"."""
    start, end = syntax.span(*syntax.name_tokens[number])
    for region in regions:
        if region.end != end or not _unknown(syntax.name_text(number), lexicons):
            continue
        before = syntax.analysis.text[start : region.start].split()
        if all(word.lower() in DIRECTIONS for word in before):
            return True
    return False


def country_free(text: str, lexicons: Tables) -> bool:
    """Whether neither a country nor an institution of the lexicon is so called."""
    known = lexicons.countries.of_word(text) or lexicons.countries.capital(text)
    return known is None and lexicons.words.institution(text) is None


_ONLY_BANDS = frozenset({"militia", "paramilitary"})
_LETTERS = 3
"""Letters that make a word in capitals one of initials; two are a person's ("J.R.")."""


def _initials(syntax: Syntax, number: int, text: str) -> bool:
    """Whether a "person" is a body known by its initials, in a sentence that is not in capitals."""
    letters = [c for c in text if c.isalpha()]
    if " " in text or "." in text or len(letters) < _LETTERS or not text.isupper():
        return False
    first = syntax.name_tokens[number][0]
    if title_start(syntax, first, words()) < first:
        return False
    sentence = syntax.sent[first]
    beside = [t.text for t, s in zip(syntax.tokens, syntax.sent, strict=True) if s == sentence]
    longer = [word for word in beside if len(word) > _LETTERS and word.isalpha() and word != text]
    return any(word.islower() for word in longer)


def _called(syntax: Syntax, number: int, lexicons: Tables) -> bool:
    """Whether a "person" is what a body is called: "a daily, al-Bayan, said"."""
    first, last = syntax.name_tokens[number]
    head = syntax.name_heads[number]
    above = syntax.head[head]
    if syntax.deprel[head] != "appos" or not 0 <= above < first or last + 1 >= len(syntax.tokens):
        return False
    if syntax.tokens[first - 1].text != "," or syntax.tokens[last + 1].text != ",":
        return False
    token = syntax.tokens[above]
    sort = lexicons.words.sort_of([token.text.lower()], token.lemma.lower())
    plain = token.upos == "NOUN" and token.text == token.lemma and above == first - 2
    return plain and sort is not None and sort.kind in ("outlet", "company", "ngo")


def _described(syntax: Syntax, number: int, lexicons: Tables) -> bool:
    """Whether a body's noun stands right before a "person": "the jihadist alliance Ansar"."""
    before = syntax.name_tokens[number][0] - 1
    if before < 1 or syntax.sent[before] != syntax.sent[before + 1]:
        return False
    token = syntax.tokens[before]
    first, last = syntax.name_tokens[number]
    if first < last and syntax.case(before) == "of":
        return False  # "the speaker of the assembly | Ada Cole"
    sort = lexicons.words.sort_of([token.text.lower()], token.lemma.lower())
    if token.upos != "NOUN" or token.text != token.lemma or sort is None:
        return False
    if sort.kind == "armed_group":
        return token.lemma.lower() in _ONLY_BANDS  # "the militant Abu Hamid" is a man
    return sort.kind in _BODIES or sort.name == "group"
