import Exercises
import LocatedJSON
import Marking
import Testing

@Suite("Files that are no exercises")
struct RejectionTests {
  @Test("As a whole", arguments: Rejection.ofExercises)
  func exercises(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By their given values, choices and helpers", arguments: Rejection.ofValues)
  func values(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By their steps, remarks and checks", arguments: Rejection.ofSteps)
  func steps(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By the keys of the kinds that judge for themselves", arguments: Rejection.ofKinds)
  func kinds(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By their network", arguments: Rejection.ofNetworks)
  func networks(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By their network's numbers", arguments: Rejection.ofNetworkNumbers)
  func networkNumbers(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By the names their network takes", arguments: Rejection.ofNetworkNames)
  func networkNames(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By what is drawn for each student", arguments: Rejection.ofRandom)
  func random(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By a tolerance", arguments: Rejection.ofTolerances)
  func tolerances(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("By a function", arguments: Rejection.ofCode)
  func functions(rejection: Rejection) {
    #expect(problems(of: rejection.text) == rejection.problems)
  }

  @Test("A problem is shown with its file, its line and a caret")
  func caret() {
    let text = sample(
      """
        "steps": [{ "name": "u", "formula": "1 + sigmoid" }], "hint": 1
      """)
    let problems = #expect(throws: Problems.self) {
      try Exercise(reading: source(text), kinds: AnswerKinds.steps)
    }
    #expect(
      problems?.description == """
        t.json:2:44: error: 'sigmoid' is a function and needs an argument, as in sigmoid(z1)
          "steps": [{ "name": "u", "formula": "1 + sigmoid" }], "hint": 1
                                                   ^
        t.json:2:57: error: unknown key 'hint': an exercise can have '$schema', 'id', 'title', \
        'source', 'topic', 'level', 'needs', 'minutes', 'statement', 'given', 'choose', 'define', \
        'network', 'steps', 'checks', \
        'remarks', 'tolerance', 'followThrough', 'coarse', 'repeatedSlips', 'indexFrom'
          "steps": [{ "name": "u", "formula": "1 + sigmoid" }], "hint": 1
                                                                ^
        """)
  }
}
