import { RegisterSharesService, type Grain } from '@api/modules/figures/register-shares.service';
import { measuredWindows } from '@api/modules/reports/disclosure/model/build-problem';
import { grainOf } from '@api/modules/reports/disclosure/model/grain';
import { windowKey } from '@api/modules/reports/disclosure/model/windows';
import { disclosed } from '@api/modules/reports/publishing/disclose';
import { EditionPreparationService } from '@api/modules/reports/publishing/edition-preparation.service';
import { BREAKDOWNS, type EditionDocument } from '@fieldlab/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDemonstration } from '../support/importing';
import { publishApproved } from '../support/publishing';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let author: Caller;
let approver: Caller;
beforeAll(async () => {
  register = await startTestRegister();
  await importDemonstration(register);
  [author, approver] = [await register.as('EVALUATOR'), await register.as('EVALUATOR')];
});
afterAll(() => register.close());

async function approved(values: object): Promise<string> {
  const { body } = await author.post('/reports', { title: 'R', asOf: '2021-05-01', ...values }).expect(201);
  const { id } = body as { id: string };
  await author.post(`/reports/${id}/submit`).expect(200);
  await approver.post(`/reports/${id}/approve`).expect(200);
  return id;
}

const FINEST: Grain = { isByCentre: true, breakdowns: BREAKDOWNS };
const TIME_MS = 60_000;
const NOTHING = { progress: () => undefined, signal: new AbortController().signal };

/** What everybody may have of a report, from what is told apart in its documents, and from all that can be. */
async function bothWays(id: string) {
  const { document, beside } = await register.app.get(EditionPreparationService).prepare(id, () => undefined);
  const { published, measured } = await beside(() => undefined);
  const editions = published.map(({ text }) => JSON.parse(text) as EditionDocument);
  const documents = [document, ...editions];
  const slices = measuredWindows(documents).map((window) => ({ ...window, key: windowKey(window) }));
  const instants = [...new Set(documents.map(({ knownAt }) => knownAt))];
  const shares = register.app.get(RegisterSharesService);
  const finest = await shares.measure(instants, { slices, grain: FINEST });
  const openOf = async (own: typeof measured): Promise<unknown> =>
    JSON.parse((await disclosed({ document, published, measured: own, timeMs: TIME_MS }, NOTHING)).open.text);
  const sizeOf = ({ texts }: typeof measured): number =>
    Object.values(texts).reduce((sum, pieces) => sum + pieces.join('').length, 0);
  return {
    ...{ grain: grainOf(documents), sizes: [measured, finest].map(sizeOf) },
    open: [await openOf(measured), await openOf(finest)],
  };
}

describe('what companies add, as far as documents tell it apart', () => {
  it.each([
    ['headlines', { indicators: ['companies_participated', 'companies_reached'], by: ['year'] }],
    ['cells of companies', { indicators: ['companies_new', 'sme_share'], by: ['province', 'sizeClass'] }],
    ['levels', { indicators: ['companies_reached'], by: ['level'] }],
    ['centres', { indicators: ['companies_participating'], by: ['centre'] }],
    ['pairs', { indicators: ['participations'], by: [] }],
    ['records', { indicators: ['jobs', 'investment_private', 'production_starts'], by: ['sizeClass'] }],
    ['another scope', { indicators: ['companies_participated'], by: ['year'], scope: 'centre:FL-01' }],
  ])('decides the same as all that can be told apart: %s', async (_, values) => {
    const id = await approved(values);
    const { open, sizes } = await bothWays(id);
    expect(open[0]).toEqual(open[1]);
    expect(sizes[0]).toBeLessThanOrEqual(sizes[1] ?? 0);
    await publishApproved(author, id);
  });

  it('is a fraction of it where nothing but the whole is told', async () => {
    const values = { asOf: '2019-12-31', indicators: ['companies_participated'], by: ['year'] };
    const id = await approved(values);
    const { document: own } = await register.app.get(EditionPreparationService).prepare(id, () => undefined);
    expect(grainOf([own])).toEqual({ isByCentre: false, breakdowns: [] });
  });
});
