import LocatedJSON

// Every key an exercise file may have; its reader and its JSON Schema are made from these lists.

/// The keys of an exercise.
enum ExerciseKeys {
  package static let schema = Key("$schema", "The JSON Schema an editor checks the file with.")
  static let id = Key("id", "The name of the exercise, as students write it: 16.2.")
  static let title = Key("title", "A title of a few words.")
  static let source = Key("source", "Where the exercise comes from.")
  static let topic = Key("topic", "What the exercise is about; exercises are listed by topic.")
  static let level = Key("level", "1 for a warm-up, 2 for the core of a course, 3 for more.")
  static let needs = Key("needs", "The ids of exercises that should be done before.")
  static let minutes = Key("minutes", "About how many minutes it takes.")
  static let statement = Key("statement", "What to do, in Markdown with $…$ for mathematics.")
  static let given = Key("given", "The given values by name: numbers, vectors, matrices, or drawn.")
  static let choose = Key("choose", "The values the student chooses.")
  static let define = Key("define", "Helper values by name, as formulas; the student is not asked.")
  static let network = Key("network", "A network, which defines its values from x to db and L.")
  static let steps = Key("steps", "What is asked for, in order.")
  static let checks = Key("checks", "Which values are gradients of which loss, to be verified.")
  static let remarks = Key("remarks", "What to say about chosen values, whatever the marks.")
  package static let tolerance = Key(
    "tolerance", "How exact values must be, unless a step says otherwise.")
  static let followThrough = Key(
    "followThrough", "What a step earns that follows from an earlier slip: full, half or none.")
  static let coarse = Key(
    "coarse", "What a value earns that is right but has too few digits: full, half or none.")
  static let repeatedSlips = Key(
    "repeatedSlips", "Whether one slip in several steps is charged once or each time.")
  static let indexFrom = Key("indexFrom", "The number from which entries are counted: 1 or 0.")

  package static let all = [
    schema, id, title, source, topic, level, needs, minutes, statement, given, choose, define,
    network, steps, checks, remarks, tolerance, followThrough, coarse, repeatedSlips, indexFrom,
  ]
}

/// The keys of numbers that are drawn for each student.
enum RandomKeys {
  static let random = Key("random", "Numbers of each student's own, drawn by exercise and student.")
  static let outer = [random]

  static let shape = Key("shape", "Its sizes: [] for a number, [n], or [rows, columns].")
  static let from = Key("from", "The least number that may be drawn.")
  static let to = Key("to", "The greatest number that may be drawn.")
  static let decimals = Key("decimals", "How many decimals they have, 0 to 10; 2 unless stated.")
  static let integer = Key("integer", "true for whole numbers.")
  static let not = Key("not", "Numbers that are never drawn, such as [0].")
  static let distinct = Key("distinct", "true where no two entries are the same.")
  package static let all = [shape, from, to, decimals, integer, not, distinct]
}

/// The keys of a helper that stands for several.
enum HelperKeys {
  static let formula = Key("formula", "The helper's formula.")
  static let repetition = StepKeys.repetition
  package static let all = [formula, repetition]
}

/// The keys of a chosen value.
enum ChoiceKeys {
  static let name = Key("name", "The name of the chosen value.")
  static let shape = Key("shape", "Its sizes: [] for a number, [n], or [rows, columns].")
  package static let text = Key("text", "What is to be chosen, in words.")
  package static let all = [name, shape, text]
}

/// The keys that a step of every kind may have.
package enum StepKeys {
  package static let name = Key("name", "The name under which the step is answered.")
  package static let kind = Key("kind", "The kind of answer; value unless stated.")
  package static let text = Key("text", "What is asked for, in words.")
  package static let points = Key("points", "The points of the step; 1 unless stated.")
  package static let equation = Key("equation", "The equation it rests on, such as BP2.")
  package static let hints = Key("hints", "Hints from gentle to concrete, never the number.")
  package static let working = Key(
    "working", "How the answer is derived, in Markdown with $…$; the solution shows it.")
  static let repetition = Key(
    "repeat", "Letters with the first and last number each stands for: a step for each.")
  package static let common = [name, kind, text, points, equation, hints, working, repetition]

  package static let formula = Key("formula", "The right value, over the values before it.")
  package static let tolerance = Key("tolerance", "How exact the answer must be.")
  package static let mistakes = Key("mistakes", "Wrong answers foreseen, and what to say.")
  package static let also = Key("also", "Other right answers, and what to say.")
  package static let ways = Key("ways", "Further formulas of the right value, by other routes.")
  package static let partial = Key("partial", "true where right entries earn their share.")
}

/// The keys of an entry of `mistakes` or `also`.
package enum AlternativeKeys {
  package static let formula = Key("formula", "The value, over the values before the step.")
  package static let says = Key("says", "What the student is told.")
  package static let credit = Key("credit", "The share of the points, from 0 to 1.")
  package static let all = [formula, says, credit]
}

/// The keys of an entry of `checks`.
enum CheckKeys {
  static let gradient = Key("gradient", "The name of a value that is a gradient.")
  static let of = Key("of", "The loss it is a gradient of, or a vector, entry by entry.")
  static let by = Key("by", "What the loss is differentiated by, or entries of it: W[1, 1].")
  static let repetition = StepKeys.repetition
  static let required = [gradient, of, by]
  package static let all = required + [repetition]
}

/// The keys of an entry of `remarks`.
enum RemarkKeys {
  static let when = Key("when", "A formula; the remark applies where it is 0.")
  package static let says = Key("says", "What the student is told.")
  package static let all = [when, says]
}

/// The keys of a `network` block.
enum NetworkKeys {
  static let sizes = Key("sizes", "The units of each layer, the input first: [2, 2, 1].")
  static let activations = Key("activations", "The activation of each layer after the input.")
  package static let loss = Key("loss", "The loss.")
  static let weights = Key("weights", "W of each layer, or \"choose\" for the student's own.")
  static let biases = Key(
    "biases",
    "b of each layer, a number where all its units have one, or \"choose\" for the student's own.")
  static let weightLayout = Key(
    "weightLayout", "destination-source (z = W a + b) or source-destination (z = a W + b).")
  static let input = Key("input", "The one sample's input.")
  static let target = Key("target", "The one sample's target.")
  static let inputs = Key("inputs", "A list of inputs, one for each sample.")
  static let targets = Key("targets", "A list of targets, one for each sample.")
  static let learningRate = Key("learningRate", "η of one step of gradient descent.")
  static let penalty = Key("l2", "λ of the penalty λ/2 · Σ‖W‖² in the loss; biases are free of it.")
  static let frozen = Key("frozen", "Weights and biases that are not trained, such as [\"b1\"].")
  static let optimiser = Key("optimiser", "How the step is made: sgd unless stated.")
  static let momentum = Key("momentum", "μ of momentum, v = μ v + g; 0.9 unless stated.")
  static let beta1 = Key("beta1", "β₁ of adam; 0.9 unless stated.")
  static let beta2 = Key("beta2", "β₂ of adam; 0.999 unless stated.")
  static let epsilon = Key("epsilon", "ε of adam, beside the root; 1e-8 unless stated.")
  static let step = Key("t", "Which step of adam it is, counted from 1; 1 unless stated.")
  static let velocities = Key("velocities", "v before the step by parameter; 0 unless stated.")
  static let firstMoments = Key("firstMoments", "m before the step by parameter; 0 unless stated.")
  static let secondMoments = Key(
    "secondMoments", "The mean of squares before the step by parameter; 0 unless stated.")
  package static let all = [
    sizes, activations, loss, weights, biases, weightLayout, input, target, inputs, targets,
    learningRate, penalty, frozen, optimiser, momentum, beta1, beta2, epsilon, step, velocities,
    firstMoments, secondMoments,
  ]
}
