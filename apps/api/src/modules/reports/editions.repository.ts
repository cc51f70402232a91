import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { rowsOf, sql } from '../../platform/database/sql';

export interface StoredEdition {
  reportId: string;
  number: number;
  publishedAt: Date;
  publishedByName: string;
  document: string;
  seal: string;
  publicDocument: string;
  publicSeal: string;
}
/** As it is read. */
export type ReadEdition = StoredEdition & { title: string };

const COLUMNS = sql`e.report_id as "reportId", e.number, e.published_at as "publishedAt",
  e.public_document::json #>> '{report,title}' as title,
  e.published_by_name as "publishedByName", e.document, e.seal, e.public_document as "publicDocument",
  e.public_seal as "publicSeal"`;

type Row = ReadEdition & Record<string, unknown>;

/** Published editions: written once, by the database's own rule. */
@Injectable()
export class EditionsRepository {
  async insert(client: PoolClient, edition: StoredEdition & { publishedById: string }): Promise<void> {
    const { reportId, number, publishedAt, publishedById, publishedByName } = edition;
    await rowsOf(
      client,
      sql`insert into report_editions (report_id, number, published_at, published_by_id, published_by_name,
            document, seal, public_document, public_seal)
          values (${reportId}::uuid, ${number}, ${publishedAt}, ${publishedById}::uuid, ${publishedByName},
            ${edition.document}, ${edition.seal}, ${edition.publicDocument}, ${edition.publicSeal})`,
    );
  }

  async find(client: Pool | PoolClient, reportId: string, number: number): Promise<ReadEdition | undefined> {
    const [row] = await rowsOf<Row>(
      client,
      sql`select ${COLUMNS} from report_editions e where e.report_id = ${reportId}::uuid and e.number = ${number}`,
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

  /** Every edition of every report, oldest first: what the public knows. */
  published(client: Pool | PoolClient): Promise<ReadEdition[]> {
    return rowsOf<Row>(
      client,
      sql`select ${COLUMNS} from report_editions e order by e.published_at, e.report_id`,
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
