/** What the process says when it ends (design.md §3). Each number means one thing. */
export const exitCode = {
  fine: 0,
  /** Something was found that somebody should look at. */
  findings: 1,
  /** Flags or settings make no sense, or the output folder cannot be used. */
  badUsage: 2,
  /** A page cannot be understood at all. */
  unreadable: 3,
  /** docwright itself failed. */
  defect: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
