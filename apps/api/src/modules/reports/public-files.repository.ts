import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';

export const PUBLIC_FILE_KINDS = ['csv', 'pdf'] as const;
export type PublicFileKind = (typeof PUBLIC_FILE_KINDS)[number];

/** A file of a public edition as it is kept. */
export interface KeptFile {
  name: string;
  content: Buffer;
  /** Lower-case hex of the content's SHA-256. */
  sha256: string;
}

/** The files of public editions; the database refuses to change one. */
@Injectable()
export class PublicFilesRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(reportId: string, number: number, kind: PublicFileKind): Promise<KeptFile | undefined> {
    const [row] = await rowsOf<KeptFile & Record<string, unknown>>(
      this.database.pool,
      sql`select name, content, sha256 from public_files
           where report_id = ${reportId}::uuid and number = ${number} and kind = ${kind}`,
    );
    return row;
  }

  /** The number of a report's last edition. */
  async newest(reportId: string): Promise<number | undefined> {
    const [row] = await rowsOf<{ number: number | null }>(
      this.database.pool,
      sql`select max(number) as number from public_editions where report_id = ${reportId}::uuid`,
    );
    return row?.number ?? undefined;
  }

  /** What a file is made from. */
  async source(reportId: string, number: number): Promise<{ title: string; text: string } | undefined> {
    const [row] = await rowsOf<{ title: string; text: string }>(
      this.database.pool,
      sql`select p.title, e.public_document as text
            from report_editions e join public_editions p using (report_id, number)
           where e.report_id = ${reportId}::uuid and e.number = ${number}`,
    );
    return row;
  }

  /** Whoever was first has kept it. */
  async keep(reportId: string, number: number, kind: PublicFileKind, file: KeptFile): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`insert into public_files (report_id, number, kind, name, content, sha256)
          values (${reportId}::uuid, ${number}, ${kind}, ${file.name}, ${file.content}, ${file.sha256})
          on conflict do nothing`,
    );
  }
}
