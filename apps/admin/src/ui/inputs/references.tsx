import type { RaRecord } from 'react-admin';
import { useRef } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { Activity, Centre, Company } from '../../providers/records';
import { describeCentre, describeCompany } from './describe';
import { RecordPicker, RecordsPicker } from './RecordPicker';
import { useField, type FieldProps } from './use-field';

/** A form's field for records: what is typed in it and stands for nothing stops the form. */
function useReference<T>(props: FieldProps, empty: T) {
  const typed = useRef('');
  const {
    value,
    onChange,
    onBlur: _onBlur,
    helperText,
    error,
    ...field
  } = useField<T>({ ...props, typed }, empty);
  const onTyped = (text: string): void => {
    typed.current = text;
  };
  return {
    value,
    onChange,
    picker: { ...field, error, onTyped, ...((error || props.help) && { helperText }) },
  };
}

interface ReferenceProps<T> extends FieldProps {
  resource: string;
  by?: 'name' | 'title';
  describe: (record: T) => string;
  placeholder?: string;
  filter?: Readonly<Record<string, unknown>> | undefined;
}

function ReferenceInput<T extends RaRecord<string>>({
  source,
  required,
  help,
  label,
  ...props
}: ReferenceProps<T>) {
  const { value, onChange, picker } = useReference<string | null>(
    { source, ...(required && { required }), ...(help && { help }), ...(label && { label }) },
    null,
  );
  return <RecordPicker<T> {...picker} {...props} value={value} onChange={onChange} />;
}

export function CompanyInput(props: FieldProps) {
  const t = useT();
  return (
    <ReferenceInput<Company>
      {...props}
      resource="companies"
      describe={describeCompany}
      placeholder={t('register.form.chooseCompany')}
    />
  );
}

export function CentreInput({ kind, ...props }: FieldProps & { kind?: Centre['kind'] }) {
  const t = useT();
  return (
    <ReferenceInput<Centre>
      {...props}
      resource="centres"
      describe={describeCentre}
      placeholder={t('register.form.chooseCentre')}
      filter={kind && { kind }}
    />
  );
}

export function ActivityInput(props: FieldProps) {
  const { date } = useFormat();
  return (
    <ReferenceInput<Activity>
      {...props}
      resource="activities"
      by="title"
      describe={({ heldOn, centreName }) => [date(heldOn), centreName].filter(Boolean).join(' · ')}
    />
  );
}

/** One centre or more. */
export function CentresInput(props: FieldProps) {
  const t = useT();
  const { value, onChange, picker } = useReference<string[]>(props, []);
  return (
    <RecordsPicker<Centre>
      {...picker}
      resource="centres"
      value={value}
      onChange={onChange}
      describe={describeCentre}
      placeholder={t('register.form.chooseCentre')}
    />
  );
}
