import {
  divisionsOf,
  NETHERLANDS,
  schemeOfUnversioned,
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
