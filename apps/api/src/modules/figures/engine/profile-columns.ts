import {
  UNKNOWN_CELL,
  divisionsOf,
  NETHERLANDS,
  schemeOfUnversioned,
  type Breakdown,
  type CompanyBreakdown,
  type SectorScheme,
} from '@fieldlab/domain';
import { join, sql, type Sql } from '../../../platform/database/sql';
import type { EngineContext } from './engine-context';

/** What a company's profile pr says of each breakdown that is read off companies; null where it is not known. */
export const PROFILE_COLUMNS: Readonly<Record<CompanyBreakdown, Sql>> = {
  province: sql`pr.province`,
  sizeClass: sql`pr.size_class`,
  sector: sql`pr.sector`,
};

/** The column of a breakdown, if it is read off companies. */
const profileColumn = (by: string | undefined): Sql | undefined =>
  Object.entries(PROFILE_COLUMNS).find(([own]) => own === by)?.[1];

/** Dimensions of the firm itself come from its profile on the slice's last day. */
export function profileCell(
  by: Breakdown | undefined,
  { provinceOf, sectorScheme }: Pick<EngineContext, 'provinceOf' | 'sectorScheme'>,
): Sql | undefined {
  if (by === 'sector' && !sectorScheme) throw new Error('Nobody said which version of the sector code');
  const column = by === 'province' && provinceOf === 'centre' ? undefined : profileColumn(by);
  return column && sql`coalesce((${column})::text, ${UNKNOWN_CELL})`;
}

/** The version of a profile's sector code. */
export const SECTOR_VERSION = sql`coalesce(pr.sbi_version, ${schemeOfUnversioned(NETHERLANDS).code})`;

/** Joins to a firm c its profile pr on the last day of the slice s, with its sector. */
export const profilesOnSlice = ({ register, sectorScheme }: EngineContext): Sql => sql`
    left join (
      select pr.*, ${sectorScheme ? sectionIn(sectorScheme) : sql`null::text`} as sector
        from ${register.table('company_profiles')} pr) pr on pr.company_id = c.id
      and (pr.valid_from is null or pr.valid_from <= s.d) and (pr.valid_to is null or s.d < pr.valid_to)`;

/** The section of a profile's code in this version; null of a code of another, or of none. */
function sectionIn({ code, sections }: SectorScheme): Sql {
  const lies = sections.map(
    (section) => sql`when left(pr.sbi_code, 2) = any(${divisionsOf(section)}::text[]) then ${section.code}`,
  );
  return sql`case when ${SECTOR_VERSION} <> ${code} then null ${join(lies, ' ')} end`;
}
