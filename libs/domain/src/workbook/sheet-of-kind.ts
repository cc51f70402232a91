import type { FieldType, RegisterField } from '../register/field';
import type { RecordShape } from '../register/kind';
import {
  ID,
  LAST_DAY,
  REF,
  VERSION,
  type Column,
  type ColumnType,
  type RowSheetName,
  type Sheet,
} from './columns';

/** The sheet on which a kind of record stands: a column for each field that has one, in the order of the fields. */
export function sheetOfKind<N extends RowSheetName>(
  name: N,
  { fields, sheet, period }: RecordShape,
): Sheet<N> {
  if (!sheet) throw new Error(`${name} has no sheet`);
  const columns = Object.entries(fields).flatMap(([key, field]): Column[] => {
    if (!field.column) return [];
    const column = columnOfField(key, field);
    return key === period?.end ? [column, LAST_DAY] : [column];
  });
  const { label, help, aliases = [] } = sheet;
  return { name, label, help, aliases, columns: [...(sheet.hasRef ? [REF] : []), ...columns, ID, VERSION] };
}

function columnOfField(key: string, field: RegisterField): Column {
  const { column, required, most, lines, range, items, abroad } = field;
  if (!column) throw new Error(`${key} has no column`);
  return {
    ...{ name: snakeCase(key), ...column, type: columnType(field) },
    ...(required && { required: true as const }),
    ...(most !== undefined && { most }),
    ...(lines && { lines }),
    ...(range && { largest: range[1] }),
    ...(items !== undefined && { items }),
    ...(abroad && { abroad }),
  };
}

/** `amountEur` → `amount_eur`: the name of a field as the format and the database have it. */
export const snakeCase = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function columnType({ type, choice, range }: RegisterField): ColumnType {
  switch (type) {
    case 'choice':
      if (!choice) throw new Error('A choice without its list');
      return choice;
    case 'integer':
      return range?.[0] === 0 ? 'count' : 'people';
    default:
      return STANDS_FOR[type];
  }
}

const STANDS_FOR = {
  text: 'text',
  identifier: 'identifier',
  code: 'code',
  date: 'date',
  money: 'amount',
  quantity: 'quantity',
  companyNumber: 'companyNumber',
  country: 'country',
  region: 'region',
  postcode: 'postcode',
  legalForm: 'legalForm',
  sectorCode: 'sectorCode',
  sectorVersion: 'sectorVersion',
  webAddress: 'url',
  email: 'email',
  phone: 'phone',
  textList: 'list',
  // Records are referred to by the refs and codes of the workbook.
  reference: 'ref',
  referenceList: 'list',
} as const satisfies Record<Exclude<FieldType, 'choice' | 'integer'>, ColumnType>;
