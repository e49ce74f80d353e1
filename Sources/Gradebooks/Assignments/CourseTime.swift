import Foundation

/// A moment as a course states it, in whole seconds since 1970.
package struct CourseTime: Hashable, Comparable, Sendable {
  package let seconds: Int
  /// Whether it was stated where the clock stood; where it was not, it is taken for UTC.
  package let isZoned: Bool
  /// How far that clock is ahead of UTC, in seconds.
  package let offset: Int

  package init(seconds: Int, isZoned: Bool = true, offset: Int = 0) {
    self.seconds = seconds
    self.isZoned = isZoned
    self.offset = offset
  }

  /// The moment, on the clock of another where nobody says on which it was.
  func onClock(of other: CourseTime) -> CourseTime {
    isZoned ? self : CourseTime(seconds: seconds - other.offset, offset: other.offset)
  }

  /// The moment so many seconds later, on the same clock.
  func advanced(by seconds: Int) -> CourseTime {
    CourseTime(seconds: self.seconds + seconds, isZoned: isZoned, offset: offset)
  }

  package static func < (left: CourseTime, right: CourseTime) -> Bool {
    left.seconds < right.seconds
  }

  /// Reads ISO 8601, as `2026-03-01T23:59+01:00`, and what systems write that is nearly it.
  ///
  /// That is a blank for the `T`, one before the zone, `UTC`, or a zone by its name. A day by itself
  /// is its end. Seconds stand behind the sign that the minutes do, so that `23:59-05` has a zone.
  package init?(_ text: String) {
    guard
      let match = text.trimmed.wholeMatch(
        of:
          /(\d{4})-(\d\d?)-(\d\d?)(?:(?:[T ]+|[_-](?=\d\d-\d\d-\d\d))(\d\d?)([:.-])(\d\d)(?:\5(\d\d)(?:[.,]\d+)?)?)?\s*(.*)/
      )
    else { return nil }
    let parts = match.output
    func number(_ text: Substring?) -> Int { text.flatMap { Int($0) } ?? 0 }
    let (year, month, day) = (number(parts.1), number(parts.2), number(parts.3))
    guard (1...12).contains(month), (1...CourseTime.days(in: month, of: year)).contains(day) else {
      return nil
    }
    let isWholeDay = parts.4 == nil
    let (hour, minute, second) =
      isWholeDay ? (23, 59, 59) : (number(parts.4), number(parts.6), number(parts.7))
    guard hour < 24 || (hour == 24 && minute + second == 0), minute < 60, second <= 60 else {
      return nil
    }
    let clock =
      (CourseTime.day(year, month, day) * 24 + hour) * 3600 + minute * 60 + second
    let zone = String(parts.8)
    if zone.isEmpty {
      self.init(seconds: clock, isZoned: false)
    } else if let offset = CourseTime.offset(zone, at: clock) {
      self.init(seconds: clock - offset, offset: offset)
    } else {
      return nil
    }
  }

  /// Reads what Moodle writes for people: `Friday, 6 March 2026, 3:04 PM`, in several languages.
  package init?(inWords text: String) {
    guard
      let match = text.trimmed.lowercased().wholeMatch(
        of:
          /(?:\p{L}+,?\s+)?(\d\d?)\.?\s+(?:de\s+)?(\p{L}+)\.?\s+(?:de\s+)?(\d{4}),?\s+(\d\d?):(\d\d)\s*([ap]m)?/
      ),
      let month = CourseTime.month(String(match.output.2)), let day = Int(match.output.1),
      var hour = Int(match.output.4)
    else { return nil }
    if let half = match.output.6 { hour = hour % 12 + (half == "pm" ? 12 : 0) }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    self.init("\(match.output.3)-\(two(month))-\(two(day))T\(two(hour)):\(match.output.5)")
  }

  private static func month(_ name: String) -> Int? {
    months.firstIndex { $0.contains { name.hasPrefix($0) } }.map { $0 + 1 }
  }

  /// How the names of the months begin in English, German, French, Spanish, Italian and Dutch.
  private static let months: [[String]] = [
    ["jan", "jän", "ene", "gen"], ["feb", "fév"], ["mar", "mär", "maa", "mrt"],
    ["apr", "avr", "abr"],
    ["may", "mai", "mag", "mei", "mayo"], ["jun", "juin", "giu"], ["jul", "juil", "lug"],
    ["aug", "aoû", "ago"], ["sep", "set"], ["oct", "okt", "ott"], ["nov"],
    ["dec", "dez", "déc", "dic"],
  ]

  /// Days from the first of 1970 to a day of the Gregorian calendar.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years that begin with March have the leap day last.
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return day(next.0, next.1, 1) - day(year, month, 1)
  }

  /// How far a zone's clock is ahead of UTC, in seconds.
  private static func offset(_ zone: String, at clock: Int) -> Int? {
    if ["Z", "UTC", "GMT"].contains(zone.uppercased()) { return 0 }
    if let match = zone.wholeMatch(of: /(?:UTC|GMT)?([+\-−])(\d\d?):?(\d\d)?/) {
      guard let hours = Int(match.output.2), hours <= 18 else { return nil }
      let minutes = match.output.3.flatMap { Int($0) } ?? 0
      return (match.output.1 == "+" ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
    guard let zone = TimeZone(identifier: zone) ?? TimeZone(abbreviation: zone) else { return nil }
    let near = clock - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(clock)))
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(near)))
  }

  /// The moment in UTC, `2026-03-01T22:59:00Z`; without the Z where nobody said on which clock.
  package var text: String {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let clock = seconds - day * 86_400
    let (year, month, date) = CourseTime.date(day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(date))T"
      + "\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60))" + (isZoned ? "Z" : "")
  }

  private static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
    // No year is wrong by more than one in the first guess.
    var year = 1970 + Int((Double(day) / 365.2425).rounded(.down))
    while self.day(year + 1, 1, 1) <= day { year += 1 }
    while self.day(year, 1, 1) > day { year -= 1 }
    let month = (1...12).last { self.day(year, $0, 1) <= day } ?? 1
    return (year, month, day - self.day(year, month, 1) + 1)
  }
}
