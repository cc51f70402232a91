import { useNames, useT, useWords } from '../i18n/use-t';
import type { Activity, Centre, Investment, Participation } from '../providers/records';
import { Level } from '../ui/fields/Ladder';
import { Day, LastDay, Money, RecordLink } from '../ui/fields/values';
import { History } from '../ui/history/History';
import { RelatedTable } from '../ui/list/RelatedTable';
import { TabbedParts } from '../ui/page/TabbedParts';

export function CentreParts({ centre: { id, name } }: { centre: Centre }) {
  const t = useT();
  const { many } = useNames();
  const parts = [
    { key: 'participations', title: many('participations'), content: <Participations centreId={id} /> },
    { key: 'activities', title: many('activities'), content: <Activities centreId={id} /> },
    { key: 'investments', title: many('investments'), content: <Investments centreId={id} /> },
    { key: 'history', title: t('register.record.history'), content: <History resource="centres" id={id} /> },
  ];
  return <TabbedParts label={name} parts={parts} />;
}

function Participations({ centreId }: { centreId: string }) {
  return (
    <RelatedTable<Participation>
      resource="participations"
      filter={{ centreId }}
      sort={{ field: 'startedOn', order: 'DESC' }}
      columns={[
        {
          field: 'companyName',
          render: ({ companyId, companyName }) => (
            <RecordLink resource="companies" id={companyId} name={companyName} />
          ),
        },
        { field: 'level', render: ({ level }) => <Level level={level} /> },
        { field: 'startedOn', render: ({ startedOn }) => <Day date={startedOn} /> },
        { field: 'lastDay', render: ({ lastDay }) => <LastDay date={lastDay} /> },
      ]}
    />
  );
}

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
    <RelatedTable<Investment>
      resource="investments"
      filter={{ centreId }}
      sort={{ field: 'datedOn', order: 'DESC' }}
      columns={[
        {
          field: 'source',
          render: ({ id, source }) => (
            <RecordLink resource="investments" id={id} name={words.source[source]} />
          ),
        },
        { field: 'status', render: ({ status }) => words.status[status] },
        { field: 'datedOn', render: ({ datedOn }) => <Day date={datedOn} /> },
        { field: 'amountEur', align: 'right', render: ({ amountEur }) => <Money amount={amountEur} /> },
      ]}
    />
  );
}
