import {
  NETHERLANDS,
  normaliseCompanyName,
  readChoice,
  readCompanyNumber,
  readDate,
  readPostcode,
  type ParticipationLevel,
} from '@fieldlab/domain';
import type { Block } from '../ui/pasting/block';
import type { Role } from './roles';

export type LineFault = 'date' | 'people' | 'level' | 'number';

/** One pasted row as it was read: whom it means, and what it says of them. */
export interface Line {
  /** Counted from 1, as people count what they pasted. */
  row: number;
  name: string;
  number: string;
  postcode: string;
  town: string;
  people: number | undefined;
  date: string | undefined;
  level: ParticipationLevel | undefined;
  note: string;
  faults: LineFault[];
}

const MOST_PEOPLE = 100_000;

/** Reads the rows by what their columns hold; a row that names no company is none. */
export function readLines(block: Block, roles: readonly Role[], hasHeader: boolean): Line[] {
  const rows = hasHeader ? block.slice(1) : block;
  return rows
    .map((cells, index) => readLine(cells, roles, index + (hasHeader ? 2 : 1)))
    .filter(({ name, number }) => name !== '' || number !== '');
}

function readLine(cells: readonly string[], roles: readonly Role[], row: number): Line {
  const text = (role: Role): string => cells[roles.indexOf(role)] ?? '';
  // Whoever was asked for a company may have written its number.
  const isNumber = /^\d{8}$/.test(text('company')) && text('number') === '';
  const number = numberIn(isNumber ? text('company') : text('number'));
  const people = text('people') === '' ? undefined : Number(text('people').replace(/\s/g, ''));
  const date = text('date') === '' ? undefined : readDate({ kind: 'text', text: text('date') }).value;
  const level = text('level') === '' ? undefined : readChoice('level', text('level')).value;
  const isCount = people === undefined || (Number.isInteger(people) && people > 0 && people <= MOST_PEOPLE);
  const wrong: [LineFault, boolean][] = [
    ['number', number === undefined],
    ['people', !isCount],
    ['date', date === null],
    ['level', level === null],
  ];
  return {
    row,
    name: isNumber ? '' : text('company'),
    number: number ?? '',
    postcode: readPostcode(NETHERLANDS, text('postcode')) ?? '',
    town: text('town'),
    people: isCount ? people : undefined,
    date: date ?? undefined,
    level: (level as ParticipationLevel | null | undefined) ?? undefined,
    note: text('note'),
    faults: wrong.filter(([, isWrong]) => isWrong).map(([fault]) => fault),
  };
}

/** Eight digits, also where people write spaces in them or Excel dropped the zeros; undefined where it is none. */
function numberIn(text: string): string | undefined {
  if (text === '') return '';
  return readCompanyNumber(NETHERLANDS.companyNumber, text.replace(/[\s.]/g, ''))?.number;
}

/** Rows of one key mean one firm, as far as what was pasted tells. */
export const lineKey = ({ name, number, postcode }: Line): string =>
  number === '' ? `${normaliseCompanyName(NETHERLANDS, name)}|${postcode}` : number;
