import Domain
import Inputs
import Studies
import Tables
import Uncertainty

/// A notebook about a study: its points, its outcomes, and what these depend on.
public struct StudyNotebook {
  private let study: Study
  private let layout: SampleLayout
  private let dataset: Dataset
  private let names: InputNames
  private let language: Language

  public init(_ study: Study, _ dataset: Dataset, language: Language) {
    self.study = study
    layout = study.layout
    self.dataset = dataset
    names = InputNames(dataset)
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  public var notebook: Notebook {
    let title = study.title?(language) ?? study.name
    return Notebook(
      [
        .words(
          "# \(title)\n\n"
            + say(
              "由 `minzheng export notebook` 生成，不要手改；数据在同一文件夹：`points.csv`（各点的输入）、`outcomes.csv`（各点的结果）、`sensitivity.csv`（结果取决于哪些输入）。数都用内部单位：元、人、0…1 的份额。",
              "Made by `minzheng export notebook`; not to be edited by hand. Its data lie beside it: `points.csv` (what each point changes), `outcomes.csv` (what it comes to) and `sensitivity.csv` (what outcomes depend on). Numbers are in inside units: yuan, persons, shares 0…1."
            )),
        NotebookParts.opening(language), .code(reading),
        .words("## " + say("各结果落在哪里", "Where outcomes lie")), .code(spread),
      ] + answer)
  }

  /// Labels of inputs and outcomes, and the two tables side by side.
  private var reading: String {
    let inputs = layout.inputs.flatMap { input in
      input.columns.map { ($0, names.label(of: $0)?(language) ?? input.name) }
    }
    let outcomes = study.outcomes.map { wanted in
      let indicator = dataset.city.model.published.first { $0.name == wanted.outcome.indicator }
      let unit = indicator.map { $0.unit.isShownInPercent ? "0…1" : $0.unit.name(language) } ?? ""
      return (column(wanted), "\(indicator?.label(language) ?? wanted.name) \(wanted.outcome.year) (\(unit))")
    }
    return """
      \(NotebookParts.dictionary("inputs", inputs))
      \(NotebookParts.dictionary("outcomes", outcomes))

      points = pd.read_csv("points.csv", index_col="id")
      results = pd.read_csv("outcomes.csv")
      results["column"] = results["outcome"] + ":" + results["statistic"]
      results = results.pivot(index="id", columns="column", values="value")
      table = points.join(results)
      failed = table[table["status"] == "failed"]
      print(f"\(say("{len(table)} 点，其中失败 {len(failed)}", "{len(table)} points, {len(failed)} of them failed"))")
      table = table[table["status"] == "ok"]
      """
  }

  private func column(_ wanted: StudyOutcome) -> String { "\(wanted.name):\(wanted.statistic.rawValue)" }

  private var spread: String {
    """
    table[list(outcomes)].rename(columns=outcomes).describe().T
    """
  }

  private var answer: [Notebook.Cell] {
    let heading = Notebook.Cell.words(
      "## " + say("取决于哪些输入", "What they depend on") + "\n\n"
        + say(
          "`sensitivity.csv` 的算法见 docs/methods/sensitivity.md。",
          "How `sensitivity.csv` is computed: docs/methods/sensitivity.md."))
    let indices = Notebook.Cell.code(
      """
      found = pd.read_csv("sensitivity.csv")
      wide = found.pivot_table(index=["outcome", "statistic", "input"], columns="measure", values="value", sort=False)
      wide.groupby(level=[0, 1], sort=False).head(10)
      """)
    if case .ends = layout.design { return [heading, indices, .code(tornado)] }
    return [heading, indices, .code(scatter)]
  }

  /// Bars of the twelve inputs that move an outcome most when each is moved alone.
  private var tornado: String {
    """
    for outcome in outcomes:
        name, statistic = outcome.rsplit(":", 1)
        ends = wide.loc[(name, statistic)].sort_values("swing", ascending=False).head(12)[::-1]
        figure, axes = plt.subplots()
        names = [inputs.get(name, name) for name in ends.index]
        axes.barh(names, ends["at_low"].fillna(0), color="#4477aa", label="\(say("下端", "lower end"))")
        axes.barh(names, ends["at_high"].fillna(0), color="#cc6677", label="\(say("上端", "upper end"))")
        axes.axvline(0, color="black", linewidth=0.8)
        axes.set_title(outcomes[outcome] + "\(say("：单独改变时的差", ": difference when moved alone"))")
        axes.legend()
        figure.tight_layout()
        plt.show()
    """
  }

  /// Each outcome against the four inputs that it depends on most, with means of ten bins.
  private var scatter: String {
    """
    columns = \(pythonList(layout.inputs.map { ($0.name, $0.columns[0]) }))
    for outcome in outcomes:
        name, statistic = outcome.rsplit(":", 1)
        if (name, statistic) not in wide.index.droplevel(2):
            continue
        first = [columns[input] for input in wide.loc[(name, statistic)].index[:4]]
        figure, all_axes = plt.subplots(1, len(first), sharey=True, squeeze=False, figsize=(3.2 * len(first), 3.6))
        for axes, column in zip(all_axes[0], first):
            axes.plot(table[column], table[outcome], ".", markersize=2, alpha=0.4)
            bins = pd.qcut(table[column], 10, duplicates="drop")
            means = table.groupby(bins, observed=True)[[column, outcome]].mean()
            axes.plot(means[column], means[outcome], "o-", color="#cc6677")
            axes.set_xlabel(inputs.get(column, column))
        all_axes[0][0].set_ylabel(outcomes[outcome])
        figure.tight_layout()
        plt.show()
    """
  }

  private func pythonList(_ entries: [(String, String)]) -> String {
    "{" + entries.map { "\(NotebookParts.quoted($0.0)): \(NotebookParts.quoted($0.1))" }.joined(separator: ", ") + "}"
  }
}
