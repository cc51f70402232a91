import { kindOf, registerField, type RegisterField } from '@fieldlab/domain';

/** A field as it is typed in: the name by which the API takes it, and what the register says of it. */
export interface Editable {
  name: string;
  field: RegisterField;
}

const LAST_DAY: Editable = { name: 'lastDay', field: registerField.date() };

/** The fields of a kind that people change; of a period they type the last day. */
export function editableFields(resource: string): readonly Editable[] {
  const kind = kindOf(resource);
  return Object.entries(kind?.fields ?? {}).map(([name, field]) =>
    name === kind?.period?.end ? LAST_DAY : { name, field },
  );
}

/** The field that a column of a list shows: of a record that it names, which record that is. */
export function editableOf(resource: string, column: string): Editable | undefined {
  const fields = editableFields(resource);
  const named = column.endsWith('Name') ? `${column.slice(0, -'Name'.length)}Id` : column;
  return fields.find(({ name }) => name === column) ?? fields.find(({ name }) => name === named);
}
