import { Autocomplete, TextField } from '@mui/material';
import { currentIndicators, findIndicator, type Breakdown } from '@fieldlab/domain';
import { useLanguage, useT, useWords } from '../i18n/use-t';

interface ListFieldProps {
  label: string;
  value: readonly string[];
  options: readonly string[];
  nameOf: (option: string) => string;
  onChange: (value: string[]) => void;
}

/** Several of a closed list, in the order in which they were chosen. */
function ListField({ label, value, options, nameOf, onChange }: ListFieldProps) {
  const t = useT();
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={[...options]}
      value={[...value]}
      getOptionLabel={nameOf}
      onChange={(_event, chosen) => onChange(chosen)}
      noOptionsText={t('register.form.noOptions')}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={label}
          slotProps={{ inputLabel: { ...parameters.InputLabelProps, shrink: true } }}
        />
      )}
    />
  );
}

/** The figures of a report, in the order in which it shows them. */
export function IndicatorsField({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const t = useT();
  const language = useLanguage();
  return (
    <ListField
      label={t('reports.edit.indicators')}
      value={value}
      options={[...new Set([...value, ...currentIndicators.map(({ code }) => code)])]}
      nameOf={(code) => findIndicator(code)?.title[language] ?? code}
      onChange={onChange}
    />
  );
}

/** The ways in which at least one of its figures can be broken down. */
export function BreakdownsField({
  value,
  indicators,
  onChange,
}: {
  value: readonly string[];
  indicators: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const t = useT();
  const words = useWords();
  const known = indicators.flatMap((code) => findIndicator(code)?.breakdowns ?? []);
  return (
    <ListField
      label={t('reports.edit.by')}
      value={value}
      options={[...new Set([...value, ...known])]}
      nameOf={(by) => words.breakdown[by as Breakdown]}
      onChange={onChange}
    />
  );
}
