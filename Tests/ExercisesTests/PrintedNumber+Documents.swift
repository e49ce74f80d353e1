extension PrintedNumber {
  static let workedExample: [PrintedNumber] =
    list("z1[#]", "0.0000 0.2500") + list("a1[#]", "0.5000 0.5622")
    + list("z2[#]", "0.8997 1.2122") + list("a2[#]", "0.7109 0.7707")
    + list("z3[#]", "0.6215") + list("a3[#]", "0.6506")
    + [
      PrintedNumber("L", "0.0611"),
      // Products and sums on the way.
      PrintedNumber("W1[1, 1] * x[1]", "0.10"), PrintedNumber("W1[1, 2] * x[2]", "0.10"),
      PrintedNumber("W1[1, 3] * x[3]", "-0.30"), PrintedNumber("W1[2, 1] * x[1]", "0.40"),
      PrintedNumber("W1[2, 2] * x[2]", "0.25"), PrintedNumber("W1[2, 3] * x[3]", "-0.60"),
      PrintedNumber("W2[1, 1] * a1[1]", "0.3500"), PrintedNumber("W2[1, 2] * a1[2]", "0.4497"),
      PrintedNumber("W2[2, 1] * a1[1]", "0.4500"), PrintedNumber("W2[2, 2] * a1[2]", "0.5622"),
      PrintedNumber("W3[1, 1] * a2[1]", "0.2133"), PrintedNumber("W3[1, 2] * a2[2]", "0.3083"),
      PrintedNumber("a3 - y", "-0.3494"), PrintedNumber("1 - a3", "0.3494"),
      PrintedNumber("(a3 - y)^2", "0.1221"),
      PrintedNumber("sigmoid(0)", "0.5000"), PrintedNumber("sigmoid'(0)", "0.2500"),
      PrintedNumber("sigmoid(2)", "0.8808"), PrintedNumber("sigmoid'(2)", "0.1050"),
    ]
    + list("sigmoid'(z3)[#]", "0.2273") + list("sigmoid'(z2)[#]", "0.2055 0.1767")
    + list("sigmoid'(z1)[#]", "0.2500 0.2461")
    + list("delta3[#]", "-0.0794") + list("delta2[#]", "-0.00490 -0.00562")
    + list("delta1[#]", "-0.00212 -0.00235")
    + [
      PrintedNumber("dw11", "-0.00212"), PrintedNumber("pathA + pathB", "-0.00212"),
      PrintedNumber("dw11", "-0.0021205891"),
      PrintedNumber("numgrad(L, W1)[1, 1]", "-0.0021205891"),
    ]
    + matrix("dW1", ["-0.00212 -0.00106 0.00212", "-0.00235 -0.00117 0.00235"])
    + matrix("dW1", ["-0.00212059 -0.00106029 0.00212059", "-0.00234656 -0.00117328 0.00234656"])
    + list("db1[#]", "-0.00212059 -0.00234656")
    + matrix("dW2", ["-0.00244888 -0.00275340", "-0.00280774 -0.00315689"])
    + list("db2[#]", "-0.00489775 -0.00561548")
    + matrix("dW3", ["-0.05647055 -0.06121981"]) + list("db3[#]", "-0.07943570")

  static let walkthrough: [PrintedNumber] =
    list("z1[#]", "0.1 0.3") + list("a1[#]", "0.525 0.5744") + list("z2[#]", "0.6072")
    + list("a2[#]", "0.6473") + [PrintedNumber("L", "0.435")] + list("delta2[#]", "-0.3527")
    + matrix("dW2", ["-0.1852 -0.2026"]) + matrix("dW2", ["-0.185165 -0.202611"])
    + matrix("numgrad(L, W2)", ["-0.185165 -0.202611"])
    + list("delta1[#]", "-0.044 -0.0517") + matrix("dW1", ["-0.044 0", "-0.0517 0"])

  static let chapter: [PrintedNumber] =
    list("z1[#]", "0.377500 0.392500 0.407500") + list("a1[#]", "0.593270 0.596884 0.600488")
    + list("z2[#]", "1.406150") + list("a2[#]", "0.803158") + [PrintedNumber("L", "0.314550")]
    + [PrintedNumber("a2 - y", "0.793158"), PrintedNumber("1 - a2", "0.196842")]
    + list("sigmoid'(z2)[#]", "0.158095") + list("delta2[#]", "0.125394")
    + list("(W2.T @ delta2)[#]", "0.050158 0.056428 0.062697")
    + list("sigmoid'(z1)[#]", "0.241301 0.240613 0.239902")
    + list("delta1[#]", "0.012103 0.013577 0.015041")
    + matrix("dW2", ["0.074393 0.074846 0.075298"])
    + matrix(
      "dW1", ["0.00060516 0.00121031", "0.00067886 0.00135772", "0.00075206 0.00150412"])
    + list("db2[#]", "0.125394") + list("db1[#]", "0.012103 0.013577 0.015041")
    + matrix("W2_new", ["0.36280361 0.41257699 0.46235104"])
    + matrix(
      "W1_new", ["0.14969742 0.19939484", "0.24966057 0.29932114", "0.34962397 0.39924794"])
    + list("a2_new[#]", "0.781491") + [PrintedNumber("L_new", "0.297599")]

  static let diagonalFlip: [PrintedNumber] =
    list("z1[#]", "0.0 -0.1 0.5", from: 0) + list("a1[#]", "0.0 0.0 0.5", from: 0)
    + list("z2[#]", "0.1 -0.1 -0.05 -0.25", from: 0)
    + [PrintedNumber("L", "0.896"), PrintedNumber("L", "0.8963")]
    + list("(z2 - y)[#]", "-0.90 -1.10 -0.05 -1.25", from: 0)
    + list("square(z2 - y)[#]", "0.81 1.21 0.0025 1.5625", from: 0)
    + [PrintedNumber("sum(square(z2 - y))", "3.585")]
    + list("delta2[#]", "-0.45 -0.55 -0.025 -0.625", from: 0)
    + matrix("dW2", ["0 0 0 0", "0 0 0 0", "-0.225 -0.275 -0.0125 -0.3125"], from: 0)
    + list("db2[#]", "-0.45 -0.55 -0.025 -0.625", from: 0)
    + list("(W2[0] * delta2)[#]", "-0.135 0.11 -0.01 -0.0625", from: 0)
    + list("(W2[1] * delta2)[#]", "0.045 -0.275 0.0075 -0.125", from: 0)
    + list("(W2[2] * delta2)[#]", "-0.09 0.22 -0.0025 0.3125", from: 0)
    + list("(W2 @ delta2)[#]", "-0.0975 -0.3475 0.44", from: 0)
    + list("relu'(z1)[#]", "0 0 1", from: 0) + list("delta1[#]", "0 0 0.44", from: 0)
    + matrix("dW1", ["0 0 0.44", "0 0 0", "0 0 0.44", "0 0 0.44"], from: 0)
    + list("db1[#]", "0 0 0.44", from: 0)
    + [PrintedNumber("changing", "12"), PrintedNumber("staying", "19")]

  static let chainRule: [PrintedNumber] = [
    PrintedNumber("u", "5"), PrintedNumber("y", "25"), PrintedNumber("dy_du", "10"),
    PrintedNumber("du_dx", "3"), PrintedNumber("dy_dx", "30"),
    PrintedNumber("numgrad(y, x)", "30.000000"),
  ]

  static let counts: [PrintedNumber] = [
    PrintedNumber("parameters", "175"), PrintedNumber("forward", "154"),
    PrintedNumber("bp2", "104"), PrintedNumber("bp3", "154"), PrintedNumber("backward", "258"),
    PrintedNumber("2 * forward", "308"),
  ]

  /// By hand: z1 = 1.1, z2 = −0.68, a2 = 1 / (1 + e^0.68).
  static let tiny: [PrintedNumber] = [
    PrintedNumber("z1", "1.1"), PrintedNumber("a1", "1.1"), PrintedNumber("z2", "-0.68"),
    PrintedNumber("a2", "0.336261"), PrintedNumber("L", "1.089867"),
    PrintedNumber("delta2", "-0.663739"), PrintedNumber("dW2", "-0.730113"),
    PrintedNumber("db2", "-0.663739"), PrintedNumber("delta1", "0.530991"),
    PrintedNumber("dW1", "1.061982"), PrintedNumber("db1", "0.530991"),
  ]
}
