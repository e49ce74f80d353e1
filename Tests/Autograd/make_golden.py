"""Makes the golden values of formulas and of steps of training with PyTorch, in double precision.

    python3 -m venv /tmp/golden
    /tmp/golden/bin/python -m pip install torch numpy
    /tmp/golden/bin/python Tests/Autograd/make_golden.py

The CPU is enough. The numbers are seeded: a second run writes the same files, but for the last
digit where another release of PyTorch rounds differently. The tests read what is written and need
no Python:

- Tests/FormulasTests/Golden/pytorch.json: activations with their slopes, correlations and
  convolutions, pooling, normalisation, a step of an RNN and of an LSTM, attention with a mask
- Tests/ExercisesTests/Golden/training.json: `network` blocks in training, several steps of each,
  by `torch.optim.SGD` and `torch.optim.Adam`; every step begins where PyTorch's last one ended

Values and gradients come from PyTorch's own functions, modules and optimisers, the formulas beside
them from the language of exercises; nothing here knows how Backmark computes them.
"""

import json
import pathlib
import random

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
TESTS = pathlib.Path(__file__).parent.parent
SEED = 15

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": functional.relu,
    "leaky-relu": functional.leaky_relu,
    "elu": functional.elu,
    "swish": functional.silu,
    "gelu": functional.gelu,
    "softplus": functional.softplus,
    "identity": lambda z: z,
    "softmax": lambda z: torch.softmax(z, dim=0),
}


def drawn(rng, *shape):
    """Numbers with three decimals, as nested lists of that shape."""
    if not shape:
        return round(rng.uniform(-1, 1), 3)
    return [drawn(rng, *shape[1:]) for _ in range(shape[0])]


def text(value):
    """A value as the formula language writes it."""
    return json.dumps(value.tolist() if isinstance(value, torch.Tensor) else value)


# Formulas


def case(name, inputs, values, by=()):
    """A case of the formulas: `values` maps names to a formula and what PyTorch makes of it.

    The last of the values is the loss; its gradients by the inputs in `by` follow.
    """
    steps = [(step, formula, value.detach()) for step, (formula, value) in values.items()]
    if by:
        loss, (_, value) = list(values.items())[-1]
        leaves = [inputs[parameter] for parameter in by]
        for parameter, gradient in zip(by, torch.autograd.grad(value, leaves, retain_graph=True)):
            steps.append((f"d{parameter}", f"grad({loss}, {parameter})", gradient))
    return {
        "name": name,
        "inputs": {name: text(value.detach()) for name, value in inputs.items()},
        "steps": [{"name": n, "formula": f, "value": text(v)} for n, f, v in steps],
    }


def leaves(**lists):
    return {name: torch.tensor(value, requires_grad=True) for name, value in lists.items()}


def activations():
    for name, function in ACTIVATIONS.items():
        formula = {"leaky-relu": "leakyRelu"}.get(name, name)
        inputs = leaves(
            z=[-30.0, -3.25, -1.2, -0.1, 0.4, 1.5, 3.0, 30.0],
            g=[0.5, -1.0, 2.0, 0.25, -0.75, 1.5, 1.0, -2.0])
        a = function(inputs["z"])
        values = {"a": (f"{formula}(z)", a)}
        if name != "softmax":
            slope, = torch.autograd.grad(a.sum(), inputs["z"], retain_graph=True)
            values["slope"] = (f"{formula}'(z)", slope)
        values["L"] = ("sum(g * a)", (inputs["g"] * a).sum())
        yield case(name, inputs, values, by=["z", "g"])
    inputs = leaves(z=[-5.0, -1.5, -0.3, 0.0, 0.7, 2.0, 4.5])
    error = torch.erf(inputs["z"])
    slope, = torch.autograd.grad(error.sum(), inputs["z"], retain_graph=True)
    yield case(
        "erf", inputs,
        {"e": ("erf(z)", error), "slope": ("erf'(z)", slope), "L": ("sum(e^2)", (error**2).sum())},
        by=["z"])


def windows(rng):
    def convolved(X, K, stride, padding):
        function = functional.conv2d if X.ndim == 2 else functional.conv1d
        return function(X[None, None], K[None, None], stride=stride, padding=padding)[0, 0]

    for shape, kernel in (((7,), (3,)), ((5, 6), (2, 3)), ((6, 6), (3, 3))):
        for stride, padding in ((1, 0), (1, 1), (2, 0), (2, 1), (3, 2)):
            inputs = leaves(X=drawn(rng, *shape), K=drawn(rng, *kernel))
            X, K = inputs["X"], inputs["K"]
            for word in ("correlate", "convolve"):
                turned = torch.flip(K, list(range(K.ndim))) if word == "convolve" else K
                Y = convolved(X, turned, stride, padding)
                own = inputs | leaves(G=drawn(rng, *Y.shape))
                yield case(
                    f"{word}, {'×'.join(map(str, shape))} by {'×'.join(map(str, kernel))}, "
                    f"stride {stride}, padding {padding}",
                    own,
                    {
                        "Y": (f"{word}(X, K, stride={stride}, padding={padding})", Y),
                        "L": ("sum(G * Y)", (own["G"] * Y).sum()),
                    },
                    by=["X", "K", "G"])
    for word, plane, line in (
        ("maxPool", functional.max_pool2d, functional.max_pool1d),
        ("averagePool", functional.avg_pool2d, functional.avg_pool1d),
    ):
        for shape, size, stride in (((8,), 2, 2), ((9,), 3, 2), ((6, 4), 2, 2), ((5, 5), 3, 1), ((7, 6), 3, 2)):
            inputs = leaves(X=drawn(rng, *shape))
            function = plane if len(shape) == 2 else line
            Y = function(inputs["X"][None, None], size, stride=stride)[0, 0]
            own = inputs | leaves(G=drawn(rng, *Y.shape))
            yield case(
                f"{word}, {'×'.join(map(str, shape))}, size {size}, stride {stride}", own,
                {
                    "Y": (f"{word}(X, {size}, stride={stride})", Y),
                    "L": ("sum(G * Y)", (own["G"] * Y).sum()),
                },
                by=["X", "G"])


def normalisation(rng):
    """Rows are samples, columns features, as PyTorch has them."""
    inputs = leaves(
        X=drawn(rng, 4, 3), gamma=drawn(rng, 3), beta=drawn(rng, 3), G=drawn(rng, 4, 3))
    X, gamma, beta, G = inputs.values()
    Y = functional.batch_norm(X, None, None, gamma, beta, training=True, eps=1e-5)
    loss = (G * Y).sum()
    dX, dgamma, dbeta = torch.autograd.grad(loss, [X, gamma, beta], retain_graph=True)
    yield case(
        "batch norm, by autograd and by the formulas of the paper", inputs,
        {
            "mu": ("columnMeans(X)", X.mean(dim=0)),
            "var": ("columnMeans((X - mu)^2)", X.var(dim=0, unbiased=False)),
            "Y": ("gamma * (X - mu) / sqrt(var + 1e-5) + beta", Y),
            "byPaper": (
                "gamma / sqrt(var + 1e-5) * (G - columnMeans(G) - (X - mu) / (var + 1e-5) "
                "* columnMeans(G * (X - mu)))", dX),
            "dgammaByPaper": ("columnSums(G * (X - mu)) / sqrt(var + 1e-5)", dgamma),
            "dbetaByPaper": ("columnSums(G)", dbeta),
            "L": ("sum(G * Y)", loss),
        },
        by=["X", "gamma", "beta"])
    inputs = leaves(
        X=drawn(rng, 3, 5), gamma=drawn(rng, 5), beta=drawn(rng, 5), G=drawn(rng, 3, 5))
    X, gamma, beta, G = inputs.values()
    Y = functional.layer_norm(X, [5], gamma, beta, eps=1e-5)
    yield case(
        "layer norm", inputs,
        {
            "mu": ("column(rowMeans(X))", X.mean(dim=1, keepdim=True)),
            "var": ("column(rowMeans((X - mu)^2))", X.var(dim=1, unbiased=False, keepdim=True)),
            "Y": ("gamma * (X - mu) / sqrt(var + 1e-5) + beta", Y),
            "L": ("sum(G * Y)", (G * Y).sum()),
        },
        by=["X", "gamma", "beta"])
    inputs = leaves(x=drawn(rng, 6))
    x = inputs["x"]
    yield case(
        "variances", inputs,
        {
            "population": ("variance(x)", x.var(unbiased=False)),
            "sample": ("variance(x, 1)", x.var(unbiased=True)),
            "L": ("population / sample + sample", x.var(unbiased=False) / x.var() + x.var()),
        },
        by=["x"])


def recurrent(rng):
    inputs = leaves(
        W=drawn(rng, 3, 2), U=drawn(rng, 3, 3), b=drawn(rng, 3), x=drawn(rng, 2), h=drawn(rng, 3),
        g=drawn(rng, 3))
    W, U, b, x, h, g = inputs.values()
    new = torch.ops.aten.rnn_tanh_cell(x[None], h[None], W, U, b, torch.zeros(3))[0]
    yield case(
        "a step of an RNN", inputs,
        {"h_new": ("tanh(W @ x + U @ h + b)", new), "L": ("dot(g, h_new)", g @ new)},
        by=["W", "U", "b", "x", "h"])
    steps = torch.ops.aten.rnn_tanh_cell(x[None], new[None], W, U, b, torch.zeros(3))[0]
    yield case(
        "two steps of an RNN with the same weights", inputs,
        {
            "h1": ("tanh(W @ x + U @ h + b)", new),
            "h2": ("tanh(W @ x + U @ h1 + b)", steps),
            "L": ("dot(g, h2) + sum(square(h1))", g @ steps + (new**2).sum()),
        },
        by=["W", "U", "b", "x", "h"])

    # PyTorch's gates in its order: input, forget, cell, output.
    names = ("i", "f", "c", "o")
    inputs = leaves(
        **{f"W{gate}": drawn(rng, 2, 3) for gate in names},
        **{f"U{gate}": drawn(rng, 2, 2) for gate in names},
        **{f"b{gate}": drawn(rng, 2) for gate in names},
        x=drawn(rng, 3), h=drawn(rng, 2), c=drawn(rng, 2), g=drawn(rng, 2), k=drawn(rng, 2))

    def joined(letter):
        return torch.cat([inputs[letter + gate] for gate in names])

    x, h, c = inputs["x"], inputs["h"], inputs["c"]
    h_new, c_new = (
        value[0] for value in torch.ops.aten.lstm_cell(
            x[None], [h[None], c[None]], joined("W"), joined("U"), joined("b"), torch.zeros(8)))
    gates = [inputs[f"W{n}"] @ x + inputs[f"U{n}"] @ h + inputs[f"b{n}"] for n in names]
    yield case(
        "a step of an LSTM", inputs,
        {
            "i": ("sigmoid(Wi @ x + Ui @ h + bi)", torch.sigmoid(gates[0])),
            "f": ("sigmoid(Wf @ x + Uf @ h + bf)", torch.sigmoid(gates[1])),
            "cell": ("tanh(Wc @ x + Uc @ h + bc)", torch.tanh(gates[2])),
            "o": ("sigmoid(Wo @ x + Uo @ h + bo)", torch.sigmoid(gates[3])),
            "c_new": ("f * c + i * cell", c_new),
            "h_new": ("o * tanh(c_new)", h_new),
            "L": ("dot(g, h_new) + dot(k, c_new)", inputs["g"] @ h_new + inputs["k"] @ c_new),
        },
        by=[f"{letter}{gate}" for letter in "WUb" for gate in names] + ["x", "h", "c"])


def attention(rng):
    for name, mask in (
        ("no mask", [[0.0] * 3] * 3),
        ("a mask of what is to come", [[0, -1e9, -1e9], [0, 0, -1e9], [0, 0, 0]]),
        ("a mask of padding", [[0, 0, -1e9]] * 3),
    ):
        inputs = leaves(
            Q=drawn(rng, 3, 2), K=drawn(rng, 3, 2), V=drawn(rng, 3, 4), G=drawn(rng, 3, 4))
        Q, K, V, G = inputs.values()
        M = torch.tensor(mask, dtype=torch.float64)
        Y = functional.scaled_dot_product_attention(Q[None], K[None], V[None], attn_mask=M[None] > -1)[0]
        yield case(
            f"attention for three tokens, {name}", inputs | {"M": M},
            {
                "A": ("rowSoftmax(Q @ K.T / sqrt(2) + M)", torch.softmax(Q @ K.T / 2**0.5 + M, dim=1)),
                "Y": ("A @ V", Y),
                "L": ("sum(G * Y)", (G * Y).sum()),
            },
            by=["Q", "K", "V"])


def losses(rng):
    inputs = leaves(s=[3.2, 5.1, -1.7, 4.4], y=[1.0, 0.0, 0.0, 0.0])
    s = inputs["s"]
    label = torch.tensor(0)
    yield case(
        "the hinge of several classes", inputs,
        # PyTorch divides by the number of classes.
        {"L": ("sum(max(0, s - s[1] + 1) * (1 - y))", 4 * functional.multi_margin_loss(s, label))},
        by=["s"])
    yield case(
        "cross-entropy of logits", inputs,
        {"L": ("logsumexp(s) - dot(s, y)", functional.cross_entropy(s, label))}, by=["s"])
    inputs = leaves(s=drawn(rng, 4))
    targets = torch.tensor([1.0, 0, 1, 1])
    yield case(
        "binary cross-entropy of logits", inputs | {"y": targets},
        {
            "L": (
                "-mean(y * log(sigmoid(s)) + (1 - y) * log(1 - sigmoid(s)))",
                functional.binary_cross_entropy_with_logits(inputs["s"], targets)),
        },
        by=["s"])


# Training


def loss_of_samples(loss, a, y):
    """One loss for each column."""
    if loss == "hinge":
        return (1 - y * a).clamp(min=0).sum(dim=0)
    if loss == "mean-squared-error":
        return ((a - y) ** 2).mean(dim=0)
    if loss == "cross-entropy":
        return -(y * a.log()).sum(dim=0)
    if loss == "binary-cross-entropy":
        return functional.binary_cross_entropy(a, y, reduction="none").sum(dim=0)
    return ((a - y) ** 2).sum(dim=0) / 2


def forward(block, parameters):
    """The loss without its penalty, with z and a of every layer."""
    is_batch = "inputs" in block
    a = torch.tensor(block["inputs"] if is_batch else [block["input"]]).T
    y = torch.tensor(block["targets"] if is_batch else [block["target"]]).T
    zs, activations = [], []
    for layer, name in enumerate(block["activations"], 1):
        weight, bias = parameters[f"W{layer}"], parameters[f"b{layer}"]
        z = weight @ a + (bias[:, None] if bias.ndim else bias)
        a = ACTIVATIONS[name](z)
        zs.append(z)
        activations.append(a)
    return loss_of_samples(block["loss"], a, y).mean(), zs, activations


def penalty(block, parameters):
    weights = (p for name, p in parameters.items() if name[0] == "W")
    return block.get("l2", 0) / 2 * sum((weight**2).sum() for weight in weights)


def optimiser(block, parameters):
    """PyTorch's, with the penalty as the weight decay of weights alone."""
    groups = [
        {
            "params": [p for name, p in parameters.items() if name[0] == letter and p.requires_grad],
            "weight_decay": decay,
        }
        for letter, decay in (("W", block.get("l2", 0)), ("b", 0))
    ]
    groups = [group for group in groups if group["params"]]
    rate, kind = block["learningRate"], block["optimiser"]
    if kind == "adam":
        betas = block.get("beta1", 0.9), block.get("beta2", 0.999)
        return torch.optim.Adam(groups, lr=rate, betas=betas, eps=block.get("epsilon", 1e-8))
    return torch.optim.SGD(
        groups, lr=rate, momentum=block.get("momentum", 0.9) if kind == "momentum" else 0)


def trained(name, block, steps):
    """A case for each of several steps, with what PyTorch has before and after."""
    parameters = {}
    for layer, (weight, bias) in enumerate(zip(block["weights"], block["biases"]), 1):
        for letter, value in (("W", weight), ("b", bias)):
            key = f"{letter}{layer}"
            isTrained = key not in block.get("frozen", [])
            parameters[key] = torch.tensor(value, dtype=torch.float64, requires_grad=isTrained)
    moving = {key: p for key, p in parameters.items() if p.requires_grad}
    stepper = optimiser(block, parameters)
    layers = range(1, len(block["sizes"]))
    cases = []
    for number in range(1, steps + 1):
        begun = dict(block)
        begun["weights"] = [parameters[f"W{layer}"].tolist() for layer in layers]
        begun["biases"] = [parameters[f"b{layer}"].tolist() for layer in layers]
        if block["optimiser"] == "adam":
            begun["t"] = number
        for kept, key in (
            ("momentum_buffer", "velocities"), ("exp_avg", "firstMoments"),
            ("exp_avg_sq", "secondMoments"),
        ):
            known = {k: stepper.state[p][kept].tolist() for k, p in moving.items() if kept in stepper.state[p]}
            if known:
                begun[key] = known

        loss, zs, activations = forward(block, parameters)
        whole = loss + penalty(block, parameters)
        gradients = torch.autograd.grad(whole, list(moving.values()) + zs, retain_graph=True)
        values = {"L": whole}
        is_batch = "inputs" in block
        count = len(block["inputs"]) if is_batch else 1
        for layer, (z, a, delta) in enumerate(zip(zs, activations, gradients[len(moving):]), 1):
            for symbol, matrix in (
                ("Z" if is_batch else "z", z), ("A" if is_batch else "a", a),
                # Of each sample, and not a part of the mean.
                ("delta", delta * count),
            ):
                values[f"{symbol}{layer}"] = matrix if is_batch else matrix[:, 0]
        values |= {f"d{key}": gradient for key, gradient in zip(moving, gradients)}
        stepper.zero_grad()
        loss.backward()
        stepper.step()
        for key, parameter in moving.items():
            values[f"{key}_new"] = parameter.clone()
            state = stepper.state[parameter]
            for kept, suffix in (("momentum_buffer", "v"), ("exp_avg", "m"), ("exp_avg_sq", "s")):
                if state.get(kept) is not None:
                    values[f"{key}_{suffix}"] = state[kept].clone()
        values["L_new"] = forward(block, parameters)[0] + penalty(block, parameters)
        cases.append({
            "name": f"{name}, step {number}", "network": begun,
            "values": {key: text(value.detach()) for key, value in values.items()},
        })
    return cases


def training(rng):
    def block(sizes, activations, loss, rate, target=None, samples=None, shared=False, **members):
        shapes = list(zip(sizes[1:], sizes))
        targets = target or (lambda: drawn(rng, sizes[-1]))
        result = {
            "sizes": sizes, "activations": activations, "loss": loss, "learningRate": rate,
            "optimiser": "sgd",
            "weights": [drawn(rng, *shape) for shape in shapes],
            "biases": [drawn(rng) if shared else drawn(rng, shape[0]) for shape in shapes],
        }
        if samples:
            result["inputs"] = [drawn(rng, sizes[0]) for _ in range(samples)]
            result["targets"] = [targets() for _ in range(samples)]
        else:
            result["input"], result["target"] = drawn(rng, sizes[0]), targets()
        return result | members

    def sides():
        return [float(rng.choice((-1, 1))) for _ in range(2)]

    def hot():
        return [[1.0, 0.0], [0.0, 1.0]][rng.randrange(2)]

    for name in ACTIVATIONS:
        if name == "softmax":
            continue
        yield name, block([2, 3, 2], [name, name], "half-squared-error", 0.5), 2
        yield f"{name}, a batch", block([3, 2, 2], [name, "softmax"], "cross-entropy", 0.25, hot, 3), 2
    yield "softmax within", block([2, 3, 2], ["softmax", "sigmoid"], "mean-squared-error", 0.5), 2
    for output in ("identity", "tanh"):
        yield f"hinge, {output}", block([3, 2, 2], ["softplus", output], "hinge", 0.2, sides), 3
        yield f"hinge, {output}, a batch", block([2, 2], [output], "hinge", 0.2, sides, 4), 3
    l2 = {"l2": 0.1}
    yield "a penalty", block([2, 3, 2], ["tanh", "identity"], "half-squared-error", 0.5, **l2), 3
    yield "shared biases", block([2, 2, 2], ["sigmoid", "sigmoid"], "half-squared-error", 0.5, shared=True), 3
    for kind, constants in (
        ("momentum", {}), ("momentum", {"momentum": 0.5}), ("adam", {}),
        ("adam", {"beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3}),
    ):
        words = ", ".join([kind] + [f"{key} {value}" for key, value in constants.items()])
        members = {"optimiser": kind} | constants
        yield words, block([2, 3, 2], ["tanh", "sigmoid"], "half-squared-error", 0.1, **members), 5
        yield f"{words}, a batch, a penalty", block(
            [2, 2, 2], ["gelu", "softmax"], "cross-entropy", 0.1, hot, 3, **members, **l2), 5
        yield f"{words}, shared biases", block(
            [3, 2, 2], ["swish", "identity"], "mean-squared-error", 0.1, samples=2, shared=True, **members), 3
        yield f"{words}, frozen parameters", block(
            [2, 3, 2], ["elu", "tanh"], "half-squared-error", 0.1, **members, frozen=["W1", "b2"]), 3


def main():
    rng = random.Random(SEED)
    formulas = [
        *activations(), *windows(rng), *normalisation(rng), *recurrent(rng), *attention(rng),
        *losses(rng),
    ]
    networks = [case for name, block, steps in training(rng) for case in trained(name, block, steps)]
    for path, cases in (
        ("FormulasTests/Golden/pytorch.json", formulas),
        ("ExercisesTests/Golden/training.json", networks),
    ):
        lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
        (TESTS / path).write_text(f"[\n{lines}\n]\n", encoding="utf-8")
        print(f"{len(cases)} cases in {path}, by PyTorch {torch.__version__}")


if __name__ == "__main__":
    main()
