import { once } from 'node:events';
import { isChoice, keptColumns, snakeCase, type ColumnType, type Sheet, type Value } from '@fieldlab/domain';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import type { SqlClient } from '../../../platform/database/database';
import { copyLine } from './copy-text';

const SQL_TYPES: Partial<Record<ColumnType, string>> = {
  date: 'date',
  amount: 'numeric(14, 2)',
  quantity: 'numeric(12, 2)',
  count: 'integer',
  people: 'integer',
  list: 'text[]',
  recordId: 'uuid',
  // Enums whose names in the database are not those of their lists.
  level: 'participation_level',
  source: 'investment_source',
  status: 'investment_status',
  form: 'investment_form',
};

/** `outcomeKind` → `outcome_kind`: a list goes by its name, in the database too. */
const enumOf = (type: ColumnType): string | undefined => (isChoice(type) ? snakeCase(type) : undefined);
const sqlType = (type: ColumnType): string => SQL_TYPES[type] ?? enumOf(type) ?? 'text';

/** Columns that are computed while a row is read; `faulty` names those that could not be read. */
const COMPUTED: Partial<Record<Sheet['name'], Record<string, string>>> = {
  companies: { match_name: 'text' },
};
const computedOf = ({ name }: Sheet): Record<string, string> => ({ faulty: 'text[]', ...COMPUTED[name] });

/** In pieces of about this many characters, rows go to the database. */
const PIECE = 64 * 1024;

/** The columns of a staged sheet after its line, in the order in which they are written. */
export const stagedColumns = (sheet: Sheet): string[] => [
  ...keptColumns(sheet).map(({ name }) => name),
  ...Object.keys(computedOf(sheet)),
];

/** Makes the table that holds a sheet's rows as they were read, until the transaction ends. */
export async function createStage(client: SqlClient, sheet: Sheet): Promise<void> {
  const columns = [
    ...keptColumns(sheet).map(({ name, type }) => `${name} ${sqlType(type)}`),
    ...Object.entries(computedOf(sheet)).map(([name, type]) => `${name} ${type}`),
  ];
  await client.query(
    `create temp table staged_${sheet.name} (line integer not null, ${columns.join(', ')}) on commit drop`,
  );
}

/** Streams rows into a stage, no faster than the database takes them. */
export class StageWriter {
  private readonly stream: CopyStreamQuery;
  private readonly failed: Promise<never>;
  /** PostgreSQL has refused it, or its connection has ended. */
  private isOver = false;
  private piece = '';

  constructor(client: SqlClient, sheet: Sheet) {
    const columns = ['line', ...stagedColumns(sheet)].join(', ');
    this.stream = client.query(copyFrom(`copy staged_${sheet.name} (${columns}) from stdin`));
    this.stream.on('error', () => (this.isOver = true));
    this.failed = once(this.stream, 'error').then(([error]) => Promise.reject(error as Error));
    // Whoever writes hears of it; until then it is nobody's unhandled rejection.
    this.failed.catch(() => undefined);
  }

  async write(line: number, values: readonly (Value | null | undefined)[]): Promise<void> {
    this.piece += copyLine([line, ...values]);
    if (this.piece.length >= PIECE) await this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    const finished = once(this.stream, 'finish');
    this.stream.end();
    await Promise.race([finished, this.failed]);
  }

  /** Gives up, so that the connection can be used for the rollback. */
  async abandon(): Promise<void> {
    if (this.isOver) return; // nobody would answer, and it would wait for that for ever
    const closed = once(this.stream, 'close').catch(() => undefined);
    this.stream.destroy();
    await closed;
  }

  private async flush(): Promise<void> {
    if (this.piece === '') return;
    const piece = Buffer.from(this.piece);
    this.piece = '';
    if (!this.stream.write(piece)) await Promise.race([once(this.stream, 'drain'), this.failed]);
  }
}

export async function analyzeStages(client: SqlClient, sheets: readonly Sheet[]): Promise<void> {
  await client.query(`analyze ${sheets.map(({ name }) => `staged_${name}`).join(', ')}`);
}
