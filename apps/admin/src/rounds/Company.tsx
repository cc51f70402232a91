import { Box } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { RoundParticipation } from '../providers/rounds';
import { Level } from '../ui/fields/Ladder';

/** A company that took part: its level, since when, and when it was confirmed last. */
export function CompanyLines({ asked }: { asked: RoundParticipation }) {
  const t = useT();
  const { date, quarter } = useFormat();
  const { level, startedOn, lastConfirmed } = asked;
  return (
    <Box
      component="span"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 4,
        rowGap: 0.5,
        fontSize: '0.875rem',
        color: 'text.secondary',
      }}
    >
      <Level level={level} />
      <span>{t('register.record.since', { date: date(startedOn) })}</span>
      <span>
        {lastConfirmed
          ? t('rounds.submission.lastConfirmed', { period: quarter(lastConfirmed.period) })
          : t('rounds.submission.neverConfirmed')}
      </span>
    </Box>
  );
}

export const ROW = { borderTop: 1, borderColor: 'divider', py: 2.5, maxWidth: 880 };
