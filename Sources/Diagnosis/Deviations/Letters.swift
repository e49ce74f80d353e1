import Formulas

/// What is different where a formula is written down and not worked out.
///
/// Any letter is taken for any other of its shape, whatever it stands for; brackets are lost, and
/// factors that should have cancelled are left. What is written can be held against the right formula
/// everywhere, so it is looked for however likely it is.
package struct Letters: Sendable {
  /// Those that take only listed values, whose products say little: y² is y where y is 0 or 1.
  let listed: Set<String>
  /// The numbers of the statement, which are seldomer taken for a variable than another variable.
  let givens: Set<String>
  /// Those between 0 and 1, of which 1 − u is as much as u is.
  let shares: Set<String>

  package init(
    listed: Set<String> = [], givens: Set<String> = [], shares: Set<String> = []
  ) {
    (self.listed, self.givens, self.shares) = (listed, givens, shares)
  }
}
