import type { SheetName } from '@fieldlab/domain';
import { NONE, type Rule } from './rule';

const WITH_REF: readonly SheetName[] = ['companies', 'activities', 'investments', 'spin_offs', 'outcomes'];

const uniqueRefs: Rule[] = WITH_REF.map((sheet) => ({
  code: 'REF_REPEATED',
  sheet,
  column: 'ref',
  sql: `
    select line, ref as value, jsonb_build_object('other', first) as params
      from (select line, ref, min(line) over (partition by ref) as first
              from staged_${sheet} where ref is not null) r
     where line > first`,
}));

const known = (sheet: SheetName, column: string, target: SheetName, id: string): Rule => ({
  code: 'UNKNOWN_REF',
  sheet,
  column,
  sql: `
    select line, ${column} as value, jsonb_build_object('target', '${target}') as params
      from planned_${sheet} where ${column} is not null and ${id} is null`,
});

const knownCentre = (sheet: SheetName): Rule => ({
  code: 'UNKNOWN_CENTRE',
  sheet,
  column: 'centre_code',
  sql: `
    select line, centre_code as value, ${NONE} as params
      from planned_${sheet} where centre_code is not null and centre_id is null`,
});

const knownCentres = (sheet: SheetName): Rule => ({
  code: 'UNKNOWN_CENTRE',
  sheet,
  column: 'centre_codes',
  sql: `
    select s.line, item.code as value, ${NONE} as params
      from staged_${sheet} s cross join unnest(s.centre_codes) item (code)
     where not exists (select from known_centres known where known.code = item.code)`,
});

/** A ref stands once in its sheet, and whatever is referred to is there. */
export const REFERENCE_RULES: readonly Rule[] = [
  ...uniqueRefs,
  known('participations', 'company_ref', 'companies', 'company_id'),
  known('attendances', 'activity_ref', 'activities', 'activity_id'),
  known('attendances', 'company_ref', 'companies', 'company_id'),
  known('investments', 'company_ref', 'companies', 'company_id'),
  known('investments', 'activity_ref', 'activities', 'activity_id'),
  known('spin_offs', 'parent_company_ref', 'companies', 'company_id'),
  known('outcomes', 'company_ref', 'companies', 'company_id'),
  known('outcomes', 'activity_ref', 'activities', 'activity_id'),
  knownCentre('participations'),
  knownCentre('activities'),
  knownCentre('investments'),
  knownCentres('spin_offs'),
  knownCentres('outcomes'),
];
