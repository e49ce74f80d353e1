import Numerics

extension TrainingRun {
  /// Where the training is, in a sentence.
  package var status: String {
    guard now.loss.isFinite else { return course.words(of: settings) ?? "" }
    let count = settings.data.trainingCount
    var text =
      "Epoch \(NumberText.grouped(Double(now.epoch))): the loss is \(NumberText.brief(now.loss)), "
      + "and \(TrainingRun.percent(now.accuracy)) of the \(count) points "
    if let test = now.testAccuracy {
      text += "are right, \(TrainingRun.percent(test)) of the "
      text += "\(settings.data.test.count) test points."
    } else {
      text += "are right."
    }
    return text
  }

  /// A share in percent with one decimal where it needs one.
  package static func percent(_ share: Double) -> String {
    NumberText.withoutZeros(NumberText.fixed(100 * share, decimals: 1)) + "%"
  }

  /// What has come about since an earlier state and is worth saying aloud; nil most of the time.
  package func news(since earlier: TrainingRun) -> String? {
    if course.isTrouble {
      return course.isLike(earlier.course)
        ? nil : course.words(of: settings)
    }
    let isMilestone =
      [0.9, 0.95, 0.97, 1].contains { earlier.now.accuracy < $0 && now.accuracy >= $0 }
      || now.epoch / 1000 > earlier.now.epoch / 1000
    return isMilestone ? status : nil
  }
}
