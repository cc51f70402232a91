import type { ColumnType } from './columns';
import { fault, type Reading, type Remark } from './reading';

/** Identifiers that a spreadsheet turned into numbers: what it can lose of them. */

/** Spreadsheets hold numbers to fifteen digits; of a longer one the rest was lost before the file was saved. */
const FIRST_WITH_LOST_DIGITS = 1e15;

/**
 * Of each column of identifiers, whether a number in it may have had a zero in front. Of refs it does not matter: they
 * are a workbook's own. Of company numbers, which have one length, the zeros are put back with a warning of its own.
 */
const MAY_HAVE_LOST_A_ZERO: Partial<Record<ColumnType, (digits: string) => boolean>> = {
  ref: () => false,
  list: () => false,
  companyNumber: () => false,
  identifier: () => true,
  code: () => true,
  // With a zero in front it would still be a code: 111 may be 0111, and 1130 may be 01130.
  sectorCode: (digits) => digits.replace(/\D/g, '').length < 5,
  // Abroad most have five digits or more.
  postcode: (digits) => digits.length < 5,
};

/** A fault, or a warning beside what was read; undefined where nothing can have been lost. */
export function identifierRemarks(
  type: ColumnType,
  stored: string,
  read: string,
): Reading<never> | Remark | undefined {
  const mayHaveLostZero = MAY_HAVE_LOST_A_ZERO[type];
  if (!mayHaveLostZero) return undefined;
  if (Math.abs(Number(stored)) >= FIRST_WITH_LOST_DIGITS) return fault('DIGITS_LOST', { value: stored });
  return mayHaveLostZero(read) ? { code: 'ZERO_MAY_BE_LOST', params: { read } } : undefined;
}
