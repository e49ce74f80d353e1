"""Compares what Backmark computes of a network with the automatic differentiation of JAX.

    python3 -m pip install --target FOLDER jax
    PYTHONPATH=FOLDER python3 Tests/Autograd/compare_autograd.py .build/debug exercises

Networks of every activation, loss and weight layout that the schema of exercises knows, for one
sample and for several, with a step of gradient descent and without, are drawn with a fixed seed and
written as exercises. `backmark check` must find each one sound, and every value that the formulas
and the engine compute must be JAX's: to 1e-12 of the value, or to the fifteenth digit of the
largest entry of its vector or matrix, for what is left of a difference has no more digits than that.

The CPU is enough. JAX sees the definitions alone: the forward pass and the loss, no formula of a
gradient.
"""

import argparse
import itertools
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile

os.environ.setdefault("JAX_PLATFORMS", "cpu")
import jax
import jax.numpy as jnp
import numpy

jax.config.update("jax_enable_x64", True)

SEED = 16
RELATIVE = 1e-12

# A function of the matrix of pre-activations, which has a column for each sample.
ACTIVATIONS = {
    "sigmoid": jax.nn.sigmoid,
    "tanh": jnp.tanh,
    "relu": jax.nn.relu,
    "identity": lambda z: z,
    "softmax": lambda z: jax.nn.softmax(z, axis=0),
}

# The loss of each sample, from its outputs and targets.
LOSSES = {
    "half-squared-error": lambda a, y: ((a - y) ** 2).sum(axis=0) / 2,
    "mean-squared-error": lambda a, y: ((a - y) ** 2).mean(axis=0),
    "binary-cross-entropy": lambda a, y: -(y * jnp.log(a) + (1 - y) * jnp.log1p(-a)).sum(axis=0),
    "cross-entropy": lambda a, y: -(y * jnp.log(a)).sum(axis=0),
}

# Outputs that a logarithm can be taken of.
PROBABILITIES = ("sigmoid", "softmax")


def drawn(rng, *shape):
    """Numbers with six decimals, so small that nothing saturates: nested lists of that shape."""
    if not shape:
        return round(rng.uniform(-1, 1), 6)
    return [drawn(rng, *shape[1:]) for _ in range(shape[0])]


def target(rng, loss, count):
    if loss == "cross-entropy":
        kind = rng.randrange(3)
        if kind == 0:
            hot = rng.randrange(count)
            return [float(k == hot) for k in range(count)]
        shares = [rng.randrange(1, 64) for _ in range(count)]
        # A distribution, or weights that add up to something else.
        return [share / (sum(shares) if kind == 1 else 32) for share in shares]
    if loss == "binary-cross-entropy":
        isLabel = rng.random() < 0.5
        return [float(rng.randrange(2)) if isLabel else round(rng.random(), 6) for _ in range(count)]
    return drawn(rng, count)


def network(rng, output, loss, layout, is_batch, has_rate):
    depth = rng.randint(1, 4)
    # Few sizes, since JAX compiles every operation anew for every shape.
    sizes = [rng.randint(1, 4) for _ in range(depth + 1)]
    if output == "softmax":
        # One unit would always be 1, whose complement has no logarithm.
        sizes[-1] = rng.randint(2, 4)
    hidden = [rng.choice(list(ACTIVATIONS)) for _ in range(depth - 1)]
    shapes = list(zip(sizes[1:], sizes))
    if layout == "source-destination":
        shapes = [shape[::-1] for shape in shapes]
    block = {
        "sizes": sizes, "activations": hidden + [output], "loss": loss, "weightLayout": layout,
        "weights": [drawn(rng, *shape) for shape in shapes],
        "biases": [drawn(rng, size) for size in sizes[1:]],
    }
    if is_batch:
        samples = 3
        block["inputs"] = [drawn(rng, sizes[0]) for _ in range(samples)]
        block["targets"] = [target(rng, loss, sizes[-1]) for _ in range(samples)]
    else:
        block["input"] = drawn(rng, sizes[0])
        block["target"] = target(rng, loss, sizes[-1])
    if has_rate:
        block["learningRate"] = round(rng.uniform(0.01, 0.5), 3)
    return block


def networks(layouts, draws):
    """A network of each kind that can be, as often as `draws` says."""
    rng = random.Random(SEED)
    for draw, loss, output, layout, is_batch, has_rate in itertools.product(
        range(draws), LOSSES, ACTIVATIONS, layouts, (False, True), (False, True)
    ):
        if "entropy" not in loss or output in PROBABILITIES:
            yield network(rng, output, loss, layout, is_batch, has_rate)


def forward(block, parameters, nudges, x, y):
    """Pre-activations and activations of every layer, and the loss, averaged over the samples.

    The nudges are zeros that are added to the pre-activations, to differentiate by these.
    """
    is_transposed = block["weightLayout"] == "source-destination"
    zs, activations, a = [], [], x
    for name, (weight, bias), nudge in zip(block["activations"], parameters, nudges):
        z = (weight.T if is_transposed else weight) @ a + bias[:, None] + nudge
        a = ACTIVATIONS[name](z)
        zs.append(z)
        activations.append(a)
    return LOSSES[block["loss"]](a, y).mean(), (zs, activations)


def expected(block):
    """Every value that the block defines, by its name."""
    is_batch = "inputs" in block
    x = jnp.array(block["inputs"] if is_batch else [block["input"]], dtype=float).T
    y = jnp.array(block["targets"] if is_batch else [block["target"]], dtype=float).T
    parameters = [
        (jnp.array(weight, dtype=float), jnp.array(bias, dtype=float))
        for weight, bias in zip(block["weights"], block["biases"])
    ]
    count = x.shape[1]
    nudges = [jnp.zeros((size, count)) for size in block["sizes"][1:]]
    differentiated = jax.value_and_grad(
        lambda p, n: forward(block, p, n, x, y), argnums=(0, 1), has_aux=True)
    (loss, passed), (gradients, deltas) = differentiated(parameters, nudges)

    values = {}

    def add_pass(loss, passed, suffix):
        values["L" + suffix] = loss
        for letter, layers in zip("za", passed):
            for layer, matrix in enumerate(layers, 1):
                name = f"{letter.upper() if is_batch else letter}{layer}{suffix}"
                values[name] = matrix if is_batch else matrix[:, 0]

    add_pass(loss, passed, "")
    for layer, (delta, (weight, bias)) in enumerate(zip(deltas, gradients), 1):
        # Error signals are those of each sample, and not a part of the mean.
        values[f"delta{layer}"] = delta * count if is_batch else delta[:, 0]
        values[f"dW{layer}"], values[f"db{layer}"] = weight, bias
    if "learningRate" in block:
        rate = block["learningRate"]
        moved = [(w - rate * dw, b - rate * db) for (w, b), (dw, db) in zip(parameters, gradients)]
        for layer, (weight, bias) in enumerate(moved, 1):
            values[f"W{layer}_new"], values[f"b{layer}_new"] = weight, bias
        add_pass(*forward(block, moved, nudges, x, y), "_new")
    return {name: numpy.asarray(value) for name, value in values.items()}


def unit(value):
    """One unit in the fifteenth significant digit."""
    return 10.0 ** (math.floor(math.log10(value)) - 14) if value > 0 else 0.0


def disagreement(found, right):
    """The largest difference of an entry, as a share of what it may be; infinite by shape."""
    if found.shape != right.shape or not numpy.isfinite(found).all():
        return math.inf
    allowed = numpy.maximum(RELATIVE * abs(right), unit(abs(right).max()))
    difference = abs(found - right)
    return float((difference[difference > 0] / allowed[difference > 0]).max(initial=0))


def words(block):
    samples = len(block["inputs"]) if "inputs" in block else "one"
    return (
        f"{'–'.join(map(str, block['sizes']))} {', '.join(block['activations'])}; {block['loss']}, "
        f"{block['weightLayout']}, samples: {samples}, rate: {block.get('learningRate', 'none')}"
    )


def write(block, path, names):
    exercise = {
        "id": path.stem, "title": "A network", "statement": words(block), "network": block,
        "steps": [{"name": name} for name in names],
    }
    path.write_text(json.dumps(exercise, indent=1), encoding="utf-8")


def enumerated(schema, key):
    """The words that the schema allows under a key, wherever it stands."""
    if isinstance(schema, list):
        return set().union(*(enumerated(item, key) for item in schema))
    if not isinstance(schema, dict):
        return set()
    found = set().union(*(enumerated(value, key) for value in schema.values()))
    if isinstance(schema.get(key), dict):
        place = schema[key].get("items", schema[key])
        found |= set(place.get("enum", []))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("programs", type=pathlib.Path, help="the folder of the built programs")
    parser.add_argument("exercises", type=pathlib.Path, help="the folder of the schema")
    parser.add_argument("--draws", type=int, default=2, help="how many networks of each kind")
    arguments = parser.parse_args()

    faults = []
    schema = json.loads((arguments.exercises / "exercise.schema.json").read_text(encoding="utf-8"))
    layouts = sorted(enumerated(schema, "weightLayout"))
    for key, known in (("activations", ACTIVATIONS), ("loss", LOSSES)):
        unknown = enumerated(schema, key) ^ set(known)
        if unknown:
            faults.append(f"not compared, or not in the schema: {key} {sorted(unknown)}")
    if len(layouts) < 2:
        faults.append(f"the schema has the weight layouts {layouts} alone")

    with tempfile.TemporaryDirectory() as folder:
        blocks, right = {}, {}
        for number, block in enumerate(networks(layouts, arguments.draws)):
            path = pathlib.Path(folder) / f"network-{number:03}.json"
            blocks[str(path)], right[str(path)] = block, expected(block)
            write(block, path, right[str(path)])

        check = subprocess.run(
            [arguments.programs / "backmark", "check", "--quiet", folder],
            capture_output=True, text=True, check=False)
        if check.returncode != 0:
            faults.append(f"backmark check: {check.stdout}{check.stderr}")
        printed = subprocess.run(
            [arguments.programs / "backmark-bench", "values", *blocks],
            stdout=subprocess.PIPE, text=True, check=True)

    lines = [json.loads(line) for line in printed.stdout.splitlines()]
    if [line["file"] for line in lines] != list(blocks):
        faults.append("not every network has a line")
    worst, compared = 0.0, 0
    for line in lines:
        block, values = blocks[line["file"]], right[line["file"]]
        for source in ("formulas", "engine"):
            if line[source].keys() != values.keys():
                other = sorted(line[source].keys() ^ values.keys())
                faults.append(f"{words(block)}: {source}: {other} on one side alone")
            for name in line[source].keys() & values.keys():
                found = numpy.array(line[source][name], dtype=float)
                share = disagreement(found, values[name])
                worst, compared = max(worst, share), compared + 1
                if share > 1:
                    faults.append(
                        f"{words(block)}: {source}: {name} is\n{found}\nwhere JAX has\n"
                        f"{values[name]}, which is {share:.3g} times what it may differ by")
    print("\n".join(faults[:20]), end="\n" if faults else "")
    if len(faults) > 20:
        print(f"… and {len(faults) - 20} more")
    print(
        f"{len(blocks)} networks, {compared} values compared with JAX {jax.__version__}; "
        f"the worst differs by {worst:.2f} of what it may")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
