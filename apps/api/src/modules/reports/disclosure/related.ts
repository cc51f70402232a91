import { currentIndicators, findIndicator, type EditionDocument, type Indicator } from '@fieldlab/domain';

/** Public documents that may tell something of the same companies: of an indicator that hangs together with one of these. */
export function related(own: EditionDocument, published: readonly EditionDocument[]): EditionDocument[] {
  const groups = indicatorGroups();
  const ours = new Set(codesOf(own).map((code) => groups.get(code)));
  return published.filter((one) => codesOf(one).some((code) => ours.has(groups.get(code))));
}

const codesOf = ({ figures }: EditionDocument): string[] =>
  figures.map(({ indicator }) => indicator).filter((code) => findIndicator(code)?.sensitivity !== 'never');

/** Indicators that say something of each other have the same group. */
function indicatorGroups(): ReadonlyMap<string, string> {
  const groups = new Map<string, string>(currentIndicators.map(({ code }) => [code, code]));
  for (const indicator of currentIndicators) {
    for (const other of linksOf(indicator)) {
      const [from, to] = [groups.get(other), groups.get(indicator.code)];
      if (to !== undefined) for (const [code, group] of groups) if (group === from) groups.set(code, to);
    }
  }
  return groups;
}

const linksOf = ({ within = [], partOf, madeOf = [] }: Indicator): string[] => [
  ...within,
  ...(partOf ? [partOf.indicator] : []),
  ...madeOf.map(({ indicator }) => indicator),
];
