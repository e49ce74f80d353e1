"""Makes the golden files of the Backpropagation tests with PyTorch's autograd, in double precision.

    python3 -m venv /tmp/golden
    /tmp/golden/bin/python -m pip install torch numpy
    /tmp/golden/bin/python Tests/BackpropagationTests/Golden/make_golden.py

The CPU is enough. The numbers are seeded: a second run writes the same files, but for the last
digit where another release of PyTorch rounds differently.

Written beside this script:
- combinations.json: every output activation with every loss it makes sense for, batches of three
  samples, one step of gradient descent each; every activation also in a hidden layer
- saturated.json: pre-activations of 40 and -40, where sigmoid and softmax have no slope left
- gradient-flow.json: the six-layer networks of the chapter's "Gradient Flow Visualization", whose
  printed norms are compared in the tests

seed-networks.json and random-networks.json are the course's own reference values, not made here.
Weights are [destination][source]; the samples of "inputs" and "targets" are lists, those of the
expected values are columns. delta is that of each sample, the gradients are averaged.
"""

import json
import pathlib

import numpy
import torch

torch.set_default_dtype(torch.float64)
FOLDER = pathlib.Path(__file__).parent

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "identity": lambda z: z,
    "softmax": lambda z: torch.softmax(z, dim=0),
}


def loss_of_samples(loss, activation, z, a, y):
    """One loss for each column."""
    if loss == "half-squared-error":
        return ((a - y) ** 2).sum(dim=0) / 2
    if loss == "mean-squared-error":
        return ((a - y) ** 2).mean(dim=0)
    if loss == "binary-cross-entropy" and activation == "sigmoid":
        return torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="none").sum(dim=0)
    if loss == "binary-cross-entropy":
        return -(y * a.log() + (1 - y) * (1 - a).log()).sum(dim=0)
    if loss == "cross-entropy" and activation == "softmax":
        return -(y * torch.log_softmax(z, dim=0)).sum(dim=0)
    if loss == "cross-entropy":
        return -(y * a.log()).sum(dim=0)
    raise ValueError(loss)


def forward(network, weights, biases, x, y):
    zs, activations, a = [], [], x
    for weight, bias, activation in zip(weights, biases, network["activations"]):
        z = weight @ a + bias[:, None]
        z.retain_grad()
        a = ACTIVATIONS[activation](z)
        zs.append(z)
        activations.append(a)
    losses = loss_of_samples(network["loss"], network["activations"][-1], zs[-1], a, y)
    return zs, activations, losses.mean()


def listed(tensors):
    return [tensor.detach().tolist() for tensor in tensors]


def expected(network):
    weights = [torch.tensor(w, requires_grad=True) for w in network["weights"]]
    biases = [torch.tensor(b, requires_grad=True) for b in network["biases"]]
    x = torch.tensor(network["inputs"]).T.clone().requires_grad_()
    y = torch.tensor(network["targets"]).T
    zs, activations, loss = forward(network, weights, biases, x, y)
    loss.backward()
    count = x.shape[1]
    values = {
        "z": listed(zs),
        "a": listed(activations),
        "loss": loss.item(),
        "delta": listed(z.grad * count for z in zs),
        "dx": (x.grad * count).tolist(),
        "dW": listed(w.grad for w in weights),
        "db": listed(b.grad for b in biases),
    }
    if "learningRate" in network:
        rate = network["learningRate"]
        moved = [[(p - rate * p.grad).detach().requires_grad_() for p in ps] for ps in (weights, biases)]
        values["newW"], values["newB"] = listed(moved[0]), listed(moved[1])
        values["newLoss"] = forward(network, *moved, x, y)[2].item()
    return values


def case(name, source, network):
    return {"name": name, "source": source, "network": network, "expected": expected(network)}


def targets(generator, loss, rows, samples):
    if loss == "cross-entropy":
        return [numpy.eye(rows)[generator.integers(rows)].tolist() for _ in range(samples)]
    if loss == "binary-cross-entropy":
        return generator.integers(0, 2, (samples, rows)).astype(float).tolist()
    return generator.normal(size=(samples, rows)).tolist()


def combinations():
    generator = numpy.random.default_rng(16)
    hidden = list(ACTIVATIONS)
    cases = []
    for loss in ("half-squared-error", "mean-squared-error", "binary-cross-entropy", "cross-entropy"):
        probabilities = ("sigmoid", "softmax")
        for output in probabilities if "entropy" in loss else ACTIVATIONS:
            sizes = [int(n) for n in generator.integers(2, 8, size=4)]
            first = hidden[len(cases) % len(hidden)]
            second = hidden[(len(cases) // len(hidden) + 4) % len(hidden)]
            pairs = list(zip(sizes[1:], sizes))
            network = {
                "sizes": sizes,
                "activations": [first, second, output],
                "loss": loss,
                "weights": [generator.normal(size=pair).tolist() for pair in pairs],
                "biases": [generator.normal(size=n).tolist() for n in sizes[1:]],
                "inputs": generator.normal(size=(3, sizes[0])).tolist(),
                "targets": targets(generator, loss, sizes[-1], 3),
                "learningRate": 0.1,
            }
            cases.append(case(f"{first}, {second}, {output} with {loss}", "seed 16", network))
    return cases


def saturated():
    def network(activation, loss, logits, targets):
        return {
            "sizes": [1, len(logits)],
            "activations": [activation],
            "loss": loss,
            "weights": [[[logit] for logit in logits]],
            "biases": [[0.0] * len(logits)],
            "inputs": [[1.0], [-1.0]],
            "targets": targets,
            "learningRate": 0.5,
        }

    binary = network(
        "sigmoid", "binary-cross-entropy", [40.0, -40.0, 40.0, -40.0], [[1.0, 1.0, 0.0, 0.0]] * 2)
    categorical = network(
        "softmax", "cross-entropy", [40.0, -40.0, 0.0], [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    return [case(n["activations"][0] + " at 40 and -40", "saturation", n) for n in (binary, categorical)]


def gradient_flow():
    sizes = [10, 20, 20, 20, 20, 20, 1]
    cases = []
    for activation in ("sigmoid", "relu"):
        numpy.random.seed(42)
        pairs = list(zip(sizes[1:], sizes))
        weights = [numpy.random.randn(m, n) * numpy.sqrt(2.0 / (m + n)) for m, n in pairs]
        x, y = numpy.random.randn(10, 1), numpy.random.randn(1, 1)
        network = {
            "sizes": sizes,
            "activations": [activation] * 6,
            "loss": "half-squared-error",
            "weights": [w.tolist() for w in weights],
            "biases": [[0.0] * n for n in sizes[1:]],
            "inputs": x.T.tolist(),
            "targets": y.T.tolist(),
        }
        cases.append(case(f"gradient flow, {activation}", "Chapter 16, seed 42", network))
    return cases


for maker in (combinations, saturated, gradient_flow):
    name = maker.__name__.replace("_", "-") + ".json"
    (FOLDER / name).write_text(json.dumps(maker(), indent=1, ensure_ascii=False) + "\n")
    print(name)
