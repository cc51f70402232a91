import { useState, type ReactNode } from 'react';
import { RecordContextProvider, ResourceContextProvider, SaveContextProvider } from 'react-admin';
import { FormBody } from '../../apps/admin/src/ui/forms/FormBody';
import { TypedWork } from '../../apps/admin/src/ui/forms/typed-work';

interface FormOfProps {
  resource: string;
  /** What is changed; without it the form is of a new record. */
  record?: object;
  /** Told what is saved. */
  onSave: (values: Record<string, unknown>) => void;
  children: ReactNode;
}

/** Fields in the form that stands on the pages of records, which saves nowhere. */
export function FormOf({ resource, record = {}, onSave, children }: FormOfProps) {
  const [work] = useState(() => new TypedWork('/form'));
  const save = (values: object): undefined => {
    onSave(values as Record<string, unknown>);
  };
  return (
    <ResourceContextProvider value={resource}>
      <RecordContextProvider value={record}>
        <SaveContextProvider value={{ save, saving: false, mutationMode: 'pessimistic' }}>
          <FormBody resource={resource} work={work}>
            {children}
          </FormBody>
        </SaveContextProvider>
      </RecordContextProvider>
    </ResourceContextProvider>
  );
}
