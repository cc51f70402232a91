import { createHash, createHmac } from 'node:crypto';
import pg from 'pg';
import { verifyChain } from '@api/modules/audit-events/audit-chain.repository';
import { Database } from '@api/platform/database/database';
import { digestKeyOf } from '@api/platform/database/digest-key';
import { migrate } from '@api/platform/database/migrate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createEmptyDatabase } from '../support/database';
import { aCentre, aCompany, type Made } from '../support/made';
import { migratedUntil } from '../support/migrated-until';
import { startTestRegister, type Caller, type TestRegister } from '../support/register';

let register: TestRegister;
let admin: Caller;
let owner: pg.Client;
let salt: string;
beforeAll(async () => {
  register = await startTestRegister();
  admin = await register.as('ADMIN');
  await aCentre(admin);
  owner = new pg.Client({ connectionString: register.ownerUrl });
  await owner.connect();
  salt = (await owner.query<{ salt: string }>('select salt::text from audit_salt')).rows[0]?.salt ?? '';
});
afterAll(async () => {
  await owner.end();
  await register.close();
});

const TRADER = { legalForm: 'EENMANSZAAK', postcode: '7411KT', municipality: 'Deventer' };
const soleTrader = (name: string, kvkNumber: string): Promise<Made> =>
  aCompany(admin, { ...TRADER, name, kvkNumber });

/** What the trail tells of a record, as whoever holds the whole database reads it. */
async function toldOf(id: string): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ after: Record<string, string> }>(
    'select after from audit_events where record_id = $1 order by id',
    [id],
  );
  return Object.assign({}, ...rows.map(({ after }) => after)) as Record<string, string>;
}

describe('personal values in the trail', () => {
  it('are HMAC under a key of the program: of a sole trader name, number and address', async () => {
    const told = await toldOf((await soleTrader('Karel Karelsen', '87654321')).id);
    const key = digestKeyOf('a secret of the tests');
    const digest = (value: string): string =>
      `hmac-sha256:${createHmac('sha256', key)
        .update(salt + value)
        .digest('hex')}`;
    expect(told).toMatchObject({
      ...{ name: digest('Karel Karelsen'), number: digest('87654321') },
      ...{ postcode: digest('7411 KT'), municipality: digest('Deventer') },
    });
  });

  it('are not confirmed by who holds the database alone, with the right guess', async () => {
    const { id } = await soleTrader('Guessed Gladly', '87654322');
    const kept = JSON.stringify(await toldOf(id));
    for (const value of ['Guessed Gladly', '87654322']) {
      const guesses = [
        createHash('sha256').update(value),
        createHash('sha256').update(salt + value),
        createHmac('sha256', salt).update(value),
        createHmac('sha256', Buffer.alloc(32)).update(salt + value),
      ];
      for (const guess of guesses) expect(kept).not.toContain(guess.digest('hex'));
    }
    // Nothing that the database keeps holds the key: neither a table nor a setting of its own.
    const { rows } = await owner.query<{ kept: string }>(
      `select coalesce(string_agg(setconfig::text, ' '), '') || coalesce(current_setting('fieldlab.digest_key', true), '') as kept
         from pg_db_role_setting where setconfig::text !~ '^."search_path=[a-z_, ]+".$'`,
    );
    expect(rows[0]?.kept).toBe('');
  });

  it('are no digest at all where somebody writes without the key, and the chain stays whole', async () => {
    const { id } = await soleTrader('Met De Hand', '87654323');
    await owner.query(`update companies set name = 'Anders Met De Hand' where id = $1`, [id]);
    expect(await toldOf(id)).toMatchObject({ name: 'hmac-sha256:withheld' });
    expect((await register.database.snapshot((client) => verifyChain(client))).faults).toEqual([]);
  });

  it('are digested anew under another key once the first is lost, and the chain stays whole', async () => {
    const { id } = await soleTrader('Sleutel Kwijt', '87654324');
    const former = (await toldOf(id)).name;
    const url = new URL(register.ownerUrl);
    const other = new Database(url.href, { digestKey: digestKeyOf('another secret'), maxConnections: 1 });
    await other.pool.query(`update companies set name = name || '!' where id = $1`, [id]);
    await other.pool.query(`update companies set name = 'Sleutel Kwijt' where id = $1`, [id]);
    await other.close();
    const { name } = await toldOf(id);
    expect(name).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
    expect(name).not.toBe(former);
    expect((await register.database.snapshot((client) => verifyChain(client))).faults).toEqual([]);
  });

  it('answer no guesses of the program’s own role: neither the function nor the salt is its own', async () => {
    for (const statement of [
      `select digested('{"name": "Karel Karelsen"}', '{name}')`,
      'select salt from audit_salt',
    ])
      await expect(register.database.pool.query(statement)).rejects.toThrow(/permission denied/);
  });
});

describe('a register whose trail was digested under the salt of its own database', () => {
  it('comes along: its entries and its chain stay, and the salt that would confirm a guess is gone', async () => {
    const database = await createEmptyDatabase();
    onTestFinished(() => database.drop());
    await migratedUntil(database.ownerUrl, KEYED);
    const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    onTestFinished(() => pool.end());
    await pool.query(
      `insert into companies (name, match_name, legal_form) values ('Oud Geheim', 'oud geheim', 'EENMANSZAAK')`,
    );
    const confirmed = async (): Promise<boolean | undefined> => {
      const { rows } = await pool.query<{ confirmed: boolean }>(
        `select after ->> 'name' = 'sha256:' || encode(sha256(convert_to(s.salt::text || 'Oud Geheim', 'UTF8')), 'hex') as confirmed
           from audit_events, audit_salt s where after ? 'name'`,
      );
      return rows[0]?.confirmed;
    };
    expect(await confirmed()).toBe(true);
    await migrate(database.ownerUrl);
    expect(await confirmed()).toBe(false);
    const register = new Database(database.ownerUrl, { maxConnections: 1 });
    onTestFinished(() => register.close());
    expect((await register.snapshot((client) => verifyChain(client))).faults).toEqual([]);
  });
});

const KEYED = '20261128201200_keyed_digests_in_the_trail';
