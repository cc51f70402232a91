import { Box } from '@mui/material';
import { useT } from '../i18n/use-t';
import { ScopePicker } from '../ui/figures/ScopePicker';

interface ScopeFieldProps {
  value: string;
  onChange: (scope: string) => void;
  /** Only one kind of place, where a template is about that. */
  kind?: 'HUB' | 'FIELDLAB' | undefined;
}

/** What a report is about: the whole programme, one hub, or one centre. */
export function ScopeField({ value, onChange, kind }: ScopeFieldProps) {
  const t = useT();
  const label =
    kind === undefined
      ? 'reports.create.scope'
      : kind === 'HUB'
        ? 'reports.create.chooseHub'
        : 'reports.create.chooseCentre';
  return (
    <Box sx={{ width: { xs: '100%', sm: 280 } }}>
      <ScopePicker
        label={t(label)}
        value={value}
        onChange={onChange}
        whole={kind === undefined ? 'programme' : undefined}
        kind={kind}
      />
    </Box>
  );
}
