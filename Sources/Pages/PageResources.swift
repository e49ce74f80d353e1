import Foundation
import Numerics
import Reports

/// The styles and scripts of the page of an exercise, each in a file of its own.
///
/// The scripts are joined in this order: where the grader comes from, what all share, the tabs, a
/// script for each tab, and the one that starts them.
enum PageResources {
  private static let styles = [
    PackageResources.page_css, PackageResources.do_css, PackageResources.scene_css,
    PackageResources.chart_css,
  ]

  private static let scripts = [
    PackageResources.module_js, PackageResources.grader_js, PackageResources.tabs_js,
    PackageResources.chart_js, PackageResources.mistake_js, PackageResources.controls_js,
    PackageResources.do_js,
    PackageResources.scene_js, PackageResources.network_js, PackageResources.graph_js,
    PackageResources.see_js, PackageResources.plot_js, PackageResources.move_js,
    PackageResources.depth_js, PackageResources.train_js, PackageResources.start_js,
  ]

  static let style = joined(styles)
  static let script = joined(scripts)

  /// The style of every page, and that of the page of an exercise.
  static let wholeStyle = Stylesheet.text + style

  /// With what a page in a learning-management system has besides, before it starts.
  static let scriptOfPackage = joined(
    scripts.dropLast() + [PackageResources.scorm_js, PackageResources.start_js])

  /// The script of the first page of a site.
  static let indexScript = joined([PackageResources.site_js])
  static let indexStyle = Stylesheet.text + joined([PackageResources.site_css])

  static func digest(_ bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.add(bytes)
    return hash.digest()
  }

  /// By what a policy knows a script.
  static func fingerprint(_ script: String) -> String {
    var hash = SHA256()
    hash.add(Array(script.utf8))
    return Data(hash.bytes()).base64EncodedString()
  }

  private static func joined(_ files: [[UInt8]]) -> String {
    String(decoding: files.joined(), as: UTF8.self)
  }
}
