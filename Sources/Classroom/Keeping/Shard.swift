import Numerics

/// A share of a class, one of several that together are everybody.
///
/// A student's share hangs on nothing but the id, so that it stays the same when others come or go
/// and on every machine: FNV-1a (64 bits) of the id's UTF-8, modulo the number of shares.
package struct Shard: Hashable, Sendable {
  /// Which share, from 1.
  package let number: Int
  /// How many there are.
  package let count: Int

  /// The most shares that a class is divided into.
  package static let most = 10_000

  /// - Returns: nil unless 1 ≤ number ≤ count ≤ ``most``.
  package init?(number: Int, count: Int) {
    guard (1...Shard.most).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// A share as it is typed, `2/7`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(\.isDigits), let number = Int(parts[0]),
      let count = Int(parts[1])
    else { return nil }
    self.init(number: number, count: count)
  }

  /// Whether a student is in this share.
  package func contains(_ student: String) -> Bool {
    Shard.hash(student) % UInt64(count) == UInt64(number - 1)
  }

  /// FNV-1a, fixed for ever.
  package static func hash(_ student: String) -> UInt64 {
    FNV1a.hash(student)
  }
}

// MARK: - CustomStringConvertible

extension Shard: CustomStringConvertible {
  package var description: String { "\(number)/\(count)" }
}
