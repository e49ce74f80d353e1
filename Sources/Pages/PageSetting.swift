/// Where the page of an exercise is opened, which says where its parts are.
package enum PageSetting: Sendable {
  /// In one file, from anywhere.
  case file(WebModule)
  /// On a site, whose pages share the grader, the script and the style.
  case site(SiteFiles)
  /// In one file that a learning-management system plays as SCORM, which keeps work and scores.
  case package(WebModule)
}

/// The files that the pages of a site share, with the addresses at which their newest text is.
package struct SiteFiles: Sendable {
  package let module: WebModule
  let grader: String
  let script: String
  let style: String

  package init(_ module: WebModule) {
    self.module = module
    grader = SiteFiles.address("grader.wasm", module.core)
    script = SiteFiles.address("page.js", Array(PageResources.script.utf8))
    style = SiteFiles.address("page.css", Array(PageResources.wholeStyle.utf8))
  }

  /// What there is to write, by name.
  package var contents: [(name: String, bytes: [UInt8])] {
    [
      ("grader.wasm", module.core), ("page.js", Array(PageResources.script.utf8)),
      ("page.css", Array(PageResources.wholeStyle.utf8)),
    ]
  }

  /// A name with the digest of what is there, so that a browser never keeps another's.
  private static func address(_ name: String, _ bytes: [UInt8]) -> String {
    "\(name)?\(PageResources.digest(bytes).hexadecimal.prefix(12))"
  }
}
