import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '@api/platform/config/project-root';
import { migrate } from '@api/platform/database/migrate';
import { leftAsTheyAre } from '@api/startup/left-as-they-are';
import { createEmptyDatabase } from '../support/database';

const MENDED = '20261128131500_mended_texts_and_dates';

let pool: pg.Pool;
const undo: (() => Promise<unknown>)[] = [];

/** A register as the migrations before the rules made it, with what both doors took then, and then brought up to date. */
beforeAll(async () => {
  const database = await createEmptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-before-'));
  pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  undo.push(
    () => rm(folder, { recursive: true }),
    () => database.drop(),
    () => pool.end(),
  );
  const migrations = join(projectRoot(), 'prisma', 'migrations');
  for (const name of (await readdir(migrations)).filter((each) => each < MENDED))
    await cp(join(migrations, name), join(folder, name), { recursive: true });
  await migrate(database.ownerUrl, { folder });
  await pool.query(`
    insert into centres (code, kind, name, started_on, ended_on, technologies, website) values
      ('FL-1', 'FIELDLAB', 'Lab' || chr(8203), '2015-01-01', '9999-12-31', '{AI;VR}', 'javascript:alert(1)'),
      ('FL-1' || chr(8203), 'FIELDLAB', 'Twin', '2015-01-01', null, '{}', null),
      ('HUB;4', 'HUB', 'Hub', '0850-01-01', null, '{}', null);
    insert into companies (name, match_name) values ('e' || chr(769) || 'en BV', 'een'), (chr(8203), ''), ('Møller', 'møller');
    insert into participations (company_id, centre_id, level, started_on, ended_on)
      select c.id, z.id, 'PARTNER', '2020-01-01', '9999-12-31' from companies c, centres z where c.match_name = 'een' and z.code = 'FL-1';
    insert into companies (name, match_name) values ('Blijft', 'blijft'), ('Gaat op', 'gaat op');
    update companies set merged_into_id = (select id from companies where name = 'Blijft') where name = 'Gaat op'`);
  await migrate(database.ownerUrl);
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

const rows = async (text: string): Promise<unknown[][]> =>
  (await pool.query<unknown[]>({ text, rowMode: 'array' })).rows;

describe('a register made before the rules', () => {
  it('is mended in new versions of one revision that says why', async () => {
    expect(await rows(`select ended_on, version from participations`)).toEqual([[null, 2]]);
    expect(await rows(`select name, ended_on from centres where code = 'FL-1'`)).toEqual([['Lab', null]]);
    expect(await rows(`select name from companies where match_name = 'een'`)).toEqual([['\u00e9en BV']]);
    expect(await rows(`select match_name from companies where name = 'Møller'`)).toEqual([['moller']]);
    expect(
      await rows(`select distinct actor_name, reason from revisions where reason is not null order by 2`),
    ).toEqual([
      ['Fieldlab', 'Mended: one rule for texts and dates at every door'],
      ['Fieldlab', 'Merges that were recorded with the company alone'],
    ]);
  });

  it('is still what it was, for who asks what was known before', async () => {
    expect(await rows(`select ended_on::text from participations_history order by rev_from`)).toEqual([
      ['9999-12-31'],
      [null],
    ]);
  });

  it('has a record of every merge', async () => {
    expect(
      await rows(`select s.name, m.name, m.version from merges g
                    join companies s on s.id = g.survivor_id join companies m on m.id = g.merged_id`),
    ).toEqual([['Blijft', 'Gaat op', 2]]);
  });

  it('lists what could only have been guessed', async () => {
    expect(await rows(`select table_name, field from mending_exceptions order by 1, 2, value`)).toEqual([
      ['centres', 'code'],
      ['centres', 'code'],
      ['centres', 'code'],
      ['centres', 'started_on'],
      ['centres', 'technologies'],
      ['centres', 'website'],
      ['companies', 'name'],
    ]);
  });

  it('says of which fields it was when the program starts, until they are mended', async () => {
    const said = await leftAsTheyAre(pool);
    expect(said.map((line) => line.split(' of today.')[0])).toEqual([
      'centres.code: 2 values are older than, and break, a rule',
      'centres.started_on: 1 value is older than, and breaks, a rule',
      'centres.technologies: 1 value is older than, and breaks, a rule',
      'centres.website: 1 value is older than, and breaks, a rule',
      'companies.name: 1 value is older than, and breaks, a rule',
    ]);
    expect(said).toContainEqual(expect.stringContaining('Dates lie from 1900-01-01 to 2199-12-31.'));
    await pool.query(`update centres set website = null, technologies = '{AI,VR}'`);
    expect((await leftAsTheyAre(pool)).map((line) => line.split(':')[0])).toEqual([
      ...['centres.code', 'centres.started_on', 'companies.name'],
    ]);
  });
});
