/// A number that other languages can write and JSON cannot.
enum NonFiniteWord {
  case notANumber
  case infinity

  init?(_ word: String) {
    switch word.lowercased() {
    case "nan": self = .notANumber
    case "inf", "infinity": self = .infinity
    default: return nil
    }
  }
}
