import { Box, Typography } from '@mui/material';
import { PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { useGetList } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useT, useWords } from '../i18n/use-t';
import type { Outcome, Participation } from '../providers/records';
import { today } from '../providers/today';
import { RecordLink } from '../ui/fields/values';
import { Waiting } from '../ui/page/Waiting';
import { lanesOf, spanOf, type Lane, type Span } from './timeline-lanes';

const ALL = { page: 1, perPage: 100 };

/** A lane for each centre: bars by level over the years, diamonds for what came of it. */
export function Timeline({ companyId }: { companyId: string }) {
  const t = useT();
  const filter = { companyId };
  const { data: participations } = useGetList<Participation>('participations', {
    filter,
    pagination: ALL,
    sort: { field: 'startedOn', order: 'ASC' },
  });
  const { data: outcomes = [] } = useGetList<Outcome>('outcomes', {
    filter,
    pagination: ALL,
    sort: { field: 'achievedOn', order: 'ASC' },
  });
  if (!participations) return <Waiting rows={3} />;
  if (participations.length === 0)
    return <Typography sx={{ color: 'text.secondary' }}>{t('dashboard.recentEmpty')}</Typography>;
  const span = spanOf(participations, today());
  return (
    <Box>
      <Years span={span} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lanesOf(participations, outcomes).map((lane) => (
          <LaneRow key={lane.centreId} lane={lane} span={span} />
        ))}
      </Box>
    </Box>
  );
}

function LaneRow({ lane, span }: { lane: Lane; span: Span }) {
  return (
    <Box component="li" sx={{ pt: 3, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ fontSize: '0.875rem' }}>
        <RecordLink resource="centres" id={lane.centreId} name={lane.centreName} />
      </Box>
      <Box sx={{ position: 'relative', height: 40, mt: 1 }}>
        {lane.participations.map((participation) => (
          <Bar key={participation.id} participation={participation} span={span} />
        ))}
        {lane.outcomes.map((outcome) => (
          <Diamond key={outcome.id} outcome={outcome} span={span} />
        ))}
      </Box>
    </Box>
  );
}

function Bar({
  participation: { level, startedOn, endedOn, lastDay },
  span,
}: {
  participation: Participation;
  span: Span;
}) {
  const t = useT();
  const words = useWords();
  const { date } = useFormat();
  const step = PARTICIPATION_LEVELS.indexOf(level) + 1;
  const [left, right] = [span.at(startedOn), span.at(endedOn ?? today())];
  const until = lastDay
    ? t('register.record.until', { date: date(lastDay) })
    : t('register.record.stillOpen');
  const text = `${words.level[level]}, ${t('register.record.since', { date: date(startedOn) })}, ${until}`;
  return (
    <Box
      title={text}
      sx={{
        position: 'absolute',
        left: `${left}%`,
        width: `max(${right - left}%, 6px)`,
        bottom: 16,
        height: 4 + step * 4,
        // The tint is the bar's own: its word keeps the full contrast of text.
        backgroundColor: ({ palette }) =>
          `color-mix(in srgb, ${palette.primary.main} ${35 + step * 16}%, transparent)`,
        borderRadius: '3px',
        ...(endedOn === null && { borderTopRightRadius: 0, borderBottomRightRadius: 0 }),
      }}
    >
      <Box
        component="span"
        sx={{
          position: 'absolute',
          top: '100%',
          left: 0,
          fontSize: '0.75rem',
          color: 'text.primary',
          whiteSpace: 'nowrap',
        }}
      >
        {words.level[level]}
      </Box>
    </Box>
  );
}

function Diamond({ outcome, span }: { outcome: Outcome; span: Span }) {
  const words = useWords();
  const { date } = useFormat();
  const text = `${words.outcomeKind[outcome.kind]}: ${outcome.title}, ${date(outcome.achievedOn)}`;
  return (
    <Box
      role="img"
      aria-label={text}
      title={text}
      sx={{
        position: 'absolute',
        left: `calc(${span.at(outcome.achievedOn)}% - 5px)`,
        bottom: 19,
        width: 10,
        height: 10,
        rotate: '45deg',
        bgcolor: 'warning.main',
        border: 1,
        borderColor: 'background.default',
      }}
    />
  );
}

function Years({ span }: { span: Span }) {
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 22, fontSize: '0.75rem', color: 'text.secondary' }}>
      {span.years.map((year) => (
        <Box key={year} component="span" sx={{ position: 'absolute', left: `${span.at(`${year}-01-01`)}%` }}>
          {year}
        </Box>
      ))}
    </Box>
  );
}
