import { kindOf } from '@fieldlab/domain';
import type { RaRecord } from 'react-admin';
import type { ComponentType } from 'react';
import type { Versioned } from '../../providers/records';
import { CreatePage, EditPage } from './pages';

/** A module with the inputs of one record. */
export interface RecordForm<T> {
  /** `isNew` where the record is not there yet. */
  default: ComponentType<{ isNew?: boolean }>;
  /** A hook: what a record is called, where that is not the field that says so in the register. */
  useRecordName?: () => (record: T) => string;
}

export const createForm = <T,>(resource: string, { default: Inputs }: RecordForm<T>, defaultValues: object) =>
  function CreateForm() {
    return (
      <CreatePage resource={resource} defaultValues={defaultValues}>
        <Inputs isNew />
      </CreatePage>
    );
  };

export const editForm = <T extends RaRecord<string> & Versioned>(
  resource: string,
  { default: Inputs, useRecordName = () => calledBy(resource) }: RecordForm<T>,
) =>
  function EditForm() {
    const nameOf = useRecordName();
    return (
      <EditPage<T> resource={resource} nameOf={nameOf}>
        <Inputs />
      </EditPage>
    );
  };

const calledBy =
  (resource: string) =>
  (record: Readonly<Record<string, unknown>>): string =>
    String(record[kindOf(resource)?.calledBy ?? 'id']);
