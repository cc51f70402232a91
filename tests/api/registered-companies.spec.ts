import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startKvkServer, type KvkServer } from '../support/kvk-server';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

describe('a company in the trade register', () => {
  let kvk: KvkServer;
  let register: TestRegister;
  let coordinator: Caller;
  beforeAll(async () => {
    kvk = await startKvkServer();
    register = await startTestRegister({ businessRegisters: { kvk: kvk.access } });
    coordinator = await register.as('COORDINATOR');
  });
  beforeEach(() => kvk.says(undefined));
  afterAll(async () => {
    await register.close();
    await kvk.close();
  });

  it('is found by a part of its name, once', async () => {
    const { body } = await coordinator.get('/registered-companies?q=donald').expect(200);
    expect(body).toEqual({
      data: [{ number: '68750110', name: 'Test BV Donald', municipality: 'Lollum' }],
      total: 1,
    });
  });

  it('is found by its number', async () => {
    const { body } = await coordinator.get('/registered-companies?q=69599084').expect(200);
    expect(body).toMatchObject({ total: 1, data: [{ name: 'Test EMZ Dagobert' }] });
    expect(kvk.asked.at(-1)).toContain('kvkNummer=69599084');
  });

  it('is none where the register has none', async () => {
    const { body } = await coordinator.get('/registered-companies?q=bestaatniet').expect(200);
    expect(body).toEqual({ data: [], total: 0 });
    await coordinator.get('/registered-companies/90000000').expect(404);
  });

  it('fills what we keep of a company, and says when it was read', async () => {
    const { body } = await coordinator.get('/registered-companies/68750110').expect(200);
    expect(body).toEqual({
      ...{ register: 'KVK', readAt: expect.any(String), number: '68750110', name: 'Test BV Donald' },
      ...{ legalForm: 'BV', sbiCode: '28250', employees: 24, sizeClass: 'SMALL' },
      ...{ postcode: '8823SJ', municipality: 'Lollum', province: 'NL-FR' },
      ...{ website: 'www.test-bv-donald.nl', endedOn: null, isNonMailing: true },
    });
    const { number: kvkNumber, name, legalForm, sbiCode, postcode, municipality, website } = body;
    const fields = { name, legalForm, sbiCode, postcode, municipality, website };
    const { body: made } = await coordinator.post('/companies', { ...fields, kvkNumber }).expect(201);
    expect(made).toMatchObject({ kvkNumber, postcode: '8823 SJ', website: 'www.test-bv-donald.nl' });
  });

  it('keeps a shielded address to itself, and tells that it ended', async () => {
    const { body } = await coordinator.get('/registered-companies/69599084').expect(200);
    expect(body).toMatchObject({ legalForm: 'EENMANSZAAK', sizeClass: 'MICRO', endedOn: '2021-12-31' });
    expect(body).toMatchObject({ postcode: null, municipality: null, province: null, isNonMailing: false });
  });

  it.each([
    [
      'does not answer in time',
      { status: 504, body: 'Gateway Timeout' },
      503,
      'BUSINESS_REGISTER_UNREACHABLE',
    ],
    [
      'answers what is no profile',
      { status: 200, body: '{"kvkNummer":7}' },
      503,
      'BUSINESS_REGISTER_UNREACHABLE',
    ],
    [
      'answers without end',
      { status: 200, body: `"${'x'.repeat(1_100_000)}"` },
      503,
      'BUSINESS_REGISTER_UNREACHABLE',
    ],
    ['refuses the key', { status: 403, body: '{}' }, 502, 'BUSINESS_REGISTER_REFUSED'],
  ])('says so where the register %s', async (_, answer, status, code) => {
    kvk.says(answer);
    const { body } = await coordinator.get('/registered-companies/68750110').expect(status);
    expect(body).toMatchObject({ code });
  });

  it('is not looked up elsewhere than where the register is', async () => {
    kvk.says({ status: 302, body: '' });
    await coordinator.get('/registered-companies/68750110').expect(503);
    await coordinator.get('/registered-companies/..%2f..%2fv2').expect(400);
    await coordinator.get('/registered-companies/%2e%2e').expect(400);
    await coordinator.get('/registered-companies/zoeken').expect(404);
    expect(kvk.asked.every((path) => path.startsWith('/test/api/v'))).toBe(true);
  });

  it('cannot be asked where no register is connected', async () => {
    const { body } = await coordinator.get('/registered-companies?q=metaal&country=DE').expect(409);
    expect(body).toMatchObject({ code: 'BUSINESS_REGISTER_NOT_CONNECTED' });
  });

  it('is looked up by those who may write companies alone', async () => {
    const evaluator = await register.as('EVALUATOR');
    await evaluator.get('/registered-companies/68750110').expect(403);
  });
});
