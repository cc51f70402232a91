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

async function behindRecords(context: EngineContext, code: string): Promise<Behind> {
  const family = RECORDS.find(({ indicators }) => indicators.includes(code));
  const behind: Behind = new Map();
  if (!family) return behind;
  const cells = new Map<string, number[]>();
  for (const { cell, amount } of await family.firmShares(context, code)) {
    cells.set(cell, [...(cells.get(cell) ?? []), Number(amount)]);
  }
  const isCount = code === 'production_starts';
  for (const [cell, amounts] of cells) {
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    behind.set(cell, { firms: amounts.length, largest: isCount ? 0 : Math.max(...amounts) / sum });
  }
  return behind;
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
