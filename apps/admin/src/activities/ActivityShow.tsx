import { Button } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames, useT, useWords } from '../i18n/use-t';
import type { Activity } from '../providers/records';
import { Day, RecordLink } from '../ui/fields/values';
import { History } from '../ui/history/History';
import { Facts } from '../ui/page/Facts';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';
import { Attendance } from './Attendance';
import { LogAttendants } from './LogAttendants';

export default function ActivityShow() {
  const t = useT();
  return (
    <ShowPage<Activity>
      resource="activities"
      nameOf={({ title }) => title}
      actions={(activity) => <AttendanceActions activity={activity} />}
    >
      {(activity) => (
        <>
          <Section title={t('register.record.facts')}>
            <ActivityFacts activity={activity} />
          </Section>
          <Attendance activity={activity} />
          <Section title={t('register.record.history')}>
            <History resource="activities" id={activity.id} />
          </Section>
        </>
      )}
    </ShowPage>
  );
}

function AttendanceActions({ activity }: { activity: Activity }) {
  const t = useT();
  const { canAccess } = useCanAccess({ resource: 'participations', action: 'create' });
  if (!canAccess) return null;
  return (
    <>
      <LogAttendants activity={activity} />
      <Button variant="outlined" component={Link} to={`/paste?activityId=${activity.id}`}>
        {t('pasting.title')}
      </Button>
    </>
  );
}

function ActivityFacts({ activity }: { activity: Activity }) {
  const { field } = useNames();
  const words = useWords();
  const { kind, centreId, centreName, heldOn, lastDay } = activity;
  return (
    <Facts
      facts={[
        [field('activities', 'kind'), words.activityKind[kind]],
        [
          field('activities', 'centreId'),
          <RecordLink key="centre" resource="centres" id={centreId} name={centreName} />,
        ],
        [field('activities', 'heldOn'), <Day key="from" date={heldOn} />],
        [field('activities', 'lastDay'), <Day key="to" date={lastDay ?? heldOn} />],
      ]}
    />
  );
}
