/// A script that computes a study as a job array of Slurm and gathers it.
public struct SlurmScript {
  private let name: String
  private let program: String
  private let arguments: [String]
  private let folder: String
  private let directory: String
  private let parts: Int
  private let atOnce: Int?
  private let seconds: Double
  private let bytes: Double

  /// - Parameters:
  ///   - name: of the study.
  ///   - program: where this program lies.
  ///   - arguments: the study and its options, as they were typed.
  ///   - folder: where results go.
  ///   - directory: where the program was called.
  ///   - atOnce: how many tasks run at a time; as many as the site lets where nil.
  ///   - seconds: that all points take on one processor of this machine.
  ///   - bytes: of memory that a part takes here.
  public init(
    name: String, program: String, arguments: [String], folder: String, directory: String, parts: Int, atOnce: Int?,
    seconds: Double, bytes: Double
  ) {
    self.name = name
    self.program = program
    self.arguments = arguments
    self.folder = folder
    self.directory = directory
    self.parts = parts
    self.atOnce = atOnce
    self.seconds = seconds
    self.bytes = bytes
  }

  /// So many parts that each takes about ten minutes.
  public static func parts(seconds: Double) -> Int { min(max(1, Int((seconds / 600).rounded(.up))), 10_000) }

  public var text: String {
    """
    #!/bin/bash
    # The study \(plain(name)) in \(parts) parts, as a job array of Slurm. Where jobs are submitted: bash THIS-FILE
    # What is finished stays: submitted again, only what is missing is computed. For single tasks again, such as 5 and 17
    # of 40: sbatch --array=5,17 THIS-FILE 40
    # Time and memory are three times and twice what a trial says; change them to what the site wants.
    #SBATCH --job-name=\(jobName)
    #SBATCH --ntasks=1
    #SBATCH --cpus-per-task=1
    #SBATCH --time=\(minutes)
    #SBATCH --mem=\(megabytes)M
    #SBATCH --output=/dev/null
    set -euo pipefail

    parts=\(parts)
    program=\(quoted(program))
    options=(\(arguments.map(quoted).joined(separator: " ")))
    folder=\(quoted(folder))
    cd \(quoted(directory))

    if [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
      # A site takes arrays up to a size; a task computes several parts where there are more parts than that.
      limit=$(scontrol show config | awk '$1 == "MaxArraySize" {print $3}')
      tasks=$((parts < ${limit:-1000} ? parts : ${limit:-1000}))
      mkdir -p "$folder"
      # Options given to this script go to sbatch, such as --partition or --wait.
      job=$(sbatch --parsable "$@" --array="0-$((tasks - 1))\(atOnce.map { "%\($0)" } ?? "")" "$0" "$tasks")
      sbatch "$@" --dependency="afterany:${job%%;*}" --job-name=\(jobName)-gather --time=\(minutes) --mem=\(megabytes)M \\
        --output="$folder/gather.log" --wrap "$(printf '%q ' "$program" sweep gather "${options[@]}")"
      exit
    fi

    # The number of parts is fixed, whatever the size of the array: single tasks may be run again.
    tasks=${1:?the number of tasks of the whole array}
    exec > "$folder/task-$SLURM_ARRAY_TASK_ID.log" 2>&1
    for ((part = SLURM_ARRAY_TASK_ID + 1; part <= parts; part += tasks)); do
      "$program" sweep run "${options[@]}" --shard "$part/$parts" --threads "${SLURM_CPUS_PER_TASK:-1}"
    done

    """
  }

  /// Slurm takes most names, a comment of the shell one line.
  private func plain(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

  private var jobName: String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" })
  }

  private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

  /// Three times what a part takes, in minutes, at least five.
  private var minutes: Int { max(5, Int((seconds / Double(parts) * 3 / 60).rounded(.up))) }

  /// Twice what a part takes, to the next hundred.
  private var megabytes: Int { max(2, Int((bytes * 2 / 1e8).rounded(.up))) * 100 }
}
