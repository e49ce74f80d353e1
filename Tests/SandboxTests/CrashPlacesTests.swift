import Testing

@testable import Sandbox

@Suite("Where in the student's file calls broke off")
struct CrashPlacesTests {
  @Test("the innermost line of the file counts, and a check of the compiler's is named")
  func places() {
    let text = """
      Swift runtime failure: arithmetic overflow
      ./submission.swift:12:1 (approximate)
      $s7Student1gyySdF
      ./submission.swift:7:13

      $s7Student1fyySdF
      ./submission.swift:3:1

      $sSlsE3mapF
      ./<compiler-generated>:0:0

      $s7Student1hyySdF
      ./submission.swift:12:5 (approximate)

      ??
      ??:0:0


      """
    let places = CrashPlaces(Array(text.utf8), traces: [(0, 2), (4, 2), (5, 1), (6, 3)])
    #expect(
      places.all == [
        0: CrashPlaces.Place(row: 7, failure: "arithmetic overflow"),
        4: CrashPlaces.Place(row: 12, isNear: true), 5: CrashPlaces.Place(), 6: CrashPlaces.Place(),
      ])
  }

  @Test("a symbolizer that says nothing, or something else, is no harm")
  func nothing() {
    #expect(CrashPlaces([], traces: [(1, 3)]).all == [1: CrashPlaces.Place()])
    #expect(
      CrashPlaces(Array("./submission.swift:x:1\nerror: no\n".utf8), traces: [(1, 1)]).all
        == [1: CrashPlaces.Place()])
    #expect(CrashPlaces(Array("a\nb\n\n".utf8), traces: []).all.isEmpty)
  }
}
