import Answers
import Gradebooks

extension HandIn.Detail {
  /// What a layout knows of an entry, with what a roster says of its student.
  ///
  /// - Parameters:
  ///   - old: What the layout knows; nil where the entry is plain.
  ///   - time: A time that the roster has for it and that cannot be read.
  convenience init(
    id: String, _ old: HandIn.Detail?, listedAs person: Person, unreadableTime time: String? = nil
  ) {
    let aliases = (old?.aliases ?? []) + [person.id] + person.aliases
    self.init(
      id: id, name: person.name.isEmpty ? old?.name ?? "" : person.name,
      aliases: aliases.filter { $0 != id }, partners: old?.partners ?? [],
      fileName: old?.fileName, isNamedByExercise: old?.isNamedByExercise ?? false,
      attempt: old?.attempt ?? 0, order: old?.order ?? 0,
      remarks: (old?.remarks ?? []) + (time.map { [.unreadableTime($0)] } ?? []),
      time: (old?.time ?? HandInTime()).completed(by: person.time))
  }
}
