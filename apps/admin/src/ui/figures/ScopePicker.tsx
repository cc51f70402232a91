import { useT } from '../../i18n/use-t';
import type { Centre } from '../../providers/records';
import { describeCentre } from '../inputs/describe';
import type { PickerLook } from '../inputs/picking/picker-props';
import { RecordPicker } from '../inputs/RecordPicker';
import { scopeOf, useScopes } from './use-scopes';

interface ScopePickerProps extends Omit<PickerLook<Centre>, 'describe' | 'placeholder'> {
  /** `hub:CODE` or `centre:CODE`; what stands for the whole programme is the empty field. */
  value: string;
  onChange: (scope: string) => void;
  /** What stands for the whole programme; undefined where a hub or fieldlab must be chosen. */
  whole: string | undefined;
  kind?: Centre['kind'] | undefined;
}

/** The whole programme, a hub or a fieldlab: the field is emptied to have the whole. */
export function ScopePicker({ value, onChange, whole, kind, ...look }: ScopePickerProps) {
  const t = useT();
  const known = useScopes().find(({ scope }) => scope === value);
  return (
    <RecordPicker<Centre>
      {...look}
      resource="centres"
      filter={kind && { kind }}
      value={known?.id ?? null}
      onChange={(_id, centre) => onChange(centre ? scopeOf(centre) : (whole ?? ''))}
      describe={describeCentre}
      placeholder={
        known === undefined && value !== '' && value !== whole
          ? value.replace(/^\w+:/, '')
          : t(whole === undefined ? 'register.form.chooseCentre' : 'figures.sentence.programme')
      }
    />
  );
}
