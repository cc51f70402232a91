import { REGISTER, REGISTER_RESOURCES, type RegisterResource } from '@fieldlab/domain';
import type { Prisma } from '../platform/database/database';

/** `spin-off` → `spinOff`. */
type CamelCase<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : S;
const camelCase = <const S extends string>(name: S): CamelCase<S> =>
  name.replaceAll(/-[a-z]/g, ([, letter = '']) => letter.toUpperCase()) as CamelCase<S>;

/** The Prisma model of a kind of record, which is called as one of them is. */
export type ModelOf<R extends RegisterResource> = CamelCase<(typeof REGISTER)[R]['name']>;
export const modelOf = <R extends RegisterResource>(resource: R): ModelOf<R> =>
  camelCase<string>(REGISTER[resource].name) as ModelOf<R>;

/** `spin-offs` → `spin_offs`. */
export const tableOfKind = (resource: RegisterResource): string => resource.replaceAll('-', '_');

const OTHER_TABLES = {
  evidence: 'evidence',
  target: 'targets',
  round: 'rounds',
  comparison: 'comparisons',
  importMapping: 'import_mappings',
  report: 'reports',
  merge: 'merges',
} as const satisfies Partial<Record<keyof Prisma, string>>;
export type RecordModel = ModelOf<RegisterResource> | keyof typeof OTHER_TABLES;

/** The Prisma models that are kinds of records, each with its table, for what SQL computes of them. */
export const TABLES = {
  ...Object.fromEntries(REGISTER_RESOURCES.map((resource) => [modelOf(resource), tableOfKind(resource)])),
  ...OTHER_TABLES,
} as Readonly<Record<RecordModel, string>>;

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
