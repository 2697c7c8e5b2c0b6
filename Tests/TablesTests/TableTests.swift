import CSV
import Tables
import Testing

/// A small table with everything that a table can have.
private let sample: Table = {
  let persons = NumberFormat(decimals: 1, scale: .wan)
  var table = Table(
    title: "一、人口（万人）",
    columns: [
      Column("district", header: "区县"),
      Column("persons", header: "2025", alignment: .trailing),
      Column("share_60_plus", header: "60+ 占比", alignment: .trailing),
    ])
  table.append([.text("杭州市"), .number(11_965_000, persons), .number(0.2345, .percent())])
  table.appendSection("主城区")
  table.append([.text("上城区"), .number(1_323_467, persons), .empty])
  table.appendRule()
  table.append([
    .text("a|b, \"c\""), .number(-0.5, NumberFormat(decimals: 1)), .number(.nan, .percent()),
  ])
  table.appendNote("年末常住人口。")
  return table
}()

struct TableTests {
  @Test func textIsAlignedByDisplayWidth() {
    #expect(
      sample.text() == """
        一、人口（万人）
          区县          2025   60+ 占比
          杭州市     1 196.5      23.5%
          主城区
          上城区       132.3
          ─────────────────────────────
          a|b, "c"      −0.5
          年末常住人口。

        """)
  }

  @Test func markdownEscapesItsOwnSigns() {
    #expect(
      sample.markdown == """
        **一、人口（万人）**

        | 区县 | 2025 | 60+ 占比 |
        | :-- | --: | --: |
        | 杭州市 | 1 196.5 | 23.5% |
        | **主城区** |  |  |
        | 上城区 | 132.3 |  |
        | a\\|b, "c" | −0.5 |  |

        年末常住人口。

        """)
  }

  @Test func underscoresInNamesStayInMarkdown() {
    var table = Table(columns: [Column("key")])
    table.append([.text("certified_per_10k _x_ *")])
    #expect(table.markdown.contains("| certified_per_10k \\_x\\_ \\* |"))
  }

  @Test func csvHasKeysAndFullNumbers() {
    #expect(
      sample.csv == """
        district,persons,share_60_plus
        杭州市,11965000,0.2345
        上城区,1323467,
        "a|b, ""c""\",-0.5,

        """)
  }

  @Test func jsonHasMembersInColumnOrder() {
    #expect(
      sample.json == """
        [
          {"district": "杭州市", "persons": 11965000, "share_60_plus": 0.2345},
          {"district": "上城区", "persons": 1323467, "share_60_plus": null},
          {"district": "a|b, \\"c\\"", "persons": -0.5, "share_60_plus": null}
        ]

        """)
  }

  @Test func jsonEscapesControlCharacters() {
    var table = Table(columns: [Column("a\"b")])
    table.append([.text("\\ \n\t\r\r\n\u{1}\u{1F} 中 \u{7F}")])
    #expect(
      table.json == "[\n  {\"a\\\"b\": \"\\\\ \\n\\t\\r\\r\\n\\u0001\\u001f 中 \u{7F}\"}\n]\n")
    #expect(Table(columns: [Column("a")]).json == "[]\n")
  }

  @Test func narrowTerminalsWrapTextsAndNeverNumbers() {
    var table = Table(columns: [Column("name", header: "指标"), Column("v", alignment: .trailing)])
    table.append([.text("每万老人持证护理员人数"), .number(12_345.6, NumberFormat(decimals: 1))])
    #expect(
      table.text(maxWidth: 24) == """
        指标                   v
        每万老人持证    12 345.6
        护理员人数

        """)
    #expect(table.text(maxWidth: 1).contains("12 345.6"))
  }

  @Test func cellsWithLineFeedsTakeSeveralLines() {
    var table = Table(columns: [Column("a"), Column("b")])
    table.append([.text("一\n二"), .text("x")])
    #expect(table.text() == "a    b\n一   x\n二\n")
  }

  @Test func tableWithoutRowsHasItsHeader() {
    let table = Table(columns: [Column("a", header: "甲"), Column("b", header: "乙")])
    #expect(table.text() == "甲   乙\n")
    #expect(table.csv == "a,b\n")
  }

  @Test func writtenTextsAreReadBack() {
    let (document, faults) = CSVReader.read(Array(sample.csv.utf8))
    #expect(faults.isEmpty)
    #expect(document.field(row: 2, column: 0) == "a|b, \"c\"")
    #expect(document.double(row: 0, column: 1) == 11_965_000)
  }
}
