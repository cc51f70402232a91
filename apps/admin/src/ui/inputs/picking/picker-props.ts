import type { ReactNode } from 'react';
import type { Searched } from './use-hits';

/** What every picker is told, whatever it chooses. */
export interface PickerLook<T> {
  label?: string | undefined;
  /** What it is called where the words around it are its label. */
  ariaLabel?: string | undefined;
  /** What tells records of one name apart: town, number. */
  describe: (record: T) => ReactNode;
  placeholder?: string | undefined;
  required?: boolean | undefined;
  error?: boolean | undefined;
  helperText?: ReactNode;
  id?: string | undefined;
  name?: string | undefined;
  autoFocus?: boolean | undefined;
  /** What was chosen stays until something else is, also while that is being typed. */
  keepsChosen?: boolean | undefined;
  /** Called with what is typed as long as it stands for nothing, and with '' as soon as it does or is gone. */
  onTyped?: ((typed: string) => void) | undefined;
}

export interface PickerProps<T> extends PickerLook<T>, Searched {
  chosen: readonly T[];
  onChosen: (records: T[]) => void;
  isMultiple?: boolean;
  nameOf: (record: T) => string;
  /** Makes what was typed; offered last, and never taken by Enter alone. */
  creates?: { onCreate: (typed: string) => void; words: (typed: string) => string } | undefined;
}
