"""The loss of a whole sequence of tags: what the tag scores and the moves between tags give it."""

from __future__ import annotations

import torch
from torch import Tensor

OUTLIER = 1e3
"""A sequence that costs more than this makes a forbidden move: a cut's fault, and not learned."""


def sequence_loss(scores: Tensor, moves: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
    """Mean over words of -log p(tags), with p normalised over all sequences of tags.

    ``scores`` (B, W, T) of each word's tags, ``moves`` (T, T) from a tag to the next one's,
    ``tags`` (B, W) with any value of 0 or more past the ``lengths`` (B,), all at least 1.
    """
    count = scores.shape[1]
    inside = torch.arange(count)[None, :] < lengths[:, None]
    own = scores.gather(2, tags[..., None]).squeeze(2)
    right = (own * inside).sum(1) + (moves[tags[:, :-1], tags[:, 1:]] * inside[:, 1:]).sum(1)
    total = scores[:, 0]
    for i in range(1, count):
        further = torch.logsumexp(total[:, :, None] + moves, 1) + scores[:, i]
        total = torch.where(inside[:, i, None], further, total)
    cost = torch.logsumexp(total, 1) - right
    kept = cost < OUTLIER
    return (cost * kept).sum() / (lengths * kept).sum().clamp(min=1)
