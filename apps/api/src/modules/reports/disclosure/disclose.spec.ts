import type { EditionDocument } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../../../tests/support/disclosure/sample-documents';
import type { Fact } from '../../../../../../tests/support/disclosure/sample-register';
import { publish, STATES } from '../../../../../../tests/support/disclosure/series';
import { disclose } from './disclose';

describe(disclose.name, () => {
  /** Trainings of companies at a centre, one each, known in all states unless said otherwise. */
  const trainings = (centre: string, on: string, people: readonly number[], known = 0): Fact[] =>
    people.map((amount, index) => ({
      ...{ kind: 'training', type: '', firm: `f${index + 10 * centre.charCodeAt(0)}`, centres: [centre] },
      ...{ on, until: null, amount, cells: {}, known, gone: STATES },
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
