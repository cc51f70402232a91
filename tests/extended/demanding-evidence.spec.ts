import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, aLinkTo, anOutcome, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

/** The project of this file adds `products_shown`: new products, of which the programme wants to see evidence. */
let register: TestRegister;
let admin: Caller;
let centre: Made;
let company: Made;
let linked: Made;
let bare: Made;
let evidence: Made;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  [centre, company] = [await aCentre(admin), await aCompany(admin)];
  const product = (values: object = {}) =>
    anOutcome(admin, company.id, [centre.id], { quantity: 2, ...values });
  await product({ evidenceUrl: 'https://example.nl/product' });
  linked = await product();
  // A claim level alone shows nothing.
  bare = await product({ claimLevel: 'EVIDENCED', quantity: 5 });
  evidence = await aLinkTo(admin, 'outcomes', linked.id);
});
afterAll(() => register.close());

interface Told {
  value: number;
  withoutEvidence?: number;
  breakdown?: { key: string; value: number }[];
}
async function figure(indicator: string, more = ''): Promise<Told | undefined> {
  const { body } = await admin
    .get(`/figures?from=2015-01-01&asOf=2021-05-01&indicator=${indicator}${more}`)
    .expect(200);
  return (body as { figures: Told[] }).figures[0];
}
const members = async (more = ''): Promise<string[]> => {
  const { body } = await admin
    .get(`/figures/products_shown/members?from=2015-01-01&asOf=2021-05-01${more}`)
    .expect(200);
  return (body as { data: Made[] }).data.map(({ id }) => id);
};

describe('an indicator that demands evidence', () => {
  it('counts what has a link of its own or a piece of evidence, and says how many it left out', async () => {
    expect(await figure('products_shown')).toMatchObject({ value: 4, withoutEvidence: 1 });
    expect(await figure('new_products')).toMatchObject({ value: 9 });
    expect(await figure('new_products')).not.toHaveProperty('withoutEvidence');
    expect(await members()).not.toContain(bare.id);
    expect(await members()).toHaveLength(2);
    const byCentre = await figure('products_shown', '&by=centre');
    expect(byCentre?.breakdown).toMatchObject([{ key: centre.code, value: 4 }]);
    expect(
      await figure('products_shown', `&scope=centre:${String((await aCentre(admin)).code)}`),
    ).toMatchObject({
      ...{ value: 0, withoutEvidence: 0 },
    });
  });

  it('counts as it was known then: evidence that came or went later changes no figure of before', async () => {
    const knownAt = new Date().toISOString();
    const then = `&knownAt=${knownAt}`;
    await admin.delete(`/evidence/${evidence.id}`, evidence.version).expect(204);
    await aLinkTo(admin, 'outcomes', bare.id);
    expect(await figure('products_shown', then)).toMatchObject({ value: 4, withoutEvidence: 1 });
    expect(await members(then)).toContain(linked.id);
    expect(await figure('products_shown')).toMatchObject({ value: 7, withoutEvidence: 1 });
    expect(await members()).not.toContain(linked.id);
  });

  it('may stand beside others in one question, with the parts of each', async () => {
    const { body } = await admin
      .get('/figures?from=2015-01-01&asOf=2021-05-01&indicator=new_products&indicator=products_shown&by=year')
      .expect(200);
    const [all, shown] = (body as { figures: Told[] }).figures;
    expect([all?.value, shown?.value]).toEqual([9, 7]);
  });
});
