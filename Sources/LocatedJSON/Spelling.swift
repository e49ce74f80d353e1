/// Finds the name that was probably meant.
package enum Spelling {
  /// The candidate nearest to a name, or nil where none is near enough to suggest.
  ///
  /// Nearness is the Damerau–Levenshtein distance in its optimal-string-alignment form: the least
  /// number of insertions, deletions, substitutions and swaps of neighbours. It may be a third of the
  /// length of the name, and 1 for names of two characters. Case costs nothing, but of two candidates
  /// equally near the one with the right case wins, then the earlier one.
  package static func nearest(
    to name: String, among candidates: some Sequence<String>
  ) -> String? {
    let typed = Word(name)
    guard typed.isComparable else { return nil }
    let limit = max(typed.folded.count / 3, typed.folded.count >= 2 ? 1 : 0)
    var best: (name: String, distance: Int, casedDistance: Int)?
    for candidate in candidates {
      let other = Word(candidate)
      guard other.isComparable,
        let distance = distance(typed.folded, other.folded, limit: best?.distance ?? limit)
      else { continue }
      let cased = Self.distance(typed.exact, other.exact, limit: Word.longest) ?? Word.longest
      if let best, (best.distance, best.casedDistance) <= (distance, cased) { continue }
      best = (candidate, distance, cased)
    }
    return best?.name
  }

  /// The places of the candidates nearest to what was typed, the nearest first, however far they are.
  ///
  /// A name that was probably meant comes first, then the names that hold what was typed, then those
  /// with a title that does, then the others by their distance.
  package static func closest(
    to name: String, among candidates: [(name: String, title: String)], atMost count: Int
  ) -> [Int] {
    let typed = Word(name)
    let meant = nearest(to: name, among: candidates.map { $0.name })
    let ranked = candidates.indices.map { place in
      let (other, title) = (Word(candidates[place].name), Word(candidates[place].title))
      let far = typed.folded.count + other.folded.count
      let rank =
        candidates[place].name == meant
        ? 0 : other.holds(typed) ? 1 : title.holds(typed) ? 2 : 3
      let distance = distance(typed.folded, other.folded, limit: far) ?? far
      return (place: place, rank: rank, distance: distance)
    }
    return ranked.sorted {
      ($0.rank, $0.distance, $0.place) < ($1.rank, $1.distance, $1.place)
    }
    .prefix(count).map { $0.place }
  }

  /// The distance between two words, or nil where it is above the limit.
  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}

/// The scalars of a name, and the same without regard to case.
private struct Word {
  /// Longer names are not compared, so that no input makes a suggestion slow.
  static let longest = 100

  let exact: [Unicode.Scalar]
  let folded: [Unicode.Scalar]

  init(_ name: String) {
    let head = String(name.unicodeScalars.prefix(Self.longest + 1))
    exact = Array(head.unicodeScalars)
    folded = Array(head.lowercased().unicodeScalars)
  }

  var isComparable: Bool { !exact.isEmpty && exact.count <= Self.longest }

  /// Whether the other stands in this one; a single letter proves nothing.
  func holds(_ other: Word) -> Bool {
    guard other.folded.count > 1, other.folded.count <= folded.count else { return false }
    return (0...folded.count - other.folded.count).contains { start in
      folded[start...].starts(with: other.folded)
    }
  }
}
