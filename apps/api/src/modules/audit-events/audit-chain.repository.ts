import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { rowsOf, sql } from '../../platform/database/sql';

/** What verifying the trail found. */
export interface ChainReport {
  links: number;
  entries: number;
  /** The hash at its end: whoever keeps it elsewhere can tell that nothing was cut off since. */
  head: string;
  /** Sentences; none when the chain is whole. */
  faults: string[];
}

interface Link extends Record<string, unknown> {
  id: string;
  position: string;
  covered: string;
  /** These are null where somebody with every right emptied them. */
  entries: number | null;
  digest: Buffer | null;
  previous: Buffer | null;
  hash: Buffer | null;
}

const BATCH = 500;
const ORIGIN = createHash('sha256').update('fieldlab').digest();
const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const hex = (bytes: Buffer | null): string => bytes?.toString('hex') ?? '';

/**
 * Computes the chain anew from its entries, in one snapshot. The texts are built here and not by the database's own
 * functions, which whoever changes entries could change too. The heads that published editions noted must be in it.
 * @param known other hashes that were the head once (in a downloaded edition, in a backup's manifest).
 */
export async function verifyChain(client: PoolClient, known: readonly string[] = []): Promise<ChainReport> {
  const report: ChainReport = { links: 0, entries: 0, head: ORIGIN.toString('hex'), faults: [] };
  const heads = [...known, ...(await headsOfEditions(client))];
  const missing = new Set(heads.map((hash) => hash.toLowerCase()));
  missing.delete(report.head);
  for (
    let links = await linksAfter(client, 0);
    links.length > 0;
    links = await linksAfter(client, report.links)
  ) {
    const digests = await entryDigests(client, links);
    for (const link of links) {
      report.faults.push(...faultsOf(link, digests.get(link.id) ?? [], report));
      report.links = Number(link.position);
      report.entries += link.entries ?? 0;
      // What follows is checked against what stands here, also where that is wrong: one fault is not told for each link.
      report.head = hex(link.hash);
      missing.delete(report.head);
    }
  }
  report.faults.push(...(await faultsAtTheEnd(client, report)));
  for (const hash of missing)
    report.faults.push(`The head ${hash} was in the chain once, and is not any more.`);
  return report;
}

function faultsOf(link: Link, entries: readonly Buffer[], { links, head }: ChainReport): string[] {
  const faults: string[] = [];
  const place = `Link ${link.position}`;
  if (Number(link.position) !== links + 1) faults.push(`${place} follows link ${links}: links are missing.`);
  if (hex(link.previous) !== head) faults.push(`${place} does not follow from the link before it.`);
  if (entries.length !== link.entries) {
    faults.push(`${place} had ${link.entries ?? 'unknown'} entries, and has ${entries.length}.`);
  }
  if (hex(sha256(...entries)) !== hex(link.digest))
    faults.push(`An entry of link ${link.position} was changed.`);
  if (hex(sha256(link.previous ?? '', link.covered)) !== hex(link.hash))
    faults.push(`${place} itself was changed.`);
  return faults;
}

function linksAfter(client: PoolClient, position: number): Promise<Link[]> {
  return rowsOf<Link>(
    client,
    sql`select id, position, entries, digest, previous, hash,
               jsonb_build_array(position, extract(epoch from at), actor_id, actor_name, request_id, reason, entries,
                                 encode(digest, 'hex'))::text as covered
          from audit_links where position > ${position} order by position limit ${BATCH}`,
  );
}

async function entryDigests(client: PoolClient, links: readonly Link[]): Promise<Map<string, Buffer[]>> {
  const rows = await rowsOf<{ link: string; covered: string }>(
    client,
    sql`select link_id as link,
               jsonb_build_array(id, resource, record_id, action, before, after)::text as covered
          from audit_events where link_id = any(${links.map(({ id }) => id)}::bigint[]) order by id`,
  );
  const digests = new Map<string, Buffer[]>();
  for (const { link, covered } of rows) {
    const entries = digests.get(link) ?? [];
    entries.push(sha256(covered));
    digests.set(link, entries);
  }
  return digests;
}

/** What editions noted when they were published; the database lets nobody change an edition. */
async function headsOfEditions(client: PoolClient): Promise<string[]> {
  const rows = await rowsOf<{ head: string | null }>(
    client,
    sql`select case when document is json object then document::json -> 'auditHead' ->> 'hash' end as head
          from report_editions`,
  );
  return rows.flatMap(({ head }) => head ?? []);
}

async function faultsAtTheEnd(client: PoolClient, { links, head }: ChainReport): Promise<string[]> {
  const [end] = await rowsOf<{ position: string; hash: Buffer; loose: string }>(
    client,
    sql`select position, hash, (select count(*) from audit_links where position is null) as loose from audit_head`,
  );
  const faults: string[] = [];
  if (Number(end?.position) !== links || end?.hash.toString('hex') !== head) {
    faults.push(`The chain ends at link ${links}, and should end at link ${end?.position ?? 'unknown'}.`);
  }
  if (Number(end?.loose) > 0) faults.push(`${end?.loose ?? ''} links have no place in the chain.`);
  return faults;
}
