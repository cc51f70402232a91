import type { EditionDocument } from '@fieldlab/domain';
import { describe, expect, it, vi } from 'vitest';
import type { Question } from '../../../../../../tests/support/disclosure/sample-documents';
import type { Fact } from '../../../../../../tests/support/disclosure/sample-register';
import { publish, STATES } from '../../../../../../tests/support/disclosure/series';
import { disclose } from './disclose';
import { Suppression } from './protection/suppression';

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
    const pairs = (centre: string, firms: number, until: string | null): Fact[] =>
      Array.from({ length: firms }, (_, index) => ({
        ...{
          kind: 'participation',
          type: '',
          firm: `f${index + 100 * centre.charCodeAt(0)}`,
          centres: [centre],
        },
        ...{ on: '2023-02-01', until, amount: 1, cells: { level: 'PARTNER' }, known: 0, gone: STATES },
      }));
    const facts = [...pairs('A', 4, null), ...pairs('B', 9, '2023-06-01'), ...pairs('C', 30, null)];
    const year: Question = { ...asked, indicators: ['participations'] };
    const opened: EditionDocument[] = [];
    for (const question of [
      { ...year, scope: 'hub:S' },
      { ...year, scope: 'centre:B', asOf: '2023-06-30' },
      { ...year, scope: 'hub:N', by: ['centre' as const] },
    ]) {
      const { open, output } = await publish(facts, question, opened);
      expect(output.forbidden).toBeUndefined();
      opened.push(open);
    }
    // B had 9 in the first half, and 9 or more in the year, so that A can have 1 to 4.
    expect(opened[2]?.figures[0]?.breakdowns?.centre?.map(({ value }) => value)).toEqual([null, null, 30]);
    const later = { ...year, scope: 'centre:B', from: '2023-07-01' };
    const { output } = await publish(facts, later, opened);
    expect(output.forbidden).toMatchObject({ indicators: ['participations'], by: [] });
    expect(output.forbidden?.beside.map(({ report }) => report.id)).toEqual(['r2', 'r3']);
    // As a part of the hub it says so as well; the hub as a whole does not.
    const both = { ...later, scope: 'hub:N', indicators: ['investment_realised', 'participations'] };
    const parts = await publish(facts, { ...both, by: ['source', 'centre'] }, opened);
    expect(parts.output.forbidden).toMatchObject({ indicators: ['participations'], by: ['centre'] });
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

  it('counts what is told in an earlier state of the register, where nothing differs from it, as told now', async () => {
    const parts = ['A', 'B', 'D', 'E', 'F'].flatMap((centre) =>
      trainings(centre, '2023-03-01', [9, 9, 9, 9, 9]),
    );
    const facts = [
      ...parts,
      ...trainings('C', '2023-03-01', [4, 3]),
      ...trainings('A', '2023-04-01', [5], 1),
    ];
    const programme: Question = { ...asked, scope: 'programme' };
    const centres = ['A', 'B', 'D', 'E', 'F'].map((code) => ({
      ...asked,
      scope: `centre:${code}`,
      state: 1,
    }));
    const values = (await told(facts, [programme, ...centres, { ...programme, state: 2 }])).map(
      (one) => one?.value,
    );
    // 282 − 50 − 4 × 45 − … would be the 7 of C.
    expect(values.slice(1).filter((value) => value === null).length).toBeGreaterThan(0);
  });

  it('counts two quarters whose sum everybody can compute as one', async () => {
    const facts = [
      ...trainings('A', '2023-02-01', [9]),
      ...trainings('B', '2023-05-01', [10, 1]),
      ...trainings('C', '2023-08-01', [9, 9, 9, 9, 9, 9]),
      ...trainings('D', '2023-11-01', [8, 8, 8, 8, 8, 8]),
    ];
    const [figure] = await told(facts, [{ ...asked, scope: 'programme', by: ['quarter'] }]);
    expect(figure?.value).toBe(122);
    expect(figure?.breakdowns?.quarter?.filter(({ value }) => value === null)).toHaveLength(3);
  });

  it('tells nothing where there is no time even to see what hangs together', async () => {
    const facts = [...trainings('A', '2023-03-01', [9, 9, 9, 9, 9]), ...trainings('B', '2023-03-01', [4, 3])];
    const { open, output } = await publish(facts, { ...asked, by: ['centre'] }, [], 0);
    expect(output.unproved).toBeGreaterThan(0);
    expect(open.figures[0]?.value).toBeNull();
  });

  it('tells the headlines at least where nothing is proved in time of what they are made of', async () => {
    const facts = [
      ...trainings('C', '2023-03-01', [4, 3]),
      ...['A', 'B', 'D', 'E'].flatMap((centre) => trainings(centre, '2023-03-01', [9, 9, 9, 9, 2])),
    ];
    const question: Question = { ...asked, scope: 'programme', by: ['centre'] };
    vi.spyOn(Suppression.prototype, 'protect').mockReturnValueOnce(false);
    const { open, output } = await publish(facts, question, []);
    expect(output).toMatchObject({ unproved: 0, primary: 1, complementary: 4 });
    expect(open.figures[0]?.value).toBe(159);
    expect(open.figures[0]?.breakdowns?.centre?.map(({ value }) => value)).toEqual(Array(5).fill(null));
  });
});
