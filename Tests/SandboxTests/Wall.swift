import Foundation
import FunctionMarking
import Jail
import TestSupport
import Testing

@testable import Sandbox

/// The ways of confining a program that this machine has, each tried on its own.
enum Wall: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case bubblewrap
  case builtIn

  var testDescription: String { self == .bubblewrap ? "in bubblewrap" : "in the built-in jail" }

  /// The walls that can be tested here; all of them where they must be there.
  static let here = allCases.filter { isRequired || $0.whyNot == nil }

  /// Whether missing parts are failures instead of reasons to skip.
  static let isRequired = TestRun.requiresAll

  /// Whether anything can be run here at all.
  static let isHere = !here.isEmpty

  /// Why this wall cannot be tested; nil if it can.
  var whyNot: String? { self == .bubblewrap ? Wall.noBubblewrap : Wall.noJail }

  private static let noBubblewrap = why(.bubblewrap)
  private static let noJail = why(.builtIn)

  private static func why(_ wall: Wall) -> String? {
    do throws(FunctionRunner.Fault) {
      let confinement = try ConfinedRunner(wall.settings()).selfTest()
      let isInside = confinement.parts.contains { $0.name == "name spaces" && $0.holds }
      return isInside == (wall == .bubblewrap) ? nil : "bubblewrap is not usable here"
    } catch {
      return error.message
    }
  }

  // MARK: - Runners

  /// Settings for this wall, with the runner that was built with the tests.
  func settings(_ change: (inout SandboxSettings) -> Void = { _ in }) -> SandboxSettings {
    var settings = SandboxSettings()
    settings.usesBubblewrap = self == .bubblewrap
    settings.runner = "\(TestRun.folder)/backmark-runner"
    change(&settings)
    return settings
  }

  /// One runner for all tests, so that the machine is looked at once.
  var runner: FunctionRunner { self == .bubblewrap ? Wall.shared.0 : Wall.shared.1 }

  /// A runner whose programs have less time, for those that use all they get.
  var hasty: FunctionRunner { self == .bubblewrap ? Wall.sharedHasty.0 : Wall.sharedHasty.1 }

  private static let shared = (
    ConfinedRunner(Wall.bubblewrap.settings()).functionRunner,
    ConfinedRunner(Wall.builtIn.settings()).functionRunner
  )
  private static let sharedHasty = (
    ConfinedRunner(Wall.bubblewrap.settings(hurry)).functionRunner,
    ConfinedRunner(Wall.builtIn.settings(hurry)).functionRunner
  )

  private static func hurry(_ settings: inout SandboxSettings) {
    settings.limits.callTime = .seconds(2)
    settings.limits.runMemory = 384 << 20
    settings.limits.callProcessorTime = .milliseconds(300)
    settings.limits.compileProcessorTime = .seconds(2)
    settings.limits.compileTime = .seconds(12)
  }
}

extension Trait where Self == ConditionTrait {
  /// The test is skipped where no program can be confined, unless that is required.
  static var confined: Self {
    .enabled(if: Wall.isHere, "no Swift compiler, or nothing that could confine a program")
  }
}
