import Domain

extension DatasetReader {
  /// Reads which columns of the districts' table are groups, and what they are called; a package may do without.
  mutating func districtMarks(columns: [String]) -> [DistrictMark] {
    guard var table = optionalTable("district_groups", ["group", "label_zh", "label_en"]) else { return [] }
    var marks: [DistrictMark] = []
    for row in table.rows.prefix(Limits.districts) {
      let id = table.text(row, "group")
      table.remarkEmpty(row, "group", "label_zh", "label_en")
      let isName =
        id.first?.isLetter == true && id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
      if !id.isEmpty, !isName { table.report(.patternDiffers(text: id, pattern: "[a-z][a-z0-9_]*"), row: row, "group") }
      if marks.contains(where: { $0.id == id }) { table.report(.duplicateRow(key: id), row: row, "group") }
      if !columns.contains(id) {
        table.report(.missingColumn(name: id, nearest: nearestName(to: id, in: columns)), row: row, "group")
      }
      let label = Label(zh: table.text(row, "label_zh"), en: table.text(row, "label_en"))
      marks.append(DistrictMark(id: id, label: label))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return table.diagnostics.isEmpty ? marks : []
  }
}
