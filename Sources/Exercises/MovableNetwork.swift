import Backpropagation
import Formulas

/// The program of a network block by itself, every number of which may be moved.
///
/// Its formulas are those of the exercise, but for one that would rest on targets that stay as they
/// are. What an exercise leaves open is an input here like the rest, and so is η.
package struct MovableNetwork: Sendable {
  /// A value of the program.
  package struct Value: Sendable {
    package let quantity: Quantity
    package let slot: Program.Slot
  }

  /// The block, with a learning rate in any case.
  package let block: NetworkBlock
  package let program: Program
  /// What the program was built with.
  package let builder: ProgramBuilder
  /// What may be moved, with the numbers of the block; 0 where a student chooses.
  package let inputs: [(value: Value, start: Tensor)]
  /// What is computed, in the order of computation.
  package let definitions: [Value]
  /// The gradients of the loss by inputs that no equation of the chapter gives: by x and y.
  package let dataGradients: [Value]

  /// - Parameters:
  ///   - indexBase: The number from which entries are counted.
  ///   - otherRate: η where the block has none.
  /// - Throws: A fault of the block's formulas, which reading the exercise would have found.
  package init(
    _ block: NetworkBlock, indexBase: Int, otherRate: Double
  ) throws(FormulaError) {
    var block = block
    block.update = block.update ?? NetworkUpdate(learningRate: otherRate)
    self.block = block
    let expansion = NetworkExpansion(block: block, areTargetsFixed: false)
    var builder = ProgramBuilder(indexBase: indexBase)
    var inputs: [(value: Value, start: Tensor)] = []
    func declare(_ quantity: Quantity, _ start: Tensor) {
      let slot = builder.input(quantity.name, start.shape)
      inputs.append((Value(quantity: quantity, slot: slot), start))
    }
    for given in expansion.givens { declare(given.quantity, given.value) }
    for choice in expansion.choices {
      let zeros = [Double](repeating: 0, count: choice.shape.count)
      declare(choice.quantity, Tensor(shape: choice.shape, entries: zeros))
    }
    var definitions: [Value] = []
    for definition in expansion.definitions {
      var exact: Formula?
      if let formula = definition.exact { exact = try Formula(formula) }
      let slot = try builder.define(
        definition.name, Formula(definition.formula), exact: exact)
      definitions.append(Value(quantity: definition.quantity, slot: slot))
    }
    var gradients: [Value] = []
    for role in [Quantity.Role.input, .target] {
      let data = expansion.quantity(role)
      let slot = try builder.define(
        "d\(data.name)", Formula("grad(\(expansion.quantity(.loss).name), \(data.name))"))
      gradients.append(Value(quantity: data, slot: slot))
    }
    self.builder = builder
    self.inputs = inputs
    self.definitions = definitions
    dataGradients = gradients
    program = builder.build()
  }

  /// The network and its samples for the reference engine, with the numbers of an evaluation.
  package func engine(_ values: Evaluation) throws(NetworkError) -> (Network, Samples) {
    var block = block
    func tensors(_ role: Quantity.Role) -> [Tensor] {
      inputs.filter { $0.value.quantity.role == role }
        .sorted { ($0.value.quantity.layer ?? 0) < ($1.value.quantity.layer ?? 0) }
        .map { values.value(of: $0.value.slot) }
    }
    func samples(_ role: Quantity.Role) -> [[Double]] {
      guard let data = tensors(role).first else { return [] }
      if !block.isBatch { return [data.entries] }
      let columns = data.shape.columns
      return (0..<columns).map { sample in
        stride(from: sample, to: data.entries.count, by: columns).map { data.entries[$0] }
      }
    }
    block.inputs = samples(.input)
    block.targets = samples(.target)
    return try block.engine(weights: tensors(.weight), biases: tensors(.bias))
  }
}
