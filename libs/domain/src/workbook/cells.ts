import type { CountryProfile } from '../countries/country-profile';
import { lengthOf, normaliseText } from '../text/plain-text';
import { isChoice } from '../vocabulary/enumerations';
import type { Cell } from './cell';
import { readChoice } from './choices';
import type { Column } from './columns';
import { readDate } from './dates';
import { identifierRemarks } from './identifiers';
import { readNumber } from './numbers';
import { fault, read, type Reading, type Value } from './reading';
import {
  readCountry,
  readFormed,
  readList,
  readNumberOfCompany,
  readPostcodeOf,
  readRecordId,
} from './texts';

/** The most characters that a spreadsheet cell can hold. */
export const LONGEST_CELL = 32_767;
/** Of refs, which are a workbook's own: they would not fit an index. */
const LONGEST_REF = 500;
/** As the register keeps money, in whole euros. */
const MOST_EUROS = 999_999_999_999n;

const EMPTY: Reading<never> = { value: null, remarks: [] };

/**
 * Reads one filled cell as what its column holds.
 * Regions are read with their row, as they depend on its country.
 */
export function readCell(profile: CountryProfile, column: Column, filled: Cell): Reading<Value> {
  const label = column.name;
  if (filled.kind === 'error') return fault('CELL_IS_ERROR', { value: filled.text });
  if (filled.kind === 'boolean') return fault('CELL_IS_BOOLEAN', { label });
  if (filled.kind === 'oversized') return fault('CELL_TOO_LONG', { most: LONGEST_CELL });
  if (filled.kind === 'formula') return { value: null, remarks: [{ code: 'FORMULA_WITHOUT_VALUE' }] };
  if (filled.text.includes('\0')) return fault('INVALID_CHARACTER');
  const cell = filled.kind === 'text' ? { ...filled, text: normaliseText(filled.text, column) } : filled;
  if (cell.text === '') return EMPTY;
  const largest = BigInt(column.largest ?? 0);
  switch (column.type) {
    case 'date':
      return readDate(cell, profile.timeZone);
    case 'amount':
      return readNumber(cell, { label, currency: true, scale: 2, most: MOST_EUROS });
    case 'quantity':
      return readNumber(cell, { label, scale: 2, most: largest });
    case 'people':
      return readNumber(cell, { label, scale: 0, most: largest });
    case 'count':
      return readNumber(cell, { label, scale: 0, zeroAllowed: true, most: largest });
    default:
      return readTextCell(profile, column, cell);
  }
}

function readTextCell(profile: CountryProfile, column: Column, cell: Cell): Reading<Value> {
  const text = cell.kind === 'number' ? plainNumber(cell.text) : cell.text;
  const reading = readText(profile, column, text);
  if (reading.value === null) return reading;
  const most = column.most ?? LONGEST_REF;
  if ([reading.value].flat().some((part) => lengthOf(part) > most)) return fault('CELL_TOO_LONG', { most });
  if (cell.kind === 'date') return withRemark(reading, { code: 'DATE_READ_AS_TEXT', params: { read: text } });
  if (cell.kind !== 'number') return reading;
  const lost = identifierRemarks(column.type, cell.text, text);
  return lost && 'value' in lost ? lost : withRemark(reading, lost);
}

const withRemark = (
  reading: Reading<Value>,
  remark: Reading['remarks'][number] | undefined,
): Reading<Value> => (remark ? { ...reading, remarks: [remark, ...reading.remarks] } : reading);

function readText(profile: CountryProfile, column: Column, text: string): Reading<Value> {
  const { type } = column;
  if (isChoice(type)) return readChoice(type, text);
  switch (type) {
    case 'companyNumber':
      return readNumberOfCompany(profile, text);
    case 'country':
      return readCountry(text);
    case 'postcode':
      return readPostcodeOf(profile, text);
    case 'list':
      return readList(text, column.items);
    case 'recordId':
      return readRecordId(text);
    case 'legalForm':
    case 'sectorCode':
    case 'sectorVersion':
    case 'code':
    case 'email':
    case 'phone':
      return readFormed(profile, type, text);
    case 'url':
      return readFormed(profile, 'webAddress', text);
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
