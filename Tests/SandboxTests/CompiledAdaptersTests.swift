import Foundation
import FunctionMarking
import Testing

@testable import Sandbox

@Suite("Adapters that are compiled by themselves", .confined)
struct CompiledAdaptersTests {
  private func client() throws -> RunnerClient {
    try Preparation(settings: Wall.here[0].settings(), mustTry: false).perform().client
  }

  @Test("one of any types is compiled once, and linked from then on")
  func once() throws {
    let signature = Signature(
      name: "unlike_\(UUID().uuidString.prefix(8))",
      parameters: [
        .init(label: nil, name: "w", type: .array(.matrix)),
        .init(label: "for", name: "n", type: .int),
      ],
      result: .tuple([.init(label: "loss", type: .double), .init(label: "isDone", type: .bool)]))
    let adapters = [Adapter(signature: signature, place: 3)]
    let compiled = CompiledAdapters(client: try client())
    let object = try #require(try compiled.objects(for: adapters)?.first)
    defer { unlink(object) }
    let first = try FileManager.default.attributesOfItem(atPath: object)
    #expect(try compiled.objects(for: adapters) == [object])
    let second = try FileManager.default.attributesOfItem(atPath: object)
    #expect(first[.systemFileNumber] as? Int == second[.systemFileNumber] as? Int)
    #expect(first[.posixPermissions] as? Int == 0o644)
  }

  @Test("one that calls a function in a way of its own is compiled with the student's file")
  func ownWay() throws {
    var adapter = Adapter(signature: .number, place: 0)
    adapter.call = Adapter.Call(name: "Net.`f`", labels: [], isInout: [])
    #expect(try CompiledAdapters(client: try client()).objects(for: [adapter]) == nil)
  }

  @Test("where nothing can be kept, answers are handled all the same")
  func unwritable() throws {
    var client = try client()
    client.launch.modules = "/proc"
    #expect(
      try CompiledAdapters(client: client).objects(for: [Adapter(signature: .number, place: 0)])
        == nil)
  }

  @Test(
    "functions that are the student's own by more than the name keep to what they are",
    arguments: [
      // The exercise's own, among others of the name.
      "func f(_ x: [Double]) -> Double { 0 }\nfunc f(_ x: Double) -> Double { 2 * x }",
      "typealias Number = Double\nfunc f(_ x: Number) -> Number { 2 * x }",
      "enum Swift {}\nstruct Int {}\nfunc f(_ x: Double) -> Double { 2 * x }",
      "@inline(__always) func f(_ x: Double) -> Double { 2 * x }",
    ], Wall.here)
  func functions(source: String, wall: Wall) throws {
    #expect(try SwiftAnswer(source).report(4, on: wall.runner).numbers == [8])
  }

  @Test("a symbol that is taken on purpose costs the function, and no more", arguments: Wall.here)
  func taken(wall: Wall) throws {
    let report = try SwiftAnswer(
      "@_cdecl(\"backmark_call_0\") public func taken() { }\n" + CompileAttacksTests.honest
    ).report(1, on: wall.runner)
    #expect(report.functionFaults.keys.sorted() == [0] && report.outcomes == [.notMade])
  }
}
