import { Autocomplete, Button, MenuItem, TextField } from '@mui/material';
import { currentIndicators, findIndicator, type Breakdown, type FigureCell } from '@fieldlab/domain';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { capitalised, useLanguage, useT, useWords } from '../i18n/use-t';
import { useFiguresBy } from '../providers/figures-by-way';
import type { ReportDraft } from '../providers/reports';
import { ConfirmDialog } from '../ui/page/ConfirmDialog';
import { namedIn } from './editor/schema';

interface FigurePickerProps {
  /** The figure as it stands in the text: `{{jobs:province=NL-NB}}`. */
  source: string;
  draft: ReportDraft;
  onPick: (source: string) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Which figure stands in the text: of what, and if of a part of it, of which province, year or centre. */
export function FigurePicker({ source, draft, onPick, onRemove, onClose }: FigurePickerProps) {
  const t = useT();
  const language = useLanguage();
  const { code, setCode, by, setBy, key, setKey } = useChoices(source);
  const indicator = findIndicator(code);
  const ways = indicator?.breakdowns ?? [];
  const way = ways.find((one) => one === by);
  const isWhole = way === undefined;
  return (
    <ConfirmDialog
      title={t('reports.edit.choose')}
      text={indicator?.definition[language] ?? ''}
      action={t('reports.edit.take')}
      isHarmless
      isDisabled={!indicator || (!isWhole && key === undefined)}
      onConfirm={() => onPick(isWhole ? `{{${code}}}` : `{{${code}:${way}=${key ?? ''}}}`)}
      onClose={onClose}
    >
      <IndicatorField code={code} onChange={setCode} />
      <WayField
        way={way}
        ways={ways}
        onChange={(next) => {
          setBy(next);
          setKey(undefined);
        }}
      />
      {way !== undefined && (
        <CellField
          key={`${code}/${way}`}
          code={code}
          way={way}
          chosen={key}
          draft={draft}
          onChange={setKey}
        />
      )}
      <Button color="error" onClick={onRemove} sx={{ justifySelf: 'start' }}>
        {t('reports.edit.remove')}
      </Button>
    </ConfirmDialog>
  );
}

function useChoices(source: string) {
  const named = namedIn(source);
  const [code, setCode] = useState<string>(findIndicator(named?.indicator ?? '')?.code ?? '');
  const [by, setBy] = useState(named?.by);
  const [key, setKey] = useState(named?.key);
  return { code, setCode, by, setBy, key, setKey };
}

function IndicatorField({ code, onChange }: { code: string; onChange: (code: string) => void }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Autocomplete
      options={currentIndicators.map((one) => one.code as string)}
      value={code}
      disableClearable
      getOptionLabel={(one) => findIndicator(one)?.title[language] ?? one}
      onChange={(_event, chosen) => onChange(chosen)}
      noOptionsText={t('register.form.noOptions')}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={t('reports.edit.figure')}
          autoFocus
          slotProps={{ inputLabel: { ...parameters.InputLabelProps, shrink: true } }}
        />
      )}
    />
  );
}

interface WayFieldProps {
  way: Breakdown | undefined;
  ways: readonly Breakdown[];
  onChange: (way: Breakdown | undefined) => void;
}

function WayField({ way, ways, onChange }: WayFieldProps) {
  const t = useT();
  const words = useWords();
  return (
    <TextField
      select
      label={t('reports.edit.by')}
      value={way ?? ''}
      onChange={({ target }) => onChange(ways.find((one) => one === target.value))}
      fullWidth
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{capitalised(t('reports.edit.whole'))}</MenuItem>
      {ways.map((one) => (
        <MenuItem key={one} value={one}>
          {capitalised(words.breakdown[one])}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface CellFieldProps {
  code: string;
  way: Breakdown;
  chosen: string | undefined;
  draft: ReportDraft;
  onChange: (key: string) => void;
}

function CellField({ code, way, chosen, draft: { asOf, from, scope }, onChange }: CellFieldProps) {
  const t = useT();
  const { figure: write } = useFormat();
  const asked = { asOf, from: from ?? undefined, scope, indicator: [code] };
  const [answer] = useFiguresBy(asked, [way]);
  const figure = answer?.figures[0];
  const cells: FigureCell[] = figure?.breakdown ?? [];
  return (
    <Autocomplete
      options={cells}
      value={cells.find(({ key }) => key === chosen) ?? null}
      loading={answer === undefined}
      loadingText={t('register.form.searching')}
      noOptionsText={t('register.form.noOptions')}
      getOptionKey={({ key }) => key}
      getOptionLabel={({ label, value }) => `${label}: ${figure ? write(value, figure.unit) : ''}`}
      isOptionEqualToValue={(one, other) => one.key === other.key}
      onChange={(_event, cell) => {
        if (cell) onChange(cell.key);
      }}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={t('reports.edit.part')}
          slotProps={{ inputLabel: { ...parameters.InputLabelProps, shrink: true } }}
        />
      )}
    />
  );
}
