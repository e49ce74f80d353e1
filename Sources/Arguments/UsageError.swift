/// Everything that is wrong with one command line, in the order it was found.
package struct UsageError: Error, Hashable {
  package let problems: [UsageProblem]

  package init(_ problems: [UsageProblem]) {
    precondition(!problems.isEmpty, "a usage error needs a problem")
    self.problems = problems
  }

  package init(_ problem: UsageProblem) {
    self.init([problem])
  }
}

extension UsageError: CustomStringConvertible {
  package var description: String {
    problems.map { problem in
      let help = problem.help.map { "\nHelp:  \($0)" } ?? ""
      return "Error: \(problem.sentence)\(help)"
    }
    .joined(separator: "\n")
  }
}
