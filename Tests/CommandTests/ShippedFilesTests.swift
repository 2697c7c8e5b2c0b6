import Foundation
import Testing

/// What comes with the program is found from an empty folder, and copied from there.
struct ShippedFilesTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func scenariosAreFoundByPathAndByName() throws {
    for name in ["scenarios/baseline.yaml", "baseline", "baseline.yaml", "scenarios/baseline.yaml+austerity"] {
      let outcome = try program.run("run", name, "--draws", "0", "--only", "population.total@2025")
      #expect(outcome.status == 0 && outcome.output.contains("population.total"), "\(name): \(outcome.complaints)")
    }
    let wrong = try program.run("run", "scenarios/../baseline.yaml", "--draws", "0")
    #expect(wrong.status == 65)
  }

  @Test func oneOwnFileComesBeforeTheOneOfTheProgram() throws {
    try program.write("name: mine\nextends: scenarios/austerity.yaml\n", to: "baseline.yaml")
    let outcome = try program.run("run", "baseline.yaml", "--draws", "0", "--lang", "en")
    #expect(outcome.status == 0 && outcome.output.contains("mine"), "\(outcome.complaints)")
    let manifest = try program.text("out/mine/manifest.json")
    #expect(manifest.contains("scenarios/austerity.yaml") && manifest.contains("scenarios/baseline.yaml"))
  }

  @Test func studiesPlansAndDatasetsAreFoundToo() throws {
    let study = try program.run("sweep", "caregivers", "--dry-run", "--lang", "en")
    #expect(study.status == 0, "\(study.complaints)")
    try program.write(
      "scenario: nursing-push\noutcomes: [population.total@2025]\nvary: {care.beds.convert: [1, 2]}\n", to: "s.yaml")
    #expect(try program.run("sweep", "s.yaml", "--dry-run").status == 0)
    let plan = try program.run(
      "targets", "next-plan-2030", "--plan", "plans/2026-2030.yaml", "--draws", "0", "--format", "csv")
    #expect(plan.status == 0 && plan.output.contains("family_care_beds_2030"), "\(plan.complaints)")
    #expect(try program.run("dataset", "check", "hangzhou").status == 0)
    #expect(try program.run("indicators", "care.beds", "--dataset", "datasets/hangzhou").status == 0)
  }

  @Test func whatIsCopiedIsWorkedOn() throws {
    let copied = try program.run("init", "--out", "work", "--lang", "en")
    #expect(copied.status == 0 && copied.output.contains("cd work"), "\(copied.complaints)")
    let line = "cd work && \(try program.executablePath())"
    let check = try program.shell("\(line) dataset check --sealed datasets/hangzhou")
    #expect(check.status == 0, "\(check.complaints)")
    let run = try program.shell("\(line) run scenarios/baseline.yaml --draws 0")
    #expect(run.status == 0, "\(run.complaints)")
    #expect(try program.text("work/out/baseline/manifest.json").contains("\"scenarios/baseline.yaml\""))
    for name in ["studies/README.md", "plans/2026-2030.yaml", "schemas/scenario.json"] {
      let here = try program.text("work/\(name)")
      #expect(try here == String(contentsOf: Program.root.appendingPathComponent(name), encoding: .utf8))
    }
    let again = try program.run("init", "--out", "work", "--lang", "en")
    #expect(again.status == 73 && again.complaints.contains("is there already; nothing was written"))
  }
}
