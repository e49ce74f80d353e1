import Exercises
import LocatedJSON

/// The keys of a step that asks for a function.
package enum CodeKeys {
  static let function = Key(
    "function", "The function as Swift declares it: func f(_ z: [Double]) -> Double.")
  package static let formula = Key(
    "formula", "What it must return, over its parameters; for a tuple an object by its labels.")
  package static let reference = Key(
    "reference", "A calculation of the grader's own that it is held against instead.")
  static let network = Key("network", "Activations and loss of the reference's networks.")
  static let inputs = Key("inputs", "The inputs to try: a list of cases and random blocks.")
  package static let properties = Key("properties", "Formulas that must be 0 for every result.")
  package static let mistakes = Key("mistakes", "Wrong functions foreseen, and what to say.")
  package static let differences = Key(
    "differences", "Holds a gradient against differences of the student's own loss.")
  static let ways = Key(
    "ways",
    "Formulas over the parameters and what the student's own earlier functions return, by which a "
      + "result follows from theirs.")
  static let starter = Key(
    "starter",
    "The body that the student begins with, as lines: unfinished, or with a slip to be found.")
  static let slip = Key(
    "slip",
    "The share of the points, from 0 to 1, where one slip that no mistake foresees explains "
      + "everything returned; 0 by default.")
  static let library = Key(
    "library",
    "Ready functions that the student may call: dot, times, outer, transpose, mapBoth.")
  static let overflow = Key("overflow", "What to do where exp overflows, in your words.")
  package static let all = [
    function, formula, reference, network, inputs, properties, mistakes, differences, ways,
    starter, library, overflow,
    StepKeys.tolerance, StepKeys.partial, slip,
  ]

  static let random = Key("random", "Inputs drawn at random, the same on every machine.")
  package static let says = Key("says", "What the student is told.")
  package static let credit = Key("credit", "The share of the points, from 0 to 1.")
  static let of = Key("of", "The step whose function returns the loss.")
  static let by = Key(
    "by", "The parameter; for a tuple an object: part of the result to parameter.")

  static let propertyKeys = [formula, says]
  static let mistakeKeys = [formula, says, credit]
  static let differenceKeys = [of, by]
}
