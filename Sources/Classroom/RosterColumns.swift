import Foundation
import Gradebooks

/// Which columns of a roster hold what, found by the names they usually have.
struct RosterColumns {
  private var ids: [Int] = []
  private var addresses: [Int] = []
  private var names: [Int] = []
  private var firstNames: [Int] = []
  private var lastNames: [Int] = []
  /// Columns called "student": names beside a column of ids, ids otherwise.
  private var students: [Int] = []

  init(_ header: [String]) {
    for (column, title) in header.enumerated() {
      let title = title.composed.lowercased().filter { $0.isLetter }
      if RosterColumns.id.contains(title) {
        ids.append(column)
      } else if title == "student" {
        students.append(column)
      } else if RosterColumns.address.contains(title) {
        addresses.append(column)
      } else if RosterColumns.first.contains(title) {
        firstNames.append(column)
      } else if RosterColumns.last.contains(title) {
        lastNames.append(column)
      } else if RosterColumns.name.contains(title) {
        names.append(column)
      }
    }
    if ids.isEmpty { ids = students } else { names += students }
  }

  /// Whether there is a column that tells one student from another.
  var canName: Bool { !(ids + addresses + names + lastNames).isEmpty }

  /// The person of a row; nil where it names nobody, as Canvas's row of possible points.
  func person(in row: [String]) -> Person? {
    func cells(_ columns: [Int]) -> [String] {
      columns.filter(row.indices.contains).map { row[$0].composed.trimmed }.filter { !$0.isEmpty }
    }
    let parts = (cells(Array(firstNames.prefix(1))) + cells(Array(lastNames.prefix(1))))
    let name = cells(names).first ?? parts.joined(separator: " ")
    let keys = cells(ids).map(RosterColumns.withoutWord) + cells(addresses)
    let hasKeys = !(ids + addresses).isEmpty
    guard let id = keys.first ?? (hasKeys || name.isEmpty ? nil : name) else { return nil }
    return Person(id: id, name: name, aliases: Array(keys.dropFirst()))
  }

  /// The number of an id that Moodle writes as a word and a number, such as "Participant 1234".
  static func withoutWord(_ id: String) -> String {
    let digits = id.reversed().prefix(while: \.isASCIIDigit).count
    let word = id.dropLast(digits)
    let isWord = !word.isEmpty && word.allSatisfy { $0.isLetter || " /-".contains($0) }
    return digits > 0 && isWord && (word.hasSuffix(" ") || word.allSatisfy { !$0.isASCII })
      ? String(id.suffix(digits)) : id
  }

  // Titles as letters alone, in lower case: "SIS Login ID" is "sisloginid".

  private static let id: Set<String> = [
    "id", "studentid", "sid", "userid", "username", "user", "login", "loginid",
    "sisloginid", "sisuserid", "idnumber", "number", "identifier", "studentnumber", "netid",
    "matrikelnummer", "matrikelnr", "matnr", "kennung", "nummer", "benutzername",
    "numéro", "numéroétudiant", "identifiant", "identifiantutilisateur", "número", "matrícula",
    "matricola", "numerodidentificazione", "nombredeusuario", "studentnummer", "opiskelijanumero",
    "学号", "学籍番号", "학번",
  ]

  private static let address: Set<String> = [
    "email", "emailaddress", "mail", "address", "emailadresse", "mailadresse", "adressedecourriel",
    "courriel", "adresseemail", "correo", "correoelectrónico", "direccióndecorreo", "eposta",
    "indirizzoemail", "emailadres", "邮箱", "メールアドレス", "이메일",
  ]

  private static let name: Set<String> = [
    "name", "fullname", "displayname", "studentname", "nom", "nomcomplet", "nombrecompleto", "nome",
    "nomecompleto", "vollständigername", "volledigenaam", "naam", "姓名", "氏名", "이름",
  ]

  private static let first: Set<String> = [
    "firstname", "givenname", "vorname", "prénom", "nombre", "primeironome", "voornaam", "förnamn",
  ]

  private static let last: Set<String> = [
    "lastname", "surname", "familyname", "nachname", "familienname", "nomdefamille", "apellido",
    "apellidos", "apellidoss", "cognome", "sobrenome", "achternaam", "efternamn",
  ]
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
