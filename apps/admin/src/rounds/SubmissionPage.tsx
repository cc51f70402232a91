import { Alert, Box } from '@mui/material';
import { Link, useParams } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useSubmission, type Place, type Submission } from '../providers/rounds';
import { Comments } from '../ui/comments/Comments';
import { FailedPage } from '../ui/page/FailedPage';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { Answers } from './Answers';
import { Decide } from './Decide';
import { Statements } from './Statements';
import { SubmissionState } from './SubmissionState';
import { TickList } from './TickList';

/** What a centre is asked in a round, or said in it. */
export default function SubmissionPage() {
  const { id = '', centreId = '' } = useParams();
  const place = { id, centreId };
  const { data, error, refetch } = useSubmission(place);
  if (error && !data) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return <SubmissionView key={`${id} ${centreId} ${data.status}`} place={place} submission={data} />;
}

interface ViewProps {
  place: Place;
  submission: Submission;
}

function SubmissionView({ place, submission }: ViewProps) {
  const t = useT();
  const { date, quarter } = useFormat();
  const { period, firstDay, lastDay, dueOn, centreName, status, isLate, actions } = submission;
  const stopped = submission.participations.filter(({ isAsked }) => !isAsked);
  return (
    <Page
      title={centreName}
      above={
        <Link to={`/rounds/${place.id}`} style={{ color: 'inherit' }}>
          {`${t('rounds.title')} · ${quarter(period)}`}
        </Link>
      }
      below={
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1 }}>
          <span>{`${date(firstDay)} – ${date(lastDay)} · ${t('rounds.dueOn', { date: date(dueOn) })}`}</span>
          <SubmissionState status={status} isLate={isLate} />
        </Box>
      }
      actions={<Decide place={place} submission={submission} />}
    >
      <Standing submission={submission} />
      <Statements place={place} mayAsk={actions.includes('submit')} isAbove />
      {actions.includes('submit') ? (
        <TickList place={place} submission={submission} />
      ) : (
        <Answers participations={submission.participations.filter(({ isAsked }) => isAsked)} />
      )}
      <Statements place={place} mayAsk={actions.includes('submit')} />
      {stopped.length > 0 && (
        <Section title={t('rounds.submission.stopped')}>
          <Box sx={{ color: 'text.secondary', mb: 3 }}>{t('rounds.submission.stoppedHelp')}</Box>
          <Answers participations={stopped} />
        </Section>
      )}
      <Comments resource="rounds" recordId={place.id} centreId={place.centreId} />
    </Page>
  );
}

/** What somebody did with it last, in a sentence. */
function Standing({ submission }: { submission: Submission }) {
  const t = useT();
  const { dayOf } = useFormat();
  const { status, remark, submittedAt, submittedBy, decidedAt, decidedBy, actions } = submission;
  if (status === 'RETURNED') {
    return (
      <Alert severity="warning" sx={{ mb: 5, maxWidth: 880 }}>
        <strong>{t('rounds.submission.returnedTitle', { name: decidedBy })}</strong>
        <br />
        {remark}
      </Alert>
    );
  }
  const text =
    status === 'ACCEPTED' && decidedAt
      ? t('rounds.submission.locked', { name: decidedBy, date: dayOf(decidedAt) })
      : status === 'SUBMITTED' && submittedAt
        ? t('rounds.submission.waiting', { name: submittedBy, date: dayOf(submittedAt) })
        : actions.includes('submit')
          ? undefined
          : t('rounds.submission.readOnly');
  if (text === undefined) return null;
  return <Box sx={{ mb: 5, maxWidth: 720 }}>{text}</Box>;
}
