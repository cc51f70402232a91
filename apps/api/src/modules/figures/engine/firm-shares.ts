import { createHash } from 'node:crypto';
import { COMPANY_BREAKDOWNS, PARTICIPATION_LEVELS, UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import { join, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import { dayOf } from '../columns/days';
import { flagsOf, visitFirmCells, type FirmCell, type Layout } from '../columns/firm-cells';
import { ownCells } from '../columns/firm-tally';
import { readTraits, traitsOn, type FirmsAt } from '../columns/firms-at';
import { NONE } from '../columns/versions';
import { flagTests } from './company-family';
import type { FlagTest } from './firm-flags';
import type { SqlClient } from '../../../platform/database/database';
import type { EngineContext } from './engine-context';
import { facts, type RecordFamily } from './record-family';

/** What one firm adds in one slice, in the same centres and cells. */
export interface FirmShare {
  /** Ids of the centres in which it lies. */
  centres: string[];
  /** Null where a record names no firm. */
  firm: string | null;
  /** Its cell along each breakdown of `FamilyShares.breakdowns`, in that order. */
  cells: string[];
  /** What it adds to each indicator of `FamilyShares.indicators`, in hundredths; or, with tests, its flags alone. */
  amounts: number[];
}

/** What is read off one kind of record. */
interface SharedFamily {
  indicators: string[];
  /** By indicator, which flags a firm must have to count; absent where amounts are added up. */
  tests?: Record<string, FlagTest>;
  breakdowns: Breakdown[];
  /** Breakdowns along which a firm is unknown only where no other cell is known of it. */
  unknownAlone?: Breakdown[];
}

/** All that firms add to the figures of a family, at the finest grain that is ever told: by the key of a slice. */
export interface FamilyShares<Shares = readonly FirmShare[]> extends SharedFamily {
  slices: Record<string, Shares>;
}

/** The shares of a slice as a text (`sharesIn` reads it), which is the same, as is its digest, for the same shares. */
export interface SharesText {
  text: string;
  digest: string;
}

/** The shares of firms in a text that the database made. */
export const sharesIn = (text: string): FirmShare[] =>
  (JSON.parse(text) as [string[], string | null, string[], number[]][]).map(
    ([centres, firm, cells, amounts]) => ({ centres, firm, cells, amounts }),
  );

/** @param shares rows of a slice, centres, a firm, cells and amounts */
async function textsOf(client: SqlClient, shares: Sql): Promise<Record<string, SharesText>> {
  const rows = await rowsOf<SharesText & { slice: string }>(
    client,
    sql`select slice, text, encode(sha256(convert_to(text, 'UTF8')), 'hex') as digest
          from (select slice, '[' || string_agg(share, ',' order by share collate "C") || ']' as text
                  from (select slice, json_build_array(centres, firm, cells, amounts)::text as share
                          from (${shares}) r) each_one
                 group by slice) each_slice`,
  );
  return Object.fromEntries(rows.map(({ slice, ...text }) => [slice, text]));
}

const text = (value: Sql): Sql => sql`coalesce((${value})::text, ${UNKNOWN_CELL})`;

/** The shares in a family of records, whatever its breakdowns and measures are; ratios are made of them. */
export async function recordShares(
  { spec }: RecordFamily,
  context: EngineContext,
  isRatio: (indicator: string) => boolean,
): Promise<FamilyShares<SharesText>> {
  const indicators = Object.keys(spec.measures).filter((code) => !isRatio(code));
  const measures = indicators.flatMap((code) => spec.measures[code] ?? []);
  const attributes = Object.entries(spec.attributes) as [Breakdown, Sql][];
  if (!spec.firm) throw new Error(`Nobody says which companies stand behind ${spec.resource}`);
  const firm = sql`coalesce((select r.root from roots r where r.id = ${spec.firm}), ${spec.firm})`;
  const centres = 'one' in spec.centres ? sql`array[${spec.centres.one}]` : spec.centres.many;
  const slices = await textsOf(
    context.client,
    sql`with roots as materialized (select id, root from ${context.register.merged()} m)
      select s.key as slice, (${centres})::text[] as centres, (${firm})::text as firm,
             array[${join([...attributes.map(([, value]) => text(value)), sql`''`])}]::text[] as cells,
             array[${join(measures.map(({ value }) => sql`round(100 * coalesce(${value}, 0))::float8`))}] as amounts
        ${facts(spec, context)} and (${join(
          measures.map(({ when }) => sql`(${when})`),
          ' or ',
        )})
       group by s.key, 2, 3, 4`,
  );
  return { indicators, breakdowns: attributes.map(([by]) => by), slices };
}

/** The shares of firms in what counts firms: what each did in a slice and a centre, at a level, as flags. */
export async function companyShares(context: EngineContext): Promise<FamilyShares<SharesText>> {
  const own = { ...context, provinceOf: 'company' } as const;
  const at = await own.register.columns();
  const { places, layout } = byCentreAndLevel(own);
  const readCells = COMPANY_BREAKDOWNS.flatMap((by) => ownCells(by, own) ?? []);
  const cells = readTraits(at, (traits) => readCells.map((read) => read(traits)));
  const unknown = readCells.map(() => UNKNOWN_CELL);
  const texts = new Map<string, string[]>();
  let slice: { key: string; traits: Int32Array } | undefined;
  const visit = (visited: FirmCell, { isBusiness }: FirmsAt): void => {
    const { key, to } = visited.slice;
    if (slice?.key !== key) slice = { key, traits: traitsOn(at, dayOf(to)) };
    const { traits } = slice;
    const [centre, level] = places.get(visited.cell) ?? [];
    const shares = texts.get(key) ?? [];
    texts.set(key, shares);
    for (const firm of visited.firms.toSorted((one, other) => at.copy.ids.companies.compare(one, other))) {
      const flags = flagsOf(visited, firm);
      if (isBusiness[firm] !== 1 || flags === 0) continue;
      const ownCells = cells[traits[firm] ?? NONE] ?? unknown;
      shares.push(
        JSON.stringify([[centre], at.copy.ids.companies.idOf(firm), [level, ...ownCells], [flags]]),
      );
    }
  };
  await visitFirmCells(own, at, visit, layout);
  const tests = flagTests();
  return {
    indicators: Object.keys(tests),
    tests,
    breakdowns: ['level', ...COMPANY_BREAKDOWNS],
    unknownAlone: ['level'],
    slices: Object.fromEntries(
      [...texts].flatMap(([key, shares]) => (shares.length > 0 ? [[key, textOf(shares)]] : [])),
    ),
  };
}

/** A cell for each level in each centre, by the ids of centres, so that the same shares come in the same order. */
function byCentreAndLevel({ centres }: EngineContext) {
  const levels = [...PARTICIPATION_LEVELS, UNKNOWN_CELL];
  const order = centres.map(({ id }, number) => ({ id, number })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const rank = new Map(order.map(({ number }, place) => [number, place]));
  const places = new Map<string, [centre: string, level: string]>(
    order.flatMap(({ id }) =>
      levels.map((level): [string, [string, string]] => [`${id} ${level}`, [id, level]]),
    ),
  );
  const layout: Layout = {
    cells: [...places.keys()],
    cellsOf: (centre, level) => [(rank.get(centre) ?? 0) * levels.length + level],
  };
  return { places, layout };
}

function textOf(shares: readonly string[]): SharesText {
  const text = `[${shares.join(',')}]`;
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}
