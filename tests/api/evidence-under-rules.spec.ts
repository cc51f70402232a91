import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, aCompany, aLinkTo, anOutcome, aSpinOff, type Made } from '../support/made';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';
import { uploaded } from '../support/uploads';
import { xlsx } from '../support/workbook';

let register: TestRegister;
let admin: Caller;
let centre: Made;
let company: Made;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await admin.patch('/programme', 0, { name: 'P', startedOn: '2015-01-01' }).expect(200);
  [centre, company] = [await aCentre(admin, { code: 'FL-BEWIJS' }), await aCompany(admin)];
});
afterAll(() => register.close());

const claimOf = async (path: string): Promise<string> =>
  (await admin.get(path).expect(200)).body.claimLevel as string;

describe('an import under evidence', () => {
  const HEADS = ['kind', 'title', 'company_ref', 'centre_codes', 'achieved_on', 'claim_level', 'ref'];
  const imported = (title: string) =>
    uploaded(
      admin,
      xlsx({
        companies: [
          ['ref', 'name'],
          ['b', `Firma ${title}`],
        ],
        outcomes: [HEADS, ['NEW_PRODUCT', title, 'b', 'FL-BEWIJS', '2020-05-01', 'CONFIRMED', 'r']],
      }),
    );
  const outcomeOf = async (title: string): Promise<Made> => {
    const { body } = await admin.get(`/outcomes?q=${encodeURIComponent(title)}`).expect(200);
    const [found] = (body as { data: Made[] }).data;
    if (!found) throw new Error(`There is no outcome ${title}`);
    return found;
  };

  it('is not taken back while evidence hangs from what it made, and says how much does', async () => {
    const { id } = await imported('Lasrobot');
    const outcome = await outcomeOf('Lasrobot');
    await aLinkTo(admin, 'outcomes', outcome.id);
    const refused = await admin.post(`/imports/${id}/undo`).expect(409);
    expect(refused.body).toMatchObject({ code: 'BUILT_UPON' });
    expect(await claimOf(`/outcomes/${outcome.id}`)).toBe('EVIDENCED');
  });

  it('is not taken back after the evidence went either: the claim has other versions since', async () => {
    const { id } = await imported('Freesbank');
    const outcome = await outcomeOf('Freesbank');
    const evidence = await aLinkTo(admin, 'outcomes', outcome.id);
    await admin.delete(`/evidence/${evidence.id}`, 1).expect(204);
    expect(await claimOf(`/outcomes/${outcome.id}`)).toBe('CONFIRMED');
    const refused = await admin.post(`/imports/${id}/undo`).expect(409);
    expect(refused.body).toMatchObject({ code: 'BUILT_UPON' });
    await admin.get(`/outcomes/${outcome.id}`).expect(200);
  });

  it('is taken back where evidence hangs from other records alone', async () => {
    const mine = await anOutcome(admin, company.id, [centre.id]);
    await aLinkTo(admin, 'outcomes', mine.id);
    const { id } = await imported('Printer');
    const outcome = await outcomeOf('Printer');
    await admin.post(`/imports/${id}/undo`).expect(200);
    await admin.get(`/outcomes/${outcome.id}`).expect(404);
    expect(await claimOf(`/outcomes/${mine.id}`)).toBe('EVIDENCED');
  });
});

describe('evidence in an accepted quarter', () => {
  let locked: Made;
  let withLink: Made;
  let spinOff: Made;
  beforeAll(async () => {
    const values = { achievedOn: '2021-05-01', claimLevel: 'SELF_REPORTED' };
    locked = await anOutcome(admin, company.id, [centre.id], values);
    withLink = await anOutcome(admin, company.id, [centre.id], values);
    spinOff = await aSpinOff(admin, [centre.id], { foundedOn: '2021-05-01' });
    withLink.evidence = await aLinkTo(admin, 'outcomes', withLink.id);
    const { body } = await admin.post('/rounds', { period: '2021-Q2', dueOn: '2021-07-15' }).expect(201);
    const at = `/rounds/${(body as Made).id}/centres/${centre.id}`;
    await admin.post(`${at}/submit`, { nothingChanged: true }).expect(200);
    await admin.post(`${at}/accept`).expect(200);
  });

  it('is attached with a reason alone, for it raises a claim that was counted', async () => {
    for (const [resource, { id }] of [
      ['outcomes', locked],
      ['spin-offs', spinOff],
    ] as const) {
      const link = { resource, recordId: id, url: 'https://example.nl/later' };
      const refused = await admin.post('/evidence', link).expect(409);
      expect(refused.body).toMatchObject({ code: 'PERIOD_LOCKED', errors: [{ path: 'reason' }] });
      expect((await admin.get(`/evidence?recordId=${id}`).expect(200)).body.total).toBe(0);
      await admin.post('/evidence?reason=Nagekomen', link).expect(201);
      expect(await claimOf(`/${resource}/${id}`)).toBe('EVIDENCED');
      // Another piece changes nothing that is counted.
      await admin.post('/evidence', { ...link, url: 'https://example.nl/nog' }).expect(201);
    }
  });

  it('is taken away with a reason alone where the claim falls with it', async () => {
    const { id } = withLink.evidence as Made;
    const refused = await admin.delete(`/evidence/${id}`, 1).expect(409);
    expect(refused.body.code).toBe('PERIOD_LOCKED');
    expect(await claimOf(`/outcomes/${withLink.id}`)).toBe('EVIDENCED');
    await admin.delete(`/evidence/${id}?reason=Ingetrokken`, 1).expect(204);
    expect(await claimOf(`/outcomes/${withLink.id}`)).toBe('CONFIRMED');
    const { body } = await admin.get(`/outcomes/${withLink.id}/history`).expect(200);
    expect((body as { data: Made[] }).data[0]).toMatchObject({ reason: 'Ingetrokken' });
  });
});
