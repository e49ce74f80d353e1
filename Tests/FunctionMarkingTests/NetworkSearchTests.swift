import Exercises
import Testing

@testable import FunctionMarking

@Suite("Programs of networks among which a wrong one is looked for")
struct NetworkSearchTests {
  private static let references = CodeReferences.all.filter { $0.search != nil }

  /// Networks with everything that their programs have a choice for.
  private static let settings: [NetworkSetting] =
    NetworkCase.all.flatMap { network in
      var penalised = network.setting
      penalised.penalty = 0.25
      var trained = penalised
      trained.hasSharedBiases = true
      trained.frozen = [
        ParameterSet(isBias: false, layer: 2), ParameterSet(isBias: true, layer: 1),
      ]
      return [network.setting, penalised, trained]
    } + [NetworkCase.hinge.setting]

  private static func draws(
    _ reference: CodeReference, _ setting: NetworkSetting
  ) -> [ReferenceArguments] {
    let signature = Signature(
      name: "f", parameters: reference.needs(setting), result: reference.result(setting))
    var random = RandomInputs(count: 6, seed: 3)
    random.networks = .init(layers: 1...4, units: 1...4, setting: setting)
    return random.arguments(for: signature).map { ReferenceArguments(signature, $0, setting) }
  }

  @Test(
    "a program in which nothing is wrong gives what its reference gives",
    arguments: references.indices, settings)
  func right(_ index: Int, _ setting: NetworkSetting) throws {
    let reference = Self.references[index]
    let search = try #require(reference.search)
    for arguments in Self.draws(reference, setting) {
      let value = try #require(reference.value(of: arguments))
      let own = try #require(search.value(NetworkProgram(), arguments))
      let difference = ValueDifference(
        own, from: value, type: reference.result(setting),
        .both(absolute: 1e-12, relative: 1e-10), indexBase: 1)
      #expect(difference?.sentence == nil, "\(reference.name)")
    }
  }

  @Test(
    "whoever counts the layers of what is frozen from 0 leaves one layer alone, with all that belongs to it",
    arguments: ["network.step", "network.momentumStep", "network.adamStep"])
  func frozenLayer(_ name: String) throws {
    let reference = try #require(CodeReferences.all.first { $0.name == name })
    let search = try #require(reference.search)
    var setting = NetworkCase.all[0].setting
    setting.frozen = [ParameterSet(isBias: false, layer: 1)]
    var program = NetworkProgram()
    program.frozen = .nextLayer
    for arguments in Self.draws(reference, setting) {
      let meant = arguments.freezing([ParameterSet(isBias: false, layer: 2)])
      let value = try #require(reference.value(of: meant))
      let own = try #require(search.value(program, arguments))
      let difference = ValueDifference(
        own, from: value, type: reference.result,
        .both(absolute: 1e-12, relative: 1e-10), indexBase: 1)
      #expect(difference?.sentence == nil)
    }
  }
}
