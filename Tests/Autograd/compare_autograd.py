"""Compares what Backmark computes of a network with the automatic differentiation of JAX.

    python3 -m pip install --target FOLDER jax
    PYTHONPATH=FOLDER python3 Tests/Autograd/compare_autograd.py .build/debug exercises

Networks of every activation, loss, optimiser and weight layout that the schema of exercises knows,
for one sample and for several, with a step of training and without, some with a penalty on the
weights, one bias for a layer or parameters that stay, are drawn with a fixed seed and written as
exercises. `backmark check` must find each one sound, and every value that the formulas
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
    "leaky-relu": lambda z: jax.nn.leaky_relu(z, 0.01),
    "elu": jax.nn.elu,
    "swish": jax.nn.silu,
    "gelu": lambda z: jax.nn.gelu(z, approximate=False),
    "softplus": jax.nn.softplus,
    "identity": lambda z: z,
    "softmax": lambda z: jax.nn.softmax(z, axis=0),
}

# The loss of each sample, from its outputs and targets.
LOSSES = {
    "half-squared-error": lambda a, y: ((a - y) ** 2).sum(axis=0) / 2,
    "mean-squared-error": lambda a, y: ((a - y) ** 2).mean(axis=0),
    "binary-cross-entropy": lambda a, y: -(y * jnp.log(a) + (1 - y) * jnp.log1p(-a)).sum(axis=0),
    "cross-entropy": lambda a, y: -(y * jnp.log(a)).sum(axis=0),
    "hinge": lambda a, y: jnp.maximum(0, 1 - y * a).sum(axis=0),
}

OPTIMISERS = ("sgd", "momentum", "adam")

# Outputs that a logarithm can be taken of.
PROBABILITIES = ("sigmoid", "softmax")


def drawn(rng, *shape):
    """Numbers with six decimals, so small that nothing saturates: nested lists of that shape."""
    if not shape:
        return round(rng.uniform(-1, 1), 6)
    return [drawn(rng, *shape[1:]) for _ in range(shape[0])]


def target(rng, loss, output, count):
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
    if loss == "hinge":
        signs = [float(rng.choice((-1, 1))) for _ in range(count)]
        if output == "softmax" and len(set(signs)) == 1:
            # The outputs add up to 1, so of one sign for all the gradient is rounding alone.
            signs[0] = -signs[0]
        return signs
    return drawn(rng, count)


def training(rng, block):
    """Adds what training has to a block: a penalty, what stays as it is, a step."""
    names = [f"{letter}{layer}" for layer in range(1, len(block["sizes"])) for letter in "Wb"]
    if rng.random() < 0.4:
        block["l2"] = round(rng.uniform(0.01, 0.5), 3)
    if rng.random() < 0.3:
        block["frozen"] = rng.sample(names, rng.randint(1, len(names)))
    if "learningRate" not in block:
        return
    block["optimiser"] = rng.choice(OPTIMISERS)
    kept = [name for name in names if name not in block.get("frozen", []) and rng.random() < 0.5]

    def moments(least):
        shape = dict(zip(names, [part for pair in zip(block["weights"], block["biases"]) for part in pair]))
        return {
            name: jnp.abs(jnp.array(drawn(rng, *numpy.shape(shape[name])))).tolist() if least == 0
            else drawn(rng, *numpy.shape(shape[name]))
            for name in kept
        }

    if block["optimiser"] == "momentum":
        block["momentum"] = round(rng.uniform(0, 0.95), 3)
        block["velocities"] = moments(-1)
    elif block["optimiser"] == "adam":
        block["t"] = rng.randint(1, 5)
        block["firstMoments"], block["secondMoments"] = moments(-1), moments(0)
        if rng.random() < 0.5:
            block["beta1"], block["beta2"], block["epsilon"] = 0.8, 0.95, 1e-3


def biases(rng, size, activation):
    """A bias for each unit, or one, a number, for the whole layer.

    Softmax takes no notice of one bias for all, whose gradient is then rounding alone.
    """
    isShared = activation != "softmax" and rng.random() < 0.25
    return drawn(rng) if isShared else drawn(rng, size)


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
        "biases": [biases(rng, *layer) for layer in zip(sizes[1:], hidden + [output])],
    }
    if is_batch:
        samples = 3
        block["inputs"] = [drawn(rng, sizes[0]) for _ in range(samples)]
        block["targets"] = [target(rng, loss, output, sizes[-1]) for _ in range(samples)]
    else:
        block["input"] = drawn(rng, sizes[0])
        block["target"] = target(rng, loss, output, sizes[-1])
    if has_rate:
        block["learningRate"] = round(rng.uniform(0.01, 0.5), 3)
    training(rng, block)
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
        z = (weight.T if is_transposed else weight) @ a + (bias[:, None] if bias.ndim else bias) + nudge
        a = ACTIVATIONS[name](z)
        zs.append(z)
        activations.append(a)
    penalty = block.get("l2", 0) / 2 * sum((weight**2).sum() for weight, _ in parameters)
    return LOSSES[block["loss"]](a, y).mean() + penalty, (zs, activations)


def moved(block, name, parameter, gradient, values):
    """A parameter after the step; what the optimiser keeps is added to the values."""
    rate, optimiser = block["learningRate"], block["optimiser"]

    def before(key):
        return jnp.array(block.get(key, {}).get(name, jnp.zeros(parameter.shape)), dtype=float)

    if optimiser == "sgd":
        return parameter - rate * gradient
    if optimiser == "momentum":
        velocity = block["momentum"] * before("velocities") + gradient
        values[f"{name}_v"] = velocity
        return parameter - rate * velocity
    beta1, beta2, t = block.get("beta1", 0.9), block.get("beta2", 0.999), block["t"]
    first = beta1 * before("firstMoments") + (1 - beta1) * gradient
    second = beta2 * before("secondMoments") + (1 - beta2) * gradient**2
    corrected = first / (1 - beta1**t), second / (1 - beta2**t)
    values[f"{name}_m"], values[f"{name}_s"] = first, second
    values[f"{name}_mhat"], values[f"{name}_shat"] = corrected
    return parameter - rate * corrected[0] / (jnp.sqrt(corrected[1]) + block.get("epsilon", 1e-8))


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
        for name, gradient in ((f"W{layer}", weight), (f"b{layer}", bias)):
            if name not in block.get("frozen", []):
                values[f"d{name}"] = gradient
    if "learningRate" in block:
        after = []
        for layer, pair in enumerate(zip(parameters, gradients), 1):
            layers = []
            for name, parameter, gradient in zip((f"W{layer}", f"b{layer}"), *pair):
                if name not in block.get("frozen", []):
                    parameter = moved(block, name, parameter, gradient, values)
                    values[f"{name}_new"] = parameter
                layers.append(parameter)
            after.append(tuple(layers))
        add_pass(*forward(block, after, nudges, x, y), "_new")
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
        f"{block['weightLayout']}, samples: {samples}, rate: {block.get('learningRate', 'none')}, "
        f"{block.get('optimiser', 'no step')}, l2: {block.get('l2', 'none')}, "
        f"frozen: {block.get('frozen', 'none')}"
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
    for key, known in (
        ("activations", ACTIVATIONS), ("loss", LOSSES), ("optimiser", OPTIMISERS)):
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
