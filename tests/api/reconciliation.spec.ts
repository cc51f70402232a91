import type { FiguresService } from '@api/modules/figures/figures.service';
import type { Side } from '@api/modules/figures/reconciliation/reconciliation.service';
import { loadDemonstration } from '@api/startup/demonstration';
import { findIndicator, hundredthsOf, type Breakdown, type Bridge, type FigureValue } from '@fieldlab/domain';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { signedInAs } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';
import { figuresOn, reconciliationOn } from '../support/figures';
import { Random } from '../support/random';
import { liveRegister, type Day } from '../support/random-life';
import { randomQueries } from '../support/random-query';

const SEEDS = Number(process.env.ORACLE_SEEDS ?? 3);
const PAIRS = 60;

/** Random pairs of figures of one unit: other dates, scopes, indicators and knowledge, or all of these. */
function randomPairs(days: readonly Day[], random: Random): [Side, Side][] {
  const sides = days.flatMap(({ register, knownAt }, index) =>
    randomQueries(register, index + random.int(1, 1e6), 60).map(
      ({ by: _, sectorVersion: __, countBy: ___, from, ...query }): Side => ({
        ...query,
        from: from ?? undefined,
        knownAt,
      }),
    ),
  );
  const pairs = Array.from({ length: PAIRS }, (): [Side, Side] => {
    const left = random.pick(sides);
    const right = random.chance(0.4) ? { ...left, knownAt: random.pick(days).knownAt } : random.pick(sides);
    return [left, right];
  });
  const unit = ({ indicator }: Side) => findIndicator(indicator)?.unit;
  return pairs.filter(([left, right]) => unit(left) === unit(right));
}

async function valueOf(figures: FiguresService, { indicator, ...query }: Side): Promise<FigureValue> {
  const { figures: answer } = await figures.compute({ ...query, indicators: [indicator] }, 'en');
  return answer[0]?.value ?? null;
}

describe('a bridge between two random figures', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'adds up exactly, by the records behind each step, in register %i',
    async (seed) => {
      const random = new Random(seed);
      const { database, days, close } = await liveRegister(seed, random, 4);
      onTestFinished(close);
      const [figures, reconciliation] = [figuresOn(database), reconciliationOn(database)];
      let crossed = 0;
      for (const [left, right] of randomPairs(days, random)) {
        const where = JSON.stringify({ seed, left, right });
        const ends = [await valueOf(figures, left), await valueOf(figures, right)];
        if (ends.includes(null)) continue;
        const bridge = await reconciliation.bridge({ left, right }, 'en', (step) => step);
        expect([bridge.left.value, bridge.right.value], where).toEqual(ends);
        let total = hundredthsOf(bridge.left.value) ?? 0n;
        for (const step of bridge.steps) {
          const change = hundredthsOf(step.change) ?? 0n;
          total += change;
          expect(hundredthsOf(step.total), where).toBe(total);
          const parts = await reconciliation.differences({ left, right }, step.members, (_, differences) =>
            Promise.resolve(differences),
          );
          expect(parts.length, where).toBe(step.records);
          const isSum = findIndicator(left.indicator)?.kind !== 'ratio';
          if (isSum)
            expect(
              parts.reduce((sum, part) => sum + part.change, 0n),
              where,
            ).toBe(change);
          crossed += 1;
        }
        expect(total, where).toBe(hundredthsOf(bridge.right.value));
      }
      expect(crossed).toBeGreaterThan(10);
    },
  );
});

/** The cells of one figure on two days, by key. */
async function cellsOn(
  figures: FiguresService,
  side: Side,
  by: Breakdown,
): Promise<Map<string, FigureValue>> {
  const { indicator, ...query } = side;
  const { figures: answer } = await figures.compute({ ...query, by, indicators: [indicator] }, 'en');
  return new Map(answer[0]?.breakdown?.map(({ key, value }) => [key, value]));
}

describe('a bridge between a cell and itself, known later', () => {
  it.each([12, 13])('adds up exactly in register %i', async (seed) => {
    const random = new Random(seed);
    const { database, days, close } = await liveRegister(seed, random, 5);
    onTestFinished(close);
    const [figures, reconciliation] = [figuresOn(database), reconciliationOn(database)];
    let crossed = 0;
    for (const { by, sectorVersion: _, countBy: __, from, ...query } of days.flatMap(({ register }, index) =>
      randomQueries(register, index, 15),
    )) {
      if (by === undefined) continue;
      const side = (day: Day | undefined): Side => ({
        ...query,
        from: from ?? undefined,
        knownAt: day?.knownAt,
      });
      const [left, right] = [side(days[0]), side(days.at(-1))];
      const [before, after] = [await cellsOn(figures, left, by), await cellsOn(figures, right, by)];
      for (const key of new Set([...before.keys(), ...after.keys()])) {
        const bridge = await reconciliation.bridge({ left, right, cell: { by, key } }, 'en', () => '');
        const where = JSON.stringify({ seed, left, right, by, key });
        const sum = bridge.steps.reduce(
          (total, { change }) => total + (hundredthsOf(change) ?? 0n),
          hundredthsOf(before.get(key)) ?? 0n,
        );
        expect(sum, where).toBe(hundredthsOf(after.get(key)) ?? 0n);
        crossed += bridge.steps.length;
      }
    }
    expect(crossed).toBeGreaterThan(5);
  });
});

describe('GET /figures/reconciliation', () => {
  let test: TestApp;
  let evaluator: Agent;
  beforeAll(async () => {
    test = await startTestApp();
    evaluator = await signedInAs(test, 'EVALUATOR');
    await loadDemonstration(test.app);
  });
  afterAll(() => test.close());

  const ask = (query: Record<string, string>, language = 'nl') =>
    evaluator.get('/api/v1/figures/reconciliation').query(query).set('Accept-Language', language);
  const reasons = ({ steps }: Bridge) => steps.map(({ reason }) => reason);

  it('leads from the companies reached to those participating, with every record behind it', async () => {
    const query = {
      left: 'companies_reached',
      'left.asOf': '2021-05-01',
      right: 'companies_participating',
      'right.asOf': '2021-05-01',
    };
    const bridge = (await ask(query).expect(200)).body as Bridge;
    expect([bridge.left.value, bridge.right.value]).toEqual([832, 551]);
    expect(reasons(bridge)).toEqual(['ONLY_REACHED', 'CENTRE_ENDED', 'STOPPED_BEFORE']);
    expect(bridge.steps[0]?.change).toBe(683 - 832);
    expect(bridge.steps.at(-1)?.total).toBe(551);
    expect(bridge.text).toBe(
      'Van de 832 bedrijven die van 1 januari 2015 tot en met 1 mei 2021 zijn bereikt, namen er 683 deel. Daarvan was ' +
        'van 4 het fieldlab beëindigd en waren er 128 vóór 1 mei 2021 gestopt. Op 1 mei 2021 deden er nog 551 mee.',
    );
    for (const step of bridge.steps) {
      const { body } = await evaluator.get(`${step.members}&perPage=100`).expect(200);
      expect(body.total).toBe(-Number(step.change));
      expect(body.data[0]).toMatchObject({ resource: 'companies', change: -1 });
    }
  });

  it('tells in the comparison that comes with the demonstration why 832, 683, 551 and 314, 367, 370 hold', async () => {
    const { body } = await evaluator.get('/api/v1/comparisons').expect(200);
    const [{ chains }] = body.data as [{ chains: Record<string, string>[][] }];
    const values: unknown[][] = [];
    for (const chain of chains) {
      const [first, ...rest] = chain.map(({ indicator = '', ...setting }) => (name: string) => ({
        [name]: indicator,
        ...Object.fromEntries(Object.entries(setting).map(([key, value]) => [`${name}.${key}`, value])),
      }));
      let left = first;
      const told: unknown[] = [];
      for (const right of rest) {
        const bridge = (await ask({ ...left?.('left'), ...right('right') }).expect(200)).body as Bridge;
        if (told.length === 0) told.push(bridge.left.value);
        expect(bridge.steps.at(-1)?.total).toBe(bridge.right.value);
        told.push(bridge.right.value);
        left = right;
      }
      values.push(told);
    }
    const [firms, euros] = values;
    expect(firms).toEqual([832, 683, 551]);
    expect(euros?.map((value) => Math.round(Number(value) / 1e6))).toEqual([314, 367, 370]);
  });

  it('names committed money, sources and dates in euros and cents', async () => {
    const bridge = (
      await ask({
        left: 'investment_committed',
        right: 'investment_private',
        'left.asOf': '2021-05-01',
        'right.asOf': '2019-12-31',
      }).expect(200)
    ).body as Bridge;
    expect(reasons(bridge)).toEqual(['COMMITTED_NOT_REALISED', 'REALISED_NOT_COMMITTED', 'DATED_AFTER']);
    expect(bridge.left.value).toBe('28000000.00');
    expect(bridge.steps.at(-1)?.total).toBe(bridge.right.value);
  });

  it('counts a firm in several centres as what makes pairs of firms', async () => {
    const bridge = (await ask({ left: 'companies_participated', right: 'participations' })).body as Bridge;
    expect(reasons(bridge)).toEqual(['SEVERAL_CENTRES']);
  });

  it.each([
    [{ left: 'jobs', right: 'companies_reached' }, 'right'],
    [{ left: 'nonsense', right: 'companies_reached' }, 'left'],
    [{ left: 'jobs', right: 'jobs', 'right.asOf': '2021-02-30' }, 'right.asOf'],
    [{ left: 'jobs', right: 'jobs', 'left.scope': 'hub:NOWHERE' }, 'left.scope'],
    [{ left: 'leverage', right: 'leverage', 'left.scope': 'centre:FL-20' }, 'left'],
    [{ left: 'jobs' }, 'right'],
  ])('refuses %j', async (query, path) => {
    const { body } = await ask(query as Record<string, string>).expect(400);
    const { errors } = body as { errors: { path: string }[] };
    expect(errors.map((fault) => fault.path)).toContain(path);
  });

  it('shows a coordinator no records beyond their own centre', async () => {
    const coordinator = await signedInAs(test, 'COORDINATOR');
    const query = { left: 'companies_reached', right: 'companies_participated' };
    const { body } = await coordinator.get('/api/v1/figures/reconciliation').query(query).expect(200);
    await coordinator.get(body.steps[0].members).expect(403);
  });
});
