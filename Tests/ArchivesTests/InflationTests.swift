@testable import Archives
import Foundation
import Testing

@Suite("Unpacking")
struct InflationTests {
  private static func packed(_ text: String) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: text)))
  }

  @Test(
    "blocks of every kind are unpacked",
    arguments: [
      ("q1SwVTDjAgA=", "y = 6\n"), ("AQYA+f95ID0gNgo=", "y = 6\n"),
      ("S0wcBaNgFAx3AAA=", String(repeating: "a", count: 1000)),
    ])
  func kinds(_ base64: String, _ text: String) throws {
    let bytes = Array(text.utf8)
    #expect(Inflation.bytes(try Self.packed(base64), count: bytes.count) == bytes)
    #expect(Inflation.bytes(try Self.packed(base64), count: bytes.count - 1) == nil)
    #expect(Inflation.bytes(try Self.packed(base64), count: bytes.count + 1) == nil)
  }

  private static let dynamic =
    "RZRLcgQxCEP3fYqcgDJfm0VO1fevigzMZEfNuC2ZB3rXz+/PovW8jCKJ83kN1SE9z5uoNvnGv4EyaMfziqN0"
    + "Sn9ejSrZ8NE9a6T6vHEvUHJ53nNvFdqMs6iYcL1YVesq7VIXSG0pfYOWlH5ASrkMHEiFVLkglV5eBFKqZcAg"
    + "tVcZCEixlAHc6lr6Ca2MKhm/WjtQaCWXA4eYaTnYEMtuQULMV5UMsVMOFFrRDhxasssBrjqnDBxouVW5oCXt"
    + "Re6BLAcGreByELeHXg4OtLjNrKsVZUauWJQDg5i1hdsZaR4Q49M8IDY47ru0ceDo8cYBrd0ONrS2Nw9o7UbD"
    + "MuUi5TmQ9PkKQHLuApAzCgCyWxY84uvFfByCh41t8NB5jNKSeaKQ8Dycyb7d8JwegceZzoHHnn6CR0yXAcSn"
    + "9wBi/0B0MBmlNDsj5gGqpEMZPHLYg8f5TsTZMyfgETM94OEzU+BhM2jgoTN+QUdmKIMWz6g6ycwvgORMNYCc"
    + "HnXw2DP/4BGzFeDhsyvgYb0/wKGzVIe2zKptSp4F3MSzleCR3121MxsMHrvXGjiiVx00vNcfMCC0moX2b4tC"
    + "+lzS4f42Ky96LPmjsisxRvtGRhnyiozofbiRUeatIkMbhM4zpRJjHn8To1qyKjKaw6d3WYkRPQk3MbINVGR0"
    + "829kDJL1AeUVGd6bcSMjexgRGX8="

  @Test("a block with codes of its own is unpacked to the byte")
  func dynamicCodes() throws {
    let bytes = try #require(Inflation.bytes(try Self.packed(Self.dynamic), count: 1287))
    #expect(Checksum.of(bytes) == 1355275143)
    #expect(bytes.starts(with: Array("s0 = 0.0\ns1 = 9.19\n".utf8)))
  }

  @Test("damaged bytes give nothing, and never more than expected")
  func damaged() throws {
    let whole = try Self.packed(Self.dynamic)
    for count in 0..<whole.count {
      #expect(Inflation.bytes(Array(whole[..<count]), count: 1287) == nil)
    }
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0x55
      let result = Inflation.bytes(bytes, count: 1287)
      #expect(result == nil || result?.count == 1287)
    }
  }

  @Test("the checksum is that of zip archives")
  func checksum() {
    #expect(Checksum.of(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}
