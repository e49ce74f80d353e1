import Exercises
import TestSupport
import Testing

@testable import Pages

@Suite("A site")
struct SitePageTests {
  private static let exercise = #"""
    { "id": "first.1", "title": "<b>One</b> & two", "source": "Chapter </li>",
      "statement": "Double x.", "given": { "x": 2 },
      "steps": [{ "name": "u", "formula": "2 * x", "text": "twice" }] }
    """#
  private static let module = WebModule(
    core: [0x00, 0x61, 0x73, 0x6D, 1], unpacker: [0x00, 0x61, 0x73, 0x6D, 2])

  @Test("its first page leads to each exercise, and nothing an author writes becomes markup")
  func list() throws {
    let exercise = try Exercise(text: Self.exercise)
    let page = String(decoding: SitePage([ExerciseHeader(exercise)]).bytes, as: UTF8.self)
    #expect(page.contains(#"<a href="exercises/first.1.html">first.1 &lt;b&gt;One&lt;/b&gt; "#))
    #expect(page.contains("1 step, 1 point; Chapter &lt;/li&gt;"))
    #expect(page.contains(#"data-exercise="first.1" data-out-of="1.0""#))
    #expect(!page.contains("<b>") && !page.contains("connect-src"))
    #expect(page.contains("default-src 'none'; script-src 'sha256-"))
  }

  @Test("its exercises stand under their topics, with what comes before them")
  func topics() throws {
    let text = Self.exercise.replacing(
      #""source":"#,
      with: #""topic": "A & B", "level": 2, "needs": ["zero"], "minutes": 5, "source":"#)
    let page = String(
      decoding: SitePage([ExerciseHeader(try Exercise(text: text))]).bytes, as: UTF8.self)
    #expect(page.contains("<h2>A &amp; B</h2>\n<ul class=\"exercises\">"))
    #expect(page.contains("1 step, 1 point, level 2, 5 minutes; after zero; Chapter"))
  }

  @Test("its pages share the grader, the script and the style, and have no script within")
  func page() throws {
    let exercise = try Exercise(text: Self.exercise)
    let files = SiteFiles(Self.module)
    let page = String(decoding: ExplorePage(exercise, in: .site(files)).bytes, as: UTF8.self)
    #expect(
      page.contains(
        #"content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "#
          + #"style-src 'self' 'unsafe-inline'; img-src data:; connect-src 'self'; "#
          + #"base-uri 'none'; form-action 'none'""#))
    #expect(page.contains(#"<a href="../index.html">"#))
    #expect(page.matches(of: /"\.\.\/(grader\.wasm|page\.js|page\.css)\?[0-9a-f]{12}"/).count == 3)
    #expect(page.matches(of: /<script>/).isEmpty)
    #expect(files.contents.map(\.name) == ["grader.wasm", "page.js", "page.css"])
    #expect(files.contents[0].bytes == Self.module.core)
  }

  @Test("another grader has another address")
  func address() {
    let other = WebModule(core: [0x00, 0x61, 0x73, 0x6D, 3], unpacker: Self.module.unpacker)
    #expect(SiteFiles(Self.module).grader != SiteFiles(other).grader)
    #expect(SiteFiles(Self.module).script == SiteFiles(other).script)
  }

  @Test("a package has a manifest that names the page, and the page reports")
  func package() throws {
    let exercise = try Exercise(text: Self.exercise)
    let package = ScormPackage(exercise, module: Self.module)
    #expect(ScormPackage.isPackage(package.bytes))
    #expect(!ScormPackage.isPackage([0x50, 0x4B, 3, 4]))
    let manifest = package.manifest
    #expect(manifest.contains(#"<manifest identifier="backmark-first.1" version="1.0""#))
    #expect(manifest.contains("<title>first.1 &lt;b&gt;One&lt;/b&gt; &amp; two</title>"))
    #expect(manifest.contains("<schemaversion>1.2</schemaversion>"))
    #expect(
      manifest.contains(
        #"type="webcontent" adlcp:scormtype="sco" href="index.html""#))
    let page = String(
      decoding: ExplorePage(exercise, in: .package(Self.module)).bytes, as: UTF8.self)
    #expect(page.contains("LMSInitialize") && page.contains(#"id="record""#))
    let alone = String(
      decoding: ExplorePage(exercise, in: .file(Self.module)).bytes, as: UTF8.self)
    #expect(!alone.contains("LMSInitialize") && !alone.contains(#"id="record""#))
  }
}
