import Numerics
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "the first half of the digest of so many times the letter a, as coreutils has it",
    arguments: [
      (0, 0xE3B0_C442_98FC_1C14, 0x9AFB_F4C8_996F_B924),
      (1, 0xCA97_8112_CA1B_BDCA, 0xFAC2_31B3_9A23_DC4D),
      (55, 0x9F43_90F8_D30C_2DD9, 0x2EC9_F095_B65E_2B9A),
      (56, 0xB354_39A4_AC6F_0948, 0xB6D6_F9E3_C6AF_0F5F),
      (63, 0x7D3E_74A0_5D7D_B15B, 0xCE4A_D9EC_0658_EA98),
      (64, 0xFFE0_54FE_7AE0_CB6D, 0xC65C_3AF9_B61D_5209),
      (65, 0x6353_61C4_8BB9_EAB1, 0x4198_E76E_A8AB_7F1A),
      (119, 0x31EB_A51C_313A_5C08, 0x226A_DF18_D4A3_59CF),
      (120, 0x2F3D_3354_32C7_0B58, 0x0AF0_E8E1_B367_4A7C),
      (1000, 0x41ED_ECE4_2D63_E8D9, 0xBF51_5A9B_A693_2E1C),
    ] as [(Int, UInt64, UInt64)])
  func letters(_ count: Int, _ high: UInt64, _ low: UInt64) {
    var whole = SHA256()
    whole.add([UInt8](repeating: UInt8(ascii: "a"), count: count))
    let digest = whole.digest()
    #expect(digest.high == high && digest.low == low)
    var pieces = SHA256()
    for _ in 0..<count { pieces.add([UInt8(ascii: "a")]) }
    #expect(pieces.digest() == digest)
  }

  @Test("all of the digest of nothing, as coreutils has it")
  func whole() {
    let bytes = SHA256().bytes()
    let text = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(text == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
