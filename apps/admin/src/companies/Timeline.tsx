import { Box, Typography } from '@mui/material';
import { PARTICIPATION_LEVELS } from '@fieldlab/domain';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { capitalised, useT, useWords } from '../i18n/use-t';
import type { Activity, Company, Outcome, Participation } from '../providers/records';
import { today } from '../providers/today';
import { RecordLink, RecordLinks } from '../ui/fields/values';
import { Waiting } from '../ui/page/Waiting';
import { lanesOf, spanOf, type Lane, type Span } from './timeline-lanes';
import { usePast } from './use-past';

/** In percent of the whole. */
const ROOM_FOR_WORD = 12;
/** In pixels: what began today is seen as well. */
const LEAST_BAR = 6;

/** A lane for each centre: bars by level over the years, dots for activities, diamonds for what came of it. */
export function Timeline({ company }: { company: Company }) {
  const t = useT();
  const past = usePast(company.id);
  if (!past) return <Waiting rows={3} />;
  const lanes = lanesOf(past);
  const span = spanOf(past, today());
  const others = company.otherCentreCount ?? 0;
  return (
    <Box>
      {lanes.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('people.noPast')}</Typography>}
      {lanes.length > 0 && <Years span={span} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lanes.map((lane) => (
          <LaneRow key={lane.centreId} lane={lane} span={span} />
        ))}
      </Box>
      {others > 0 && (
        <Typography
          variant="body2"
          sx={{ color: 'text.secondary', pt: 3, borderTop: 1, borderColor: 'divider' }}
        >
          {capitalised(t('people.others', { smart_count: others }))}
        </Typography>
      )}
    </Box>
  );
}

function LaneRow({ lane, span }: { lane: Lane; span: Span }) {
  return (
    <Box component="li" sx={{ pt: 3, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ fontSize: '0.875rem' }}>
        {lane.centreName === null ? (
          <RecordLinks resource="centres" ids={[lane.centreId]} />
        ) : (
          <RecordLink resource="centres" id={lane.centreId} name={lane.centreName} />
        )}
      </Box>
      <Box sx={{ position: 'relative', height: 40, mt: 1 }}>
        {lane.participations.map((participation, index) => (
          <Bar
            key={participation.id}
            participation={participation}
            span={span}
            next={lane.participations[index + 1]?.startedOn}
          />
        ))}
        {lane.activities.map((activity) => (
          <Dot key={activity.id} activity={activity} span={span} />
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
  next,
}: {
  participation: Participation;
  span: Span;
  /** The first day of the bar after this one. */
  next: string | undefined;
}) {
  const t = useT();
  const words = useWords();
  const { date } = useFormat();
  const step = PARTICIPATION_LEVELS.indexOf(level) + 1;
  const [left, right] = [span.at(startedOn), span.at(endedOn ?? today())];
  const until = lastDay
    ? t('register.record.until', { date: date(lastDay) })
    : t('register.record.stillOpen');
  // A word that would run into the next one is left to the bar's title.
  const hasRoom = next === undefined || span.at(next) - left > ROOM_FOR_WORD;
  const isAtEnd = 100 - left < ROOM_FOR_WORD;
  const text = `${words.level[level]}, ${t('register.record.since', { date: date(startedOn) })}, ${until}`;
  return (
    <Box
      title={text}
      sx={{
        position: 'absolute',
        left: `min(${left}%, 100% - ${LEAST_BAR}px)`,
        width: `max(${right - left}%, ${LEAST_BAR}px)`,
        bottom: 16,
        height: 4 + step * 4,
        // The tint is the bar's own: its word keeps the full contrast of text.
        backgroundColor: ({ palette }) =>
          `color-mix(in srgb, ${palette.primary.main} ${35 + step * 16}%, transparent)`,
        borderRadius: '3px',
        ...(endedOn === null && { borderTopRightRadius: 0, borderBottomRightRadius: 0 }),
      }}
    >
      {hasRoom && <Word word={words.level[level]} isAtEnd={isAtEnd} />}
    </Box>
  );
}

/** Below its bar; at the end of the years it ends where they end, and does not run into what stands beside. */
function Word({ word, isAtEnd }: { word: string; isAtEnd: boolean }) {
  return (
    <Box
      component="span"
      sx={{
        position: 'absolute',
        top: '100%',
        ...(isAtEnd ? { right: 0 } : { left: 0 }),
        fontSize: '0.75rem',
        color: 'text.primary',
        whiteSpace: 'nowrap',
      }}
    >
      {word}
    </Box>
  );
}

function Dot({ activity, span }: { activity: Activity; span: Span }) {
  const words = useWords();
  const { date } = useFormat();
  const text = `${capitalised(words.activityKind[activity.kind])}: ${activity.title}, ${date(activity.heldOn)}`;
  return (
    <Box
      component={Link}
      to={`/activities/${activity.id}/show`}
      aria-label={text}
      title={text}
      sx={{
        position: 'absolute',
        left: `clamp(0px, ${span.at(activity.heldOn)}% - 12px, 100% - 24px)`,
        bottom: 12,
        width: 24,
        height: 24,
        display: 'grid',
        placeItems: 'center',
        '&::before': {
          content: '""',
          width: 10,
          height: 10,
          borderRadius: '50%',
          bgcolor: 'background.paper',
          border: 2,
          borderColor: 'text.primary',
        },
      }}
    />
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
        // It stands on its corner, and so is wider than it is.
        left: `clamp(3px, ${span.at(outcome.achievedOn)}% - 5px, 100% - 13px)`,
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

/** A mark begins at its day, and near the end of the years ends there. */
const markAt = (percent: number) => (percent > 90 ? { right: 0 } : { left: `${percent}%` });

function Years({ span }: { span: Span }) {
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 22, fontSize: '0.75rem', color: 'text.secondary' }}>
      {span.years.map((year) => (
        <Box key={year} component="span" sx={{ position: 'absolute', ...markAt(span.at(`${year}-01-01`)) }}>
          {year}
        </Box>
      ))}
    </Box>
  );
}
