extension Dictionary {
  /// A dictionary of pairs, of which the first counts where several have the same key.
  package init(firstOf pairs: some Sequence<(Key, Value)>) {
    self.init()
    for (key, value) in pairs where self[key] == nil { self[key] = value }
  }
}
