import { addDays, BREAKDOWNS, type EditionDocument } from '@fieldlab/domain';
import { disclose } from '@api/modules/reports/disclosure/disclose';
import { measuredWindows } from '@api/modules/reports/disclosure/model/build-problem';
import { publicDocument } from '@api/modules/reports/public-document';
import type { Random } from '../random';
import { documentOf, sharesOf, type Question } from './sample-documents';
import { CODES_OF_FIGURES } from './sample-figures';
import { CENTRES, type Fact } from './sample-register';

export const STATES = 3;

/** Publishes the answer to a question beside what is public already, as the product would. */
export async function publish(
  facts: readonly Fact[],
  question: Question,
  published: readonly EditionDocument[],
  timeMs = 20_000,
) {
  const own = documentOf(facts, question, published.length + 1);
  const windows = measuredWindows([own, ...published]);
  const registers = Array.from({ length: STATES }, (_, state) => sharesOf(facts, state, windows));
  const output = await disclose({ own, published, registers, timeMs });
  return { open: publicDocument(own, new Set(output.suppressed), published), output };
}

const SCOPES = ['programme', 'programme', 'hub:N', 'hub:S', ...CENTRES.map((code) => `centre:${code}`)];

/** Anything that a report can ask: its dates, scope, breakdowns, figures, and when it was known. */
const randomQuestion = (random: Random, codes: readonly string[]): Question => ({
  scope: random.pick(SCOPES),
  from: random.pick(['2022-01-01', '2022-07-01', addDays('2022-01-01', random.int(0, 300))]),
  asOf: random.pick(['2023-12-31', '2023-06-30', addDays('2022-12-01', random.int(0, 390))]),
  by: random.some(BREAKDOWNS, random.pick([0.1, 0.2, 0.4])),
  indicators: random.some(codes, 0.6),
  state: random.int(0, STATES - 1),
});

/** A series of reports of some indicators that hang together, or of any. */
export function randomQuestions(random: Random): Question[] {
  const codes = random.pick([
    ['people_trained'],
    ['jobs', 'new_products', 'production_starts'],
    CODES_OF_FIGURES.filter((code) => code.startsWith('investment_') || code === 'leverage'),
    CODES_OF_FIGURES.filter(
      (code) => code.startsWith('companies_') || code === 'participations' || code === 'sme_share',
    ),
    random.some(CODES_OF_FIGURES, 0.3),
  ]);
  return random
    .times(2, 6, () => randomQuestion(random, codes))
    .filter(({ indicators }) => indicators.length > 0);
}
