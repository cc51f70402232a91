import { faultKey, refusalOf } from '../providers/http';
import { useFaultText } from './use-fault-text';
import { useErrorText } from './use-error-text';

export interface Faults {
  /** What is wrong with one field; undefined when nothing is. */
  of: (field: string) => string | undefined;
  /** What is wrong beside the fields; empty when nothing is. */
  rest: string;
}

/** A refusal spread over the fields that it is about. */
export function useFaults(error: unknown, fields: readonly string[]): Faults {
  const errorText = useErrorText();
  const faultText = useFaultText();
  const faults = error ? refusalOf(error).faults : [];
  const isAllInFields = faults.length > 0 && faults.every(({ path }) => fields.includes(path));
  return {
    of: (field) => {
      const fault = faults.find(({ path }) => path === field);
      return fault && faultText(faultKey(fault));
    },
    rest: error && !isAllInFields ? errorText(error) : '',
  };
}
