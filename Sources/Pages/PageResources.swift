/// The styles and scripts of the page of an exercise, each in a file of its own.
///
/// The scripts are joined in this order: what all share, the tabs, a script for each tab, and the one
/// that starts them.
enum PageResources {
  private static let styles = [
    PackageResources.page_css, PackageResources.do_css, PackageResources.chart_css,
  ]

  private static let scripts = [
    PackageResources.grader_js, PackageResources.tabs_js, PackageResources.chart_js,
    PackageResources.mistake_js, PackageResources.do_js, PackageResources.depth_js,
    PackageResources.train_js, PackageResources.start_js,
  ]

  static let style = joined(styles)
  static let script = joined(scripts)

  private static func joined(_ files: [[UInt8]]) -> String {
    String(decoding: files.joined(), as: UTF8.self)
  }
}
