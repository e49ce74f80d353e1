import Formulas
import Testing

@Suite("Expression")
struct ExpressionTests {
  @Test(
    "Brackets are written where they are needed, and nowhere else",
    arguments: [
      ("a+b*c", "a + b * c"), ("(a+b)*c", "(a + b) * c"), ("a-(b-c)", "a - (b - c)"),
      ("(a-b)-c", "a - b - c"), ("a/(b*c)", "a / (b * c)"), ("a*(b@c)", "a * (b @ c)"),
      ("-x^2", "-x^2"), ("(-x)^2", "(-x)^2"), ("2^-x", "2^-x"), ("(2^3)^4", "(2^3)^4"),
      ("2^(3^4)", "2^3^4"), ("-(a*b)", "-(a * b)"), ("(-a)*b", "-a * b"), ("a*(-b)", "a * -b"),
      ("-(-x)", "--x"), ("a-(-b)", "a - -b"), ("(-x).T", "(-x).T"), ("-(x.T)", "-x.T"),
      ("(a+b)[1]", "(a + b)[1]"), ("(W.T)[1,2]", "W.T[1, 2]"), ("(x²).T", "(x^2).T"),
      ("(x[1])²", "x[1]^2"), ("[(a),[b]]", "[a, [b]]"), ("exp((x))", "exp(x)"), ("x^2.T", "x^2.T"),
      ("2^x²", "2^x^2"), ("x²^3", "(x^2)^3"), ("-x²", "-x^2"), ("1.0.T", "1.0.T"),
      ("x[ 1 .. 2 ]", "x[1..2]"), ("A[:,1]", "A[:, 1]"), ("x[1..T]", "x[1..T]"),
      ("x[n-1..n+1]", "x[n - 1..n + 1]"), ("a+b>c*d", "a + b > c * d"), ("(a>b)+c", "(a > b) + c"),
      ("(a<b)<c", "(a < b) < c"), ("a<=(b==c)", "a <= (b == c)"), ("(a≥b).T", "(a >= b).T"),
      ("-(a≠b)", "-(a != b)"), ("f(a>b)".replacing("f", with: "sum"), "sum(a > b)"),
      ("correlate(X,K,padding=1)", "correlate(X, K, 1, 1)"),
      ("correlate(X,K,padding=1,stride=2)", "correlate(X, K, 2, 1)"),
      ("maxPool(X,size=2)", "maxPool(X, 2)"), ("maxPool(X,2,stride=1)", "maxPool(X, 2, 1)"),
    ])
  func text(formula: String, written: String) throws {
    let expression = try Formula(formula).expression
    #expect(expression.text == written)
    #expect(try Formula(written).expression == expression)
  }

  @Test("A negative number put into a tree keeps its sign to itself")
  func negativeNumber() throws {
    let two = Expression(.number(-2, spelling: "-2"))
    let square = Expression(.binary(.power, two, Expression(.number(2, spelling: "2"))))
    #expect(square.text == "(-2)^2")
    #expect(try tensor(square.text) == Tensor(4))
  }

  @Test("Any tree survives being written and read again", arguments: 0..<500 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tree = Self.tree(depth: 6, &random)
    let read = try Formula(tree.text).expression
    #expect(read == tree, "seed \(seed)")
    #expect(Self.shape(read) == Self.shape(tree), "seed \(seed)")
  }

  @Test("Expressions are equal just where their texts are, and then hash alike")
  func equality() {
    var random = SeededGenerator(seed: 7)
    let trees = (0..<250).map { _ in Self.tree(depth: 2, &random) }
    for one in trees {
      for two in trees {
        #expect((one == two) == (one.text == two.text), "\(one.text), \(two.text)")
        if one == two { #expect(one.hashValue == two.hashValue) }
      }
    }
  }

  @Test(
    "What only brackets tell apart is not equal, nor what is written alike in parts",
    arguments: [
      ("a - (b - c)", "a - b - c"), ("-(a^2)", "(-a)^2"), ("(a + b).T", "a + b.T"),
      ("a[1, 2]", "a[12]"), ("x * yz", "xy * z"), ("max(a, b)", "max(b, a)"),
      ("grad(L, x)", "numgrad(L, x)"),
    ])
  func inequality(one: String, two: String) throws {
    #expect(try Formula(one) != Formula(two))
  }

  @Test("A call of nothing is no name, though only its brackets tell")
  func emptyCall() {
    #expect(Expression(.call(.sum, [])) != Expression(.name("sum")))
    #expect(Expression(.list([])) == Expression(.list([])))
  }

  @Test("Names are listed in the order of the text, each once")
  func names() throws {
    let formula = try Formula("(W2.T @ δ2) * sigmoid'(z1) + b * z1[n, 2] + grad(L, W2)")
    #expect(formula.expression.names == ["W2", "delta2", "z1", "b", "n", "L"])
  }

  @Test(
    "Every node knows its place in the text",
    arguments: [
      ("  a + b", 2..<7), ("(a)", 0..<3), ("-x", 0..<2), ("f2 * g", 0..<6), ("σ(x)", 0..<4),
      ("x[1, 2]", 0..<7), ("[1] ", 0..<3), ("x².T", 0..<4), ("2^x", 0..<3), ("grad(L, x)", 0..<10),
    ])
  func range(formula: String, range: Range<Int>) throws {
    #expect(try Formula(formula).expression.range == range)
  }

  /// A tree that the parser could have made.
  private static func tree(depth: Int, _ random: inout SeededGenerator) -> Expression {
    func below() -> Expression { tree(depth: depth - 1, &random) }
    let leaf = Int.random(in: 0..<2, using: &random)
    switch depth == 0 ? leaf : Int.random(in: 0..<12, using: &random) {
    case 0: return Expression(.number(0.5, spelling: "0.5"))
    case 1: return Expression(.name(["x", "W1", "delta"].randomElement(using: &random) ?? "x"))
    case 2: return Expression(.negate(below()))
    case 3: return Expression(.transpose(below()))
    case 4: return Expression(.index(below(), [below()]))
    case 8: return Expression(.index(below(), [Expression(.span(below(), below()))]))
    case 9: return Expression(.index(below(), [Expression(.all), below()]))
    case 5: return Expression(.list([below(), below()]))
    case 6: return Expression(.call(.max, [below(), below()]))
    case 7: return Expression(.derivative(.tanh, below()))
    default:
      let symbol = Expression.Operator.allCases.randomElement(using: &random) ?? .add
      return Expression(.binary(symbol, below(), below()))
    }
  }

  /// The tree with every bracket written.
  private static func shape(_ tree: Expression) -> String {
    let kind =
      switch tree.node {
      case .binary(let symbol, _, _): symbol.rawValue
      case .negate: "-"
      default: ""
      }
    let below = tree.children.map(shape)
    return below.isEmpty ? tree.text : kind + "(" + below.joined(separator: ", ") + ")"
  }
}
