import Archives
import Exercises
import Reports

/// An exercise as a package of SCORM 1.2, which a learning-management system plays: a zip with the
/// page and a manifest.
package struct ScormPackage {
  private let exercise: Exercise
  private let module: WebModule

  package init(_ exercise: Exercise, module: WebModule) {
    self.exercise = exercise
    self.module = module
  }

  /// The bytes of the zip; the manifest comes first, by which one is known.
  package var bytes: [UInt8] {
    var zip = ZipWriter()
    var bytes: [UInt8] = []
    for (name, contents) in [
      (ScormPackage.manifestName, Array(manifest.utf8)),
      ("index.html", ExplorePage(exercise, in: .package(module)).bytes),
    ] {
      bytes += zip.entry(name, contents) ?? []
    }
    return bytes + zip.directory
  }

  /// Whether a file that begins so is such a package.
  package static func isPackage(_ beginning: [UInt8]) -> Bool {
    beginning.starts(with: [0x50, 0x4B, 3, 4])
      && beginning.dropFirst(30).starts(with: manifestName.utf8)
  }

  private static let manifestName = "imsmanifest.xml"

  var manifest: String {
    let title = "\(exercise.id) \(exercise.title)".escapedForHTML
    let identifier = "backmark-" + exercise.id.map { $0.isPlain ? String($0) : "-" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest identifier="\(identifier)" version="1.0" \
      xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" \
      xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata>
          <schema>ADL SCORM</schema>
          <schemaversion>1.2</schemaversion>
        </metadata>
        <organizations default="organization">
          <organization identifier="organization">
            <title>\(title)</title>
            <item identifier="item" identifierref="page">
              <title>\(title)</title>
            </item>
          </organization>
        </organizations>
        <resources>
          <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
            <file href="index.html"/>
          </resource>
        </resources>
      </manifest>

      """
  }
}

extension Character {
  /// Whether an identifier of XML may have it.
  fileprivate var isPlain: Bool { isASCII && (isLetter || isNumber || self == "." || self == "-") }
}
