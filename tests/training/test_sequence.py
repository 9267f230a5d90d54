"""The loss of a sequence of tags is what counting every sequence gives."""

import itertools

import pytest

torch = pytest.importorskip("torch")


def test_the_loss_counts_every_sequence() -> None:
    from training.sequence import sequence_loss

    torch.manual_seed(5)
    scores, moves = torch.randn(2, 4, 3), torch.randn(3, 3)
    tags, lengths = torch.tensor([[0, 1, 2, 1], [2, 0, 0, 0]]), torch.tensor([4, 2])

    def total(row: int, one: tuple[int, ...]) -> float:
        own = sum(float(scores[row, i, tag]) for i, tag in enumerate(one))
        return own + sum(float(moves[a, b]) for a, b in itertools.pairwise(one))

    cost = 0.0
    for row, length in enumerate(lengths.tolist()):
        every = [total(row, one) for one in itertools.product(range(3), repeat=length)]
        own = total(row, tuple(tags[row, :length].tolist()))
        cost += float(torch.logsumexp(torch.tensor(every), 0)) - own
    assert float(sequence_loss(scores, moves, tags, lengths)) == pytest.approx(cost / 6, abs=1e-4)


def test_a_sequence_with_a_forbidden_move_teaches_nothing() -> None:
    from training.sequence import sequence_loss

    scores, moves = torch.zeros(1, 2, 2), torch.tensor([[0.0, -1e4], [0.0, 0.0]])
    loss = sequence_loss(scores, moves, torch.tensor([[0, 1]]), torch.tensor([2]))
    assert float(loss) == 0
