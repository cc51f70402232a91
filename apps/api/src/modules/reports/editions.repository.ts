import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { rowsOf, sql } from '../../platform/database/sql';

interface StoredEdition {
  reportId: string;
  number: number;
  publishedAt: Date;
  publishedByName: string;
  document: string;
  seal: string;
  publicDocument: string;
  publicSeal: string;
  /** Of its members file; null where its document has the members itself, as those published before do. */
  membersDigest: string | null;
}
/** As it is read. */
export type ReadEdition = StoredEdition & { title: string };

/** What is given to be published: two sealed documents and the members of the first, as they are served. */
export type PublishedDocuments = Pick<
  StoredEdition,
  'reportId' | 'number' | 'document' | 'publicDocument'
> & {
  members: string;
};

const COLUMNS = sql`e.report_id as "reportId", e.number, e.published_at as "publishedAt",
  e.public_document::json #>> '{report,title}' as title,
  e.published_by_name as "publishedByName", e.document, e.seal, e.public_document as "publicDocument",
  e.public_seal as "publicSeal",
  case when e.members is not null then e.document::json ->> 'membersDigest' end as "membersDigest"`;

export interface PublicText {
  seal: string;
  text: string;
}

type Row = ReadEdition & Record<string, unknown>;

/** Published editions: written once, by the database's own rule. */
@Injectable()
export class EditionsRepository {
  /** Under the name of who is announced as the author of the transaction; the database checks seals and digest. */
  async insert(
    client: PoolClient,
    { reportId, number, document, publicDocument, members }: PublishedDocuments,
  ): Promise<void> {
    await rowsOf(
      client,
      sql`select publish_edition(${reportId}::uuid, ${number}::integer, ${document}, ${publicDocument}, ${members})`,
    );
  }

  async find(client: Pool | PoolClient, reportId: string, number: number): Promise<ReadEdition | undefined> {
    const [row] = await rowsOf<Row>(
      client,
      sql`select ${COLUMNS} from report_editions e where e.report_id = ${reportId}::uuid and e.number = ${number}`,
    );
    return row;
  }

  /** The records behind an edition, as they were kept when it was published. */
  async members(
    client: Pool | PoolClient,
    reportId: string,
    number: number,
  ): Promise<{ text: string; digest: string } | undefined> {
    const [row] = await rowsOf<{ text: string; digest: string }>(
      client,
      sql`select members as text, document::json ->> 'membersDigest' as digest from report_editions
           where report_id = ${reportId}::uuid and number = ${number} and members is not null`,
    );
    return row;
  }

  /** Oldest first. */
  ofReport(client: Pool | PoolClient, reportId: string): Promise<ReadEdition[]> {
    return rowsOf<Row>(
      client,
      sql`select ${COLUMNS} from report_editions e where e.report_id = ${reportId}::uuid order by e.number`,
    );
  }

  /** One at a time writes an edition: what is suppressed depends on all that are public. */
  async lockPublishing(client: PoolClient): Promise<void> {
    await rowsOf(client, sql`select pg_advisory_xact_lock(lock_key(hashtext('report_editions')))`);
  }

  /** Whether exactly these are public, by the seals of what everybody may have. */
  async arePublic(client: PoolClient, editions: readonly { seal: string }[]): Promise<boolean> {
    const seals = editions.map(({ seal }) => seal).sort();
    const [row] = await rowsOf<{ same: boolean }>(
      client,
      sql`select coalesce(array_agg(public_seal order by public_seal collate "C"), '{}') = ${seals}::text[] as same
            from report_editions`,
    );
    return row?.same === true;
  }

  /** What everybody has, oldest first, by its seal. */
  publicTexts(client: Pool | PoolClient): Promise<PublicText[]> {
    return rowsOf<PublicText & Record<string, unknown>>(
      client,
      sql`select e.public_seal as seal, e.public_document as text from report_editions e
           order by e.published_at, e.report_id`,
    );
  }

  /** The end of the audit trail as it is visible now. */
  async auditHead(client: Pool | PoolClient): Promise<{ position: number; hash: string }> {
    const [row] = await rowsOf<{ position: string; hash: string }>(
      client,
      sql`select position, encode(hash, 'hex') as hash from audit_head`,
    );
    return { position: Number(row?.position ?? 0), hash: row?.hash ?? '' };
  }
}
