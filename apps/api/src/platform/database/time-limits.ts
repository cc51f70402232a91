/** What somebody, or nobody, waits for: how long the database may take over it follows from that. */
export type KindOfWork = 'interactive' | 'figures' | 'batch';

export interface TimeLimits {
  /** The longest that one statement may take, in milliseconds. */
  statementMs: number;
  /** The longest wait for what another transaction holds. */
  lockMs: number;
  /** The longest that a transaction may stand open without a statement, while it holds what it has locked. */
  idleMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const TIME_LIMITS: Readonly<Record<KindOfWork, TimeLimits>> = {
  /** Somebody looks at a screen. */
  interactive: { statementMs: 10 * SECOND, lockMs: 10 * SECOND, idleMs: 30 * SECOND },
  /** Somebody waits for a sum over the whole register. */
  figures: { statementMs: MINUTE, lockMs: 10 * SECOND, idleMs: 30 * SECOND },
  /** Imports, exports, publishing and checks of the whole trail: they read and write between statements too. */
  batch: { statementMs: 30 * MINUTE, lockMs: MINUTE, idleMs: 5 * MINUTE },
};

/** The settings of PostgreSQL that keep limits, by their names. */
export const settingsOf = ({ statementMs, lockMs, idleMs }: TimeLimits): [string, number][] => [
  ['statement_timeout', statementMs],
  ['lock_timeout', lockMs],
  ['idle_in_transaction_session_timeout', idleMs],
];

/** For the transaction that begins, as statements after `begin`. */
export const asStatements = (limits: TimeLimits): string =>
  settingsOf(limits)
    .map(([name, value]) => `set local ${name} = ${value}`)
    .join('; ');
