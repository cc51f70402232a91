import { Box } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { TargetState } from '../providers/targets';
import { colourOf } from './Light';

/** The figure on the way to its target, with a mark where it would be if it grew evenly. */
export function ProgressBar({ state }: { state: TargetState }) {
  const t = useT();
  const { figure } = useFormat();
  const { actual, expected, target, unit, light } = state;
  const top = Math.max(Number(target.value), Number(actual ?? 0), Number(expected)) || 1;
  const share = (value: number | string | null): string => `${(Number(value ?? 0) / top) * 100}%`;
  const aim = figure(target.value, unit);
  const text =
    actual === null
      ? t('targets.progressUnknown', { aim })
      : t('targets.progress', { actual: figure(actual, unit), aim, expected: figure(expected, unit) });
  return (
    <Box
      role="img"
      aria-label={text}
      title={text}
      sx={{ position: 'relative', height: 8, bgcolor: 'divider', borderRadius: '2px', minWidth: 96 }}
    >
      <Box sx={{ width: share(actual), height: '100%', bgcolor: colourOf(light), borderRadius: '2px' }} />
      <Box
        sx={{
          position: 'absolute',
          top: -4,
          height: 16,
          width: '2px',
          left: `calc(${share(expected)} - 1px)`,
          bgcolor: 'text.primary',
        }}
      />
    </Box>
  );
}
