import Domain

/// Yuan in words: in 万元 from ten thousand up in Chinese, in yuan with groups of three digits in English.
package func yuanText(_ yuan: Double, _ language: Language) -> String {
  switch language {
  case .zh:
    yuan.magnitude >= 10_000
      ? "\(decimalText(yuan / 10_000, decimals: 4)) 万元" : "\(decimalText(yuan, decimals: 2)) 元"
  case .en: "\(decimalText(yuan, decimals: 2, isGrouped: true)) yuan"
  }
}

/// A share in percent with up to two decimals.
package func percentText(_ share: Double) -> String { decimalText(share * 100, decimals: 2) + "%" }

/// A number rounded to so many decimals, zeros at the end left out.
package func decimalText(_ value: Double, decimals: Int, isGrouped: Bool = false) -> String {
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let scaled = (value.magnitude * Double(scale)).rounded()
  guard scaled < 9e18 else { return "\(value)" }
  let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: scale)
  var fraction = String("\(rest + scale)".dropFirst())
  while fraction.last == "0" { fraction.removeLast() }
  let sign = value < 0 && scaled > 0 ? "−" : ""
  return sign + (isGrouped ? grouped("\(whole)") : "\(whole)") + (fraction.isEmpty ? "" : "." + fraction)
}

private func grouped(_ digits: String) -> String {
  let first = digits.count % 3
  var groups = first > 0 ? [String(digits.prefix(first))] : []
  var rest = digits.dropFirst(first)
  while !rest.isEmpty {
    groups.append(String(rest.prefix(3)))
    rest = rest.dropFirst(3)
  }
  return groups.joined(separator: " ")
}
