import Foundation
import Reports

/// What stands at the head of every page with a script: what the page may do, its title and style.
struct PageHead {
  let title: String
  /// The style itself, or the address of it.
  let style: Part
  /// The script itself, or the address of it.
  let script: Part
  /// Whether the page fetches anything, which can only come from where it comes from.
  var fetches = false

  enum Part {
    case text(String)
    case address(String)
  }

  /// Nothing from elsewhere, and no script but the page's own.
  private var policy: String {
    let scripts =
      switch script {
      case .text(let text): "'sha256-\(PageResources.fingerprint(text))'"
      case .address: "'self'"
      }
    let styles =
      switch style {
      case .text: "'unsafe-inline'"
      case .address: "'self' 'unsafe-inline'"
      }
    return "default-src 'none'; script-src \(scripts) 'wasm-unsafe-eval'; style-src \(styles); "
      + "img-src data:; \(fetches ? "connect-src 'self'; " : "")base-uri 'none'; form-action 'none'"
  }

  var html: String {
    let look =
      switch style {
      case .text(let text): "<style>\(text)</style>"
      case .address(let address): "<link rel=\"stylesheet\" href=\"\(address)\"/>"
      }
    return """
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>\(title)</title>
      \(look)
      </head>
      """
  }

  /// The script, at the end of the page.
  var scriptElement: String {
    switch script {
    case .text(let text): "<script>\(text)</script>"
    case .address(let address): "<script src=\"\(address)\"></script>"
    }
  }
}
