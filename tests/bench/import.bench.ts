import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { ImportsRepository } from '@api/modules/imports/imports.repository';
import { ImportsService } from '@api/modules/imports/imports.service';
import { openWorkbook } from '@api/modules/imports/reading/open-workbook';
import { Database } from '@api/platform/database/database';
import { UnitOfWork } from '@api/platform/database/unit-of-work';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { timed, type Measured } from './compare';
import { emptyRegister } from './empty-register';

const ROWS = { companies: 10_000, participations: 40_000 };
const AUTHORSHIP = { actorId: null, actorName: 'bench' };
const TABLES = ['centres', 'companies', 'company_numbers', 'company_profiles', 'participations'];

/** An import of 100,000 rows, less the time of reading them, beside COPY of the same records into the same tables. */
export async function benchImport(cluster: EmbeddedCluster): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-bench-import-'));
  try {
    await writeWorkbook(folder);
    const reading = await timed(() => readThrough(folder));
    const imported = await emptyRegister(cluster);
    const database = new Database(imported.appUrl);
    const service = new ImportsService(new UnitOfWork(database), database, new ImportsRepository());
    const importing = await timed(() => service.importFile({ path: folder, authorship: AUTHORSHIP }));
    const copied = await emptyRegister(cluster);
    const copying = await copyAll(imported.owner, copied.owner);
    await database.close();
    await imported.drop();
    await copied.drop();
    const milliseconds = importing - reading;
    return {
      what: `Import of ${ROWS.companies + ROWS.participations} rows, after reading them (${reading.toFixed(0)} ms)`,
      milliseconds,
      reference: 'COPY of the same records into the same tables, with indexes, constraints and triggers',
      referenceMilliseconds: copying,
      ratio: milliseconds / copying,
      aim: 'as low as checking every row allows',
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeWorkbook(folder: string): Promise<void> {
  const centres = Array.from({ length: 50 }, (_, i) => `FL-${i},FIELDLAB,Fieldlab ${i},2015-01-01`);
  const companies = Array.from(
    { length: ROWS.companies },
    (_, i) => `C${i},${String(10_000_000 + i)},Company ${i} B.V.,SMALL,NL-ZH`,
  );
  const participations = Array.from({ length: ROWS.participations }, (_, i) => {
    const day = new Date(Date.UTC(2015, 0, 1 + (i % 1800))).toISOString().slice(0, 10);
    const round = Math.floor(i / ROWS.companies);
    return `C${i % ROWS.companies},FL-${(i + round * 7) % 50},PARTICIPANT,${day}`;
  });
  const sheets = {
    centres: ['code,kind,name,started_on', ...centres],
    companies: ['ref,kvk_number,name,size_class,province', ...companies],
    participations: ['company_ref,centre_code,level,started_on', ...participations],
  };
  for (const [name, lines] of Object.entries(sheets)) {
    await writeFile(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  }
}

async function readThrough(folder: string): Promise<void> {
  const workbook = await openWorkbook(folder);
  let rows = 0;
  for (const sheet of workbook.sheets) for await (const some of sheet.rows()) rows += some.length;
  await workbook.close();
  if (rows < ROWS.participations) throw new Error(`only ${rows} rows were read`);
}

/** Each table out of one register into a buffer, and, timed, into the other. */
async function copyAll(source: pg.Client, target: pg.Client): Promise<number> {
  let total = 0;
  for (const table of TABLES) {
    const kept: Buffer[] = [];
    await pipeline(source.query(copyTo(`copy ${table} to stdout`)), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) kept.push(chunk);
    });
    const content = new PassThrough();
    content.end(Buffer.concat(kept));
    total += await timed(() => pipeline(content, target.query(copyFrom(`copy ${table} from stdin`))));
  }
  return total;
}
