import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@fieldlab/domain';
import { Database } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';
import type { Catalogue } from './public.dto';

/** Who a public edition is. */
export interface PublicEdition {
  reportId: string;
  number: number;
  title: string;
  language: Language;
  programme: string | null;
  scope: string;
  asOf: string;
  from: string | null;
  publishedAt: string;
  seal: string;
}

/** A report with its newest edition. */
export interface CatalogueRow extends PublicEdition {
  figures: Catalogue['data'][number]['figures'];
  editions: Catalogue['data'][number]['editions'];
}

const COLUMNS = sql`e.report_id as "reportId", e.number, e.title, e.language, e.programme, e.scope, e.as_of as "asOf",
  e."from", e.published_at as "publishedAt", e.seal`;

/** What is public of every edition, without its document. */
@Injectable()
export class PublicEditionsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Oldest first. */
  all(): Promise<PublicEdition[]> {
    return this.database.listing(({ client }) =>
      rowsOf<PublicEdition & Record<string, unknown>>(
        client,
        sql`select ${COLUMNS} from public_editions e order by e.published_at, e.report_id`,
      ),
    );
  }

  /** Every report with its newest edition, newest first. */
  newest(): Promise<CatalogueRow[]> {
    return this.database.listing(({ client }) =>
      rowsOf<CatalogueRow & Record<string, unknown>>(
        client,
        sql`select ${COLUMNS}, e.figures,
                 (select jsonb_agg(jsonb_build_object('edition', o.number, 'publishedAt', o.published_at,
                                                      'seal', o.seal) order by o.number)
                    from public_editions o where o.report_id = e.report_id) as editions
            from public_editions e
           where e.number = (select max(o.number) from public_editions o where o.report_id = e.report_id)
           order by e.published_at desc, e.report_id`,
      ),
    );
  }

  /** A sealed public document as it was published. */
  async document(reportId: string, number: number): Promise<{ text: string; seal: string } | undefined> {
    const [row] = await this.database.listing(({ client }) =>
      rowsOf<{ text: string; seal: string }>(
        client,
        sql`select e.public_document as text, e.public_seal as seal from report_editions e
           where e.report_id = ${reportId}::uuid and e.number = ${number}`,
      ),
    );
    return row;
  }
}
