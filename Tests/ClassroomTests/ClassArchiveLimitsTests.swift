import Foundation
import TestSupport
import Testing

@testable import Archives
@testable import Classroom

@Suite("The limits of the archive of a class, at their edges")
struct ClassArchiveLimitsTests {
  /// What keeps an archive from being read.
  private static func fault(_ zip: ZipBytes) throws -> ZipFault? {
    let folder = try TestFolder()
    try folder.write("class.zip", zip.data)
    do throws(ClassFault) {
      _ = try ClassReader().read(folder("class.zip"))
      return nil
    } catch {
      guard case .archive(let fault) = error else { throw error }
      return fault
    }
  }

  /// An archive that says it holds so many files of a megabyte each, and does not.
  private static func bomb(_ megabytes: Int, padding: Int = 0) -> ZipBytes {
    var zip = ZipBytes()
    for number in 0..<megabytes {
      zip.add(Array("s\(number)".utf8), [3, 0], method: 8, size: 1 << 20)
    }
    // What is hidden is not unpacked.
    if padding > 0 { zip.add(Array(".hidden".utf8), [UInt8](repeating: 7, count: padding)) }
    return zip
  }

  @Test(
    "a million entries may be declared, and no more", .edge(of: "entries of an archive"),
    arguments: [(0, false), (1, true)])
  func entries(beyond: Int, isRefused: Bool) {
    let count = 1_000_000 + beyond
    let bytes = Self.directory(declaring: count)
    do throws(ZipFault) {
      _ = try ZipArchive(ZipSource(bytes: bytes))
      #expect(!isRefused)
    } catch {
      #expect(isRefused)
      #expect(error == .tooManyEntries(count))
    }
  }

  /// The end of a large archive (Zip64) that tells how many entries it has.
  private static func directory(declaring count: Int) -> [UInt8] {
    func number(_ value: Int, _ length: Int) -> [UInt8] {
      (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let large =
      number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
      + number(count, 8) + number(count, 8) + number(0, 8) + number(0, 8)
    let locator = number(0x0706_4B50, 4) + number(0, 4) + number(0, 8) + number(1, 4)
    return large + locator + number(0x0605_4B50, 4) + number(0, 4) + number(0xFFFF, 2)
      + number(0xFFFF, 2) + number(0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4) + number(0, 2)
  }

  @Test("four gigabytes may be unpacked, and no more", .edge(of: "its files, unpacked"))
  func contents() throws {
    // So many from so few bytes is too much for another reason.
    guard case .isBomb? = try Self.fault(Self.bomb(4096)) else {
      Issue.record("4 GB are too much")
      return
    }
    #expect(try Self.fault(Self.bomb(4097)) == .tooLarge(bytes: 4097 << 20))
  }

  @Test(
    "beyond 64 MB they may be a hundred times as many as packed, and no more",
    .edge(of: "times larger than the archive, beyond 64 MB"))
  func ratio() throws {
    // What passes is unpacked, and found to be damaged.
    #expect(try Self.fault(Self.bomb(64)) == .isDamaged(at: "s0"))
    #expect(try Self.fault(Self.bomb(65)) != .isDamaged(at: "s0"))
    let sum = 65 << 20
    let rest = Self.bomb(65, padding: 1).data.count - 1
    #expect(try Self.fault(Self.bomb(65, padding: sum / 100 - rest)) == .isDamaged(at: "s0"))
    #expect(try Self.fault(Self.bomb(65, padding: sum / 101 - rest)) == .isBomb(ratio: 101))
  }

  @Test(
    "thirty-two folders and files may lie within one another, and no more",
    .edge(of: "folders within one another"))
  func depth() throws {
    func zip(_ parts: Int) -> (ZipBytes, String) {
      let name = String(repeating: "d/", count: parts - 1) + "f"
      var zip = ZipBytes()
      zip.add(name, "")
      return (zip, name)
    }
    #expect(try Self.fault(zip(32).0) == nil)
    #expect(try Self.fault(zip(33).0) == .tooDeep(zip(33).1))
  }
}
