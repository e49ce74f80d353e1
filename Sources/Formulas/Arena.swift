/// The entries of all values of one evaluation.
struct Arena {
  let entries: UnsafeMutableBufferPointer<Double>
  /// The offsets of operands that an instruction has no room for; see ``Instruction/list``.
  let offsets: UnsafeBufferPointer<Int>

  subscript(place: Int) -> Double {
    get { entries[place] }
    nonmutating set { entries[place] = newValue }
  }
}
