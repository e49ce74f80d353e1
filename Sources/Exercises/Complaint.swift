import LocatedJSON

/// Something a verification has to say about one place of an exercise, on the numbers of one draw.
struct Complaint {
  package let message: String
  package let place: Range<Int>
  let kind: Kind

  /// How much it takes for a complaint to count, where every student has numbers of their own.
  enum Kind {
    /// One variant is enough.
    case other
    /// A point without a derivative; one in a variant says it all.
    case kink
    /// Another right answer that is the key itself, which does no harm unless it always is.
    case also
    /// Two steps with one value, which is as it must be where they always have it: db is δ.
    case likeness
  }

  init(_ message: String, at place: Range<Int>, _ kind: Kind = .other) {
    (self.message, self.place, self.kind) = (message, place, kind)
  }

  /// The same for complaints that say the same of other numbers.
  package var key: String { "\(place) \(kind == .likeness ? message : String(message.prefix(24)))" }

  func problem(in source: SourceText, adding words: String = "") -> Problem {
    Problem(message + words, at: place.lowerBound, in: source)
  }
}
