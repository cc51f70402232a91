import { useInput, useResourceContext, type InputProps } from 'react-admin';
import type { RefObject } from 'react';
import { useNames } from '../../i18n/use-t';
import { useFaultText } from '../use-fault-text';

export interface FieldProps {
  source: string;
  required?: boolean;
  help?: string;
  /** In place of the name that the resource gives it. */
  label?: string;
  /** The key of what is wrong with a value that is there. */
  check?: (value: unknown) => string | undefined;
  /** What is typed and stands for nothing yet; as long as there is any, the form is not sent. */
  typed?: RefObject<string>;
}

export interface BoundField<T> {
  id: string;
  name: string;
  label: string;
  value: T;
  onChange: (value: T) => void;
  onBlur: () => void;
  required: boolean;
  error: boolean;
  helperText: string;
}

/** A form's field with its label, its value and what is wrong with it. */
export function useField<T>(
  { source, required = false, help, label, check, typed }: FieldProps,
  empty: T,
): BoundField<T> {
  const resource = useResourceContext() ?? '';
  const { field: nameOf } = useNames();
  const faultText = useFaultText();
  const validate: InputProps['validate'] = (value: unknown) => {
    if (typed?.current) return 'register.form.unresolved';
    if (isEmpty(value)) return required ? 'register.form.required' : undefined;
    return check?.(value);
  };
  const { id, field, fieldState } = useInput({ source, defaultValue: empty, validate });
  const fault = fieldState.error?.message;
  return {
    id,
    name: field.name,
    label: label ?? nameOf(resource, source),
    value: (field.value ?? empty) as T,
    onChange: (value) => field.onChange(value),
    onBlur: () => field.onBlur(),
    required,
    error: fieldState.invalid,
    helperText: fault === undefined ? (help ?? ' ') : faultText(fault),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
