import LocatedJSON
import Reports
import Testing

@Suite("Problems for programs")
struct ProblemListingTests {
  private var listing: ProblemListing {
    let source = SourceText(name: "a,b:c.json", text: "one\ntwo")
    var listing = ProblemListing()
    listing.add([
      Problem("50% of 'x'\nis\r::error::y", at: 5, in: source),
      Problem("a hint is missing", at: 0, in: source, severity: .warning),
    ])
    listing.add("is no submission", file: "solutions/x")
    return listing
  }

  @Test("as workflow commands, nothing in a message can end one")
  func github() {
    #expect(
      listing.github == """
        ::error file=a%2Cb%3Ac.json,line=2,col=2::50%25 of 'x'%0Ais%0D::error::y
        ::warning file=a%2Cb%3Ac.json,line=1,col=1::a hint is missing
        ::error file=solutions/x,line=1,col=1::is no submission

        """)
  }

  @Test("as JSON")
  func json() {
    var listing = ProblemListing()
    #expect(listing.json == "[]\n")
    listing.add("is no \"submission\"", file: "solutions/x")
    #expect(
      listing.json == """
        [
          {
            "file": "solutions/x",
            "line": 1,
            "column": 1,
            "severity": "error",
            "message": "is no \\"submission\\""
          }
        ]

        """)
  }
}
