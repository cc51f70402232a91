import { SHEETS } from '@fieldlab/domain';
import { NONE, type Rule } from './rule';

/** What must hold for rows that name the record they are. */
export const BY_ID_RULES: readonly Rule[] = SHEETS.flatMap(({ name: sheet }): Rule[] => {
  const table = sheet === 'programme' ? 'programmes' : sheet;
  return [
    {
      code: 'UNKNOWN_ID',
      sheet,
      column: 'id',
      sql: `
        select line, id as value, ${NONE} as params from planned_${sheet}
         where id is not null and standing is distinct from 'BY_ID' and standing is distinct from 'CHANGED'`,
    },
    {
      code: 'ID_REPEATED',
      sheet,
      column: 'id',
      sql: `
        select line, id as value, jsonb_build_object('other', first) as params
          from (select line, id, min(line) over (partition by id) as first from planned_${sheet} where id is not null) p
         where line > first`,
    },
    {
      // Who changed nothing is told nothing: the same workbook can come twice.
      code: 'STALE_VERSION',
      sheet,
      column: 'version',
      sql: `
        select p.line, p.version::text as value, jsonb_build_object('current', record.version) as params
          from planned_${sheet} p join ${table} record on record.id = p.record_id
         where p.standing in ('BY_ID', 'CHANGED') and p.changed is not null and p.version <> record.version`,
    },
  ];
});
