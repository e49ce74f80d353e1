import Foundation
import Reports

/// A length of time as people state it, in seconds.
package enum CourseDuration {
  /// Reads `15 min`, `1 h 30 min`, `2 days`, `00:15`, ISO 8601's `PT15M` and the like.
  package static func seconds(_ text: String) -> Int? {
    let text = text.trimmed.lowercased()
    if let clock = text.wholeMatch(of: /(\d+):(\d\d)(?::(\d\d))?/) {
      let parts = [clock.output.1, clock.output.2, clock.output.3 ?? "0"].compactMap { Int($0) }
      return parts.count == 3 ? parts[0] * 3600 + parts[1] * 60 + parts[2] : nil
    }
    // In ISO 8601 an M behind the T is minutes, and that before it is months, which none asks for.
    let words = text.hasPrefix("p") ? text.dropFirst().filter { $0 != "t" } : text
    guard words.wholeMatch(of: /(?:\s*(?:,|and)?\s*\d+(?:\.\d+)?\s*\p{L}+)+\s*/) != nil else {
      return nil
    }
    var sum = 0.0
    for match in words.matches(of: /(\d+(?:\.\d+)?)\s*(\p{L}+)/) where match.output.2 != "and" {
      guard let number = Double(match.output.1), let unit = unit(String(match.output.2)) else {
        return nil
      }
      sum += number * Double(unit)
    }
    return sum < 1e10 ? Int(sum.rounded()) : nil
  }

  private static func unit(_ word: String) -> Int? {
    units.first { $0.words.contains(word) }?.seconds
  }

  private static let units: [(seconds: Int, words: Set<String>)] = [
    (1, ["s", "sec", "secs", "second", "seconds", "sekunde", "sekunden"]),
    (60, ["m", "min", "mins", "minute", "minutes", "minuten"]),
    (3600, ["h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures"]),
    (86_400, ["d", "day", "days", "tag", "tage", "jour", "jours", "día", "días"]),
    (604_800, ["w", "week", "weeks", "woche", "wochen"]),
  ]

  /// The two largest parts of a length of time: `2 days 3 hours`, `1 minute`.
  package static func text(_ seconds: Int) -> String {
    let all = [("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1)]
    var rest = seconds
    var parts: [String] = []
    for (name, length) in all {
      let count = rest / length
      rest %= length
      if count > 0 { parts.append("\(count) \(name)\(count == 1 ? "" : "s")") }
    }
    return parts.isEmpty ? "0 seconds" : parts.prefix(2).joined(separator: " ")
  }
}
