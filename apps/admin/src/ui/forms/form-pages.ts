import type { RaRecord, ResourceProps } from 'react-admin';
import { lazyWithWords } from '../../i18n/later-words';
import type { Versioned } from '../../providers/records';
import type { RecordForm } from './RecordForms';

interface FormPages<T> {
  resource: string;
  inputs: () => Promise<RecordForm<T>>;
  /** What a new record begins with. */
  defaultValues?: object;
}

/** The pages on which a record is made and changed: the same inputs, which arrive when they are needed. */
export function formPages<T extends RaRecord<string> & Versioned>({
  resource,
  inputs,
  defaultValues = {},
}: FormPages<T>): Pick<ResourceProps, 'create' | 'edit'> {
  const arriving = () => Promise.all([import('./RecordForms'), inputs()]);
  return {
    create: lazyWithWords(async () => {
      const [{ createForm }, form] = await arriving();
      return { default: createForm(resource, form, defaultValues) };
    }),
    edit: lazyWithWords(async () => {
      const [{ editForm }, form] = await arriving();
      return { default: editForm(resource, form) };
    }),
  };
}
