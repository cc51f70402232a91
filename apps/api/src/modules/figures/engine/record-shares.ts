import type { RecordKind } from '../columns/records';
import type { EngineContext } from './engine-context';
import type { FamilyShares } from './firm-shares';
import type { RecordFamilySpec } from './record-spec';
import { RecordRun } from './record-run';
import { SharesWriter, type SharesText } from './shares-text';
import type { Sum } from './sum';

/** The shares of firms in a family of records, whatever its breakdowns and measures are; ratios are made of them. */
export async function recordShares<Kind extends RecordKind>(
  spec: RecordFamilySpec<Kind>,
  context: EngineContext,
): Promise<FamilyShares<SharesText>> {
  if (spec.ofCompanies === 'none') throw new Error(`Nobody says which companies stand behind ${spec.kind}`);
  const indicators = Object.keys(spec.measures).filter((code) => !spec.measures[code]?.under);
  const slices: Record<string, SharesText> = {};
  for (const slice of context.slices) {
    const run = await RecordRun.open(spec, { ...context, slices: [slice] });
    const shares = await sharesIn(
      run,
      await Promise.all(spec.attributes.map((by) => run.attributeCell(by, slice))),
      indicators,
    );
    if (shares.length === 0) continue;
    const writer = new SharesWriter();
    for (const share of shares.sort()) writer.addText(share);
    slices[slice.key] = writer.text();
  }
  return { indicators, breakdowns: [...spec.attributes], slices };
}

/** Each a text: centres, a company, its cells and what it adds to each indicator. */
async function sharesIn<Kind extends RecordKind>(
  run: RecordRun<Kind>,
  cellOf: readonly (((place: number) => string) | undefined)[],
  indicators: readonly string[],
): Promise<string[]> {
  const measures = indicators.map((code) => ({ counts: run.counting(code), newSum: run.sums(code) }));
  const shares = new Map<string, Sum[]>();
  await run.visit((place, slice) => {
    if (!measures.some(({ counts }) => counts(place, slice))) return;
    const key = JSON.stringify([
      ...[run.centresOf(place), run.companyOf(place), cellOf.map((read) => read?.(place) ?? '')],
    ]);
    const sums = shares.get(key) ?? measures.map(({ newSum }) => newSum());
    shares.set(key, sums);
    for (const [index, { counts }] of measures.entries()) if (counts(place, slice)) sums[index]?.add(place);
  });
  return [...shares].map(([key, sums]) => {
    return `${key.slice(0, -1)},[${sums.map(({ value }) => String(value ?? 0n)).join(',')}]]`;
  });
}
