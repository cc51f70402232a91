import { visitBusinesses } from '../columns/businesses';
import { dateOf, dayOf } from '../columns/days';
import { takesPart } from '../columns/engagements';
import { readScope } from '../columns/scope-readings';
import { visitFirmCells } from '../columns/firm-cells';
import { FirmTally, GroupTally, passesTest, passing, type FirmCount } from '../columns/firm-tally';
import type { ProfileTraits } from '../columns/versions-sql';
import { OPEN } from '../columns/versions';
import { TOTAL } from './engine-context';
import type { CellValues, EngineContext, FigureFamily } from './engine-context';
import { engagementsBehind } from './engagements-behind';
import { BEGAN, BEGAN_BEFORE, PARTICIPATED, PARTICIPATING, REACHED, type FlagTest } from './firm-flags';
import { companiesPage } from './member-page';
import { pairMembers } from './pair-members';

/** Which firms an indicator counts, and what is made of them where that is not their number. */
interface Counted {
  test: FlagTest;
  also?: (traits: ProfileTraits | undefined) => boolean;
  value?: (count: FirmCount) => string | undefined;
}

const COUNTED: Record<string, Counted> = {
  companies_reached: { test: { mask: REACHED } },
  companies_participated: { test: { mask: PARTICIPATED } },
  companies_participating: { test: { mask: PARTICIPATING } },
  companies_new: { test: { mask: BEGAN | BEGAN_BEFORE, is: BEGAN } },
  participations: {
    test: { mask: PARTICIPATED },
    value: ({ pairs }) => (pairs > 0 ? String(pairs) : undefined),
  },
  sme_share: {
    test: { mask: PARTICIPATED },
    also: (traits) => (traits?.sizeClass ?? null) !== null,
    value: smeShare,
  },
};

/** The indicators that count firms, from what each did in the scope: one pass over all participations and attendances. */
export const companyFamily: FigureFamily = {
  indicators: Object.keys(COUNTED),

  async measure(context, indicators) {
    const at = await context.register.columns();
    if (context.countBy === 'group') return measureGroups(context, indicators);
    const tally = new FirmTally(context, at, indicators.includes('sme_share'));
    const hasCentres = indicators.includes('participations');
    await visitFirmCells(context, at, { visit: (cell) => tally.add(cell), hasCentres });
    return new Map(indicators.map((code) => [code, valuesOf(tally, code)]));
  },

  async members(context, indicator, request) {
    if (indicator === 'participations') return pairMembers(context, request);
    const ids =
      context.countBy === 'group' ? await groupsOf(context, indicator) : await firmsOf(context, indicator);
    return companiesPage(context, ids, request);
  },

  behind: (context, indicator, members) =>
    context.countBy === 'group'
      ? Promise.resolve([])
      : engagementsBehind(context, counted(indicator).test, members),

  beginsWith: (indicator) => (indicator === 'companies_reached' ? indicator : 'companies_participated'),

  async earliest(context, indicator) {
    const at = await context.register.columns();
    const { startedOn, stretches } = await readScope(context, at);
    const last = dayOf(context.slices.at(-1)?.to ?? '');
    let first = OPEN;
    for (const stretch of stretches) {
      if (indicator !== 'companies_reached' && !takesPart(stretch)) continue;
      for (let place = stretch.from; place < stretch.to; place += 1) {
        const start = startedOn[place] ?? OPEN;
        if (start <= last && start < first) first = start;
      }
    }
    return first === OPEN ? null : dateOf(first);
  },
};

function valuesOf({ counts }: FirmTally, code: string): CellValues {
  const { test, value } = counted(code);
  return new Map(
    [...counts].flatMap(([cell, count]): [string, string][] => {
      const own = value ? value(count) : String(passing(count, test));
      return own === undefined ? [] : [[cell, own]];
    }),
  );
}

/** In percent, half up to one decimal; nothing where nobody's size is known. */
function smeShare({ smaller, sized }: FirmCount): string | undefined {
  if (sized === 0) return undefined;
  return (Math.floor((2000 * smaller + sized) / (2 * sized)) / 10).toFixed(1);
}

async function tallyGroups(context: EngineContext): Promise<GroupTally> {
  const at = await context.register.columns();
  const tally = new GroupTally(context, at);
  await visitFirmCells(context, at, { visit: (cell) => tally.add(cell) });
  return tally;
}

async function measureGroups(
  context: EngineContext,
  indicators: readonly string[],
): Promise<Map<string, CellValues>> {
  const tally = await tallyGroups(context);
  return new Map(indicators.map((code) => [code, tally.passing(counted(code).test)]));
}

/** The groups that were counted, by the firm at their head. */
async function groupsOf(context: EngineContext, indicator: string): Promise<string[]> {
  const { copy } = await context.register.columns();
  const { groups } = await tallyGroups(context);
  const { test } = counted(indicator);
  const heads = [...(groups.get(TOTAL) ?? [])].filter(([, flags]) => passesTest(flags, test));
  return heads.map(([head]) => copy.ids.companies.idOf(head));
}

/** The firms that were counted. */
async function firmsOf(context: EngineContext, indicator: string): Promise<string[]> {
  const { test, also } = counted(indicator);
  const { companies } = (await context.register.columns()).copy.ids;
  const ids: string[] = [];
  await visitBusinesses(context, ({ company, flags, traits }) => {
    if (passesTest(flags, test) && (also?.(traits) ?? true)) ids.push(companies.idOf(company));
  });
  return ids;
}

function counted(code: string): Counted {
  const definition = COUNTED[code];
  if (!definition) throw new Error(`${code} does not count companies`);
  return definition;
}

/** Which firms each indicator counts, for who reads the flags himself. */
export const flagTests = (): Record<string, FlagTest> =>
  Object.fromEntries(
    Object.entries(COUNTED).flatMap(([code, { test, also }]) => (also ? [] : [[code, test]])),
  );
