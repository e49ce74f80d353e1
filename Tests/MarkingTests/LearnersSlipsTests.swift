import LearnersSlips
import Testing

@Suite("Explanation of what learners get wrong")
struct LearnersSlipsTests {
  @Test(
    "What is named holds on other numbers too",
    arguments: [
      (Typing.decimals(6), 0.95), (.decimals(4), 0.94), (.significant(3), 0.92),
    ])
  func named(_ typing: Typing, _ share: Double) throws {
    var (named, wrong, missed) = (0, [String](), [String]())
    for network in LearnersSlip.networks {
      var trial = try LearnersTrial(network: network)
      for slip in LearnersSlip.all where slip.network == network {
        switch try trial.outcome(of: slip, typing) {
        case .named: named += 1
        case .falselyNamed(let says, _): wrong.append("\(slip): \(says)")
        case .unnamed: missed.append("\(slip)")
        case .right: break
        }
      }
    }
    let total = named + wrong.count + missed.count
    print("learners' slips, \(typing): \(named) of \(total) named, \(wrong.count) wrongly")
    #expect(Double(named) >= share * Double(total), "\((missed + wrong).joined(separator: "\n"))")
    #expect(Double(wrong.count) <= 0.02 * Double(total), "\(wrong.joined(separator: "\n"))")
  }

  @Test("Every slip is of a network that there is, and every network has some")
  func networks() {
    #expect(Set(LearnersSlip.all.map(\.network)) == Set(LearnersSlip.networks))
  }
}
