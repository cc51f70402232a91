import { Box } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useNames, useT } from '../i18n/use-t';
import type { Attendance, Company } from '../providers/records';
import { RecordLink } from '../ui/fields/values';
import { History } from '../ui/history/History';
import {
  RelatedInvestments,
  RelatedOutcomes,
  RelatedParticipations,
  RelatedSpinOffs,
} from '../ui/list/related-records';
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
    { key: 'outcomes', title: many('outcomes'), content: <RelatedOutcomes filter={{ companyId: id }} /> },
    { key: 'investments', title: many('investments'), content: <Investments companyId={id} /> },
    {
      key: 'spin-offs',
      title: many('spin-offs'),
      content: <RelatedSpinOffs filter={{ parentCompanyId: id }} />,
    },
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

const Participations = ({ companyId }: { companyId: string }) => (
  <RelatedParticipations
    filter={{ companyId }}
    first={{
      field: 'centreName',
      render: ({ centreId, centreName }) => <RecordLink resource="centres" id={centreId} name={centreName} />,
    }}
  />
);

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

const Investments = ({ companyId }: { companyId: string }) => (
  <RelatedInvestments
    filter={{ companyId }}
    first={{
      field: 'centreName',
      render: ({ id, centreName }) => <RecordLink resource="investments" id={id} name={centreName} />,
    }}
  />
);

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
