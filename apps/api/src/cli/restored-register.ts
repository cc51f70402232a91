import type { PoolClient } from 'pg';
import { verifyChain } from '../modules/audit-events/audit-chain.repository';
import { sealOf } from '../modules/reports/seal';
import type { Manifest } from '../platform/database/backup/backup-format';
import type { Database } from '../platform/database/database';
import { differences, figuresKnownAt } from './known-figures';

export interface Comparison {
  /** Sentences; none where the register is what was backed up. */
  faults: string[];
  sentence: string;
}

/**
 * Compares a restored register with what its backup says of it. That every row is there was counted and digested while
 * it was loaded; here what follows from the rows is computed anew.
 */
export async function compareRestored(database: Database, manifest: Manifest): Promise<Comparison> {
  const { position, hash } = manifest.auditHead;
  const known = position === 0 ? [] : [hash];
  const chain = await database.snapshot((client) => verifyChain(client, known), 'batch');
  const revision = await database.snapshot((client) => faultOfRevision(client, manifest), 'batch');
  const editions = await database.snapshot(brokenSeals, 'batch');
  const figures = await compareFigures(database, manifest);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    faults: [...chain.faults, ...revision, ...editions.faults, ...figures.faults],
    sentence:
      `Restored ${rows} rows and ${manifest.attachments.length} attachments of ${manifest.createdAt}, each as it was ` +
      `backed up. The audit trail has ${chain.links} links and ` +
      `${chain.faults.length === 0 ? "holds the backup's head" : 'IS BROKEN'}. ` +
      `${editions.count} published editions: ${editions.faults.length === 0 ? 'no seal is broken' : 'SEALS ARE BROKEN'}. ` +
      `${figures.compared} figures at ${manifest.figures?.length ?? 0} instants of the past: ` +
      `${figures.faults.length === 0 ? 'the same' : 'NOT THE SAME'}.`,
  };
}

async function faultOfRevision(client: PoolClient, { lastRevision }: Manifest): Promise<string[]> {
  if (lastRevision === undefined || lastRevision === '0') return [];
  const { rowCount } = await client.query('select from revisions where id = $1', [lastRevision]);
  return rowCount === 1 ? [] : [`The last revision of the backup, ${lastRevision}, is not there.`];
}

interface Edition {
  document: string;
  seal: string;
  public_document: string;
  public_seal: string;
}

/** Documents are large: one at a time. */
async function brokenSeals(client: PoolClient): Promise<{ count: number; faults: string[] }> {
  const { rows: keys } = await client.query<{ id: string; number: number }>(
    'select report_id as id, number from report_editions order by published_at',
  );
  const faults: string[] = [];
  for (const { id, number } of keys) {
    const { rows } = await client.query<Edition>(
      `select document, seal, public_document, public_seal from report_editions where report_id = $1 and number = $2`,
      [id, number],
    );
    const [edition] = rows;
    const isWhole =
      edition && holds(edition.document, edition.seal) && holds(edition.public_document, edition.public_seal);
    if (!isWhole) faults.push(`The seal of edition ${number} of report ${id} is broken.`);
  }
  return { count: keys.length, faults };
}

const holds = (text: string, seal: string): boolean => {
  const document = JSON.parse(text) as Record<string, unknown>;
  return document.seal === seal && sealOf(document) === seal;
};

async function compareFigures(
  database: Database,
  { figures = [] }: Manifest,
): Promise<{ compared: number; faults: string[] }> {
  const now = await figuresKnownAt(database, figures);
  const faults = figures.flatMap((before, index) => {
    const after = now[index];
    return after ? differences(before, after) : [];
  });
  return { compared: figures.reduce((sum, { values }) => sum + Object.keys(values).length, 0), faults };
}
