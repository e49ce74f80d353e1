import Foundation
import FunctionMarking
import Numerics
import SystemCalls

/// Adapters that were compiled by themselves, once for each toolchain, and are only linked with a
/// student's file: compiled with it, they would take a seventh of the whole time.
///
/// The compiler makes a function's symbol from its name, labels and types. A file that declares the
/// function a little otherwise has no such symbol, and its program cannot be loaded; compiled with
/// the file, the adapter tells why.
struct CompiledAdapters {
  let client: RunnerClient

  private static let largest = 1 << 20

  /// The files to link; nil where an adapter has to be compiled with the student's file.
  func objects(for adapters: [Adapter]) throws(FunctionRunner.Fault) -> [String]? {
    var objects: [String] = []
    for adapter in adapters {
      guard let stub = adapter.stub(client.standard) else { return nil }
      let source = adapter.source(client.standard)
      let name = String(FNV1a.hash("\(adapter.place) \(stub)\(source)"), radix: 16)
      let object = "\(client.launch.modules)/adapter-\(name).o"
      if access(object, R_OK) != 0 {
        guard try compile(adapter, source, stub: stub, into: object) else { return nil }
      }
      objects.append(object)
    }
    return objects
  }

  /// Compiles an adapter with nobody's file; whether it is there now.
  private func compile(
    _ adapter: Adapter, _ source: String, stub: String, into object: String
  ) throws(FunctionRunner.Fault) -> Bool {
    guard access(client.launch.modules, W_OK) == 0 else { return false }
    let folder = try client.makeFolder()
    try folder.add(adapter.fileName, Array(source.utf8))
    try folder.add(AnswerFolder.sourceName, Array(stub.utf8))
    var request = client.request(
      folder: folder.path,
      frontend: CompilerCommands.adapter(
        adapter, client.toolchain, modules: client.launch.modules))
    // Limits made small for students' files are not for this one.
    request.limits = SandboxLimits()
    let reply = try client.perform(request, folder: folder.path)
    guard reply.compiled?.isSuccess == true,
      let bytes = try? BoundedFile.read(
        "\(folder.path)/\(AnswerFolder.objectName)", atMost: CompiledAdapters.largest)
    else { return false }
    // Others may be at it as well: whoever comes last puts the same in its place.
    let partial = "\(object)-\(folder.name)"
    defer { unlink(partial) }
    guard (try? AnswerFolder.write(bytes, to: partial)) != nil else { return false }
    return rename(partial, object) == 0
  }
}
