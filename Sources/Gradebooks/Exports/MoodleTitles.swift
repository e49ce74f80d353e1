/// What Moodle calls the columns of its grading worksheet, in the languages it speaks.
enum MoodleTitles {
  /// Whether a title is one of some, however it is written.
  static func contains(_ title: String, in titles: Set<String>) -> Bool {
    let words = title.matchingKey.split { $0.isWhitespace || $0 == "\u{FEFF}" }
    return titles.contains(words.joined(separator: " "))
  }

  static let grade: Set<String> = [
    "grade", "bewertung", "note", "calificación", "puntuación", "valutazione", "voto", "nota",
    "avaliação", "classificação", "cijfer", "ocena", "betyg", "karakter", "karakterer",
    "bedømmelse",
    "arviointi", "arvosana", "známka", "hodnocení", "hodnotenie", "osztályzat", "értékelés", "pont",
    "notă", "notă finală", "not", "оценка", "оцінка", "ацэнка", "βαθμός", "βαθμολογία", "評点", "評定",
    "成绩", "分数", "成績", "分數", "성적", "점수", "الدرجة", "درجة", "تقدير", "ציון", "qualificació",
    "kalifikazioa", "cualificación", "ocjena", "оцена", "įvertinimas", "vērtējums", "hinne", "điểm",
    "nilai", "نمره", "คะแนน", "კლასი", "қортынды баға", "einkunn",
  ]

  static let maximum: Set<String> = [
    "maximum grade", "max grade", "bestwertung", "maximale bewertung", "höchstwertung",
    "note maximale", "calificación máxima", "puntuación máxima", "valutazione massima",
    "punteggio massimo", "voto massimo", "nota máxima", "avaliação máxima", "classificação máxima",
    "maximumcijfer", "maximum cijfer", "maximale cijfer", "hoogste cijfer", "maksymalna ocena",
    "ocena maksymalna", "najwyższa ocena", "maximalt betyg", "högsta betyg", "maksimal karakter",
    "højeste karakter", "høyeste karakter", "maks. karakter", "maksimiarvosana", "enimmäisarvosana",
    "maximální známka", "nejvyšší známka", "maximální hodnocení", "maximálna známka",
    "maximális pont", "maximális osztályzat", "nota maximă", "notă maximă", "maksimum not",
    "en yüksek not", "максимальная оценка", "максимальна оцінка", "максимална оценка",
    "μέγιστος βαθμός", "最大評点", "最大評定", "最高評点", "最高分", "最高成绩", "最大成绩", "最高成績",
    "最大分數", "최고 성적", "최대 성적", "최고 점수", "الدرجة القصوى", "الدرجة العظمى", "ציון מרבי",
    "qualificació màxima", "gehienezko kalifikazioa", "cualificación máxima", "najveća ocjena",
    "najvišja ocena", "највиша оцена", "maksimalus įvertinimas", "maksimālais vērtējums",
    "maksimaalne hinne", "điểm tối đa", "nilai maksimum", "حداکثر نمره", "คะแนนสูงสุด",
  ]

  static let comments: Set<String> = [
    "feedback comments", "feedback als kommentar", "feedback-kommentare",
    "commentaires de feedback",
    "feedback par commentaires", "comentarios de retroalimentación",
    "comentarios de la retroalimentación", "comentarios de retroalimentación y calificación",
    "comentários de feedback", "comentários do feedback", "commenti come feedback",
    "commenti di feedback", "feedback als opmerking", "feedback opmerkingen", "feedbackkommentarer",
    "feedback-kommentarer", "återkopplingskommentarer", "tilbakemeldingskommentarer",
    "palautekommentit", "komentarz zwrotny", "komentarze zwrotne", "komentáře", "slovní hodnocení",
    "komentarji", "visszajelzés megjegyzésekkel", "comentarii feedback", "geribildirim yorumları",
    "отзыв в виде комментария", "комментарии отзыва", "коментарі відгуку", "σχόλια ανατροφοδότησης",
    "フィードバックコメント", "反馈评论", "反馈意见", "回饋評論", "回饋意見", "피드백 댓글", "피드백 의견",
    "تعليقات الإجابة", "comentaris de retroacció", "comentaris de retroalimentació",
    "feedback iruzkinak",
  ]

  static let idNumber: Set<String> = [
    "id number", "id-nummer", "idnummer", "matrikelnummer", "numéro d'identification",
    "numéro d’identification", "número de id", "número id", "número de identificación",
    "número de identificação", "numero id", "numero di identificazione", "codice identificativo",
    "numer id", "numer identyfikacyjny", "tunnistenumero", "id číslo", "azonosító szám",
    "număr de identificare", "kimlik numarası", "индивидуальный номер", "идентификационный номер",
    "αριθμός id", "idナンバー", "id番号", "编号", "学号", "學號", "id 번호", "رقم التعريف", "מספר זהות",
    "número id.", "id zenbakia",
  ]

  /// What stands under "Grade can be changed" where it cannot.
  static let no: Set<String> = [
    "no", "nein", "non", "nee", "não", "nie", "nej", "nei", "ei", "ne", "hayır", "いいえ", "否",
    "нет", "ні", "όχι", "아니오", "لا", "לא",
  ]
}
