import Testing

/// Says of a test which limit it tries at its edge, as `Limits` lists it: by its words.
///
/// A test over all limits looks for these words in the files of the tests.
package struct EdgeOfLimit: TestTrait {
  package let limit: String
}

extension Trait where Self == EdgeOfLimit {
  package static func edge(of limit: String) -> Self { EdgeOfLimit(limit: limit) }
}
