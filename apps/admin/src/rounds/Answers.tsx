import { Box } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { RoundParticipation } from '../providers/rounds';
import { RecordLink } from '../ui/fields/values';
import { CompanyLines, ROW } from './Company';

/** What was said of each company, for who only reads it. */
export function Answers({ participations }: { participations: readonly RoundParticipation[] }) {
  const t = useT();
  if (participations.length === 0)
    return <Box sx={{ color: 'text.secondary' }}>{t('rounds.submission.none')}</Box>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 8 }}>
      {participations.map((asked) => (
        <Box
          component="li"
          key={asked.id}
          sx={{ ...ROW, display: 'flex', gap: 4, justifyContent: 'space-between', flexWrap: 'wrap' }}
        >
          <Box sx={{ minWidth: 0 }}>
            <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              <RecordLink resource="participations" id={asked.id} name={asked.companyName} />
            </Box>
            <CompanyLines asked={asked} />
          </Box>
          <Answer asked={asked} />
        </Box>
      ))}
    </Box>
  );
}

function Answer({ asked: { answer, lastDay } }: { asked: RoundParticipation }) {
  const t = useT();
  const { date } = useFormat();
  if (answer === 'CONFIRMED') return <span>✓ {t('rounds.submission.confirmed')}</span>;
  if (lastDay !== null) return <span>{t('register.record.until', { date: date(lastDay) })}</span>;
  return <Box sx={{ color: 'text.secondary' }}>{t('rounds.submission.notAnswered')}</Box>;
}
