import Foundation
import Marking
import Numerics

/// Looks for pairs of students whose work shares more than chance and common slips explain.
///
/// A trace that c of n students have is taken to be anybody's with the probability
/// q = (c − 2 + ½) / (n − 2 + 1), made without the two that are compared, and never less than what
/// unknown habits may make of it. Of the traces of one step the rarest counts in full and the others
/// as much less as they depend on it. The product of all that two students share, times the number of
/// ways to choose as many of what one of them has, times the number of pairs, is how many such pairs
/// are to be expected by chance in a class like this.
///
/// It holds what it knows of the whole class, for all are compared with all.
package struct AlikeSearch {
  /// Two students whose work should be looked at side by side; it is no verdict.
  package struct Pair: Hashable, Sendable {
    package let students: [Student]
    /// What they share, the rarest first.
    package let shared: [String]
    package let count: Int
    /// The chance that any two of the class share so much without one having seen the other's.
    package let chance: Double
  }

  package struct Student: Hashable, Sendable {
    package let id: String
    package let name: String
  }

  private struct Trace {
    let key: UInt64
    /// The step it belongs to.
    let group: UInt64
    let sort: WorkTrace.Sort
  }

  private var students: [Student] = []
  private var origins: [String] = []
  private var traces: [[Trace]] = []
  private var owners: [UInt64: [Int32]] = [:]
  private var labels: [UInt64: String] = [:]
  /// How many students handed in the exercise that a trace is of.
  private var submissions: [UInt64: Int] = [:]
  private var exercises: [UInt64: UInt64] = [:]

  /// Pairs are told that are to be expected in fewer classes than this.
  private static let rarest = 0.01
  private static let mostLabels = 12

  package init() {}

  /// Adds a student.
  package mutating func add(_ record: StudentRecord) {
    let number = Int32(students.count)
    var own: [Trace] = []
    for feedback in record.results {
      var hash = FNV1a()
      hash.add(feedback.exercise.utf8)
      let exercise = hash.value
      submissions[exercise, default: 0] += 1
      for trace in feedback.traces {
        let key = AlikeSearch.mixed(exercise, trace.key)
        let group = AlikeSearch.mixed(exercise, UInt64(bitPattern: Int64(trace.step)))
        own.append(Trace(key: key, group: group, sort: trace.sort))
        owners[key, default: []].append(number)
        exercises[key] = exercise
        if !trace.label.isEmpty, labels[key] == nil {
          labels[key] = "\(feedback.exercise) \(trace.label)"
        }
      }
    }
    students.append(Student(id: record.id, name: record.name))
    origins.append(record.origin)
    traces.append(own)
  }

  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var hash = FNV1a()
    hash.add(one)
    hash.add(other)
    return hash.value
  }

  /// The pairs to be looked at, the least likely first.
  package var pairs: [Pair] {
    // What many have says nothing of two, and would make all of them pairs.
    let most = max(20, students.count / 50)
    var shared: [UInt64: [Trace]] = [:]
    for (number, own) in traces.enumerated() {
      for trace in own {
        guard let others = owners[trace.key], others.count > 1, others.count <= most else {
          continue
        }
        for other in others where Int(other) > number {
          shared[UInt64(number) << 32 | UInt64(other), default: []].append(trace)
        }
      }
    }
    let found = shared.compactMap { key, traces in
      pair(Int(key >> 32), Int(key & 0xFFFF_FFFF), traces, most)
    }
    return found.sorted {
      ($0.chance, $0.students[0].id, $0.students[1].id)
        < ($1.chance, $1.students[0].id, $1.students[1].id)
    }
  }

  private func pair(_ one: Int, _ other: Int, _ shared: [Trace], _ most: Int) -> Pair? {
    // What a team handed in together is one and the same.
    if !origins[one].isEmpty, origins[one] == origins[other] { return nil }
    let groups = Dictionary(grouping: shared, by: \.group)
    // A single step is a single coincidence, but for a program.
    var logarithm = groups.values.map(likelihood).sorted().reduce(0, +)
    let holders = shared.reduce(nil as Set<Int32>?) { known, trace in
      let owners = Set(owners[trace.key] ?? [])
      return known.map { $0.intersection(owners) } ?? owners
    }
    let others = (holders?.count ?? 2) - 2
    if others >= AlikeSearch.commonHabit {
      logarithm = max(logarithm, log(Double(others) / Double(students.count)))
    }
    let own = min(rareGroups(of: one, most), rareGroups(of: other, most))
    let count = Double(students.count)
    logarithm += AlikeSearch.choices(groups.count, of: max(own, groups.count))
    logarithm += log(count * (count - 1) / 2)
    let chance = exp(logarithm)
    guard chance < AlikeSearch.rarest else { return nil }
    return Pair(
      students: [students[one], students[other]], shared: words(for: shared), count: shared.count,
      chance: chance)
  }

  /// As many who share the same beside two have it from a habit that nobody has named.
  private static let commonHabit = 3

  /// The logarithm of the chance of what two share in one step.
  private func likelihood(_ traces: [Trace]) -> Double {
    let chances = traces.map { (chance(of: $0), $0.sort.dependence) }.sorted { $0.0 < $1.0 }
    var sum = 0.0
    for (place, (chance, dependence)) in chances.enumerated() {
      sum += log(place == 0 ? chance : max(chance, dependence))
    }
    return sum
  }

  /// The probability that somebody has a trace.
  private func chance(of trace: Trace) -> Double {
    let having = Double((owners[trace.key]?.count ?? 2) - 2) + 0.5
    let all = Double(max(0, (exercises[trace.key].flatMap { submissions[$0] } ?? 2) - 2)) + 1
    return max(having / all, trace.sort.leastChance)
  }

  /// In how many steps a student has something that few have.
  private func rareGroups(of student: Int, _ most: Int) -> Int {
    Set(traces[student].filter { (owners[$0.key]?.count ?? 0) <= most }.map(\.group)).count
  }

  /// The logarithm of the number of ways to choose some of several.
  private static func choices(_ some: Int, of all: Int) -> Double {
    lgamma(Double(all) + 1) - lgamma(Double(some) + 1) - lgamma(Double(all - some) + 1)
  }

  private func words(for shared: [Trace]) -> [String] {
    let labelled = shared.filter { labels[$0.key] != nil }
    let words = labelled.sorted {
      (chance(of: $0), labels[$0.key] ?? "") < (chance(of: $1), labels[$1.key] ?? "")
    }.prefix(AlikeSearch.mostLabels).compactMap { labels[$0.key] }
    let stretches = shared.count { $0.sort == .shape }
    return words + (stretches > 0 ? ["\(stretches) stretches of the program"] : [])
  }
}

extension WorkTrace.Sort {
  /// The least chance that somebody has a certain trace of this sort, however few have it here.
  fileprivate var leastChance: Double {
    switch self {
    case .digits: 0.004
    case .fewDigits, .slip: 0.15
    case .text, .shape: 0.02
    }
  }

  /// The least chance that somebody has another one where a rarer of the same step is shared.
  fileprivate var dependence: Double {
    switch self {
    case .digits, .fewDigits, .slip, .text: 0.3
    case .shape: 0.6
    }
  }
}
