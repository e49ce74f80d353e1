import Foundation
import Gradebooks
import LocatedJSON
import Answers

/// Which columns of a roster hold what, found by the names they usually have.
struct RosterColumns {
  private var ids: [Int] = []
  private var addresses: [Int] = []
  private var names: [Int] = []
  private var firstNames: [Int] = []
  private var lastNames: [Int] = []
  /// Columns called "student": names beside a column of ids, ids otherwise.
  private var students: [Int] = []
  /// Columns that say when work was handed in.
  private var times: [Int] = []
  /// Columns that say in words whether it was late.
  private var states: [Int] = []
  private let header: [String]
  /// Whether it is a gradebook of Canvas, in which there is a student for trying things out.
  private let isCanvas: Bool

  init(_ header: [String]) {
    self.header = header
    isCanvas = header.contains("ID") && header.contains("Section")
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
      } else if RosterColumns.time.contains(title) {
        times.append(column)
      } else if RosterColumns.state.contains(title) {
        states.append(column)
      }
    }
    if ids.isEmpty { ids = students } else { names += students }
  }

  /// Whether there is a column that tells one student from another.
  var canName: Bool { !(ids + addresses + names + lastNames).isEmpty }

  /// What the columns were taken for, as a sentence.
  var taken: String {
    let columns = [
      ("ids", ids), ("addresses", addresses), ("names", names),
      ("times of handing in", Array(times.prefix(1))),
      ("first names", Array(firstNames.prefix(1))), ("last names", Array(lastNames.prefix(1))),
    ]
    return columns.filter { !$0.1.isEmpty }.map { what, columns in
      "\(what) from " + columns.map { "'\(header[$0].trimmed.shownOnOneLine)'" }.joinedAsWords
    }.joined(separator: ", ")
  }

  /// The person of a row; nil where it names nobody, as Canvas's row of possible points.
  func person(in row: [String]) -> Person? {
    let own = ids.flatMap { column in
      cells([column], row).map { RosterColumns.bare($0, isOfMoodle: isOfMoodle(column)) }
    }
    let keys = own + cells(addresses, row)
    let name = name(in: row)
    // Every course of Canvas has a "Student, Test" who is nobody.
    if isCanvas, name.nameKey == "student test" { return nil }
    let hasKeys = !(ids + addresses).isEmpty
    guard let id = keys.first ?? (hasKeys || name.isEmpty ? nil : name) else { return nil }
    return Person(id: id, name: name, aliases: Array(keys.dropFirst()), time: time(in: row))
  }

  /// The name of a row that has neither id nor address, where these have columns; in Canvas such
  /// rows are no students'.
  func nameWithoutKey(in row: [String]) -> String? {
    let keys = ids + addresses
    guard !isCanvas, !keys.isEmpty, cells(keys, row).isEmpty else { return nil }
    let name = name(in: row)
    return name.isEmpty ? nil : name
  }

  /// What a row says of when its student handed in that cannot be read; nil where all can.
  func unreadableTime(in row: [String]) -> String? {
    guard let text = cells(times, row).first, text.count(where: \.isNumber) > 2 else { return nil }
    return CourseTime(text) ?? CourseTime(inWords: text) == nil ? text : nil
  }

  /// When the student of a row handed in, by its time and by what it says of being late.
  private func time(in row: [String]) -> HandInTime {
    let time = cells(times, row).first.flatMap { CourseTime($0) ?? CourseTime(inWords: $0) }
    var handIn = HandInTime(time: time)
    for state in cells(states, row) {
      let words = state.lowercased()
      if let match = words.firstMatch(of: /(\d+ \p{L}+(?: \d+ \p{L}+)*) (?:late|verspätet|zu spät)/)
      {
        handIn.lateBy = CourseDuration.seconds(String(match.output.1))
        handIn.isLate = true
      } else if words.contains(/\b(?:late|verspätet|en retard|tarde)\b/) {
        handIn.isLate = true
      }
    }
    return handIn
  }

  private func name(in row: [String]) -> String {
    let parts = [firstNames, lastNames].flatMap { cells(Array($0.prefix(1)), row) }
    return cells(names, row).first ?? parts.joined(separator: " ")
  }

  private func cells(_ columns: [Int], _ row: [String]) -> [String] {
    columns.filter(row.indices.contains).map { row[$0].composed.trimmed }.filter { !$0.isEmpty }
  }

  /// Whether a column is the one in which Moodle's worksheets count participants; that of GitHub's
  /// rosters is in lower case.
  private func isOfMoodle(_ column: Int) -> Bool {
    header[column].trimmed.hasPrefix("Identif")
  }

  /// An id without what Moodle and Brightspace put before it: "Participant 1234", "#jdoe".
  ///
  /// A word that is not known for that goes only from a column of Moodle's: "team 7" is an id.
  static func bare(_ id: String, isOfMoodle: Bool) -> String {
    if id.hasPrefix("#"), id.count > 1 { return String(id.dropFirst()) }
    let digits = id.reversed().prefix(while: \.isASCIIDigit).count
    let word = id.dropLast(digits)
    let isWord = !word.isEmpty && word.allSatisfy { $0.isLetter || " /-".contains($0) }
    let isParticipant =
      (isOfMoodle && word.hasSuffix(" ")) || word.contains("/")
      || word.allSatisfy { !$0.isASCII }
      || participants.contains(String(word).trimmed.lowercased())
    return digits > 0 && isWord && isParticipant ? String(id.suffix(digits)) : id
  }

  /// What Moodle calls those whose number follows without a blank.
  private static let participants: Set<String> = [
    "participant", "participante", "partecipante", "teilnehmer", "teilnehmerin", "deelnemer",
    "deltagare", "deltager", "deltaker", "uczestnik", "osallistuja", "résztvevő", "katılımcı",
  ]

  private static let time: Set<String> = [
    "lastmodifiedsubmission", "zuletztgeändertabgabe", "zuletztgeändertlösung",
    "dernièremodificationtravailremis", "últimamodificaciónentrega", "ultimamodificaconsegna",
    "submissiontime", "submittedat", "submitted", "submissiondate", "timestamp", "handedin",
    "submissiontimestamp", "lasteditedsubmission", "datesubmitted", "abgabezeit",
  ]

  private static let state: Set<String> = [
    "status", "statut", "estado", "stato", "lateness", "late",
  ]

  // Titles as letters alone, in lower case: "SIS Login ID" is "sisloginid".

  private static let id: Set<String> = [
    "id", "studentid", "sid", "userid", "username", "user", "login", "loginid",
    "sisloginid", "sisuserid", "idnumber", "number", "identifier", "studentnumber", "netid",
    "matrikelnummer", "matrikelnr", "matnr", "kennung", "nummer", "benutzername",
    "numéro", "numéroétudiant", "identifiant", "identifiantutilisateur", "número", "matrícula",
    "matricola", "numerodidentificazione", "nombredeusuario", "studentnummer", "opiskelijanumero",
    "学号", "学籍番号", "학번", "orgdefinedid", "idnummer", "matrnr", "matrikel",
    "matriculationnumber", "rosteridentifier", "githubusername", "integrationid", "studentidnumber",
    "numéroidentification", "numérodidentification", "númerodeid", "numeroid", "idnumero", "idnr",
    "numerid", "numeralbumu", "numeroetudiant",
  ]

  private static let address: Set<String> = [
    "email", "emailaddress", "mail", "address", "emailadresse", "mailadresse", "adressedecourriel",
    "courriel", "adresseemail", "correo", "correoelectrónico", "direccióndecorreo",
    "indirizzoemail", "emailadres", "eposta", "epostadress", "epostadresse", "adresemail", "adrese",
    "邮箱", "メールアドレス", "이메일",
  ]

  private static let name: Set<String> = [
    "name", "fullname", "vorundnachname", "namevorname", "nachnamevorname", "vornamenachname",
    "displayname", "studentname", "nom", "nomcomplet", "nombrecompleto", "nome",
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
