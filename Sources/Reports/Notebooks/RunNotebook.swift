import Domain
import Inputs
import Tables

/// A notebook about a run that was written: its headline figures over the years, the budget by payer, and the targets.
public struct RunNotebook {
  private let run: WrittenRun
  private let language: Language

  public init(_ run: WrittenRun, language: Language) {
    self.run = run
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  public var notebook: Notebook {
    Notebook([
      .words(
        "# \(run.scenario)\n\n"
          + say(
            "由 `minzheng export notebook` 从 `\(run.folder)` 生成，不要手改；数据在同一文件夹：全市各指标（`indicators.csv`）、各付款方（`payers.csv`）、规划目标（`targets.csv`）。数都用内部单位：元、人、0…1 的份额。",
            "Made by `minzheng export notebook` from `\(run.folder)`; not to be edited by hand. Its data lie beside it: the city's indicators (`indicators.csv`), what each payer pays (`payers.csv`) and the plan's targets (`targets.csv`). Numbers are in inside units: yuan, persons, shares 0…1."
          )),
      NotebookParts.opening(language), .code(reading),
      .words("## " + say("主要指标，80% 与 95% 区间", "Headline figures with their 80 % and 95 % intervals")), .code(fans),
      .words("## " + say("谁付钱", "Who pays")), .code(payers),
      .words("## " + say("规划目标", "The plan's targets")), .code(targets),
    ])
  }

  private var reading: String {
    """
    \(NotebookParts.dictionary("labels", run.labels(language)))

    indicators = pd.read_csv("indicators.csv")
    budget = pd.read_csv("payers.csv")
    targets = pd.read_csv("targets.csv")
    print(f"{len(indicators)} + {len(budget)} + {len(targets)} \(say("行", "rows"))")
    """
  }

  private var fans: String {
    """
    for name, label in labels.items():
        rows = indicators[indicators["indicator"] == name].set_index("year")
        figure, axes = plt.subplots()
        if rows["p50"].notna().any():
            axes.fill_between(rows.index, rows["p2_5"], rows["p97_5"], color="#4477aa", alpha=0.15, linewidth=0)
            axes.fill_between(rows.index, rows["p10"], rows["p90"], color="#4477aa", alpha=0.3, linewidth=0)
        axes.plot(rows.index, rows["central"], color="#4477aa")
        axes.set_title(label)
        axes.set_ylabel(rows["unit"].iloc[0])
        figure.tight_layout()
        plt.show()
    """
  }

  private var payers: String {
    """
    by_payer = budget.pivot_table(index="year", columns="payer", values="nominal_yuan", aggfunc="sum") / 1e8
    figure, axes = plt.subplots()
    axes.stackplot(by_payer.index, by_payer.T.values, labels=by_payer.columns)
    axes.set_ylabel("\(say("亿元（现价）", "10⁸ yuan at current prices"))")
    axes.legend(loc="upper left")
    figure.tight_layout()
    plt.show()
    by_payer.round(2)
    """
  }

  private var targets: String {
    """
    targets.groupby(["basis", "status"], dropna=False).size().unstack(fill_value=0)
    """
  }
}
