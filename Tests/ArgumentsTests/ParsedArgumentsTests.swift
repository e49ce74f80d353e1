import Arguments
import Testing

@Suite("Asking a parsed command line")
struct ParsedArgumentsTests {
  @Test("a default stands in for a value that is not given, and only then")
  func defaults() throws {
    let absent = try #require(SampleTool.parsed(["list"]))
    #expect(absent.value("format") == "text")
    #expect(absent.values("format") == ["text"])
    #expect(absent.requiredValue("format") == "text")
    let given = try #require(SampleTool.parsed(["list", "-fids"]))
    #expect(given.values("format") == ["ids"])
  }

  @Test("a default that is only words for help is no value")
  func defaultText() throws {
    let parsed = try #require(SampleTool.parsed(["grade", "p", "-or"]))
    #expect(parsed.value("exercises") == nil)
    #expect(parsed.values("exercises") == [])
  }

  @Test("a choice becomes a case of its type", arguments: Format.allCases)
  func choice(format: Format) throws {
    let parsed = try #require(SampleTool.parsed(["list", "--format", format.rawValue]))
    #expect(try parsed.choice("format", of: Format.self) == format)
  }

  @Test("a value that is no case of the type asked for is refused with the cases")
  func noCase() throws {
    let parsed = try #require(SampleTool.parsed(["grade", "p", "--out", "jsno"]))
    let error = #expect(throws: UsageError.self) { try parsed.choice("out", of: Format.self) }
    #expect(
      error?.description == """
        Error: The value 'jsno' is invalid for '--out <folder>'. Did you mean 'json'? \
        Please provide one of 'text', 'json' or 'ids'.
        Help:  --out <folder>  Where the results go.
        """)
  }

  @Test(
    "whole numbers are read within their bounds",
    arguments: [("1", 1), ("9", 9), ("+3", 3), ("007", 7)])
  func integers(text: String, number: Int) throws {
    let parsed = try #require(SampleTool.parsed(["hint", "a", "--size", text]))
    #expect(try parsed.integer("size", in: 1...9) == number)
  }

  @Test(
    "what is not a whole number within the bounds is refused with the bounds",
    arguments: [
      ("0", 1...9, "a whole number from 1 to 9"),
      ("10", 1...9, "a whole number from 1 to 9"),
      ("0", 1...Int.max, "a whole number from 1"),
      ("-1", Int.min ... -2, "a whole number up to -2"),
      ("1.0", Int.min...Int.max, "a whole number"),
      ("", Int.min...Int.max, "a whole number"),
      ("99999999999999999999", Int.min...Int.max, "a whole number"),
    ])
  func notIntegers(text: String, bounds: ClosedRange<Int>, wanted: String) throws {
    let parsed = try #require(SampleTool.parsed(["hint", "a", "--size", text]))
    let error = #expect(throws: UsageError.self) { try parsed.integer("size", in: bounds) }
    #expect(
      error?.description
        == "Error: The value '\(text)' is invalid for '--size <n>'. Please provide \(wanted).")
  }

  @Test(
    "numbers are read when they are finite",
    arguments: [("1e-4", 1e-4), ("-2", -2), ("0", 0), ("inf", nil), ("nan", nil), ("x", nil)]
      as [(String, Double?)])
  func numbers(text: String, number: Double?) throws {
    let parsed = try #require(SampleTool.parsed(["hint", "a", "--tolerance", text]))
    guard let number else {
      let error = #expect(throws: UsageError.self) { try parsed.number("tolerance") }
      #expect(
        error?.description == """
          Error: The value '\(text)' is invalid for '--tolerance <number>'. \
          Please provide a number.
          Help:  --tolerance <number>  How near is near.
          """)
      return
    }
    #expect(try parsed.number("tolerance") == number)
  }

  @Test("a value of a type of one's own is converted, or refused in one's own words")
  func conversion() throws {
    let good = try #require(SampleTool.parsed(["hint", "a", "--share", "1/4"]))
    #expect(try good.value("share", wanted: "a share such as 1/4", convertedBy: share) == [1, 4])
    let bad = try #require(SampleTool.parsed(["hint", "a", "--share", "half"]))
    let error = #expect(throws: UsageError.self) {
      try bad.value("share", wanted: "a share such as 1/4", convertedBy: share)
    }
    #expect(
      error?.description == """
        Error: The value 'half' is invalid for '--share <k/n>'. \
        Please provide a share such as 1/4.
        Help:  --share <k/n>  Which share.
        """)
  }

  @Test("an option that is not given converts to nothing")
  func absent() throws {
    let parsed = try #require(SampleTool.parsed(["hint", "a"]))
    #expect(try parsed.integer("size") == nil)
    #expect(try parsed.number("tolerance") == nil)
    #expect(try parsed.value("share", wanted: "", convertedBy: share) == nil)
  }

  private func share(_ text: String) -> [Int]? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    return parts.count == 2 ? parts : nil
  }
}
