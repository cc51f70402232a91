import { Box } from '@mui/material';
import { useT } from '../i18n/use-t';
import type { Round } from '../providers/rounds';

const PARTS = [
  { key: 'accepted', colour: 'success.main' },
  { key: 'submitted', colour: 'primary.main' },
  { key: 'returned', colour: 'warning.main' },
  { key: 'open', colour: 'divider' },
] as const;

/** How many of a round's centres are how far: a bar, and the same in words. */
export function Progress({ round }: { round: Round }) {
  const t = useT();
  const shown = PARTS.filter(({ key }) => (round[key] ?? 0) > 0);
  return (
    <Box sx={{ maxWidth: 480 }}>
      <Box aria-hidden sx={{ display: 'flex', gap: '2px', height: 8, mb: 1 }}>
        {shown.map(({ key, colour }) => (
          <Box key={key} sx={{ flex: round[key] ?? 0, bgcolor: colour, borderRadius: '2px' }} />
        ))}
      </Box>
      <Box component="span" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
        {shown.map(({ key }) => t(`rounds.counts.${key}`, { smart_count: round[key] ?? 0 })).join(' · ')}
      </Box>
    </Box>
  );
}

/** How many are late, in words. */
export function Late({ round }: { round: Round }) {
  const t = useT();
  const late = round.late ?? 0;
  if (late === 0) return null;
  return (
    <Box component="span" sx={{ color: 'warning.main', fontWeight: 600, whiteSpace: 'nowrap' }}>
      {t('rounds.lateCount', { smart_count: late })}
    </Box>
  );
}
