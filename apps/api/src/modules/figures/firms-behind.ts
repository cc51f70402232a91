import type { Indicator } from '@fieldlab/domain';
import { companyFamily, LARGE_FIRMS, SME_FIRMS } from './engine/company-family';
import type { CellValues, EngineContext } from './engine/engine-context';
import { investmentFamily, outcomeFamily, trainingFamily } from './engine/record-families';

/** The distinct firms behind one cell, which decide whether it may be public. */
export interface FirmsBehind {
  /** Of a share of firms, those of its smaller side. */
  firms: number;
  /** The largest firm's part of a sum, 0 to 1; 0 where a count has no parts. */
  largest: number;
}

type Behind = Map<string, FirmsBehind>;
const RECORDS = [trainingFamily, outcomeFamily, investmentFamily];

/**
 * The firms behind a figure (under the key ''), or behind its cells when `context` breaks it down. Nothing for counts of
 * centres and spin-offs, and for sums whose records name no firm.
 */
export async function firmsBehind(context: EngineContext, indicator: Indicator): Promise<Behind> {
  const asked = { ...context, provinceOf: indicator.provinceOf };
  if (companyFamily.indicators.includes(indicator.code)) return behindFirms(asked, indicator.code);
  if (indicator.code === 'leverage') {
    // A ratio tells of both its parts.
    const parts = [
      await behindRecords(asked, 'investment_private'),
      await behindRecords(asked, 'investment_public'),
    ];
    return fewest(parts);
  }
  return behindRecords(asked, indicator.code);
}

async function behindFirms(context: EngineContext, code: string): Promise<Behind> {
  const counts = async (...codes: string[]): Promise<CellValues[]> => {
    const measured = await companyFamily.measure(context, codes);
    return codes.map((one) => measured.get(one) ?? new Map<string, string>());
  };
  const asBehind = (values: CellValues): Behind =>
    new Map([...values].map(([key, value]) => [key, { firms: Number(value), largest: 0 }]));
  if (code === 'sme_share') {
    return fewest((await counts(SME_FIRMS, LARGE_FIRMS, 'companies_participated')).map(asBehind));
  }
  const [values = new Map<string, string>()] = await counts(
    code === 'participations' ? 'companies_participated' : code,
  );
  return asBehind(values);
}

/** What each firm adds to a sum, by its id. */
export type FirmShares = ReadonlyMap<string, number>;

/**
 * What firms add to a figure that is a sum, or to its cells when `context` breaks it down; to a ratio, what they add to
 * its parts. Nothing for what counts firms, centres and spin-offs.
 */
export async function sharesBehind(
  context: EngineContext,
  { code, provinceOf }: Pick<Indicator, 'provinceOf'> & { code: string },
): Promise<Map<string, FirmShares>> {
  const parts = code === 'leverage' ? ['investment_private', 'investment_public'] : [code];
  const cells = new Map<string, Map<string, number>>();
  for (const part of parts) {
    const family = RECORDS.find(({ indicators }) => indicators.includes(part));
    for (const { cell, firm, amount } of (await family?.firmShares({ ...context, provinceOf }, part)) ?? []) {
      const firms = cells.get(cell) ?? new Map<string, number>();
      cells.set(cell, firms.set(firm, (firms.get(firm) ?? 0) + Number(amount)));
    }
  }
  return cells;
}

async function behindRecords(context: EngineContext, code: string): Promise<Behind> {
  const isCount = code === 'production_starts';
  const cells = await sharesBehind(context, { code, provinceOf: context.provinceOf });
  return new Map(
    [...cells].map(([cell, firms]) => {
      const amounts = [...firms.values()];
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      return [cell, { firms: firms.size, largest: isCount ? 0 : Math.max(...amounts) / sum }];
    }),
  );
}

/** Per cell the fewest firms that any of the parts tells of; a part without firms tells nothing. */
function fewest(parts: readonly Behind[]): Behind {
  const least: Behind = new Map();
  for (const [key, one] of parts.flatMap((part) => [...part])) {
    const other = least.get(key);
    if (one.firms === 0) continue;
    least.set(key, {
      firms: Math.min(one.firms, other?.firms ?? one.firms),
      largest: Math.max(one.largest, other?.largest ?? 0),
    });
  }
  return least;
}
