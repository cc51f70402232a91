import type { CountryProfile } from '../countries/country-profile';
import type { Cell } from './cell';
import { isChoice, readChoice } from './choices';
import type { Column } from './columns';
import { readDate } from './dates';
import { readNumber } from './numbers';
import { fault, read, type Reading, type Value } from './reading';
import {
  readCountry,
  readLegalForm,
  readList,
  readNumberOfCompany,
  readPostcodeOf,
  readRecordId,
  readSectorCode,
  readUrl,
} from './texts';

/** The most characters that a spreadsheet cell can hold. */
export const LONGEST_CELL = 32_767;
/** Of names, titles and codes: longer ones are mistakes, and would not fit an index. */
const LONGEST_TEXT = 500;
const LONGEST_LINK = 2_000;
/** numeric(14,2), numeric(12,2) and integer, as the register keeps them. */
const MOST_EUROS = 999_999_999_999n;
const MOST_PIECES = 9_999_999_999n;
const MOST_PEOPLE = 2_147_483_647n;

/**
 * Reads one filled cell as what its column holds.
 * Regions are read with their row, as they depend on its country.
 */
export function readCell(profile: CountryProfile, column: Column, cell: Cell): Reading<Value> {
  const label = column.name;
  if (cell.kind === 'error') return fault('CELL_IS_ERROR', { value: cell.text });
  if (cell.kind === 'boolean') return fault('CELL_IS_BOOLEAN', { label });
  if (cell.kind === 'oversized') return fault('CELL_TOO_LONG', { most: LONGEST_CELL });
  if (cell.text.includes('\0')) return fault('INVALID_CHARACTER');
  switch (column.type) {
    case 'date':
      return readDate(cell);
    case 'amount':
      return readNumber(cell, { label, currency: true, scale: 2, most: MOST_EUROS });
    case 'quantity':
      return readNumber(cell, { label, scale: 2, most: MOST_PIECES });
    case 'people':
      return readNumber(cell, { label, scale: 0, most: MOST_PEOPLE });
    case 'count':
      return readNumber(cell, { label, scale: 0, zeroAllowed: true, most: MOST_PEOPLE });
    default:
      return readTextCell(profile, column, cell);
  }
}

function readTextCell(profile: CountryProfile, column: Column, cell: Cell): Reading<Value> {
  const text = cell.kind === 'number' ? plainNumber(cell.text) : cell.text;
  const reading = readText(profile, column, text);
  const most = column.most ?? (column.type === 'url' ? LONGEST_LINK : LONGEST_TEXT);
  if ([reading.value ?? ''].flat().some((part) => part.length > most))
    return fault('CELL_TOO_LONG', { most });
  return cell.kind === 'date' && reading.value !== null
    ? { ...reading, remarks: [{ code: 'DATE_READ_AS_TEXT', params: { read: text } }, ...reading.remarks] }
    : reading;
}

function readText(profile: CountryProfile, { type }: Column, text: string): Reading<Value> {
  if (isChoice(type)) return readChoice(type, text);
  switch (type) {
    case 'companyNumber':
      return readNumberOfCompany(profile, text);
    case 'country':
      return readCountry(text);
    case 'postcode':
      return readPostcodeOf(profile, text);
    case 'legalForm':
      return readLegalForm(profile, text);
    case 'sectorCode':
      return readSectorCode(profile, text);
    case 'url':
      return readUrl(text);
    case 'list':
      return readList(text);
    case 'recordId':
      return readRecordId(text);
    default:
      return read(text);
  }
}

/** A number as a spreadsheet shows it: `12345678`, not `1.2345678E7`. */
function plainNumber(stored: string): string {
  const number = Number(stored);
  if (!Number.isFinite(number)) return stored;
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number);
}

/** Answers whether a value of the register, written in a cell as it is, would be read as this one. */
export function readsAs(profile: CountryProfile, column: Column, registered: string, value: string): boolean {
  const { value: read } = readCell(profile, column, { column: 0, kind: 'text', text: registered });
  return read !== null && [read].flat().join('; ') === value;
}
