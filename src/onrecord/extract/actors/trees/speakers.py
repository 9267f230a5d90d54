"""Speakers whom the tree hangs on the word before: "shot a judge, | the chief, Ana Roe, said"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.actors.trees.syntax import Syntax


def part_speakers(syntax: Syntax, spans: Iterable[tuple[int, int]]) -> None:
    """Mend the trees in which the first word of a source is beside what was said before it.

    ``spans`` are the sources, in code points. Who is shot is not who tells of it: where the source
    begins behind a comma, its nouns are beside one another and beside nothing before them.
    """
    for start, end in sorted(set(spans)):
        first, last = syntax.between(start, end)
        if first < 1 or last < first or syntax.tokens[first - 1].text != ",":
            continue
        outer = [i for i in range(first, last + 1) if not first <= syntax.head[i] <= last]
        beside = [i for i in outer if syntax.deprel[i] == "appos" and 0 <= syntax.head[i] < first]
        if not beside or syntax.sent[first - 1] != syntax.sent[first]:
            continue
        speaker = next((i for i in outer if syntax.deprel[i] == "nsubj"), beside[0])
        if speaker == beside[0]:
            syntax.deprel[speaker] = "parataxis"
        for index in beside:
            if index != speaker:
                syntax.head[index], syntax.deprel[index] = speaker, "appos"
