import { useGetMany, useGetOne, type RaRecord } from 'react-admin';
import { useCallback, useState } from 'react';
import { Picker } from './picking/Picker';
import type { PickerLook, PickerProps } from './picking/picker-props';
import type { Searched } from './picking/use-hits';

interface Named<T> extends PickerLook<T>, Searched {
  /** The field that people know it by. */
  by?: 'name' | 'title';
  creates?: PickerProps<T>['creates'];
}

interface RecordPickerProps<T extends RaRecord<string>> extends Named<T> {
  value: string | null;
  onChange: (id: string | null, record: T | null) => void;
}

/** Chooses one record. */
export function RecordPicker<T extends RaRecord<string>>({
  value,
  onChange,
  by,
  ...props
}: RecordPickerProps<T>) {
  const nameOf = useNameOf(by);
  const [picked, setPicked] = useState<T | null>(null);
  const { data: known } = useGetOne<T>(
    props.resource,
    { id: value ?? '' },
    { enabled: value !== null && value !== '' },
  );
  const chosen = [picked, known].find((record) => record?.id === value);
  return (
    <Picker<T>
      {...props}
      nameOf={nameOf}
      chosen={value && chosen ? [chosen] : []}
      onChosen={([record = null]) => {
        setPicked(record);
        onChange(record?.id ?? null, record);
      }}
    />
  );
}

interface RecordsPickerProps<T extends RaRecord<string>> extends Named<T> {
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Chooses one record or more. */
export function RecordsPicker<T extends RaRecord<string>>({
  value,
  onChange,
  by,
  ...props
}: RecordsPickerProps<T>) {
  const nameOf = useNameOf(by);
  const [picked, setPicked] = useState<readonly T[]>([]);
  const { data: known = [] } = useGetMany<T>(
    props.resource,
    { ids: [...value] },
    { enabled: value.length > 0 },
  );
  const records = new Map([...known, ...picked].map((record) => [record.id, record]));
  return (
    <Picker<T>
      {...props}
      isMultiple
      nameOf={nameOf}
      chosen={value.flatMap((id) => records.get(id) ?? [])}
      onChosen={(chosen) => {
        setPicked(chosen);
        onChange(chosen.map(({ id }) => id));
      }}
    />
  );
}

function useNameOf(by: 'name' | 'title' = 'name'): (record: object) => string {
  return useCallback(
    (record) => {
      const { [by]: name } = record as Partial<Record<string, unknown>>;
      return typeof name === 'string' ? name : '';
    },
    [by],
  );
}
