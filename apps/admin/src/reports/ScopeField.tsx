import { MenuItem, TextField } from '@mui/material';
import { useT } from '../i18n/use-t';
import { useScopes } from '../ui/figures/use-scopes';

interface ScopeFieldProps {
  value: string;
  onChange: (scope: string) => void;
  /** Only one kind of place, where a template is about that. */
  kind?: 'HUB' | 'FIELDLAB' | undefined;
}

/** What a report is about: the whole programme, one hub, or one centre. */
export function ScopeField({ value, onChange, kind }: ScopeFieldProps) {
  const t = useT();
  const scopes = useScopes().filter((one) => kind === undefined || one.kind === kind);
  const isKnown = value === '' || value === 'programme' || scopes.some(({ scope }) => scope === value);
  const label =
    kind === undefined
      ? 'reports.create.scope'
      : kind === 'HUB'
        ? 'reports.create.chooseHub'
        : 'reports.create.chooseCentre';
  return (
    <TextField
      select
      label={t(label)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ minWidth: 240 }}
      slotProps={{ inputLabel: { shrink: true } }}
    >
      {kind === undefined && <MenuItem value="programme">{t('figures.sentence.programme')}</MenuItem>}
      {!isKnown && <MenuItem value={value}>{value.replace(/^\w+:/, '')}</MenuItem>}
      {scopes.map(({ scope, name }) => (
        <MenuItem key={scope} value={scope}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
