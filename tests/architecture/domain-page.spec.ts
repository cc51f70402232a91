import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  COMMON_BREAKDOWNS,
  INDICATOR_GROUPS,
  INDICATORS,
  indicatorReference,
  WORDS,
  type Indicator,
  type IndicatorGroupName,
} from '@fieldlab/domain';
import { projectRoot } from '@api/platform/config/project-root';
import { expect, it } from 'vitest';

const PAGE = join(projectRoot(), 'docs/domain.md');
const BEGIN = '<!-- indicators: written by tests/architecture/domain-page.spec.ts -->\n';
const END = '<!-- /indicators -->\n';

const HEADINGS: Record<IndicatorGroupName, string> = {
  companies: 'Companies',
  centres: 'Centres',
  results: 'Results',
  investments: 'Investments',
};

/** What an indicator knows beside the breakdowns of all. */
function alsoBy({ breakdowns, placedBy }: Indicator): string {
  const more = breakdowns.filter((by) => !COMMON_BREAKDOWNS.some((common) => common === by));
  const also = more.length > 0 ? ` Also by ${more.map((by) => `\`${by}\``).join(', ')}.` : '';
  return `Province and municipality are the ${placedBy}'s.${also}`;
}

const entry = (indicator: Indicator): string =>
  [
    `- **\`${indicatorReference(indicator)}\`** ${indicator.title.en} · ${indicator.title.nl}`,
    `(${indicator.kind}, ${WORDS.en.unit[indicator.unit]}).`,
    `${indicator.definition.en} ${alsoBy(indicator)}\n`,
  ].join(' ');

const group = (name: IndicatorGroupName, codes: readonly string[]): string =>
  `### ${HEADINGS[name]}\n\n${INDICATORS.filter(({ code }) => codes.includes(code))
    .map(entry)
    .join('')}`;

const common = COMMON_BREAKDOWNS.map((by) => `\`${by}\``).join(', ');
const written = [
  `Every indicator is known by ${common}.\n`,
  ...INDICATOR_GROUPS.map(({ name, codes }) => group(name, codes)),
].join('\n');

it('gives every published definition as the catalogue has it (write it anew by `vitest -u`)', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1];
  expect(after, 'the marks in docs/domain.md').toBeDefined();
  await expect(`${before}${BEGIN}\n${written}\n${END}${after}`).toMatchFileSnapshot(PAGE);
});
