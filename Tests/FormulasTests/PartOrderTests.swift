import Formulas
import Testing

@Suite("The order of parts")
struct PartOrderTests {
  @Test("The first groups are there without the rest, whatever they have in common")
  func prefixes() throws {
    var builder = ProgramBuilder()
    let x = builder.input("x", .vector(2))
    let formulas = ["exp(x) * x", "exp(x) + 1", "sum(exp(x) * x)", "x"]
    let parts = try formulas.map { try builder.part(Formula($0).expression) }
    let program = builder.build()
    // The last is wanted first.
    let order = PartOrder([[parts[3]], [parts[1], parts[0]], [parts[2]]], of: program)
    var evaluation = Evaluation(program)
    evaluation.set(x, to: Tensor([0, 1]))
    func first(_ part: Int) -> Double { evaluation.read { $0[program.place(of: parts[part])] } }
    evaluation.run(order, groups: 0)
    #expect(first(3) == 0 && first(1) == 0)
    evaluation.run(order, groups: 1)
    #expect(first(1) == 0)
    evaluation.run(order, groups: 2)
    #expect(first(1) == 2 && first(0) == 0 && first(2) == 0)
    evaluation.run(order, groups: 3)
    #expect(abs(first(2) - 2.718281828459045) < 1e-15)
    evaluation.set(x, to: Tensor([1, 1]))
    evaluation.run(order, groups: 9)
    #expect(abs(first(2) - 2 * 2.718281828459045) < 1e-15)
  }
}
