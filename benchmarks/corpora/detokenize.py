"""Write a tokenised sentence as a person would have: no space before a comma or a clitic.

The corpora that come as tokens have lost their spaces. What is rebuilt here is plausible, not
true: it serves to show a reader text rather than tokens.
"""

from __future__ import annotations

from benchmarks.corpora.spans import CorpusSpan

_LEFT = set(",.;:!?%)]}…’”") | {"''", "...", "'s", "’s", "n't", "n’t"}
_CLITICS = {
    "'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "’s", "’re", "’ve", "’ll", "’d", "’m", "n’t",
    "'S", "N'T",
}  # fmt: skip
_RIGHT = set("([{$£€“‘#") | {"``"}
_BRACKETS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    "``": '"', "''": '"',
}  # fmt: skip


def detokenize(tokens: list[str]) -> tuple[str, tuple[CorpusSpan, ...]]:
    """The text of ``tokens`` and each one's span in it.

    Brackets and quotes in Penn Treebank's spelling are written as themselves; straight double
    quotes are taken to open and close in turn.
    """
    text = ""
    spans = []
    glue_next = True
    opened = False
    for token in tokens:
        word = _BRACKETS.get(token, token)
        closes = word == '"' and (opened or token == "''") and token != "``"
        left = token in _LEFT or token in _CLITICS or word in ")]}" or closes
        if not (glue_next or left):
            text += " "
        spans.append(CorpusSpan(len(text), len(text) + len(word)))
        text += word
        if word == '"':
            opened = not closes
        glue_next = token in _RIGHT or word in "([{" or (word == '"' and opened)
    return text, tuple(spans)
