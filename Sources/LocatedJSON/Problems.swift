/// Everything wrong with one or several files, in the order of the places.
package struct Problems: Error, Hashable, Sendable {
  package let list: [Problem]

  package init(_ problems: [Problem]) {
    list = problems.enumerated()
      .sorted { left, right in
        (left.element.file, left.element.position, left.offset)
          < (right.element.file, right.element.position, right.offset)
      }
      .map { $0.element }
  }
}

extension Problems: CustomStringConvertible {
  package var description: String {
    list.map { $0.description }.joined(separator: "\n")
  }
}
