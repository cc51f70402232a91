import type { CompanyBreakdown } from '@fieldlab/domain';
import { sql, type Sql } from '../../../platform/database/sql';

/** What a company's profile pr says of each breakdown that is read off companies; null where it is not known. */
export const PROFILE_COLUMNS: Readonly<Record<CompanyBreakdown, Sql>> = {
  province: sql`pr.province`,
  sizeClass: sql`pr.size_class`,
};

/** The column of a breakdown, if it is read off companies. */
export const profileColumn = (by: string | undefined): Sql | undefined =>
  Object.entries(PROFILE_COLUMNS).find(([own]) => own === by)?.[1];
