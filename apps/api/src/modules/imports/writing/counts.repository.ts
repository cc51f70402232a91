import type { SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import type { PresentColumns } from '../staging/stage-workbook';
import type { SheetCounts } from '../import-request';
import { SHEET_PLANS } from '../planning/sheet-plan';

export interface ImportCounts {
  sheets: Partial<Record<SheetName, SheetCounts>>;
  openReviews: number;
}

/** Records that will be changed, by sheet; only these can be found with blanks. */
const FILLED: Partial<Record<SheetName, string>> = {
  centres: 'select record_id from centre_fills',
  companies: `
    select record_id from company_fills
    union
    select n.record_id from number_fills n join company_records r on r.record_id = n.record_id where not r.is_new`,
  participations: 'select record_id from participation_fills',
};

const PROGRAMME = `
  select count(*) filter (where not there) as created, count(*) filter (where there and changes) as updated,
         count(*) filter (where there and not changes) as unchanged
    from (select exists (select from programmes where deleted_at is null) as there,
                 exists (select from planned_programme where standing = 'CHANGED') as changes
            from staged_programme limit 1) p`;

const countsOf = (sheet: SheetName): string => `
  with record as (
    select record_id, bool_or(standing = 'NEW') as is_new, bool_or(standing = 'CHANGED') as is_changed
      from planned_${sheet} where standing <> 'LEFT_OUT' group by record_id
  ), filled as (${FILLED[sheet] ?? 'select null::uuid as record_id where false'})
  select count(*) filter (where is_new) as created,
         count(*) filter (where not is_new and (is_changed or f.record_id is not null)) as updated,
         count(*) filter (where not is_new and not is_changed and f.record_id is null) as unchanged
    from record left join filled f on f.record_id = record.record_id`;

/** What the import will do, or would: by records, each counted once. */
export async function countPlanned(client: SqlClient, present: PresentColumns): Promise<ImportCounts> {
  const sheets: Partial<Record<SheetName, SheetCounts>> = {};
  if (present.has('programme')) sheets.programme = await counted(client, PROGRAMME);
  for (const { sheet } of SHEET_PLANS) {
    if (present.has(sheet)) sheets[sheet] = await counted(client, countsOf(sheet));
  }
  const { rows } = await client.query<{ count: number }>(`
    select count(*)::int as count from review_pairs r
     where not exists (select from duplicate_candidates d
                        where d.company_id = least(r.id, r.other_id)
                          and d.other_company_id = greatest(r.id, r.other_id))`);
  return { sheets, openReviews: rows[0]?.count ?? 0 };
}

async function counted(client: SqlClient, sql: string): Promise<SheetCounts> {
  const { rows } = await client.query<Record<keyof SheetCounts, string>>(sql);
  const [row] = rows;
  return {
    created: Number(row?.created ?? 0),
    updated: Number(row?.updated ?? 0),
    unchanged: Number(row?.unchanged ?? 0),
  };
}

export const changesAnything = ({ sheets }: ImportCounts): boolean =>
  Object.values(sheets).some(({ created, updated }) => created + updated > 0);
