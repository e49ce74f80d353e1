import Foundation
import TestSupport
import Testing

/// Every recipe's commands, with the variables that its scheduler would set.
@Suite("Recipes")
struct RecipesTests {
  private static let recipes = "\(ProjectFolder.path)/Recipes"

  private static func backmark() throws -> Backmark {
    let workplace = try Workplace(Workplace.exercises)
    for number in 0..<12 {
      try workplace.write("class/s\(number).answers", "exercise: chain\nu = 5\ny = \(number)")
    }
    let backmark = Backmark(workplace: workplace)
    #expect(try backmark("class", "class", "-o", "one", "-q").status == 0)
    return backmark
  }

  private static func expectSame(_ backmark: Backmark, as results: String = "merged") throws {
    for name in ["gradebook.csv", "results.jsonl", "class.html"] {
      let text = try backmark.workplace.text(of: "one/\(name)")
      #expect(try backmark.workplace.text(of: "\(results)/\(name)") == text, "\(name)")
    }
  }

  @Test("slurm.sh, as an array of four tasks")
  func slurm() throws {
    var backmark = try Self.backmark()
    for task in 0..<4 {
      backmark.environment = [
        "SLURM_ARRAY_TASK_ID": "\(task)", "SLURM_ARRAY_TASK_MIN": "0",
        "SLURM_ARRAY_TASK_STEP": "1", "SLURM_ARRAY_TASK_COUNT": "4",
      ]
      #expect(try backmark.shell("'\(Self.recipes)/slurm.sh' class shards").status == 0)
    }
    #expect(try backmark.shell("backmark merge shards/* --out merged -q").status == 0)
    try Self.expectSame(backmark)
  }

  @Test("gnu-parallel.sh, with a stand-in that runs one after the other")
  func parallel() throws {
    let backmark = try Self.backmark()
    try backmark.workplace.write(
      "bin/parallel",
      """
      #!/usr/bin/env bash
      shift 2
      while read -r item; do "${@//'{}'/$item}" </dev/null || exit; done

      """)
    let outcome = try backmark.shell(
      """
      chmod +x bin/parallel; PATH="$PWD/bin:$PATH"; '\(Self.recipes)/gnu-parallel.sh' class r 3
      """)
    #expect(outcome.status == 0)
    try Self.expectSame(backmark, as: "r")
  }

  @Test("kubernetes.yaml, as four pods")
  func kubernetes() throws {
    let recipe = try String(contentsOfFile: Self.recipes + "/kubernetes.yaml", encoding: .utf8)
    let command = try #require(
      recipe.split(separator: "\n").last { $0.contains("- backmark class ") }
    ).drop { $0 != "b" }
    var backmark = try Self.backmark()
    for index in 0..<4 {
      backmark.environment = ["JOB_COMPLETION_INDEX": "\(index)", "BACKMARK_SHARDS": "4"]
      #expect(try backmark.shell(String(command)).status == 0)
    }
    #expect(try backmark.shell("backmark merge shards/* --out merged -q").status == 0)
    try Self.expectSame(backmark)
  }

  @Test("github-actions.yml, as a matrix of four")
  func github() throws {
    let recipe = try String(contentsOfFile: Self.recipes + "/github-actions.yml", encoding: .utf8)
    let command = try #require(
      recipe.split(separator: "\n").first { $0.contains("  backmark class ") })
    let backmark = try Self.backmark()
    for shard in 1...4 {
      let line = command.replacing("${{ matrix.shard }}", with: "\(shard)")
      #expect(try backmark.shell("status=0; \(line); exit $status").status == 0)
    }
    #expect(try backmark.shell("backmark merge shards/* --out merged -q").status == 0)
    try Self.expectSame(backmark)
  }
}
