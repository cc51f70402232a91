import type { Prisma } from '../platform/database/database';

/** The Prisma models that are kinds of records, each with its table, for what SQL computes of them. */
export const TABLES = {
  centre: 'centres',
  company: 'companies',
  participation: 'participations',
  activity: 'activities',
  attendance: 'attendances',
  investment: 'investments',
  spinOff: 'spin_offs',
  outcome: 'outcomes',
  evidence: 'evidence',
  contact: 'contacts',
  note: 'notes',
  target: 'targets',
  round: 'rounds',
  comparison: 'comparisons',
  importMapping: 'import_mappings',
  report: 'reports',
  merge: 'merges',
} as const satisfies Partial<Record<keyof Prisma, string>>;
export type RecordModel = keyof typeof TABLES;

type Row = Record<string, unknown>;
/** What is asked of a model; every name in it comes from the description of a kind of record. */
interface Arguments {
  where: Row;
  select?: Row;
  orderBy?: Row[];
  skip?: number;
  take?: number;
  relationLoadStrategy?: 'join' | 'query';
}

/** What Prisma Client does with every model alike; its own types differ from model to model. */
export interface RecordDelegate {
  findMany(args: Arguments): Promise<Row[]>;
  findFirst(args: Arguments): Promise<Row | null>;
  count(args: { where: Row }): Promise<number>;
  create(args: { data: Row; select: { id: true } }): Promise<{ id: string }>;
  updateMany(args: { where: Row; data: Row }): Promise<{ count: number }>;
}

export const delegateOf = (prisma: Prisma, model: RecordModel): RecordDelegate =>
  prisma[model] as unknown as RecordDelegate;
