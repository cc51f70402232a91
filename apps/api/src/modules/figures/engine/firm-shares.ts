import { COMPANY_BREAKDOWNS, PARTICIPATION_LEVELS, UNKNOWN_CELL, type Breakdown } from '@fieldlab/domain';
import { visitFirmCells, type FirmCell, type Layout } from '../columns/firm-cells';
import { ownCells } from '../columns/own-cells';
import { inTurns } from '../../../platform/work/in-turns';
import { NONE } from '../columns/versions';
import { flagTests } from './company-family';
import type { FlagTest } from './firm-flags';
import type { EngineContext } from './engine-context';
import { SharesWriter, type FirmShare, type SharesText } from './shares-text';

/** What is told apart of that which firms add; the more, the longer it takes and the larger it is. */
export interface Grain {
  isByCentre: boolean;
  breakdowns: readonly Breakdown[];
}

/** What is read off one kind of record. */
interface SharedFamily {
  indicators: string[];
  /** By indicator, which flags a firm must have to count; absent where amounts are added up. */
  tests?: Record<string, FlagTest>;
  /** Along which the cells of firms are told. */
  breakdowns: Breakdown[];
  /** Present where it is not told in which centres firms lie: what they add in all is told alone. */
  isWhole?: true;
  /** Breakdowns along which a firm is unknown only where no other cell is known of it. */
  unknownAlone?: Breakdown[];
}

/** All that firms add to the figures of a family, at the finest grain that is ever told: by the key of a slice. */
export interface FamilyShares<Shares = readonly FirmShare[]> extends SharedFamily {
  slices: Record<string, Shares>;
}

/** Shares are written so many at once: some milliseconds. */
const AT_ONCE = 1000;

/**
 * The shares of firms in what counts firms: what each did in a slice, as flags, by centre, level and own cells as far
 * as these are told apart.
 * @param onText told of each text, with its length; what it throws ends the reading
 */
export async function companyShares(
  context: EngineContext,
  grain: Grain,
  onText: (length: number) => void,
): Promise<FamilyShares<SharesText>> {
  const own = { ...context, placedBy: 'company' } as const;
  const at = await own.register.columns();
  const { places, layout } = placesOf(own, grain);
  const ways = COMPANY_BREAKDOWNS.filter((by) => grain.breakdowns.includes(by));
  const owns = (await Promise.all(ways.map((by) => ownCells(by, own, at)))).flatMap((one) => one ?? []);
  const texts = new Map<string, SharesWriter>();
  let slice: { key: string; numbers: Int32Array[] } | undefined;
  const visit = async (visited: FirmCell): Promise<void> => {
    const { key } = visited.slice;
    if (slice?.key !== key)
      slice = { key, numbers: await Promise.all(owns.map((one) => one.numbersOn(visited.slice))) };
    const { numbers } = slice;
    const cellsOf = (firm: number): string[] =>
      owns.map(({ cells }, index) => cells[numbers[index]?.[firm] ?? NONE] ?? UNKNOWN_CELL);
    const { centres, levels } = places.get(visited.cell) ?? NOWHERE;
    const writer = texts.get(key) ?? new SharesWriter(onText);
    texts.set(key, writer);
    // In the order of their numbers, so that the same shares come in the same order whenever they are read.
    const firms = visited.firms.toSorted();
    await inTurns(firms.length, AT_ONCE, (from, to) => {
      for (const firm of firms.subarray(from, to)) {
        const flags = visited.flagsOf(firm);
        if (flags === 0) continue;
        writer.add([centres, at.copy.ids.companies.idOf(firm), [...levels, ...cellsOf(firm)], [flags]]);
      }
    });
  };
  await visitFirmCells(own, at, { visit, layout, isBySlice: true });
  const tests = flagTests();
  const isByLevel = grain.breakdowns.includes('level');
  return {
    ...{ indicators: Object.keys(tests), tests, breakdowns: [...(isByLevel ? [LEVEL] : []), ...ways] },
    ...(isByLevel && { unknownAlone: [LEVEL] }),
    ...(!grain.isByCentre && { isWhole: true as const }),
    slices: Object.fromEntries(
      [...texts].flatMap(([key, writer]) => (writer.isEmpty ? [] : [[key, writer.text()]])),
    ),
  };
}

const LEVEL = 'level' as const;

/** Where shares lie that are in one cell. */
interface SharePlace {
  centres: string[];
  levels: string[];
}
const NOWHERE: SharePlace = { centres: [], levels: [] };

/** A cell for each level in each centre, as far as they are told apart, by the ids of centres. */
function placesOf({ centres }: EngineContext, { isByCentre, breakdowns }: Grain) {
  const levels = breakdowns.includes(LEVEL) ? [...PARTICIPATION_LEVELS, UNKNOWN_CELL] : undefined;
  const order = centres.map(({ id }, number) => ({ id, number })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const rank = new Map(order.map(({ number }, place) => [number, place]));
  const inCentres = isByCentre ? order.map(({ id }) => [id]) : [[]];
  const inLevels = levels ? levels.map((level) => [level]) : [[]];
  const places = new Map(
    inCentres.flatMap((ids) =>
      inLevels.map((own): [string, SharePlace] => [
        [...ids, ...own].join(' '),
        { centres: ids, levels: own },
      ]),
    ),
  );
  const layout: Layout = {
    cells: [...places.keys()],
    cellsOf: (centre, level) => [
      (isByCentre ? (rank.get(centre) ?? 0) : 0) * inLevels.length + (levels ? level : 0),
    ],
  };
  return { places, layout };
}
