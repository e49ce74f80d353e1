import Exercises
import Grading
import LocatedJSON
import Reports
import Testing

@Suite("What is said of a fault of the catalogue")
struct CatalogueFaultSentenceTests {
  static let problem = Problem(
    "unknown name 'w'", at: 4, in: SourceText(name: "e.json", text: #"{"a": w}"#))

  @Test(
    "each fault has its sentence",
    arguments: [
      (.noFolder("exercises"), "there is no folder 'exercises' of exercises"),
      (
        .unreadable(file: "e.json", reason: "it is larger than 16 MB"),
        "e.json could not be read: it is larger than 16 MB"
      ),
      (
        .unknown(id: "16.3", among: [Catalogue.Entry(id: "16.2", title: "XOR by hand")]),
        "there is no exercise '16.3'; did you mean '16.2'?\n  16.2  XOR by hand"
      ),
      (.unknown(id: "x", among: []), "there is no exercise 'x'; there are no others either"),
      (
        .unknown(
          id: "16.3", among: [Catalogue.Entry(id: "16.2", title: "T")], in: ["hw", "more"]),
        "there is no exercise '16.3' in hw and more; did you mean '16.2'?\n  16.2  T"
      ),
      (
        .unknown(
          id: "mom",
          among: [
            Catalogue.Entry(id: "adam", title: "Adam"),
            Catalogue.Entry(id: "16.5", title: "Two moments"),
            Catalogue.Entry(id: "momentum-step", title: "Heavy balls"),
            Catalogue.Entry(id: "xor", title: "XOR by hand"),
          ]),
        """
        there is no exercise 'mom'; the nearest of the 4 are:
          momentum-step  Heavy balls
          16.5           Two moments
          xor            XOR by hand
        """
      ),
      (
        .broken(Problems([problem])),
        """
        the exercise cannot be used:
        e.json:1:5: error: unknown name 'w'
        {"a": w}
            ^
        """
      ),
      (
        .duplicate(id: "16.2", files: ["a.json", "b.json"]),
        "exercise '16.2' is in two files: a.json and b.json"
      ),
    ] as [(Catalogue.Fault, String)])
  func sentence(_ fault: Catalogue.Fault, _ expected: String) {
    #expect(fault.sentence == expected)
  }
}
