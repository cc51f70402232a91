/**
 * What one process or transaction does at a time, each with its number; `lock_key` in the database makes it another one for
 * each register. Functions of the database lock 7316018420 to 7316018422.
 */
export const LOCKS = {
  /** Imports wait for each other: two that each look fine could together break a rule between rows. */
  import: 7_316_018_430,
  /** Held while jobs are given to imports that have none, so that none gets two. */
  givingJobs: 4_613_011,
  /** Files without evidence are removed while nobody attaches any. */
  fileRemoval: 4_613_012,
  /** One process makes the backup that goes by itself. */
  backup: 4_613_002,
  /** One process makes what a register begins with. */
  firstStart: 4_613_003,
} as const;
