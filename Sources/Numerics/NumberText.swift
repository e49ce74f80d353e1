/// Numbers as they are written for people.
package enum NumberText {
  /// A number in its shortest form, whole ones without a point.
  package static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
