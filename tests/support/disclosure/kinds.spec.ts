import type { Breakdown, EditionDocument } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { Random } from '../random';
import { Attacker } from './attacker';
import type { Question } from './sample-documents';
import { randomFacts, type Fact } from './sample-register';
import { publish, STATES } from './series';

/** What random series gave away before the kind was known, as few questions as show it; the register is the series'. */
interface Kind {
  series: number;
  asked: (Pick<Question, 'scope' | 'from' | 'asOf' | 'by'> & Partial<Question>)[];
  indicators: string[];
  /** How many of them are refused. */
  refused: number;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'the sum of suppressed centres, where another breakdown divides the total in time': {
    ...{ series: 431, indicators: ['investment_private'], refused: 0 },
    asked: [{ scope: 'hub:N', from: '2022-03-22', asOf: '2023-12-31', by: ['centre', 'quarter'] }],
  },
  'a total of which everybody knows that its other cells are nothing, since no document has them': {
    ...{ series: 141, indicators: ['investment_public', 'leverage'], refused: 0 },
    asked: [
      { scope: 'programme', from: '2022-07-01', asOf: '2023-12-31', by: [], indicators: ['leverage'] },
      {
        scope: 'centre:C',
        from: '2022-05-02',
        asOf: '2023-06-30',
        by: [],
        indicators: ['leverage'],
        state: 1,
      },
      { scope: 'centre:E', from: '2022-09-07', asOf: '2023-06-30', by: ['source'] },
      {
        scope: 'centre:B',
        from: '2022-08-09',
        asOf: '2023-11-08',
        by: [],
        indicators: ['leverage'],
        state: 2,
      },
    ],
  },
  'what one centre has, by regions that overlap each other': {
    ...{ series: 66, indicators: ['participations'], refused: 0 },
    asked: [
      {
        scope: 'programme',
        from: '2022-08-13',
        asOf: '2023-06-30',
        by: ['technology', 'province'],
        state: 1,
      },
    ],
  },
  'what one centre had more in a longer time, by quarters of all centres together': {
    ...{ series: 172, indicators: ['participations'], refused: 1 },
    asked: [
      { scope: 'programme', from: '2022-01-01', asOf: '2023-12-31', by: ['centre', 'quarter'], state: 1 },
      { scope: 'centre:D', from: '2022-01-01', asOf: '2023-06-30', by: [], state: 1 },
    ],
  },
  'exactly what could be told within two already': {
    ...{ series: 85, indicators: ['participations'], refused: 1 },
    asked: [
      { scope: 'programme', from: '2022-07-01', asOf: '2023-12-31', by: ['year', 'level'], state: 1 },
      { scope: 'programme', from: '2022-07-27', asOf: '2023-12-31', by: ['level'], state: 1 },
    ],
  },
};

/** Firms that took part and are in a municipality of Noord-Brabant: of even numbers Breda, of odd ones Best. */
const taking = (firms: number, isInBest: boolean): Fact[] =>
  Array.from({ length: firms }, (_, index) => ({
    ...{ kind: 'participation', type: '', firm: `f${10 * index + (isInBest ? 5 : 0)}` },
    ...{ centres: ['A'], on: '2022-02-01', until: null, amount: 1, cells: { level: 'PARTNER' } },
    ...{ known: 0, gone: STATES },
  }));
const elsewhere = (firms: number): Fact[] =>
  taking(firms, false).map((fact, index) => ({ ...fact, firm: `f${5 * index + 1}` }));

describe('nobody computes', () => {
  it.each(Object.entries(KINDS))('%s', async (_, { series, asked, indicators, refused }) => {
    const facts = randomFacts(new Random(series), STATES);
    const opened: EditionDocument[] = [];
    for (const question of asked) {
      const { open, output } = await publish(facts, { state: 0, indicators, ...question }, opened);
      if (!output.forbidden) opened.push(open);
    }
    const attacker = new Attacker(opened, facts, STATES);
    expect(await attacker.exposed()).toEqual([]);
    expect(asked.length - opened.length).toBe(refused);
    expect(attacker.numbers.some(({ value }) => Number(value) > 0)).toBe(true);
  });

  it.each([
    [['province'], ['municipality']],
    [['municipality'], ['province']],
    [['municipality', 'province'], []],
  ] as Breakdown[][][])('how few are in a municipality, by its province: %j, then %j', async (...reports) => {
    const facts = [...taking(2, true), ...taking(12, false), ...elsewhere(24)];
    const opened: EditionDocument[] = [];
    for (const by of reports.filter((ways) => ways.length > 0)) {
      const asked = { scope: 'programme', from: '2022-01-01', asOf: '2022-12-31', by, state: 0 };
      const { open } = await publish(facts, { ...asked, indicators: ['companies_participated'] }, opened);
      opened.push(open);
    }
    const attacker = new Attacker(opened, facts, STATES);
    expect(await attacker.exposed()).toEqual([]);
    const told = attacker.numbers.filter(({ value, cell }) => cell && Number(value) > 0);
    expect(told.length).toBeGreaterThan(0);
  });
});
