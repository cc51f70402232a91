import { generateSync } from 'otplib';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAccess } from '../support/access';
import { addUser, agentOf, PASSWORD, signIn } from '../support/actors';
import { aToken, startTestRegister, type Caller, type TestRegister } from '../support/register';

interface Entry {
  action: string;
  resource: string;
  recordId: string;
  actor: { id: string | null; name: string };
}

describe('the audit trail of access', () => {
  let register: TestRegister;
  let admin: Caller;
  beforeAll(async () => {
    register = await startTestRegister({ access: testAccess({ trustProxy: 1 }) });
    admin = await register.as('ADMIN');
  });
  afterAll(() => register.close());

  const entries = async (query: string): Promise<Entry[]> =>
    (await admin.get(`/audit-events?perPage=100&${query}`).expect(200)).body.data as Entry[];

  it('tells who came in', async () => {
    const person = await addUser(register, { role: 'VIEWER' });
    await agentOf(register, person);
    expect(await entries(`action=SIGN_IN&recordId=${person.id}`)).toMatchObject([
      { action: 'SIGN_IN', resource: 'users', actor: { id: person.id, name: person.name } },
    ]);
  });

  it('tells who did not, by a digest that is the same for the same account and names nobody', async () => {
    const { email } = await addUser(register, { role: 'VIEWER' });
    const before = (await entries('action=SIGN_IN_FAILED')).length;
    for (const tried of [email, email.toUpperCase(), 'nobody@people.example']) {
      await signIn(request.agent(register.server), { email: tried, password: 'wrong' }).expect(401);
    }
    const failed = await entries('action=SIGN_IN_FAILED');
    expect(failed).toHaveLength(before + 3);
    const [nobody, second, first] = failed;
    expect(first?.recordId).toBe(second?.recordId);
    expect(nobody?.recordId).not.toBe(first?.recordId);
    expect(failed.every(({ actor }) => actor.id === null)).toBe(true);
    expect(JSON.stringify(failed)).not.toMatch(/people\.example/);
  });

  it('tells of second factors, whoever changes them', async () => {
    const person = await addUser(register, { role: 'VIEWER' });
    const agent = await agentOf(register, person);
    const factor = '/api/v1/account/second-factor';
    const { body } = await agent.post(factor).expect(201);
    await agent
      .post(`${factor}/confirmation`)
      .send({ code: generateSync({ secret: body.secret }) })
      .expect(201);
    await agent.post(`${factor}/recovery-codes`).send({}).expect(201);
    await agent.post(`${factor}/removal`).send({ password: PASSWORD }).expect(204);
    const told = await entries(`recordId=${person.id}&actorId=${person.id}`);
    expect(told.map(({ action }) => action)).toEqual([
      'SECOND_FACTOR_REMOVED',
      'RECOVERY_CODES_RENEWED',
      'SECOND_FACTOR_ADDED',
      'SIGN_IN',
    ]);
  });

  it('tells who took personal data out, and nothing of other lists', async () => {
    for (const file of ['contacts.csv', 'notes.xlsx', 'companies.csv', 'workbook.xlsx', 'centres.csv'])
      await admin.get(`/${file}`).expect(200);
    const told = await entries('action=EXPORT');
    expect(told.map(({ resource, actor }) => [resource, actor.id])).toEqual([
      ['companies', admin.id],
      ['companies', admin.id],
      ['notes', admin.id],
      ['contacts', admin.id],
    ]);
  });

  it('tells of a token once for each address that it is used from', async () => {
    const person = await addUser(register, { role: 'VIEWER' });
    const token = await aToken(register, person, ['read']);
    const use = (address: string) =>
      request(register.url)
        .get('/api/v1/session')
        .set({ Authorization: `Bearer ${token}`, 'X-Forwarded-For': address })
        .expect(200);
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.1']) await use(address);
    const told = await entries(`action=TOKEN_FROM_NEW_ADDRESS&actorId=${person.id}`);
    expect(told.map(({ resource }) => resource)).toEqual(['api-tokens', 'api-tokens']);
  });

  it('takes no note of what did not happen that way', async () => {
    const forged = register.database.pool.query(`select note_access('CREATE', gen_random_uuid())`);
    await expect(forged).rejects.toThrow('The trail notes no CREATE');
  });
});
