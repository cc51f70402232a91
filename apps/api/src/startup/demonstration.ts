import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportsService } from '../modules/imports/imports.service';
import { projectRoot } from '../platform/config/project-root';
import { Database } from '../platform/database/database';
import { keepDemonstrationComparison } from './demonstration-comparison';

const WORKBOOK = 'prisma/demo/smart-industry-2021.xlsx';
const AUTHORSHIP = { actorId: null, actorName: 'demonstration programme' };

/** Loads the demonstration programme into a register that holds nothing yet; answers whether it did. */
export async function loadDemonstration(app: INestApplicationContext): Promise<boolean> {
  if (!(await isEmpty(app.get(Database)))) return false;
  const path = join(projectRoot(), WORKBOOK);
  const { status } = await app
    .get(ImportsService)
    .importFile({ path, language: 'en', authorship: AUTHORSHIP });
  if (status !== 'DONE') throw new Error(`The demonstration programme (${WORKBOOK}) has faults.`);
  await keepDemonstrationComparison(app, AUTHORSHIP);
  return true;
}

/** Also a register from which everything was deleted is not empty: it has a history. */
async function isEmpty({ pool }: Database): Promise<boolean> {
  const { rowCount } = await pool.query('select from revisions limit 1');
  return rowCount === 0;
}
