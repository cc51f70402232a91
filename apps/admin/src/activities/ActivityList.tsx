import { Box } from '@mui/material';
import { DataTable } from 'react-admin';
import { useT, useWords } from '../i18n/use-t';
import type { Activity } from '../providers/records';
import { Day, LastDay, None, RecordLink } from '../ui/fields/values';
import { CentreFilter, ChoiceFilter, DaysFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';

const Column = DataTable.Col<Activity>;

export default function ActivityList() {
  const t = useT();
  const words = useWords();
  return (
    <RegisterList<Activity>
      resource="activities"
      sort={{ field: 'heldOn', order: 'DESC' }}
      nameOf={({ title }) => title}
      card={(activity) => <Card activity={activity} />}
      filters={<Filters />}
      hiddenColumns={['lastDay']}
      exportAs={{ companiesPresent: ['companiesPresent', 'peoplePresent'] }}
    >
      <Column
        source="title"
        render={({ id, title }) => <RecordLink resource="activities" id={id} name={title} />}
      />
      <Column source="kind" render={({ kind }) => words.activityKind[kind]} />
      <Column
        source="centreName"
        render={({ centreId, centreName }) => (
          <RecordLink resource="centres" id={centreId} name={centreName} />
        )}
      />
      <Column source="heldOn" render={({ heldOn }) => <Day date={heldOn} />} />
      <Column source="lastDay" disableSort render={({ lastDay }) => <LastDay date={lastDay} />} />
      <Column
        source="companiesPresent"
        label={t('activities.present')}
        disableSort
        render={(activity) => <Present activity={activity} />}
      />
    </RegisterList>
  );
}

function Filters() {
  const words = useWords();
  return (
    <>
      <ChoiceFilter resource="activities" source="kind" words={words.activityKind} />
      <CentreFilter resource="activities" />
      <DaysFilter resource="activities" source="heldOn" />
    </>
  );
}

function Card({ activity }: { activity: Activity }) {
  const { kind, heldOn, centreName } = activity;
  const words = useWords();
  return (
    <>
      <span>
        {words.activityKind[kind]} · <Day date={heldOn} />
      </span>
      <span>{centreName}</span>
      {activity.companiesPresent !== 0 && <Present activity={activity} />}
    </>
  );
}

/** `3 bedrijven, 12 personen`. */
function Present({ activity: { companiesPresent, peoplePresent } }: { activity: Activity }) {
  const t = useT();
  if (!companiesPresent) return <None />;
  const companies = t('activities.companies', { smart_count: companiesPresent });
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {`${companies}, ${t('activities.people', { smart_count: peoplePresent ?? 0 })}`}
    </Box>
  );
}
