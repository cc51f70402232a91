import { useCanAccess } from 'react-admin';
import type { ReactNode } from 'react';
import { useNames, useT, useWords } from '../i18n/use-t';
import type { Activity, Centre, Note } from '../providers/records';
import { Day, LastDay, None, RecordLink } from '../ui/fields/values';
import { History } from '../ui/history/History';
import {
  RelatedInvestments,
  RelatedOutcomes,
  RelatedParticipations,
  RelatedSpinOffs,
} from '../ui/list/related-records';
import { RelatedTable } from '../ui/list/RelatedTable';
import { TabbedParts } from '../ui/page/TabbedParts';
import { DueText } from '../ui/people/DueText';

/** What hangs from a centre, part by part; of a hub its fieldlabs too. */
export function CentreParts({ centre: { id, name, kind } }: { centre: Centre }) {
  const t = useT();
  const { many } = useNames();
  const { canAccess: mayRead } = useCanAccess({ resource: 'notes', action: 'list' });
  const part = (key: string, content: ReactNode) => ({ key, title: many(key), content });
  const parts = [
    part('participations', <Participations centreId={id} />),
    part('activities', <Activities centreId={id} />),
    part('investments', <Investments centreId={id} />),
    part('outcomes', <RelatedOutcomes filter={{ centreIds: id }} />),
    part('spin-offs', <RelatedSpinOffs filter={{ centreIds: id }} />),
    ...(kind === 'HUB'
      ? [{ key: 'fieldlabs', title: t('people.fieldlabs'), content: <Fieldlabs hubId={id} /> }]
      : []),
    ...(mayRead
      ? [{ key: 'notes', title: t('people.followUps'), content: <FollowUps centreId={id} /> }]
      : []),
    { key: 'history', title: t('register.record.history'), content: <History resource="centres" id={id} /> },
  ];
  return <TabbedParts label={name} parts={parts} />;
}

const Participations = ({ centreId }: { centreId: string }) => (
  <RelatedParticipations
    filter={{ centreId }}
    first={{
      field: 'companyName',
      render: ({ companyId, companyName }) => (
        <RecordLink resource="companies" id={companyId} name={companyName} />
      ),
    }}
  />
);

function Activities({ centreId }: { centreId: string }) {
  const words = useWords();
  return (
    <RelatedTable<Activity>
      resource="activities"
      filter={{ centreId }}
      sort={{ field: 'heldOn', order: 'DESC' }}
      columns={[
        {
          field: 'title',
          render: ({ id, title }) => <RecordLink resource="activities" id={id} name={title} />,
        },
        { field: 'kind', render: ({ kind }) => words.activityKind[kind] },
        { field: 'heldOn', render: ({ heldOn }) => <Day date={heldOn} /> },
      ]}
    />
  );
}

function Investments({ centreId }: { centreId: string }) {
  const words = useWords();
  return (
    <RelatedInvestments
      filter={{ centreId }}
      first={{
        field: 'source',
        render: ({ id, source }) => <RecordLink resource="investments" id={id} name={words.source[source]} />,
      }}
    />
  );
}

function Fieldlabs({ hubId }: { hubId: string }) {
  return (
    <RelatedTable<Centre>
      resource="centres"
      filter={{ hubId }}
      sort={{ field: 'name', order: 'ASC' }}
      columns={[
        { field: 'name', render: ({ id, name }) => <RecordLink resource="centres" id={id} name={name} /> },
        { field: 'municipality', render: ({ municipality }) => municipality ?? <None /> },
        { field: 'startedOn', render: ({ startedOn }) => <Day date={startedOn} /> },
        { field: 'lastDay', render: ({ lastDay }) => <LastDay date={lastDay} /> },
      ]}
    />
  );
}

/** What is still to be followed up, the most pressing first. */
function FollowUps({ centreId }: { centreId: string }) {
  return (
    <RelatedTable<Note>
      resource="notes"
      filter={{ centreId, state: 'OPEN' }}
      sort={{ field: 'dueOn', order: 'ASC' }}
      columns={[
        {
          field: 'companyName',
          render: ({ companyId, companyName }) => (
            <RecordLink resource="companies" id={companyId} name={companyName} />
          ),
        },
        { field: 'text', render: ({ text }) => text },
        { field: 'dueOn', render: (note) => <DueText note={note} /> },
      ]}
    />
  );
}
