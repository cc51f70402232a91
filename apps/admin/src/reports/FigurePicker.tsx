import { Autocomplete, TextField } from '@mui/material';
import { cellsBy, findIndicator } from '@fieldlab/domain';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import type { ReportWithFigures } from '../providers/reports';

interface Pick {
  /** As it stands in the text: `{{jobs:province=NL-NB}}`. */
  source: string;
  title: string;
  /** Which part of it, and what it is now. */
  label: string;
}

/** Every figure of the report and every cell of it, found by name; the one that is chosen goes into the text. */
export function FigurePicker({
  report,
  indicators,
  onPick,
}: {
  report: ReportWithFigures;
  indicators: readonly string[];
  onPick: (source: string) => void;
}) {
  const t = useT();
  const picks = usePicks(report, indicators);
  const [typed, setTyped] = useState('');
  return (
    <Autocomplete
      options={picks}
      groupBy={({ title }) => title}
      getOptionLabel={({ title, label }) => `${title} ${label}`}
      renderOption={({ key, ...props }, { label }) => (
        <li key={key} {...props}>
          {label}
        </li>
      )}
      getOptionKey={({ source }) => source}
      value={null}
      inputValue={typed}
      onInputChange={(_event, text, reason) => setTyped(reason === 'input' ? text : '')}
      onChange={(_event, pick) => {
        if (pick) onPick(pick.source);
      }}
      blurOnSelect
      noOptionsText={t('register.form.noOptions')}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={t('reports.edit.insert')}
          helperText={t('reports.edit.insertHelp')}
          slotProps={{ inputLabel: { ...parameters.InputLabelProps, shrink: true } }}
        />
      )}
    />
  );
}

function usePicks({ figures, by: ways }: ReportWithFigures, indicators: readonly string[]): Pick[] {
  const t = useT();
  const language = useLanguage();
  const { figure: write } = useFormat();
  return indicators.flatMap((reference): Pick[] => {
    const indicator = findIndicator(reference);
    if (!indicator) return [];
    const { code, unit } = indicator;
    const title = indicator.title[language];
    const figure = figures.find((one) => one.indicator === code);
    const whole = figure
      ? `${t('reports.edit.whole')}: ${write(figure.value, unit)}`
      : t('reports.edit.whole');
    const cells = ways.flatMap((by) =>
      (figure ? cellsBy(figure, by, ways) : []).map(({ key, label, value }) => ({
        source: `{{${code}:${by}=${key}}}`,
        title,
        label: `${label}: ${write(value, unit)}`,
      })),
    );
    return [{ source: `{{${code}}}`, title, label: whole }, ...cells];
  });
}
