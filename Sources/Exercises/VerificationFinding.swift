import Formulas
import LocatedJSON

/// Something a verification has found at one place of an exercise, on the numbers of one draw.
struct VerificationFinding: Sendable {
  let subject: Subject
  let place: Range<Int>
  /// The finding in words, with the numbers of this draw.
  let message: String

  /// What a finding is about; two of one subject at one place are the same on other numbers.
  struct Subject: Hashable, Sendable {
    let kind: Kind
    /// The values it is about: the step, the unit, the two steps that are alike.
    let names: [String]
  }

  enum Kind: Hashable, Sendable {
    /// A key that is not finite, or that its kind of answer cannot ask for.
    case keyNotFinite, keyUnsuitable
    /// Two calculations of a value differ.
    case wrongKey
    /// A further way to a value gives another.
    case wayDiffers
    /// The engine cannot check the network, or contradicts itself.
    case engineFails
    /// A step that is no value of the program has something wrong with it.
    case taskFaulty
    /// An alternative or a mistake is the key itself, so that its words are never said.
    case alternativeIsKey, mistakeIsKey
    /// A gradient is taken where the loss has none.
    case gradientAtKink
    /// A unit lies on a kink, or is saturated.
    case unitOnKink, unitSaturated
    /// Two steps have one value.
    case stepsAlike
  }

  /// The same subject at the same place.
  struct Identity: Hashable, Sendable {
    let subject: Subject
    let place: Range<Int>
  }

  init(_ kind: Kind, _ names: [String], at place: Range<Int>, says message: String) {
    subject = Subject(kind: kind, names: names)
    self.place = place
    self.message = message
  }

  var kind: Kind { subject.kind }
  var identity: Identity { Identity(subject: subject, place: place) }

  func problem(in source: SourceText, adding words: String = "") -> Problem {
    Problem(message + words, at: place.lowerBound, in: source)
  }
}

// MARK: - What weighs how much

extension VerificationFinding.Kind {
  /// Whether it is about a point without a derivative, of which one in a variant says it all.
  var isKink: Bool { self == .gradientAtKink || self == .unitOnKink }

  /// Whether it counts where every student has numbers of their own, and it arises in some.
  ///
  /// Another right answer that is the key itself does no harm unless it always is; and two steps
  /// with one value are as it must be where they always have it: db is δ.
  func counts(always: Bool) -> Bool {
    switch self {
    case .alternativeIsKey: always
    case .stepsAlike: !always
    default: true
    }
  }
}
