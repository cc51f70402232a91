import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { dateIn, NETHERLANDS } from '@fieldlab/domain';
import Papa from 'papaparse';
import type { ImportRequest } from '../modules/imports/import-request';
import { ImportsService } from '../modules/imports/imports.service';
import { projectRoot } from '../platform/config/project-root';
import { Database } from '../platform/database/database';
import { keepDemonstrationComparison } from './demonstration-comparison';
import { continueUntil } from './demonstration/continuation';
import type { ContinuedRows } from './demonstration/continued-rows';
import { fillDesks } from './demonstration/desk';
import { nameLivingly } from './demonstration/living-names';
import { makePeople, type People } from './demonstration/people';
import { publishLetter, submitProgress } from './demonstration/reports';
import { readState } from './demonstration/state';

const WORKBOOK = 'prisma/demo/smart-industry-2021.xlsx';
export const DEMONSTRATION = { actorId: null, actorName: 'demonstration programme' };

/**
 * Loads the demonstration programme into a register that holds nothing yet: the workbook of spring 2021 under living
 * names, and what happened since, until `today`. Answers whether it did.
 */
export async function loadDemonstration(
  app: INestApplicationContext,
  today = dateIn(NETHERLANDS.timeZone, new Date()),
): Promise<boolean> {
  if (!(await isEmpty(app.get(Database)))) return false;
  await load(app, { path: join(projectRoot(), WORKBOOK), beforeWriting: nameLivingly });
  const people = await makePeople(app, DEMONSTRATION);
  // Publishing computes in a process of its own, and needs nothing of what happened since.
  await Promise.all([publishLetter(app, people), goOn(app, people, today)]);
  return true;
}

async function goOn(app: INestApplicationContext, people: People, today: string): Promise<void> {
  await loadRows(app, continueUntil(await readState(app.get(Database).pool), today));
  await keepDemonstrationComparison(app, DEMONSTRATION);
  await fillDesks(app, { people, by: DEMONSTRATION, today });
  await submitProgress(app, people, today);
}

async function load(
  app: INestApplicationContext,
  request: Pick<ImportRequest, 'path' | 'fileName' | 'beforeWriting'>,
): Promise<void> {
  const { status, faults } = await app
    .get(ImportsService)
    .importFile({ ...request, language: 'nl', authorship: DEMONSTRATION });
  if (status !== 'DONE')
    throw new Error(`The demonstration programme has faults: ${faults[0]?.message ?? ''}`);
}

/** By the door that every workbook comes in by, so that all its rules hold for these rows. */
async function loadRows(app: INestApplicationContext, { sheets }: ContinuedRows): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-demonstration-'));
  try {
    for (const [sheet, rows] of Object.entries(sheets)) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      if (rows.length > 0) await writeFile(join(folder, `${sheet}.csv`), Papa.unparse(rows, { columns }));
    }
    await load(app, { path: folder, fileName: 'smart-industry-sinds-2021.zip' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Also a register from which everything was deleted is not empty: it has a history. */
async function isEmpty({ pool }: Database): Promise<boolean> {
  const { rowCount } = await pool.query('select from revisions limit 1');
  return rowCount === 0;
}
