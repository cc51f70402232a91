import { Housekeeping } from '@api/platform/housekeeping/housekeeping.service';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { zipOfCsv } from '../support/csv-zip';
import { aCentre } from '../support/made';
import { startTestRegister } from '../support/register';
import { uploaded } from '../support/uploads';

const SHORT = { faultyRows: 2, mails: 1, notifications: 30 };

it('keeps faulty rows, and what somebody has seen, as long as the installation says', async () => {
  const register = await startTestRegister({ retention: SHORT });
  const owner = new pg.Pool({ connectionString: register.ownerUrl, max: 1 });
  onTestFinished(async () => {
    await owner.end();
    await register.close();
  });
  const admin = await register.as('ADMIN');
  const lines = ['ref;name;kvk_number', '1;Goed bedrijf;70000001', '2;Zonder nummer;7000000X'];
  const faulty = zipOfCsv({ 'companies.csv': lines.join('\n') });
  const { id, hasFaultsFile } = await uploaded(admin, faulty, '?setAside=true');
  expect(hasFaultsFile).toBe(true);
  const isKept = async () =>
    (await owner.query('select num_nonnulls(faulty_rows, planned_rows) > 0 as kept from import_files where import_id = $1', [id])).rows; // prettier-ignore
  expect(await isKept()).toEqual([{ kept: true }]);

  const ended = (days: number) =>
    owner.query('update imports set finished_at = now() - make_interval(days => $2) where id = $1', [
      id,
      days,
    ]);
  const another = () => uploaded(admin, zipOfCsv({ 'companies.csv': 'ref;name\n1;Ander bedrijf\n' }));
  await ended(1);
  await another();
  expect(await isKept()).toEqual([{ kept: true }]);
  await ended(3);
  await another();
  // An import is done before its worker has cleared up.
  await expect.poll(isKept).toEqual([{ kept: false }]);

  const coordinator = await register.as('COORDINATOR', (await aCentre(admin)).id);
  await owner.query(
    `insert into notification_states (user_id, notification_id, noted_at)
     select $1::uuid, uuid_v7(), now() - make_interval(days => d) from unnest(array[29, 31]) d`,
    [coordinator.id],
  );
  await register.app.get(Housekeeping).run();
  const { rows } = await owner.query('select 1 from notification_states where user_id = $1', [
    coordinator.id,
  ]);
  expect(rows).toHaveLength(1);
});
