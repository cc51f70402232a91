import { COMPANY_BREAKDOWNS, UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import { join, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import { firms, flagTests, fromFirms } from './company-family';
import { profileCell } from './profile-columns';
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

const SEPARATOR = '\u001f';

/** The shares of firms in what counts firms: what each did in a slice and a centre, at a level, as flags. */
export async function companyShares(context: EngineContext): Promise<FamilyShares<SharesText>> {
  const own = { ...context, provinceOf: 'company' } as const;
  const profiles = COMPANY_BREAKDOWNS.flatMap((by) => profileCell(by, own) ?? []);
  const cellOf = (_: EngineContext, level: Sql): Sql =>
    sql`s.key || ${SEPARATOR} || z.id::text || ${SEPARATOR} || ${level}`;
  const part = (index: number): Sql => sql`split_part(f.cell, ${SEPARATOR}, ${index}::int)`;
  const slices = await textsOf(
    context.client,
    sql`${firms(own, { cellOf })}
      select ${part(1)} as slice, array[${part(2)}] as centres, f.company_id::text as firm,
             array[${join([part(3), ...profiles])}]::text[] as cells, array[f.flags] as amounts
        ${fromFirms(own, { sliceOf: part(1) })} and f.flags > 0`,
  );
  const tests = flagTests();
  return {
    indicators: Object.keys(tests),
    tests,
    breakdowns: ['level', ...COMPANY_BREAKDOWNS],
    unknownAlone: ['level'],
    slices,
  };
}
