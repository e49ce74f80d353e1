import Formulas
import Testing

@Suite("Parser")
struct ParserTests {
  @Test(
    "What cannot be read is said with its column",
    arguments: [
      ("", "column 1: the formula is empty"),
      ("  ", "column 3: the formula is empty"),
      ("1 +", "column 4: expected a value after '+', but the formula ends"),
      ("* 2", "column 1: expected a value at the beginning, but there is '*'"),
      ("1 + * 2", "column 5: expected a value after '+', but there is '*'"),
      ("()", "column 2: expected a value after '(', but there is ')'"),
      ("[1,]", "column 4: expected a value after ',', but there is ']'"),
      ("f(-)", "column 4: expected a value after '-', but there is ')'"),
      ("^2", "column 1: expected a value at the beginning, but there is '^'"),
      ("a b", "column 3: expected an operator between 'a' and 'b'"),
      ("2x", "column 2: expected an operator between '2' and 'x'"),
      ("(a)(b)", "column 4: expected an operator between ')' and '('"),
      ("x.Ty", "column 4: expected an operator between '.T' and 'y'"),
      ("(1 + 2", "column 7: expected ')' before the end, to close the '(' of column 1"),
      ("(1 2)", "column 4: expected ')' before '2', to close the '(' of column 1"),
      ("(1, 2)", "column 3: expected ')' before ',', to close the '(' of column 1"),
      ("[1, (2]", "column 7: expected ')' before ']', to close the '(' of column 5"),
      ("x[1)", "column 4: expected ']' before ')', to close the '[' of column 2"),
      ("sum(x", "column 6: expected ')' before the end, to close the '(' of column 4"),
      ("1)", "column 2: ')' closes nothing"),
      ("x]", "column 2: ']' closes nothing"),
      (
        "0,5",
        "column 2: a ',' may only stand in a list or between arguments; decimals are written 0.5"
      ),
      (
        "z1'",
        "column 1: z1' is not known; a prime may follow "
          + "sigmoid tanh relu identity exp log softplus square leakyRelu elu swish gelu erf"
      ),
      ("(z1)'", "column 5: a prime may only follow a function name, as in sigmoid'(z1)"),
      (
        "softmax'(z)",
        "column 1: softmax' is not known; a prime may follow "
          + "sigmoid tanh relu identity exp log softplus square leakyRelu elu swish gelu erf"
      ),
      ("2 * tanh' * z", "column 5: tanh' needs an argument, as in tanh'(z1)"),
      ("tanh''(z)", "column 1: tanh' needs an argument, as in tanh'(z1)"),
      ("tanh'(z, z)", "column 1: tanh takes 1 argument, but there are 2"),
      ("1 + σ", "column 5: 'sigmoid' is a function and needs an argument, as in sigmoid(z1)"),
      ("exp()", "column 1: exp takes 1 argument, but there are 0"),
      ("outer(x)", "column 1: outer takes 2 arguments, but there is 1"),
      ("clip(x)", "column 1: clip takes 3 arguments, but there is 1"),
      ("concat()", "column 1: concat takes at least 1 argument, but there are 0"),
      ("correlate(x)", "column 1: correlate takes 2 to 4 arguments, but there is 1"),
      ("zeros(1, 2, 3)", "column 1: zeros takes 1 or 2 arguments, but there are 3"),
      ("grad(L)", "column 1: grad takes a loss and what to differentiate by, as in grad(L, W1)"),
      (
        "numgrad(L, a, b)",
        "column 1: numgrad takes a loss and what to differentiate by, as in numgrad(L, W1)"
      ),
      ("foo(2)", "column 1: there is no function 'foo'"),
      ("concatenate(a, b)", "column 1: there is no function 'concatenate'; did you mean 'concat'?"),
      ("cat(a, b)", "column 1: there is no function 'cat'; did you mean 'concat'?"),
      ("vstack(a, b)", "column 1: there is no function 'vstack'; did you mean 'stack'?"),
      ("Heaviside(z)", "column 1: there is no function 'Heaviside'; did you mean 'step'?"),
      ("conv2d(X, K)", "column 1: there is no function 'conv2d'; did you mean 'correlate'?"),
      (
        "convolution(X, K)",
        "column 1: there is no function 'convolution'; did you mean 'convolve'?"
      ),
      ("max_pool2d(X, 2)", "column 1: there is no function 'max_pool2d'; did you mean 'maxPool'?"),
      ("maxpool(X, 2)", "column 1: there is no function 'maxpool'; did you mean 'maxPool'?"),
      ("flip(K)", "column 1: there is no function 'flip'; did you mean 'rotate180'?"),
      ("var(x)", "column 1: there is no function 'var'; did you mean 'variance'?"),
      ("col_sums(x)", "column 1: there is no function 'col_sums'; did you mean 'columnSums'?"),
      (
        "hadamard(a, b)",
        "column 1: there is no function 'hadamard'; write a * b, entry by entry"
      ),
      ("matmul(a, b)", "column 1: there is no function 'matmul'; write a @ b"),
      ("relu_derivative(z)", "column 1: there is no function 'relu_derivative'; write relu'(x)"),
      ("sigmoidPrime(z)", "column 1: there is no function 'sigmoidPrime'; write sigmoid'(x)"),
      ("dtanh(z)", "column 1: there is no function 'dtanh'; write tanh'(x)"),
      ("trace(A)", "column 1: there is no function 'trace'; write sum(diag(A))"),
      ("log10(z)", "column 1: there is no function 'log10'; write log(x) / log(10)"),
      (
        "where(z > 0, z, 0)",
        "column 1: there is no function 'where'; write a comparison as a factor, as in (x > 0) * x"
      ),
      ("inner(a, b)", "column 1: there is no function 'inner'; did you mean 'dot'?"),
      (
        "sum(A, 0)",
        "column 1: sum takes 1 argument, but there are 2; each row has its own in rowSums(A), each "
          + "column in columnSums(A)"
      ),
      (
        "mean(A, axis=1)",
        "column 9: mean has no 'axis'; each row has its own in rowMeans(A), each column in "
          + "columnMeans(A)"
      ),
      ("np.dot(a, b)", "column 3: '.' has no meaning here; write dot(…)"),
      ("np.matmul(a, b)", "column 3: '.' has no meaning here; write a @ b"),
      ("2 * x.sum()", "column 6: '.' has no meaning here; write sum(x)"),
      ("sigmod(2)", "column 1: there is no function 'sigmod'; did you mean 'sigmoid'?"),
      ("ln(2)", "column 1: there is no function 'ln'; did you mean 'log'?"),
      ("ReLU(z)", "column 1: there is no function 'ReLU'; did you mean 'relu'?"),
      ("[]", "column 1: a list needs at least one entry"),
      ("x[]", "column 2: an entry is written x[i] or W[i, j]"),
      ("x[1, 2, 3]", "column 2: an entry is written x[i] or W[i, j]"),
      ("a ** 2", "column 3: a power is written ^, as in a^2"),
      ("a = 2", "column 3: '=' gives nothing a value here; a comparison is written =="),
      ("f(a = 2)", "column 1: there is no function 'f'"),
      (
        "sum(a = 2)",
        "column 5: sum has no arguments with names; a comparison is written =="
      ),
      (
        "correlate(X, K, strides=2)",
        "column 17: correlate takes stride and padding by name, not 'strides'"
      ),
      (
        "correlate(X, K, stride=2, 1)",
        "column 27: an argument without a name cannot follow one with a name"
      ),
      ("correlate(X, K, 2, stride=1)", "column 20: 'stride' stands there already"),
      (
        "a < b < c",
        "column 7: comparisons form no chains; write (a < b) * (b < c) for what is between"
      ),
      ("a..b", "column 2: '..' may only stand between brackets, as in x[2..4]"),
      ("[1..2]", "column 3: '..' may only stand between brackets, as in x[2..4]"),
      ("x[1..2..3]", "column 7: a part has two ends, as in x[2..4]"),
      (
        "x[1:3]",
        "column 4: ':' stands for all of a row or column, as in A[:, 1]; a part is written "
          + "x[2..4], both ends included"
      ),
      (
        "A[:-1]",
        "column 3: ':' stands for all of a row or column, as in A[:, 1]; a part is written "
          + "x[2..4], both ends included"
      ),
      ("x[..2]", "column 3: expected a value after '[', but there is '..'"),
      ("{1}", "column 1: '{' has no meaning here; use ( ) for grouping and [ ] for vectors"),
      ("[1; 2]", "column 3: ';' has no meaning here; a matrix is written [[1, 2], [3, 4]]"),
      ("x.S", "column 2: '.' has no meaning here; only .T may follow a dot"),
      ("5 % 2", "column 3: '%' has no meaning here; 5% is written 0.05"),
      ("√2", "column 1: '√' has no meaning here; write sqrt(x)"),
      ("∑ x", "column 1: '∑' has no meaning here; write sum(x)"),
      ("W₁", "column 2: '₁' has no meaning here"),
      ("_x", "column 1: '_' has no meaning here"),
      ("1 + \u{200B}2", "column 5: the invisible character U+200B has no meaning here"),
      ("1\u{0}", "column 2: the invisible character U+0000 has no meaning here"),
      ("\u{FEFF}1", "column 1: the invisible character U+FEFF has no meaning here"),
      ("1e400", "column 1: 1e400 is too large for a number"),
      ("2 * -1e999", "column 6: 1e999 is too large for a number"),
      ("ŷ + δ1 + ?", "column 10: '?' has no meaning here"),
    ])
  func message(formula: String, message: String) throws {
    #expect(try complaint(formula) == message)
  }

  @Test("Whatever is typed, it is read or refused with a place in the text")
  func fuzz() {
    let seed: UInt64 = 16
    var random = SeededGenerator(seed: seed)
    let words = [
      "x", "W1", "2", ".5", "1e3", "σ", "δ1", "sum", "correlate(x, x, stride=", "grad", "onehot",
      "(", ")", "[", "]", ",", "+",
      "-", "−", "*", "⊙", "/", "^", "@", ".T", "ᵀ", "²", "'", " ", ".", "=", "<", "!", ":", "..",
      "\u{302}", "e", "🙂",
    ]
    for round in 0..<20_000 {
      let count = Int.random(in: 1...12, using: &random)
      let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined()
      do throws(FormulaError) {
        let formula = try Formula(text)
        #expect(try Formula(formula.expression.text) == formula, "seed \(seed), round \(round)")
      } catch {
        let isInside = (1...text.unicodeScalars.count + 1).contains(error.column)
        #expect(isInside && !error.message.isEmpty, "seed \(seed), round \(round): \(text)")
      }
    }
  }

  @Test("Powers of powers nest as deep as brackets may, and no deeper")
  func powersOfPowers() throws {
    let deepest = try Formula("a" + String(repeating: "²", count: 199))
    #expect(try Formula(deepest.text).expression == deepest.expression)
    let inBrackets = "(((1 + a" + String(repeating: "²", count: 220) + ")))"
    #expect { try Formula(inBrackets) } throws: { "\($0)".contains("200") }
  }
}
