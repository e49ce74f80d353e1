import Archives
import Exercises
import Foundation
import TestSupport
import Testing

@testable import Pages

@Suite("The page of an exercise")
struct ExplorePageTests {
  private static let core: [UInt8] = [0x00, 0x61, 0x73, 0x6D, 1, 0, 0, 0]
  private static let unpacker: [UInt8] = [0x00, 0x61, 0x73, 0x6D, 2]
  private static let module = WebModule(core: core, unpacker: unpacker)

  private static func page(_ json: String) throws -> String {
    let exercise = try Exercise(text: json)
    return String(decoding: ExplorePage(exercise, in: .file(module)).bytes, as: UTF8.self)
  }

  /// An exercise that tries to end every element it may stand in.
  private static let hostile = #"""
    { "id": "hostile", "title": "</title></script><script>alert(1)</script>",
      "source": "<img src=x onerror=alert(2)>",
      "statement": "A </script><script>alert(3)</script> & <!-- <b>bold</b> \"quoted\"",
      "given": { "x": 2 },
      "steps": [
        { "name": "u", "formula": "x + 1", "text": "one </textarea><script>alert(4)</script>",
          "equation": "<u>", "hints": ["</li></script><script>alert(5)</script>"] },
        { "name": "pick", "kind": "choice", "text": "which?",
          "options": [{ "text": "<script>alert(6)</script>", "correct": true },
            { "text": "</label>no", "correct": false }] } ] }
    """#

  @Test("nothing an author writes becomes markup")
  func hostile() throws {
    let page = try Self.page(Self.hostile)
    #expect(page.matches(of: /<script[ >]/).count == 4)
    #expect(page.matches(of: /<\/script>/).count == 4)
    #expect(page.matches(of: /<\/title>/).count == 1)
    #expect(!page.contains("alert(" + "1)</script>"))
    #expect(!page.contains("<img") && !page.contains("<b>") && !page.contains("<u>"))
    #expect(page.contains("one &lt;/textarea&gt;&lt;script&gt;alert(4)&lt;/script&gt;"))
  }

  @Test("the policy lets nothing in from elsewhere, and nothing on the page asks for it")
  func policy() throws {
    let page = try Self.page(Self.hostile)
    let script = try #require(
      page.firstMatch(of: /<script>([^<]*(?:<(?!\/script>)[^<]*)*)<\/script>/))
    #expect(
      page.contains(
        "content=\"default-src 'none'; script-src "
          + "'sha256-\(PageResources.fingerprint(String(script.output.1)))' 'wasm-unsafe-eval'; "
          + "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\""))
    #expect(page.matches(of: /(src|href)="/).isEmpty)
  }

  @Test("the exercise and the core are in it, the core packed")
  func contents() throws {
    let page = try Self.page(Self.hostile)
    let parts = page.matches(of: /<script type="application\/octet-stream" id="\w+">([^<]+)</)
      .map { [UInt8](Data(base64Encoded: String($0.output.1)) ?? Data()) }
    #expect(parts == [Array(Self.hostile.utf8), Self.unpacker])
    let packed = Lzma.packed(Self.core)
    #expect(
      page.contains(#"id="module" data-size="\#(packed.count)">\#(Base85.text(of: packed))<"#))
  }

  @Test("a core that is packed already stays as it is")
  func packed() throws {
    let packed = Lzma.packed(Self.core)
    let exercise = try Exercise(text: Self.hostile)
    let module = WebModule(core: packed, unpacker: Self.unpacker)
    let page = String(
      decoding: ExplorePage(exercise, in: .file(module)).bytes, as: UTF8.self)
    #expect(page.contains(Base85.text(of: packed)))
  }

  @Test("every answer has one field with its name, and every field a label")
  func fields() throws {
    let page = try Self.page(Self.hostile)
    #expect(page.matches(of: /data-name="(\w+)"/).map { $0.output.1 } == ["u", "pick"])
    #expect(page.contains(#"<label for="field0"><code>u</code></label>"#))
    #expect(page.matches(of: /<input type="radio" name="field1" value="[ab]"/).count == 2)
    #expect(page.contains(">1 point<"))
  }

  @Test("an exercise with a network can be seen and moved, and another only be done")
  func tabs() throws {
    let network = try Self.page(
      #"""
      { "id": "n", "title": "n", "statement": "n",
        "network": { "sizes": [1, 1], "activations": ["sigmoid"], "loss": "half-squared-error",
          "weights": [[[0.5]]], "biases": [[0]], "input": [1], "target": [0] },
        "steps": [{ "name": "z1" }] }
      """#)
    let tab = /role="tab" id="tab-(\w+)"/
    #expect(
      network.matches(of: tab).map { $0.output.1 }
        == ["do", "see", "move", "depth", "train"])
    #expect(network.matches(of: /role="tabpanel" id/).count == 5)
    #expect(network.matches(of: /aria-selected="true"/).count == 1)
    let other = try Self.page(Self.hostile)
    #expect(other.matches(of: tab).map { $0.output.1 } == ["do", "depth", "train"])
  }

  @Test("the core is looked for where it is named, else beside the program and in its package")
  func candidates() {
    #expect(
      WebModule.candidates(program: "/x/backmark", environment: ["BACKMARK_WASM": "/y.wasm"])
        == ["/y.wasm"])
    let found = WebModule.candidates(
      program: "/p/.build/platform/release/backmark", environment: [:])
    #expect(found.first == "/p/.build/platform/release/backmark-page.wasm")
    #expect(found.contains("/p/.build-wasm/page.wasm"))
    #expect(
      WebModule.candidates(program: "/usr/bin/backmark", environment: [:])
        .contains("/usr/share/backmark/page.wasm"))
    #expect(found.last == ".build-wasm/page.wasm")
    #expect(WebModule.unpacker(of: "/p/.build-wasm/page.wasm") == "/p/.build-wasm/unpack.wasm")
    #expect(WebModule.unpacker(of: "/x/backmark-page.wasm") == "/x/backmark-unpack.wasm")
    #expect(WebModule.unpacker(of: "/y/core.wasm") == "/y/unpack.wasm")
  }
}
