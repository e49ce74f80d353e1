import Numerics

/// What was worked out for each of many keys, kept for all copies of whatever asked for it.
///
/// A class makes the same slips over and over, and the most different ones need some hundred keys.
/// Where there come more than are kept, the table begins anew.
struct KeptTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Kept<[Key: Value]>([:])
  private let most: Int

  /// - Parameter most: How many values are kept.
  init(most: Int = 1024) {
    self.most = most
  }

  /// The value of a key; nil where none is kept.
  subscript(key: Key) -> Value? {
    get { values.update { $0[key] } }
    nonmutating set {
      values.update { values in
        if values.count >= most { values = [:] }
        values[key] = newValue
      }
    }
  }

  /// The value of a key, worked out where none is kept.
  func value(of key: Key, _ make: () -> Value) -> Value {
    if let known = self[key] { return known }
    let made = make()
    self[key] = made
    return made
  }
}
