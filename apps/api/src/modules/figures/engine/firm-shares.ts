import { createHash } from 'node:crypto';
import { COMPANY_BREAKDOWNS, PARTICIPATION_LEVELS, UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import { dayOf } from '../columns/days';
import { visitFirmCells, type FirmCell, type Layout } from '../columns/firm-cells';
import { ownCells } from '../columns/firm-tally';
import { readTraits, traitsOn } from '../columns/firms-at';
import { NONE } from '../columns/versions';
import { flagTests } from './company-family';
import type { FlagTest } from './firm-flags';
import type { EngineContext } from './engine-context';

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

/** The shares of firms in a text of them. */
export const sharesIn = (text: string): FirmShare[] =>
  (JSON.parse(text) as [string[], string | null, string[], number[]][]).map(
    ([centres, firm, cells, amounts]) => ({ centres, firm, cells, amounts }),
  );

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
  const visit = async (visited: FirmCell): Promise<void> => {
    const { key, to } = visited.slice;
    if (slice?.key !== key) slice = { key, traits: await traitsOn(at, dayOf(to)) };
    const { traits } = slice;
    const [centre, level] = places.get(visited.cell) ?? [];
    const shares = texts.get(key) ?? [];
    texts.set(key, shares);
    for (const firm of visited.firms.toSorted((one, other) => at.copy.ids.companies.compare(one, other))) {
      const flags = visited.flagsOf(firm);
      if (flags === 0) continue;
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

/** The text of shares that are in an order which is always theirs. */
export function textOf(shares: readonly string[]): SharesText {
  const text = `[${shares.join(',')}]`;
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}
