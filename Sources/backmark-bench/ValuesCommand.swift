import Arguments
import Exercises
import Formulas
import Grading
import Marking
import LocatedJSON

/// `backmark-bench values`, by which other programs check what is computed here.
struct ValuesCommand: Command {
  static let declaration = CommandDeclaration(
    "values", abstract: "Print every value of exercises, to the last digit.",
    discussion: """
      Each FILE gives one line of JSON: its path, the 'formulas' of the exercise by their names, and \
      what the 'engine' makes of its network. Every number reads back as the same double.
      """,
    arguments: [
      ArgumentDeclaration(
        "file", help: "An exercise without numbers to choose or to draw.", arity: .oneOrMore,
        completion: .file(extensions: ["json"]))
    ])

  private let files: [String]

  init(_ parsed: ParsedArguments) throws(UsageError) {
    files = parsed.arguments("file")
  }

  func run() throws -> ExitStatus {
    let catalogue = Catalogue(files: files, kinds: AnswerKinds.steps)
    for (file, exercise) in zip(files, catalogue.exercises) {
      print(try line(file, exercise.get()))
    }
    return .success
  }

  private func line(_ file: String, _ exercise: Exercise) throws -> String {
    guard exercise.choices.isEmpty, !exercise.hasOwnNumbers else {
      throw Failure("the numbers of \(file) are not all in the file")
    }
    var evaluation = exercise.evaluation()
    evaluation.run()
    let program = exercise.program
    let formulas = program.definitions.map { (program.name(of: $0), evaluation.value(of: $0)) }
    var engine: [(String, Tensor)] = []
    if let network = exercise.network, let weights = network.weights, let biases = network.biases {
      engine = try network.engineValues(weights: weights, biases: biases)
        .map { ($0.key.name, $0.value) }.sorted { $0.0 < $1.0 }
    }
    var json = JSONWriter()
    json.beginObject()
    json.key("file")
    json.value(file)
    for (title, values) in [("formulas", formulas), ("engine", engine)] {
      json.key(title)
      json.beginObject()
      for (name, value) in values {
        json.key(name)
        json.value(value)
      }
      json.endObject()
    }
    json.endObject()
    return json.text
  }
}
