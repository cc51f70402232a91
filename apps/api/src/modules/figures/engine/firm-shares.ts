import { COMPANY_BREAKDOWNS, UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import { join, rowsOf, sql, type Sql } from '../../../platform/database/sql';
import { firms, flagTests, fromFirms, profileCell } from './company-family';
import type { FlagTest } from './firm-flags';
import type { EngineContext } from './engine-context';
import { facts, type RecordFamily } from './record-family';

/** What one firm adds in one slice, in the same centres and cells. */
export interface FirmShare {
  /** The slice's key. */
  slice: string;
  /** Ids of the centres in which it lies. */
  centres: string[];
  /** Null where a record names no firm. */
  firm: string | null;
  /** Its cell along each breakdown of `FamilyShares.breakdowns`, in that order. */
  cells: string[];
  /** What it adds to each indicator of `FamilyShares.indicators`, in hundredths; or, with tests, its flags alone. */
  amounts: number[];
}

/** All that firms add to the figures that are read off one kind of record, at the finest grain that is ever told. */
export interface FamilyShares {
  indicators: string[];
  /** By indicator, which flags a firm must have to count; absent where amounts are added up. */
  tests?: Record<string, FlagTest>;
  breakdowns: Breakdown[];
  /** Breakdowns along which a firm is unknown only where no other cell is known of it. */
  unknownAlone?: Breakdown[];
  shares: FirmShare[];
}

const text = (value: Sql): Sql => sql`coalesce((${value})::text, ${UNKNOWN_CELL})`;

/** The shares in a family of records, whatever its breakdowns and measures are; ratios are made of them. */
export async function recordShares(
  { spec }: RecordFamily,
  context: EngineContext,
  isRatio: (indicator: string) => boolean,
): Promise<FamilyShares> {
  const indicators = Object.keys(spec.measures).filter((code) => !isRatio(code));
  const measures = indicators.flatMap((code) => spec.measures[code] ?? []);
  const attributes = Object.entries(spec.attributes) as [Breakdown, Sql][];
  if (!spec.firm) throw new Error(`Nobody says which companies stand behind ${spec.resource}`);
  const firm = sql`coalesce((select r.root from roots r where r.id = ${spec.firm}), ${spec.firm})`;
  const centres = 'one' in spec.centres ? sql`array[${spec.centres.one}]` : spec.centres.many;
  const rows = await rowsOf<FirmShare & Record<string, unknown>>(
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
  return { indicators, breakdowns: attributes.map(([by]) => by), shares: rows };
}

const SEPARATOR = '\u001f';

/** The shares of firms in what counts firms: what each did in a slice and a centre, at a level, as flags. */
export async function companyShares(context: EngineContext): Promise<FamilyShares> {
  const own = { ...context, provinceOf: 'company' } as const;
  const profiles = COMPANY_BREAKDOWNS.flatMap((by) => profileCell(by, own) ?? []);
  const cellOf = (_: EngineContext, level: Sql): Sql =>
    sql`s.key || ${SEPARATOR} || z.id::text || ${SEPARATOR} || ${level}`;
  const rows = await rowsOf<{ cell: string; firm: string; flags: number; cells: string[] }>(
    context.client,
    sql`${firms(own, { cellOf })}
      select f.cell, f.company_id::text as firm, f.flags, array[${join(profiles)}]::text[] as cells
        ${fromFirms(own, { sliceOf: sql`split_part(f.cell, ${SEPARATOR}, 1)` })} and f.flags > 0`,
  );
  const shares = rows.map(({ cell, firm, flags, cells }): FirmShare => {
    const [slice = '', centre = '', level = ''] = cell.split(SEPARATOR);
    return { slice, centres: [centre], firm, cells: [level, ...cells], amounts: [flags] };
  });
  const tests = flagTests();
  return {
    indicators: Object.keys(tests),
    tests,
    breakdowns: ['level', ...COMPANY_BREAKDOWNS],
    unknownAlone: ['level'],
    shares,
  };
}
