import type { SheetName } from '@fieldlab/domain';
import { SHEET_PLANS } from '../planning/sheet-plan';
import { NONE, type Rule } from './rule';

/** A row that was found by its key keeps the register's values where they differ. */
const differs = (sheet: SheetName, columns: Record<string, string>, joins = ''): Rule => ({
  code: 'DIFFERS_FROM_REGISTER',
  sheet,
  column: null,
  sql: `
    select p.line, field.name, field.value, jsonb_build_object('kept', field.kept) as params
      from planned_${sheet} p
      join ${sheet} record on record.id = p.record_id
      ${joins}
     cross join lateral (values ${Object.entries(columns)
       .map(([column, kept]) => `('${column}', p.${column}::text, (${kept})::text)`)
       .join(', ')}) field (name, value, kept)
     where p.standing = 'FOUND' and field.value <> field.kept`,
});

const same = (...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, `record.${column}`]));

const programmeDiffers: Rule = {
  code: 'DIFFERS_FROM_REGISTER',
  sheet: 'programme',
  column: null,
  sql: `
    select p.line, field.name, field.value, jsonb_build_object('kept', field.kept) as params
      from staged_programme p
      join programmes record on record.deleted_at is null
     cross join lateral (values ('name', p.name, record.name),
                                ('started_on', p.started_on::text, record.started_on::text))
           field (name, value, kept)
     where p.id is null and field.value <> field.kept`,
};

const leftOut: Rule[] = SHEET_PLANS.flatMap(({ sheet }): Rule[] => [
  {
    code: 'RECORD_WAS_DELETED',
    sheet,
    column: null,
    sql: `
      select line, null::text as value, ${NONE} as params
        from planned_${sheet} where standing = 'LEFT_OUT' and record_id is not null`,
  },
  {
    code: 'REFERENCE_LEFT_OUT',
    sheet,
    column: null,
    sql: `
      select line, dangling as value, ${NONE} as params
        from planned_${sheet} where standing = 'LEFT_OUT' and record_id is null`,
  },
]);

/** What is not a fault but must not pass in silence. */
export const DIFFERENCE_RULES: readonly Rule[] = [
  programmeDiffers,
  differs(
    'centres',
    {
      ...same('kind', 'name', 'type', 'province', 'municipality', 'started_on', 'ended_on', 'website'),
      hub_code: 'hub.code',
      technologies: `nullif(record.technologies, '{}')`,
    },
    'left join centres hub on hub.id = record.hub_id',
  ),
  differs('participations', same('level', 'ended_on', 'note')),
  differs('attendances', same('people')),
  ...leftOut,
];
