import Answers
import Arguments
import Exercises
import Formulas
import LearnersSlips
import LocatedJSON
import Marking
import Numerics

/// `backmark-bench slips`: how many of the slips that learners make are named, and how quickly.
struct SlipsCommand: Command {
  static let declaration = CommandDeclaration(
    "slips", abstract: "Measure how well wrong answers are explained.",
    discussion: """
      Every slip of a list is made on networks with numbers of their own. It counts as named where \
      the formula of the reason, on other numbers and with another learning rate, gives what the slip \
      gives there, and as falsely named where it does not. Then wrong answers without a reason are \
      handed in; a reason that is found all the same is chance. Last comes the time.

      The figures do not depend on the machine, but for the time.
      """,
    options: [
      .option("draws", value: "n", help: "On how many draws each slip is made.", default: "3"),
      .option(
        "random", value: "n", help: "How many wrong answers without a reason.", default: "10000"),
      .flag("false", help: "Print every false reason."),
      .flag("json", help: "Print JSON instead of tables."),
    ])

  private let draws: Int
  private let randomAnswers: Int
  private let printsFalse: Bool
  private let printsJSON: Bool

  init(_ parsed: ParsedArguments) throws(UsageError) {
    draws = try parsed.integer("draws", in: 1...1000) ?? 3
    randomAnswers = try parsed.integer("random", in: 0...1_000_000) ?? 10_000
    printsFalse = parsed.flag("false")
    printsJSON = parsed.flag("json")
  }

  func run() throws -> ExitStatus {
    var figures = SlipFigures()
    for network in LearnersSlip.networks {
      Bench.note("measuring \(network)")
      var trial = try LearnersTrial(network: network)
      for slip in LearnersSlip.all where slip.network == network {
        for form in SlipFigures.forms {
          for draw in 0..<draws {
            figures.count(try trial.outcome(of: slip, form.typing, draw: draw), of: slip, form)
          }
        }
      }
      let share = randomAnswers / LearnersSlip.networks.count
      for form in SlipFigures.forms where form.isTriedAtRandom {
        var random = SplitMix64(seededBy: "\(network) \(form.id)")
        for number in 0..<share {
          try figures.countRandom(number, form, &trial, &random)
        }
      }
      try figures.time(network, &trial, draws: draws)
    }
    if printsFalse, !printsJSON { figures.falseReasons.forEach { print($0) } }
    print(printsJSON ? figures.json : figures.text, terminator: "")
    return .success
  }
}
