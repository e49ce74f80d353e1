import Backpropagation
import LocatedJSON

/// Activations and loss of the networks that a function is tried on.
struct NetworkSetting: Hashable, Sendable {
  var hidden = Activation.sigmoid
  var output = Activation.sigmoid
  var loss = Loss.halfSquaredError

  static let hiddenKey = Key("hidden", "The activation of the hidden layers; sigmoid by default.")
  static let outputKey = Key("output", "The activation of the output layer; sigmoid by default.")
  static let lossKey = Key("loss", "The loss; half-squared-error by default.")
  static let keys = [hiddenKey, outputKey, lossKey]

  init() {}

  /// Reads the settings, reporting everything that is wrong with them.
  init?(_ value: LocatedValue, report: ProblemReport) {
    guard
      let object = ObjectReader(
        value, describing: "'network' of a function", keys: NetworkSetting.keys, report: report)
    else { return nil }
    func read<Word: RawRepresentable & CaseIterable>(
      _ key: Key, _ meaning: String, default word: Word
    ) -> Word where Word.RawValue == String {
      guard let name: LocatedString = object.optional(key) else { return word }
      if let known = Word(rawValue: name.text) { return known }
      let words = Word.allCases.map(\.rawValue)
      let near = Spelling.nearest(to: name.text, among: words).map { "did you mean '\($0)'?" }
      report.report(
        "there is no \(meaning) '\(name.text)'; "
          + (near ?? "it is one of \(words.joined(separator: ", "))"), at: name.range)
      return word
    }
    hidden = read(NetworkSetting.hiddenKey, "activation", default: .sigmoid)
    output = read(NetworkSetting.outputKey, "activation", default: .sigmoid)
    loss = read(NetworkSetting.lossKey, "loss", default: .halfSquaredError)
  }

  /// The activation of every layer of a network of that many.
  func activations(_ layers: Int) -> [Activation] {
    Array(repeating: hidden, count: max(0, layers - 1)) + [output]
  }
}
