/** A record that its own facts keep from being done; the message says which, in the reader's language. */
export class LeftAlone extends Error {}

/** What keeps one record of several from being put back, with what that record is called. */
export class NotPutBack extends Error {
  constructor(
    readonly record: string,
    readonly reason: unknown,
  ) {
    super(record);
  }
}

/** What is done to one record; answers how to take that back. */
export type Turn<T> = (record: T) => Promise<() => Promise<unknown>>;

interface Refused<T> {
  record: T;
  error: unknown;
}
export interface Outcome<T> {
  undos: (() => Promise<unknown>)[];
  refused: Refused<T>[];
}

/** One after another: a refusal of one does not hold up the next. */
export async function inTurn<T>(records: readonly T[], turn: Turn<T>): Promise<Outcome<T>> {
  const outcome: Outcome<T> = { undos: [], refused: [] };
  for (const record of records) {
    try {
      outcome.undos.push(await turn(record));
    } catch (error) {
      outcome.refused.push({ record, error });
    }
  }
  return outcome;
}

/** Takes back what was done, the last first. Answers what could not be. */
export async function takeBack({
  undos,
}: Pick<Outcome<unknown>, 'undos'>): Promise<{ done: number; errors: unknown[] }> {
  const errors: unknown[] = [];
  for (const undo of undos.toReversed()) await undo().catch((error: unknown) => errors.push(error));
  return { done: undos.length - errors.length, errors };
}
