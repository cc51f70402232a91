import type { FiguresAnswer } from '@fieldlab/domain';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInAs } from '../support/actors';
import { importDemonstration } from '../support/importing';
import { startTestApp, type TestApp } from '../support/app';
import { expectedFigures } from '../support/expected-figures';

let test: TestApp;
let evaluator: Agent;
beforeAll(async () => {
  test = await startTestApp();
  evaluator = await signedInAs(test, 'EVALUATOR');
  await importDemonstration(test);
});
afterAll(() => test.close());

const get = (path: string, query: Record<string, unknown> = {}) =>
  evaluator.get(`/api/v1${path}`).query(query);

describe('GET /figures', () => {
  it.each(expectedFigures.totals)(
    'yields the expected figures for $scope, $from to $asOf',
    async (expected) => {
      const { asOf, from, scope } = expected;
      const answer = (await get('/figures', { asOf, from, scope }).expect(200)).body as FiguresAnswer;
      expect(Object.fromEntries(answer.figures.map(({ indicator, value }) => [indicator, value]))).toEqual(
        expected.figures,
      );
    },
  );

  it.each(expectedFigures.breakdowns)('breaks $indicator down by $by', async (expected) => {
    const { asOf, from, scope, by, indicator } = expected;
    const answer = (await get('/figures', { asOf, from, scope, by, indicator }).expect(200))
      .body as FiguresAnswer;
    const cells = answer.figures[0]?.breakdown?.map(({ key, value }) => [key, value]);
    expect(Object.fromEntries(cells ?? [])).toEqual(expected.cells);
  });

  it('speaks the language that is asked for', async () => {
    const query = { by: 'kind', indicator: 'centres_active', asOf: '2021-05-01' };
    const label = async (language: string) =>
      ((await get('/figures', query).set('Accept-Language', language)).body as FiguresAnswer).figures[0]
        ?.breakdown?.[0]?.label;
    expect(await label('nl')).toBe('Fieldlab');
    const unknown = { by: 'sizeClass', indicator: 'companies_participated', asOf: '2021-05-01' };
    const nl = (await get('/figures', unknown).set('Accept-Language', 'nl')).body as FiguresAnswer;
    expect(nl.figures[0]?.breakdown?.find(({ key }) => key === 'unknown')?.label).toBe('Onbekend');
  });

  it('names every fault at once, and where it is', async () => {
    const { body } = await get('/figures', {
      asOf: '2021-02-30',
      from: 'yesterday',
      by: 'colour',
      extra: '1',
    }).expect(400);
    expect(body).toMatchObject({ code: 'INVALID_INPUT', status: 400 });
    const { errors } = body as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['asOf', 'by', 'extra', 'from']);
  });

  it.each([
    ['a scope that is not there', { scope: 'hub:NOWHERE' }, 'scope'],
    ['a fieldlab as a hub', { scope: 'hub:FL-01' }, 'scope'],
    ['a pair that means nothing', { indicator: 'jobs', by: 'sizeClass' }, 'by'],
    ['a period that ends before it starts', { asOf: '2014-01-01', from: '2015-01-01' }, 'from'],
    ['a century of quarters and more', { from: '1900-01-01', asOf: '2021-01-01', by: 'quarter' }, 'by'],
  ])('refuses %s', async (_, query, path) => {
    const { body } = await get('/figures', query).expect(400);
    expect(body.errors[0].path).toBe(path);
  });
});

describe('GET /figures/{indicator}/members', () => {
  it('lists exactly the firms that were counted, page by page', async () => {
    const query = { asOf: '2021-05-01', perPage: 100 };
    const ids = new Set<string>();
    for (let page = 1; page <= 7; page += 1) {
      const { body } = await get('/figures/companies_participated/members', { ...query, page }).expect(200);
      expect(body.total).toBe(683);
      for (const { id, resource } of body.data) {
        expect(resource).toBe('companies');
        ids.add(id as string);
      }
    }
    expect(ids.size).toBe(683);
  });

  it.each([
    ['companies_participated', 'province'],
    ['companies_new', 'year'],
    ['participations', 'level'],
    ['spin_offs', 'centre'],
    ['centres_active', 'technology'],
  ])('has as many members behind each cell of %s by %s as the cell says', async (indicator, by) => {
    const query = { asOf: '2021-05-01', by };
    const figures = (await get('/figures', { ...query, indicator })).body as FiguresAnswer;
    for (const { key, value } of figures.figures[0]?.breakdown ?? []) {
      const { body } = await get(`/figures/${indicator}/members`, { ...query, key, perPage: 1 });
      expect(body.total, key).toBe(value);
    }
  });
});

describe('GET /indicators', () => {
  it('publishes every definition in both languages', async () => {
    const { body } = await get('/indicators').expect(200);
    expect(body.total).toBe(22);
    for (const { title, definition } of body.data) {
      for (const language of ['nl', 'en']) {
        expect(title[language]).toBeTruthy();
        expect(definition[language].length).toBeGreaterThan(40);
      }
    }
    await get('/indicators/jobs@1').expect(200);
    await get('/indicators/jobs@2').expect(404);
  });
});
