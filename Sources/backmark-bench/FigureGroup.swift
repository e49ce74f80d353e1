/// Figures that are measured together.
protocol FigureGroup: Sendable {
  /// What `--only` calls the group.
  static var name: String { get }
  static var summary: String { get }

  /// Measures; `folder` is empty, and removed afterwards.
  static func figures(_ settings: Settings, in folder: String) throws -> [Figure]
}

/// All groups, in the order in which they are measured.
enum FigureGroups {
  // The system counts the size of whoever starts a program as the program's own: so what starts
  // others comes first, while there is little of it.
  static let all: [any FigureGroup.Type] = [
    MemoryFigures.self, StartFigures.self, SnippetFigures.self, ClassFigures.self,
    ResumeFigures.self, DiagnosisFigures.self, ReadingFigures.self, FormulaFigures.self,
    NetworkFigures.self,
  ]
}
