import { addDays, type Breakdown, type EditionDocument } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { Attacker } from '../../../../../../tests/support/disclosure/attacker';
import {
  COUNTED,
  documentOf,
  factsBehind,
  randomFacts,
  sharesOf,
  valueOf,
  type Fact,
  type Question,
} from '../../../../../../tests/support/disclosure/sample-programme';
import { Random } from '../../../../../../tests/support/random';
import { publicDocument } from '../public-document';
import { disclose } from './disclose';
import { measuredWindows } from './model/build-problem';

const STATES = 3;
const SCOPES = ['programme', 'programme', 'hub:N', 'hub:S', 'centre:A', 'centre:B', 'centre:D'];

async function publish(facts: readonly Fact[], question: Question, published: readonly EditionDocument[]) {
  const own = documentOf(facts, question, published.length + 1);
  const windows = measuredWindows([own, ...published]);
  const registers = Array.from({ length: STATES }, (_, state) => sharesOf(facts, state, windows));
  const output = await disclose({ own, published, registers, timeMs: 20_000 });
  return { open: publicDocument(own, new Set(output.suppressed), published), output };
}

function isSensitive(facts: readonly Fact[]): boolean {
  const firms = new Map<string, number>();
  for (const { firm, amount } of facts) if (firm !== null) firms.set(firm, (firms.get(firm) ?? 0) + amount);
  const all = facts.reduce((sum, { amount }) => sum + amount, 0);
  return firms.size > 0 && (firms.size < 5 || Math.max(...firms.values()) > 0.8 * all);
}

const randomQuestion = (random: Random): Question => ({
  scope: random.pick(SCOPES),
  from: random.pick(['2022-01-01', '2022-07-01', addDays('2022-01-01', random.int(0, 300))]),
  asOf: random.pick(['2023-12-31', '2023-06-30', addDays('2022-12-01', random.int(0, 390))]),
  by: random.some<Breakdown>(['centre', 'hub', 'province', 'source'], 0.5),
  indicators: random.some(Object.keys(COUNTED), 0.6),
  state: random.int(0, STATES - 1),
});

describe(disclose.name, () => {
  it.each(Array.from({ length: 6 }, (_, index) => index + 1))(
    'gives nothing away to who lays a series of reports beside each other, series %i',
    async (seed) => {
      const random = new Random(seed);
      const facts = randomFacts(random, STATES);
      const questions = random.times(2, 5, () => randomQuestion(random));
      const opened: EditionDocument[] = [];
      for (const question of questions) {
        if (question.indicators.length === 0) continue;
        const { open, output } = await publish(facts, question, opened);
        expect(output.unproved).toBe(0);
        opened.push(open);
      }
      const attacker = new Attacker(opened, facts, STATES);
      for (const { code, name, bounds } of await attacker.suppressed()) {
        const width = bounds[1] - bounds[0];
        const number = attacker.numbers.find((one) =>
          name.startsWith(
            `${one.code} ${one.scope} ${one.by ?? ''}=${one.key} ${one.from}..${one.to} @${one.state}`,
          ),
        );
        const behind = number ? behindOf(facts, number) : [];
        const needed = COUNTED[code]?.amount === 'firms' ? 3 : 0.1 * valueOf(code, behind);
        expect(width, `${name} = ${valueOf(code, behind)}`).toBeGreaterThanOrEqual(needed * 0.999);
      }
      await expectNoStretch(attacker, facts);
    },
    60_000,
  );

  /** Trainings of companies at a centre, one each, known in all states unless said otherwise. */
  const trainings = (centre: string, on: string, people: readonly number[], known = 0): Fact[] =>
    people.map((amount, index) => ({
      ...{ kind: 'training', firm: `f${index + 10 * centre.charCodeAt(0)}`, centre, on, until: null },
      ...{ amount, source: '', known, gone: STATES },
    }));
  const asked: Question = {
    ...{ scope: 'centre:A', from: '2023-01-01', asOf: '2023-12-31', by: [], state: 0 },
    indicators: ['people_trained'],
  };
  const told = async (facts: readonly Fact[], questions: readonly Question[]) => {
    const opened: EditionDocument[] = [];
    for (const question of questions) opened.push((await publish(facts, question, opened)).open);
    return opened.map(({ figures }) => figures[0]);
  };

  it('tells of a centre not both 57 and 50, when it is the 7 of two companies that the later beginning leaves out', async () => {
    const facts = [
      ...trainings('A', '2023-03-01', [4, 3]),
      ...trainings('A', '2023-09-01', [10, 10, 10, 10, 10]),
    ];
    const later = { ...asked, from: '2023-07-01' };
    expect((await told(facts, [asked, later])).map((one) => one?.value)).toEqual([57, null]);
    expect((await told(facts, [later, asked])).map((one) => one?.value)).toEqual([50, null]);
    // With an unrelated correction in between as well.
    const corrected = [...facts, ...trainings('F', '2023-05-05', [6, 6, 6, 6, 6, 6], 1)];
    const values = await told(corrected, [asked, { ...later, state: 1 }]);
    expect(values.map((one) => one?.value)).toEqual([57, null]);
  });

  it('tells of a hub nothing after an unrelated change that makes its suppressed centre computable', async () => {
    const facts = [
      ...trainings('A', '2023-03-01', [10, 10, 10, 10, 10]),
      ...trainings('B', '2023-03-01', [8, 8, 8, 8, 8]),
      ...trainings('C', '2023-03-01', [4, 3]),
      ...trainings('F', '2023-05-05', [6, 6, 6, 6, 6, 6], 1),
    ];
    const opened: EditionDocument[] = [];
    for (const question of [
      { ...asked, scope: 'centre:A' },
      { ...asked, scope: 'centre:B' },
      { ...asked, scope: 'centre:C' },
      { ...asked, scope: 'hub:N', state: 1 },
    ])
      opened.push((await publish(facts, question, opened)).open);
    expect(opened.map(({ figures }) => figures[0]?.value)).toEqual([50, 40, null, null]);
  });

  it('forbids a zero that makes a suppressed number computable, and says beside what', async () => {
    const facts = [
      ...trainings('A', '2023-03-01', [4, 3]),
      ...trainings('B', '2023-03-01', [8, 8, 8, 8, 8]),
      ...trainings('C', '2023-09-01', [100, 100, 100, 100, 100]),
    ];
    const opened: EditionDocument[] = [];
    for (const question of [
      { ...asked, scope: 'hub:S' },
      { ...asked, scope: 'centre:B', asOf: '2023-06-30' },
      { ...asked, scope: 'hub:N', by: ['centre' as const] },
    ]) {
      const { open, output } = await publish(facts, question, opened);
      expect(output.forbidden).toBeUndefined();
      opened.push(open);
    }
    // The 40 of B suppressed the 7 of A; that B has nothing in the second half says that it has 40.
    expect(opened[2]?.figures[0]?.breakdowns?.centre?.map(({ value }) => value)).toEqual([null, null, 500]);
    const later = { ...asked, scope: 'centre:B', from: '2023-07-01' };
    const { output } = await publish(facts, later, opened);
    expect(output.forbidden).toMatchObject({ indicators: ['people_trained'], by: [] });
    expect(output.forbidden?.beside.map(({ report }) => report.id)).toEqual(['r2', 'r3']);
    // As a part of the hub it says so as well; the hub as a whole does not.
    const both = { ...later, scope: 'hub:N', indicators: ['investment_realised', 'people_trained'] };
    const parts = await publish(facts, { ...both, by: ['source', 'centre'] }, opened);
    expect(parts.output.forbidden).toMatchObject({ indicators: ['people_trained'], by: ['centre'] });
    expect((await publish(facts, both, opened)).output.forbidden).toBeUndefined();
  });

  it('tells a total of the programme with every correction, but not in which centre it was', async () => {
    const facts = [
      ...trainings('A', '2023-03-01', [10, 10, 10, 10, 10, 10]),
      ...trainings('B', '2023-03-01', [8, 8, 8, 8, 8, 8]),
      ...trainings('D', '2023-03-01', [5, 5, 5, 5, 5, 5]),
      ...trainings('E', '2023-03-01', [7, 7, 7, 7, 7, 7]),
      ...trainings('A', '2023-04-01', [9], 1),
    ];
    const programme: Question = { ...asked, scope: 'programme', by: ['centre'] };
    const [before, after] = await told(facts, [programme, { ...programme, state: 1 }]);
    expect([before?.value, after?.value]).toEqual([180, 189]);
    const cells = new Map(after?.breakdowns?.centre?.map((cell) => [cell.key, cell.value]));
    expect(cells.get('A')).toBeNull();
    expect([...cells.values()].filter((value) => value === null).length).toBeGreaterThan(1);
  });
});

const behindOf = (
  facts: readonly Fact[],
  { code, scope, by, key, from, to, state }: Attacker['numbers'][number],
): Fact[] =>
  factsBehind(facts, code, { scope, from, asOf: to, state }).filter(
    (fact) =>
      by === undefined ||
      (by === 'centre' ? fact.centre === key : by === 'source' ? fact.source === key : true),
  );

/** What was suppressed in no report, but follows from several: a stretch of time of a few companies. */
async function expectNoStretch(attacker: Attacker, facts: readonly Fact[]): Promise<void> {
  for (const code of ['people_trained', 'investment_realised']) {
    for (const scope of ['programme', 'hub:N', 'hub:S', 'centre:A', 'centre:B', 'centre:D']) {
      for (const { from, to } of attacker.stretches()) {
        for (const state of new Set(attacker.numbers.map((one) => one.state))) {
          const behind = factsBehind(facts, code, { scope, from, asOf: to, state });
          if (!isSensitive(behind)) continue;
          const terms = attacker.termsOf({ ...{ code, scope, from, to, state }, by: undefined, key: '' });
          const [least, most] = await attacker.programme.bounds(terms);
          const value = valueOf(code, behind);
          expect(most - least, `${code} ${scope} ${from}..${to} @${state} = ${value}`).toBeGreaterThanOrEqual(
            0.1 * value * 0.999,
          );
        }
      }
    }
  }
}
