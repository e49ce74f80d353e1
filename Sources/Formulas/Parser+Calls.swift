extension Parser {
  /// The arguments of a call in their order, with those that have names put in their places.
  static func arranged(
    _ items: [Expression], _ options: [Int: Token], of name: String
  ) throws(FormulaError) -> [Expression] {
    guard let first = options.keys.min(), let function = Function(rawValue: name) else {
      return items
    }
    let names = function.options
    var arguments = Array(items[..<first])
    var named: [Int: Expression] = [:]
    for index in first..<items.count {
      guard let token = options[index] else { throw .namelessArgument(at: items[index].range) }
      guard let option = names.firstIndex(of: token.spelling) else {
        throw .unknownOption(token.spelling, of: name, names, at: token.range)
      }
      let place = function.arity.upperBound - names.count + option
      guard place >= first, named.updateValue(items[index], forKey: place) == nil else {
        throw .repeatedOption(token.spelling, at: token.range)
      }
    }
    for place in named.keys.sorted() {
      // Only the stride can be left out before another, and is 1.
      while arguments.count < place, arguments.count >= function.arity.lowerBound {
        arguments.append(.number(1))
      }
      if place == arguments.count, let argument = named[place] { arguments.append(argument) }
    }
    return arguments
  }

  func call(
    _ name: String, _ arguments: [Expression], _ token: Token, isDerivative: Bool
  ) throws(FormulaError) -> Expression.Node {
    if name == "grad" || name == "numgrad" {
      guard arguments.count == 2 else { throw .gradientArguments(name, at: token.range) }
      return .gradient(of: arguments[0], by: arguments[1], numerical: name == "numgrad")
    }
    if functions.contains(name) {
      guard arguments.count == 1 else { throw .oneArgument(name, arguments.count, token) }
      return .applied(name, arguments[0], isSlope: isDerivative)
    }
    guard let function = Function(rawValue: name) else {
      throw .unknownFunction(name, at: token.range)
    }
    guard isDerivative ? arguments.count == 1 : function.arity.contains(arguments.count) else {
      throw .argumentCount(function, arguments.count, token)
    }
    return isDerivative ? .derivative(function, arguments[0]) : .call(function, arguments)
  }
}
