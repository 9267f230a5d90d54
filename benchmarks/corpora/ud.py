"""Universal Dependencies: English EWT and GUM, with GUM's entities and coreference.

A document's text is its sentences as they were written: a blank line between paragraphs, a
space between sentences of one paragraph. Sentences and tokens carry offsets into it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.corpora import corpus_path

_ENTITY = re.compile(r"\(([^()]+)(\)?)|(\d+)(?:\[\d+/\d+\])?\)")
_FIELDS = 8  # of GUM's Entity: GRP-etype-infstat-salience-centering-minspan-link-identity


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word. ``start``/``end`` are in the sentence's own text, ``head`` is -1 at root.

    The words of a contraction that cannot be cut apart share its span.
    """

    form: str
    lemma: str
    upos: str
    head: int
    deprel: str
    start: int
    end: int
    feats: str = "_"

    @property
    def relation(self) -> str:
        """The relation without its subtype: "nmod" of "nmod:desc"."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an entity, ``[first, last]`` in tokens of one sentence, both included.

    ``start``/``end`` are code points of the document. ``group`` is the entity's number within
    the document; ``infstat`` and ``link`` are GUM's ("new", "giv:act"; "coref", "ana", "sgl").
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    type: str
    infstat: str
    group: int
    link: str
    identity: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; ``start`` is where its text begins in the document's, in code points."""

    id: str
    text: str
    tokens: tuple[Token, ...]
    doc: str
    genre: str
    start: int = 0
    new_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """``mentions`` is empty for EWT, which has none."""

    id: str
    genre: str
    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()


def sentences(corpus: str, split: str) -> list[Sentence]:
    """Every sentence of ``corpus`` ("ud-ewt" or "gum") and ``split`` ("train", "dev", "test")."""
    return [sentence for doc in documents(corpus, split) for sentence in doc.sentences]


def documents(corpus: str, split: str) -> list[Document]:
    """The documents of a part, in the order of the files."""
    if corpus == "gum":
        paths = sorted(corpus_path("gum", split).glob("*.conllu"))
    else:
        paths = [corpus_path(corpus, f"{split}.conllu")]
    return [document for path in paths for document in read(path)]


def read(path: Path) -> Iterator[Document]:
    """The documents of one CoNLL-U file."""
    doc, genre = path.stem, ""
    blocks: list[tuple[list[str], list[list[str]]]] = []
    for comments, rows in _blocks(path.read_text(encoding="utf-8")):
        for comment in comments:
            key, _, value = comment.lstrip("# ").partition(" = ")
            if key == "newdoc id":
                if blocks:
                    yield _document(doc, genre, blocks)
                doc, genre, blocks = value, value.partition("-")[0], []
            elif key == "meta::genre":
                genre = value
        blocks.append((comments, rows))
    if blocks:
        yield _document(doc, genre, blocks)


def _blocks(content: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The comments and rows of each sentence."""
    for block in content.split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        comments = [line for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        if rows:
            yield comments, rows


def _document(doc: str, genre: str, blocks: list[tuple[list[str], list[list[str]]]]) -> Document:
    """One document of its sentences' blocks."""
    text = ""
    found: list[Sentence] = []
    miscs: list[list[str]] = []
    glue = ""
    for comments, rows in blocks:
        sentence = _sentence(comments, rows, doc, genre)
        if found:
            text += "\n\n" if sentence.new_paragraph else glue
        found.append(replace(sentence, start=len(text)))
        text += sentence.text
        glue = "" if "SpaceAfter=No" in rows[-1][9].split("|") else " "
        miscs.append([row[9] for row in rows if row[0].isdigit()])
    return Document(doc, genre, text, tuple(found), tuple(_mentions(found, miscs)))


def _sentence(comments: list[str], rows: list[list[str]], doc: str, genre: str) -> Sentence:
    """One sentence, its tokens found in its text."""
    keys = dict(comment.lstrip("# ").partition(" = ")[::2] for comment in comments)
    text = keys["text"]
    spans: dict[str, tuple[int, int]] = {}
    cursor, covered_to = 0, 0
    for row in rows:
        number, form = row[0], row[1]
        if "." in number:  # an empty node: a word that is not in the text
            continue
        if "-" in number:
            first, last = (int(part) for part in number.split("-"))
            parts = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last]
            if "".join(parts) != form:
                cursor = _find(text, form, cursor)
                for i in range(first, last + 1):
                    spans[str(i)] = (cursor, cursor + len(form))
                cursor, covered_to = cursor + len(form), last
            continue
        if int(number) > covered_to:
            cursor = _find(text, form, cursor)
            spans[number] = (cursor, cursor + len(form))
            cursor += len(form)
    words = [row for row in rows if row[0].isdigit()]
    tokens = tuple(
        Token(r[1], r[2], r[3], int(r[6]) - 1, r[7], *spans[r[0]], feats=r[5]) for r in words
    )
    new_paragraph = any(re.match(r"# newpar( id = .*)?$", comment) for comment in comments)
    return Sentence(keys["sent_id"], text, tokens, doc, genre, 0, new_paragraph)


def _find(text: str, form: str, cursor: int) -> int:
    """Where ``form`` stands next in ``text``; ValueError where only white space may be skipped."""
    at = text.find(form, cursor)
    if at < 0 or text[cursor:at].strip():
        raise ValueError(f"{form!r} does not follow {text[:cursor]!r} in {text!r}")
    return at


def _mentions(found: list[Sentence], miscs: list[list[str]]) -> list[Mention]:
    """The mentions that the Entity annotations of ``miscs`` (per sentence, per token) open."""
    mentions = []
    for number, (sentence, column) in enumerate(zip(found, miscs, strict=True)):
        opened: dict[int, list[tuple[int, list[str]]]] = defaultdict(list)
        for index, misc in enumerate(column):
            values = [part[7:] for part in misc.split("|") if part.startswith("Entity=")]
            for match in _ENTITY.finditer(values[0] if values else ""):
                fields, closed, group = match.groups()
                if fields:
                    split = fields.split("-", _FIELDS - 1)
                    opened[_group(split[0])].append((index, split))
                    group = split[0] if closed else None
                if group:
                    first, split = opened[_group(group)].pop()
                    mentions.append(_mention(sentence, number, first, index, split))
    mentions.sort(key=lambda m: (m.start, -m.end))
    return mentions


def _group(field: str) -> int:
    """The entity's number in "12" or, for part of a discontinuous mention, "12[1/2]"."""
    return int(field.partition("[")[0])


def _mention(sentence: Sentence, number: int, first: int, last: int, fields: list[str]) -> Mention:
    """A mention from the fields of its opening bracket."""
    start = sentence.start + sentence.tokens[first].start
    end = sentence.start + sentence.tokens[last].end
    link = fields[6] if len(fields) > 6 else ""
    identity = fields[7] if len(fields) > 7 else None
    group = _group(fields[0])
    return Mention(number, first, last, start, end, fields[1], fields[2], group, link, identity)
