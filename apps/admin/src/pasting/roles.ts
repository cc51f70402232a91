import { NETHERLANDS, plainName, readChoice, readDate, readPostcode } from '@fieldlab/domain';
import type { Block } from '../ui/pasting/block';

/** What a pasted column may hold. */
export const ROLES = [
  'company',
  'number',
  'postcode',
  'town',
  'people',
  'date',
  'level',
  'note',
  'none',
] as const;
export type Role = (typeof ROLES)[number];

export interface Guess {
  hasHeader: boolean;
  roles: Role[];
}

/** What people write above their columns, in Dutch and English. A mere "name" may be a person's. */
const HEADERS: readonly [Role, readonly string[]][] = [
  [
    'company',
    ['bedrijf', 'bedrijfsnaam', 'naambedrijf', 'organisatie', 'onderneming', 'firma', 'werkgever'].concat([
      'company',
      'companyname',
      'organisation',
      'organization',
      'employer',
      'business',
    ]),
  ],
  ['number', ['kvk', 'kvknummer', 'kvknr', 'nummer', 'kvknumber', 'companynumber', 'cocnumber', 'coc']],
  ['postcode', ['postcode', 'pc', 'postalcode', 'zip', 'zipcode']],
  ['town', ['plaats', 'vestigingsplaats', 'woonplaats', 'gemeente', 'stad', 'town', 'city', 'municipality']],
  [
    'people',
    ['personen', 'aantal', 'aantalpersonen', 'deelnemers', 'aantaldeelnemers', 'mensen'].concat([
      'people',
      'persons',
      'number',
      'attendees',
      'numberofpeople',
    ]),
  ],
  [
    'date',
    ['datum', 'sinds', 'start', 'startdatum', 'gestartop', 'vanaf', 'date', 'since', 'from', 'startedon'],
  ],
  ['level', ['niveau', 'level', 'rol', 'betrokkenheid']],
  ['note', ['toelichting', 'opmerking', 'opmerkingen', 'notitie', 'note', 'notes', 'remark', 'remarks']],
];
const NAMES = ['naam', 'name'];

const ROLE_OF_HEADER = new Map(HEADERS.flatMap(([role, words]) => words.map((word) => [word, role])));

/** How many of a column's cells must look the part. */
const ENOUGH = 0.6;
const LOOKS: readonly [Role, (cell: string) => boolean][] = [
  ['number', (cell) => /^\d[\d .]{6,9}\d?$/.test(cell) && [7, 8].includes(cell.replace(/\D/g, '').length)],
  ['date', (cell) => readDate({ kind: 'text', text: cell }).value !== null],
  ['postcode', (cell) => readPostcode(NETHERLANDS, cell) !== undefined],
  ['level', (cell) => readChoice('level', cell).value !== null],
  ['people', (cell) => /^\d{1,3}$/.test(cell) && Number(cell) > 0],
];

/** Guesses what each column holds, by its header where there is one and else by what stands in it. */
export function guessRoles(block: Block): Guess {
  const header = headerRoles(block[0] ?? []);
  if (header) return { hasHeader: true, roles: withCompany(header, block.slice(1)) };
  const roles: Role[] = columnsOf(block).map(() => 'none');
  for (const [role, looks] of LOOKS) {
    const column = columnsOf(block).findIndex((cells, at) => roles[at] === 'none' && mostly(cells, looks));
    if (column >= 0) roles[column] = role;
  }
  return { hasHeader: false, roles: withCompany(roles, block) };
}

function headerRoles(row: readonly string[]): Role[] | undefined {
  const names = row.map(plainName);
  const roles: Role[] = names.map((name) => ROLE_OF_HEADER.get(name) ?? 'none');
  if (!roles.includes('company')) {
    const column = names.findIndex((name) => NAMES.includes(name));
    if (column >= 0) roles[column] = 'company';
  }
  const isHeader = roles.some((role) => role !== 'none');
  return isHeader ? roles.map((role, at) => (roles.indexOf(role) === at ? role : 'none')) : undefined;
}

/** Of the columns that are left, the one with the most letters and legal forms names the firm. */
function withCompany(roles: readonly Role[], rows: Block): Role[] {
  if (roles.includes('company')) return [...roles];
  const scores = columnsOf(rows).map((cells, at) => (roles[at] === 'none' ? nameScore(cells) : 0));
  const best = Math.max(0, ...scores);
  const column = scores.indexOf(best);
  return roles.map((role, at) => (at === column && best > 0 ? 'company' : role));
}

const LEGAL_FORMS = NETHERLANDS.legalForms.flatMap(({ spellings }) => spellings.map(plainName));

function nameScore(cells: readonly string[]): number {
  const words = cells.filter((cell) => /\p{L}{2}/u.test(cell) && !cell.includes('@'));
  const forms = words.filter((cell) => LEGAL_FORMS.includes(plainName(cell.split(' ').slice(-1).join(''))));
  const length = words.reduce((sum, cell) => sum + Math.min(cell.length, 40), 0);
  return forms.length * 100 + length;
}

const mostly = (cells: readonly string[], looks: (cell: string) => boolean): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(looks).length >= filled.length * ENOUGH;
};

const columnsOf = (rows: Block): string[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
