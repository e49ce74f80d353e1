import TestSupport
import Testing

@Suite("backmark grade --stdin")
struct GradeStreamTests {
  @Test("a line in, a line out, whatever is in it")
  func lines() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    try backmark.workplace.write(
      "in.jsonl",
      """
      {"student": "ada", "exercise": "chain", "answers": {"u": 5, "y": 25}}

      {"student": "bob", "exercise": "chian", "answers": {}}
      {"student": "cy"
      {"student": "dee", "answers": {"u": 5}}
      """)
    #expect(
      try backmark.shell("backmark grade --stdin < in.jsonl")
        == .init(
          output: """
            {"exercise":"chain","student":"ada","points":3,"outOf":3,"steps":[\
            {"name":"u","status":"correct","points":1,"outOf":1},\
            {"name":"y","status":"correct","points":2,"outOf":2}]}
            {"exercise":"chian","student":"bob","points":0,"outOf":0,"steps":[],"notes":[\
            "line 3: there is no exercise 'chian'; did you mean 'chain'?"]}
            {"exercise":"","student":"","points":0,"outOf":0,"steps":[],"notes":[\
            "line 4: column 17: the text ends inside an object: expected ',' or '}' to match the '{' \
            at 1:1"]}
            {"exercise":"","student":"dee","points":0,"outOf":0,"steps":[],"notes":[\
            "line 5: the submission does not say which exercise it answers"]}

            """))
  }

  @Test("every line is answered before the next one comes")
  func flushed() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let line = #"{"student": "ada", "exercise": "chain", "answers": {"u": 5}}"#
    let outcome = try backmark.shell(
      """
      mkfifo p; backmark grade --stdin < p > out & exec 3> p
      echo '\(line)' >&3
      for i in $(seq 100); do grep -q ada out && break; sleep 0.1; done
      wc -l < out; exec 3>&-; wait
      """)
    #expect(outcome.output.hasPrefix("1"))
  }

  @Test("a line longer than any submission is passed over")
  func tooLong() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let outcome = try backmark.shell(
      """
      { head -c 3000000 /dev/zero | tr '\\0' x; echo
      echo '{"student": "ada", "exercise": "chain", "answers": {"u": 5}}'; } | backmark grade --stdin
      """)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("line 1: a submission has at most 1024 kB") == true)
    #expect(lines.last?.contains(#""student":"ada""#) == true)
  }

  @Test("with --stdin there is no path")
  func wrongUse() throws {
    let backmark = Backmark(workplace: try Workplace(Workplace.exercises))
    let outcome = try backmark("grade", "--stdin", "x.json")
    #expect(outcome.status == 64)
  }
}
