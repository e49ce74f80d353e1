/// What was found on the machine, ready for work.
struct PreparedSandbox {
  let client: RunnerClient
  let confinement: Confinement
  let modules: ModuleCache
  let content: ModuleCache.Content

  /// Has the system modules compiled again, by whoever looks at the machine next.
  func forgetModules() { modules.forget(content) }
}
