import Exercises
import Formulas
import LocatedJSON

extension CodeTask.Way {
  /// A way must give the key where the functions before it are right.
  func faults(of task: CodeTask, in exercise: Exercise) -> [AssignmentFault] {
    var earlier: [(name: String, task: CodeTask)] = []
    for step in exercise.steps {
      guard let record = step.assignment?.record,
        record.heading.kind.keys.contains(CodeKeys.function),
        let other = record.reading.flatMap({ CodeTask($0) })
      else { continue }
      if other.signature == task.signature { break }
      earlier.append((step.name, other))
    }
    let functions: OwnFunctions
    do throws(OwnFunctions.Missing) {
      functions = try OwnFunctions(
        self, of: task.signature, earlier: earlier.map { ($0.name, $0.task.signature) })
    } catch {
      return [AssignmentFault(.missing(error, earlier.map { $0.name }), at: place)]
    }
    if functions.sources.isEmpty {
      return [AssignmentFault("this names no function before this one", at: place)]
    }
    return fault(of: task, functions, earlier).map { [AssignmentFault($0, at: place)] } ?? []
  }

  /// Where the way differs from the key, on right results of the functions before.
  private func fault(
    of task: CodeTask, _ functions: OwnFunctions, _ earlier: [(name: String, task: CodeTask)]
  ) -> String? {
    guard case .success(let cases) = task.cases.made() else { return nil }
    var key = FormulaKey(parameters: task.signature.parameters, indexBase: task.indexBase)
    var count = 0
    for one in cases {
      let shown = task.signature.text(of: one.arguments)
      var returned: [[FunctionValue]] = []
      for source in functions.sources {
        guard let calls = functions.calls(of: source, for: one.arguments) else {
          return "for \(shown) there is no call of \(source.step): lists differ in length"
        }
        count += calls.count
        if count > CodePlan.mostOwnCalls {
          return "this takes more than \(CodePlan.mostOwnCalls) calls of \(source.step)"
        }
        let other = earlier[source.place].task
        var evaluator = CodeKey.Evaluator(
          other.key, other.signature, indexBase: other.indexBase)
        var values: [FunctionValue] = []
        for call in calls {
          guard case .success(let value) = evaluator.value(of: call) else {
            return "for \(shown) \(source.step) has no value"
          }
          values.append(value)
        }
        returned.append(values)
      }
      do throws(FormulaError) {
        guard let value = try functions.value(on: one.arguments, returned, &key) else {
          return "for \(shown) this gives no \(task.signature.result)"
        }
        let difference = ValueDifference(
          value, from: one.expected, type: task.signature.result, task.tolerance,
          indexBase: task.indexBase)
        if difference != nil { return "for \(shown) this gives \(value.text()), not the key" }
      } catch {
        return error.message
      }
    }
    return nil
  }
}

// MARK: - Messages

extension String {
  fileprivate static func missing(_ missing: OwnFunctions.Missing, _ steps: [String]) -> String {
    switch missing {
    case .name(let name):
      let near = Spelling.nearest(to: name, among: steps)
      return "unknown name '\(name)'"
        + (near.map { "; did you mean '\($0)'?" }
          ?? "; it is neither a parameter nor a result of a function before this one")
    case .parameter(let name, let step):
      return "'\(step)' needs '\(name)', which this function does not have"
    }
  }
}
