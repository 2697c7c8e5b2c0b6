/// Text that DEFLATE packed, unpacked; nil where it is broken.
///
/// Source: RFC 1951.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private var place: Int
  private var bit = 0
  private var output: [UInt8] = []

  private init(_ input: ArraySlice<UInt8>) {
    self.input = input
    place = input.startIndex
  }

  static func bytes(_ input: ArraySlice<UInt8>) -> [UInt8]? {
    var state = Inflate(input)
    return state.run() ? state.output : nil
  }

  private mutating func bits(_ count: Int) -> Int? {
    var value = 0
    for position in 0..<count {
      guard place < input.endIndex else { return nil }
      value |= Int(input[place] >> UInt8(bit) & 1) << position
      bit += 1
      if bit == 8 { (bit, place) = (0, place + 1) }
    }
    return value
  }

  private mutating func run() -> Bool {
    while true {
      guard let last = bits(1), let kind = bits(2) else { return false }
      switch kind {
      case 0: guard stored() else { return false }
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        guard block(Codes(lengths), Codes(Array(repeating: 5, count: 30))) else { return false }
      case 2:
        guard let (literals, distances) = tables(), block(literals, distances) else { return false }
      default: return false
      }
      if last == 1 { return true }
    }
  }

  private mutating func stored() -> Bool {
    if bit > 0 { (bit, place) = (0, place + 1) }
    guard let length = bits(16), bits(16) != nil, place + length <= input.endIndex else { return false }
    output += input[place..<place + length]
    place += length
    return true
  }

  private mutating func tables() -> (Codes, Codes)? {
    guard let literals = bits(5), let distances = bits(5), let count = bits(4) else { return nil }
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengths = Array(repeating: 0, count: 19)
    for place in order.prefix(count + 4) {
      guard let length = bits(3) else { return nil }
      lengths[place] = length
    }
    let codes = Codes(lengths)
    var all: [Int] = []
    while all.count < literals + 257 + distances + 1 {
      guard let symbol = symbol(codes) else { return nil }
      switch symbol {
      case ..<16: all.append(symbol)
      case 16:
        guard let more = bits(2), let last = all.last else { return nil }
        all += Array(repeating: last, count: more + 3)
      case 17:
        guard let more = bits(3) else { return nil }
        all += Array(repeating: 0, count: more + 3)
      default:
        guard let more = bits(7) else { return nil }
        all += Array(repeating: 0, count: more + 11)
      }
    }
    return (Codes(Array(all[..<(literals + 257)])), Codes(Array(all[(literals + 257)...])))
  }

  private mutating func block(_ literals: Codes, _ distances: Codes) -> Bool {
    let bases = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
    ]
    let extra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    let starts = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
      8193, 12289, 16385, 24577,
    ]
    while let symbol = symbol(literals) {
      if symbol == 256 { return true }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < bases.count, let more = bits(extra[symbol - 257]), let far = self.symbol(distances),
        far < starts.count, let further = bits(max(far / 2 - 1, 0))
      else { return false }
      let distance = starts[far] + further
      guard distance <= output.count else { return false }
      for _ in 0..<bases[symbol - 257] + more { output.append(output[output.count - distance]) }
    }
    return false
  }

  /// Codes of a Huffman table: how many of each length, and their symbols in order.
  private struct Codes {
    var counts = Array(repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      for length in 1..<16 { symbols += lengths.indices.filter { lengths[$0] == length } }
    }
  }

  private mutating func symbol(_ codes: Codes) -> Int? {
    var (code, first, index) = (0, 0, 0)
    for length in 1..<16 {
      guard let next = bits(1) else { return nil }
      code |= next
      let count = codes.counts[length]
      if code - first < count { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }
}

/// The files of a ZIP archive by name; nil where it is broken.
public func unzipped(_ archive: [UInt8]) -> [String: [UInt8]]? {
  func number(_ place: Int, _ bytes: Int) -> Int {
    (0..<bytes).reduce(0) { $0 | Int(archive[place + $1]) << (8 * $1) }
  }
  guard archive.count > 22, let end = (0...archive.count - 22).last(where: { number($0, 4) == 0x0605_4b50 }) else {
    return nil
  }
  var files: [String: [UInt8]] = [:]
  var entry = number(end + 16, 4)
  for _ in 0..<number(end + 10, 2) {
    guard entry + 46 <= archive.count, number(entry, 4) == 0x0201_4b50 else { return nil }
    let (name, local) = (number(entry + 28, 2), number(entry + 42, 4))
    let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
    let packed = archive[start..<start + number(entry + 20, 4)]
    guard let bytes = number(entry + 10, 2) == 0 ? Array(packed) : Inflate.bytes(packed) else { return nil }
    files[String(decoding: archive[entry + 46..<entry + 46 + name], as: UTF8.self)] = bytes
    entry += 46 + name + number(entry + 30, 2) + number(entry + 32, 2)
  }
  return files
}
