import { Box } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useNames, useT, useWords } from '../i18n/use-t';
import type { Attendance, Company, Investment, Outcome, Participation, SpinOff } from '../providers/records';
import { Claim, Level } from '../ui/fields/Ladder';
import { Day, LastDay, Money, RecordLink } from '../ui/fields/values';
import { History } from '../ui/history/History';
import { RelatedTable } from '../ui/list/RelatedTable';
import { TabbedParts } from '../ui/page/TabbedParts';
import { Contacts } from '../ui/people/Contacts';
import { Notes } from '../ui/people/Notes';

/** What hangs from a company, part by part. */
export function CompanyParts({ company: { id, name } }: { company: Company }) {
  const t = useT();
  const { many } = useNames();
  const { canAccess: mayMeet } = useCanAccess({ resource: 'contacts', action: 'list' });
  const parts = [
    { key: 'participations', title: many('participations'), content: <Participations companyId={id} /> },
    { key: 'attendances', title: many('activities'), content: <Attendances companyId={id} /> },
    { key: 'outcomes', title: many('outcomes'), content: <Outcomes companyId={id} /> },
    { key: 'investments', title: many('investments'), content: <Investments companyId={id} /> },
    { key: 'spin-offs', title: many('spin-offs'), content: <SpinOffs parentCompanyId={id} /> },
    ...(mayMeet
      ? [{ key: 'people', title: t('people.tab'), content: <People companyId={id} companyName={name} /> }]
      : []),
    {
      key: 'history',
      title: t('register.record.history'),
      content: <History resource="companies" id={id} />,
    },
  ];
  return <TabbedParts label={name} parts={parts} />;
}

function Participations({ companyId }: { companyId: string }) {
  return (
    <RelatedTable<Participation>
      resource="participations"
      filter={{ companyId }}
      sort={{ field: 'startedOn', order: 'DESC' }}
      columns={[
        {
          field: 'centreName',
          render: ({ centreId, centreName }) => (
            <RecordLink resource="centres" id={centreId} name={centreName} />
          ),
        },
        { field: 'level', render: ({ level }) => <Level level={level} /> },
        { field: 'startedOn', render: ({ startedOn }) => <Day date={startedOn} /> },
        { field: 'lastDay', render: ({ lastDay }) => <LastDay date={lastDay} /> },
      ]}
    />
  );
}

function Attendances({ companyId }: { companyId: string }) {
  return (
    <RelatedTable<Attendance>
      resource="attendances"
      filter={{ companyId }}
      sort={{ field: 'createdAt', order: 'DESC' }}
      columns={[
        {
          field: 'activityTitle',
          render: ({ activityId, activityTitle }) => (
            <RecordLink resource="activities" id={activityId} name={activityTitle} />
          ),
        },
        { field: 'people', align: 'right', render: ({ people }) => people },
      ]}
    />
  );
}

function Outcomes({ companyId }: { companyId: string }) {
  const words = useWords();
  return (
    <RelatedTable<Outcome>
      resource="outcomes"
      filter={{ companyId }}
      sort={{ field: 'achievedOn', order: 'DESC' }}
      columns={[
        {
          field: 'title',
          render: ({ id, title }) => <RecordLink resource="outcomes" id={id} name={title} />,
        },
        { field: 'kind', render: ({ kind }) => words.outcomeKind[kind] },
        { field: 'achievedOn', render: ({ achievedOn }) => <Day date={achievedOn} /> },
        { field: 'claimLevel', render: ({ claimLevel }) => <Claim level={claimLevel} /> },
      ]}
    />
  );
}

function Investments({ companyId }: { companyId: string }) {
  const words = useWords();
  return (
    <RelatedTable<Investment>
      resource="investments"
      filter={{ companyId }}
      sort={{ field: 'datedOn', order: 'DESC' }}
      columns={[
        {
          field: 'centreName',
          render: ({ id, centreName }) => <RecordLink resource="investments" id={id} name={centreName} />,
        },
        { field: 'status', render: ({ status }) => words.status[status] },
        { field: 'datedOn', render: ({ datedOn }) => <Day date={datedOn} /> },
        { field: 'amountEur', align: 'right', render: ({ amountEur }) => <Money amount={amountEur} /> },
      ]}
    />
  );
}

function SpinOffs({ parentCompanyId }: { parentCompanyId: string }) {
  return (
    <RelatedTable<SpinOff>
      resource="spin-offs"
      filter={{ parentCompanyId }}
      sort={{ field: 'foundedOn', order: 'DESC' }}
      columns={[
        { field: 'name', render: ({ id, name }) => <RecordLink resource="spin-offs" id={id} name={name} /> },
        { field: 'foundedOn', render: ({ foundedOn }) => <Day date={foundedOn} /> },
        { field: 'claimLevel', render: ({ claimLevel }) => <Claim level={claimLevel} /> },
      ]}
    />
  );
}

function People(company: { companyId: string; companyName: string }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        columnGap: 8,
      }}
    >
      <Contacts {...company} />
      <Notes {...company} />
    </Box>
  );
}
