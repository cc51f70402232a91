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
  /** Its reason is another text than the digest is of. */
  reasonChanged: boolean;
  /** The digest of its reason stands, and the text does not. */
  erased: boolean;
  /** Of a link whose hash covers the text: everything but the text, and the digest of that. */
  withoutReason: string | null;
  resealed: Buffer | null;
}

interface Entry extends Record<string, unknown> {
  link: string;
  covered: string;
  /** Of an entry that held a reason: its digest with that, everything but that, and the digest of this. */
  kept: Buffer | null;
  withoutReason: string;
  resealed: Buffer | null;
  /** Of an entry whose digest covered its values, which were erased. */
  isKeptWhole: boolean;
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
  const erasures = await recordedErasures(client);
  const report: ChainReport = { links: 0, entries: 0, head: ORIGIN.toString('hex'), faults: [] };
  const heads = [...known, ...(await headsOfEditions(client))];
  const missing = new Set(heads.map((hash) => hash.toLowerCase()));
  missing.delete(report.head);
  for (
    let links = await linksAfter(client, 0);
    links.length > 0;
    links = await linksAfter(client, report.links)
  ) {
    const entries = await entriesOf(client, links);
    for (const link of links) {
      report.faults.push(...faultsOf(link, entries.get(link.id) ?? [], report));
      report.faults.push(...faultsOfReason(link, erasures));
      report.links = Number(link.position);
      report.entries += link.entries ?? 0;
      // What follows is checked against what stands here, also where that is wrong: one fault is not told for each link.
      report.head = hex(link.hash);
      missing.delete(report.head);
    }
  }
  report.faults.push(
    ...(await faultsAtTheEnd(client, report)),
    ...(await faultsOfResealing(client)),
    ...(await faultsOfErasedValues(client)),
  );
  for (const hash of missing)
    report.faults.push(`The head ${hash} was in the chain once, and is not any more.`);
  return report;
}

function faultsOf(link: Link, entries: readonly Entry[], { links, head }: ChainReport): string[] {
  const faults: string[] = [];
  const place = `Link ${link.position}`;
  if (Number(link.position) !== links + 1) faults.push(`${place} follows link ${links}: links are missing.`);
  if (hex(link.previous) !== head) faults.push(`${place} does not follow from the link before it.`);
  if (entries.length !== link.entries) {
    faults.push(`${place} had ${link.entries ?? 'unknown'} entries, and has ${entries.length}.`);
  }
  const digests = entries.map((entry) => digestOf(entry, link.erased));
  if (hex(sha256(...digests)) !== hex(link.digest))
    faults.push(`An entry of link ${link.position} was changed.`);
  if (!isAsItWas(link)) faults.push(`${place} itself was changed.`);
  return faults;
}

function isAsItWas(link: Link): boolean {
  if (link.erased && link.withoutReason !== null)
    return hex(sha256(link.withoutReason)) === hex(link.resealed);
  return hex(sha256(link.previous ?? '', link.covered)) === hex(link.hash);
}

function digestOf({ covered, kept, withoutReason, resealed, isKeptWhole }: Entry, isErased: boolean): Buffer {
  if (isKeptWhole && kept !== null) return kept;
  const isResealed = kept !== null && hex(sha256(withoutReason)) === hex(resealed);
  return isErased && isResealed ? kept : sha256(covered);
}

/** A reason is as it was written, or was erased by somebody whom the trail names. */
function faultsOfReason(link: Link, erasures: ReadonlySet<string>): string[] {
  if (link.reasonChanged) return [`The reason of link ${link.position} was changed.`];
  if (!link.erased || erasures.has(link.position)) return [];
  return [`The reason of link ${link.position} is gone, and no erasure of it is in the trail.`];
}

/** The positions of links whose reason was erased, as later links of the chain say. */
async function recordedErasures(client: PoolClient): Promise<Set<string>> {
  const rows = await rowsOf<{ position: string }>(
    client,
    sql`select after ->> 'position' as position from audit_events where action = 'REASON_ERASED'`,
  );
  return new Set(rows.map(({ position }) => position));
}

function linksAfter(client: PoolClient, position: number): Promise<Link[]> {
  return rowsOf<Link>(
    client,
    sql`select id, position, entries, digest, previous, hash, resealed,
               case form
                 when 1 then jsonb_build_array(position, extract(epoch from at), actor_id, actor_name, request_id,
                                               reason, entries, encode(digest, 'hex'))
                 else jsonb_build_array(form, position, extract(epoch from at), actor_id, actor_name, request_id,
                                        encode(reason_digest, 'hex'), entries, encode(digest, 'hex'))
               end::text as covered,
               case form when 1 then
                 jsonb_build_array('resealed', position, extract(epoch from at), actor_id, actor_name, request_id,
                                   encode(reason_digest, 'hex'), entries, encode(digest, 'hex'),
                                   encode(previous, 'hex'), encode(hash, 'hex'))::text end as "withoutReason",
               reason is not null
                 and sha256(reason_salt || convert_to(reason, 'UTF8')) is distinct from reason_digest as "reasonChanged",
               reason is null and reason_digest is not null as erased
          from audit_links where position > ${position} order by position limit ${BATCH}`,
  );
}

async function entriesOf(client: PoolClient, links: readonly Link[]): Promise<Map<string, Entry[]>> {
  const rows = await rowsOf<Entry>(
    client,
    sql`select link_id as link, kept_digest as kept, resealed,
               erased_by is not null and values_digest is null as "isKeptWhole",
               case when salt is null and values_digest is null
                    then jsonb_build_array(id, resource, record_id, action, before, after)
                    else jsonb_build_array(3, id, resource, record_id, action, encode(coalesce(values_digest,
                           sha256(salt || convert_to(jsonb_build_array(before, after)::text, 'UTF8'))), 'hex'))
               end::text as covered,
               jsonb_build_array('resealed', id, resource, record_id, action, before - 'reason', after - 'reason',
                                 encode(kept_digest, 'hex'))::text as "withoutReason"
          from audit_events where link_id = any(${links.map(({ id }) => id)}::bigint[]) order by id`,
  );
  const entries = new Map<string, Entry[]>();
  for (const row of rows) {
    const found = entries.get(row.link) ?? [];
    found.push(row);
    entries.set(row.link, found);
  }
  return entries;
}

/** What was there before reasons could be erased was digested without them; the chain holds what came of it. */
async function faultsOfResealing(client: PoolClient): Promise<string[]> {
  const [found] = await rowsOf<{ resealed: Buffer; noted: string | null }>(
    client,
    sql`select coalesce((select string_agg(resealed, ''::bytea order by position) from audit_links), '')
               || coalesce((select string_agg(resealed, ''::bytea order by id) from audit_events), '') as resealed,
               (select after ->> 'digest' from audit_events where action = 'RESEALED' order by id limit 1) as noted`,
  );
  const digest = found?.resealed.length ? hex(sha256(found.resealed)) : null;
  return digest === (found?.noted ?? null)
    ? []
    : ['The digests of what was there before reasons could be erased were changed.'];
}

/** Values are as they were written, or an entry of the chain says which were erased, and of which digest they were. */
async function faultsOfErasedValues(client: PoolClient): Promise<string[]> {
  const rows = await rowsOf<{ id: string | null; told: string | null; found: Buffer }>(
    client,
    sql`select e.erased_by as id, max(told.after ->> 'digest') as told,
               sha256(string_agg(sha256(convert_to(jsonb_build_array(e.id, e.resource, e.record_id, e.action,
                 encode(coalesce(e.values_digest, e.kept_digest), 'hex'))::text, 'UTF8')), ''::bytea order by e.id)) as found
          from audit_events e left join audit_events told on told.id = e.erased_by and told.action = 'VALUES_ERASED'
         where e.erased_by is not null or (e.salt is null and e.values_digest is not null)
         group by e.erased_by`,
  );
  return rows.flatMap(({ id, told, found }) =>
    told === hex(found)
      ? []
      : [`The values of entries are gone, and entry ${id ?? 'nobody'} does not say that these were.`],
  );
}

/** What editions noted when they were published; the database lets nobody change an edition. */
async function headsOfEditions(client: PoolClient): Promise<string[]> {
  const editions = await rowsOf<{ reportId: string; number: number }>(
    client,
    sql`select report_id as "reportId", number from report_editions order by report_id, number`,
  );
  const heads: string[] = [];
  // Read here, one at a time, for documents are long: before version 16, PostgreSQL cannot say whether a text is JSON.
  for (const { reportId, number } of editions) {
    const [edition] = await rowsOf<{ document: string }>(
      client,
      sql`select document from report_editions where report_id = ${reportId}::uuid and number = ${number}::int`,
    );
    const head = edition && headOf(edition.document);
    if (head !== undefined) heads.push(head);
  }
  return heads;
}

/** Undefined where a document names none, or was changed into what is no JSON. */
function headOf(document: string): string | undefined {
  try {
    const { auditHead } = JSON.parse(document) as { auditHead?: { hash?: string } };
    return auditHead?.hash;
  } catch {
    return undefined;
  }
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
