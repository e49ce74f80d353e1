/// The ways in which a formula is got slightly wrong.
package enum EditKind: String, CaseIterable, Sendable {
  case dropTerm = "drop-term"
  case dropFactor = "drop-factor"
  case dropFunction = "drop-function"
  case dropTranspose = "drop-transpose"
  case dropPower = "drop-power"
  case addTranspose = "add-transpose"
  case flipSign = "flip-sign"
  case swapOperands = "swap-operands"
  case wrongFunction = "wrong-function"
  case wrongArgument = "wrong-argument"
  case wrongName = "wrong-name"
  case wrongOperation = "wrong-operation"
  case extraFactor = "extra-factor"
  case wrongIndex = "wrong-index"
}
