import { SHEETS, type SheetName } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import type { Findings } from '../findings';
import type { RecordChange } from '../import-request';

/** As many as a person looks through; the counts say how many records there are. */
const MOST_SHOWN = 10_000;
const LONGEST_VALUE = 200;

/** In what rows with an id differ from their records, in the order of the format. */
export async function readChanges(client: SqlClient, findings: Findings): Promise<RecordChange[]> {
  const { rows } = await client.query<RecordChange & { total: string }>(
    `select sheet, line as row, case name when 'ended_on' then 'last_day' else name end as column,
            record_id as "recordId", left(was, $2) as "from", left(becomes, $2) as "to", count(*) over () as total
       from record_changes
      order by array_position($1::text[], sheet), line, name limit $3`,
    [SHEETS.map(({ name }): SheetName => name), LONGEST_VALUE, MOST_SHOWN],
  );
  const count = Number(rows[0]?.total ?? 0) - rows.length;
  if (count > 0)
    findings.add({
      code: 'MORE_CHANGES',
      sheet: null,
      row: null,
      column: null,
      value: null,
      params: { count },
    });
  return rows.map(({ total: _, ...change }) => change);
}
