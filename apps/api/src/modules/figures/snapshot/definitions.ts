import {
  CENTRE_BREAKDOWNS,
  currentIndicators,
  isByPlace,
  NETHERLANDS,
  PERIOD_BREAKDOWNS,
  UNKNOWN_CELL,
  type Breakdown,
  type Indicator,
  type SectorScheme,
  snakeCase,
} from '@fieldlab/domain';
import { FIRM_VALUES, OF_FIRMS, RECORD_DEFINITIONS, type RecordDefinition } from './definition-measures';
import { MUNICIPALITY_OF_PROFILE, PARAMETERS } from './shared-sql';

/** One way to ask an indicator: as a whole, or broken down. */
interface Way {
  by: Breakdown | undefined;
  sectorScheme?: SectorScheme;
}

/** The published definition of an indicator as statements that make macros of DuckDB: itself, and each breakdown. */
function definitionSql(indicator: Indicator): string {
  const { code, version, unit, title, definition } = indicator;
  const comment = [
    `${code}, version ${version}, in ${unit}`,
    title.en,
    definition.en,
    title.nl,
    definition.nl,
  ];
  const macros = waysOf(indicator).map((way) => macro(indicator, way));
  return `${comment.flatMap((text) => text.split('\n').map((line) => `-- ${line}\n`)).join('')}\n${macros.join('\n')}`;
}

export const definitionFiles = (): { name: string; text: string }[] =>
  currentIndicators.map((indicator) => ({ name: `${indicator.code}.sql`, text: definitionSql(indicator) }));

function waysOf({ breakdowns }: Indicator): Way[] {
  const broken = breakdowns.flatMap((by): Way[] =>
    by === 'sector' ? NETHERLANDS.sectorSchemes.map((sectorScheme) => ({ by, sectorScheme })) : [{ by }],
  );
  return [{ by: undefined }, ...broken];
}

/** The name of a macro, such as `companies_reached_by_size_class`; by sector with the version of the code. */
function macroName(code: string, { by, sectorScheme }: Way): string {
  if (by === undefined) return code;
  const word = snakeCase(by);
  return `${code}_by_${word}${sectorScheme ? `_${sectorScheme.version}` : ''}`;
}

function macro(indicator: Indicator, way: Way): string {
  const record = RECORD_DEFINITIONS[indicator.code];
  const statement = record ? ofRecords(indicator, record, way) : ofFirms(indicator, way);
  return `create or replace macro ${macroName(indicator.code, way)}(${PARAMETERS}) as table\n${statement};\n`;
}

function ofFirms({ code, placedBy }: Indicator, { by, sectorScheme }: Way): string {
  const value = FIRM_VALUES[code];
  if (value === undefined) throw new Error(`${code} has no definition to publish`);
  const own = isByPlace(by) && placedBy === 'company' ? `company_${by}` : by;
  const dimension = sectorScheme ? `sector_${sectorScheme.version}` : (own ?? '');
  return `  select cell as key, (${value})::text as value from firms('${dimension}', as_of, period_from, scope) group by 1`;
}

function ofRecords({ placedBy }: Indicator, record: RecordDefinition, way: Way): string {
  const { by } = way;
  const attribute = isByPlace(by) && placedBy === 'centre' ? undefined : attributeOf(record, way);
  const isOfCentre = attribute === undefined && CENTRE_BREAKDOWNS.some((one) => one === by);
  const isPeriod = PERIOD_BREAKDOWNS.some((one) => one === by);
  const key = attribute
    ? `coalesce((${attribute})::text, '${UNKNOWN_CELL}')`
    : isOfCentre
      ? 'k.key'
      : 's.key';
  // Two centres of one record in one cell: the record lies in that cell once.
  const cells = `\n    join (select distinct r.id, c.key from (select id, unnest(centres) as centre_id from record) r
           join cells_in('${by ?? ''}', scope) c on c.centre_id = r.centre_id) k on k.id = t.id`;
  const profile = `\n    left join company_profiles pr on pr.company_id = c.id
      and coalesce(pr.valid_from, '-infinity'::date) <= s.d and coalesce(pr.valid_to, 'infinity'::date) > s.d
    ${MUNICIPALITY_OF_PROFILE}`;
  return `  with record as (select t.id, ${record.centres} as centres from ${record.from})
  select ${key} as key, (${record.value})::text as value
    from ${record.from} cross join periods('${isPeriod ? (by ?? '') : ''}', as_of, period_from) s${
      record.from.includes(OF_FIRMS) ? profile : ''
    }${isOfCentre ? cells : ''}
   where t.id in (select r.id from (select id, unnest(centres) as centre_id from record) r
                   where r.centre_id in (select id from centres_in(scope)))
   group by 1`;
}

function attributeOf({ attributes, from }: RecordDefinition, { by, sectorScheme }: Way): string | undefined {
  if (sectorScheme && from.includes(OF_FIRMS)) {
    return `section_of(pr.sbi_code, pr.sbi_version, '${sectorScheme.version}')`;
  }
  return by && attributes[by];
}
