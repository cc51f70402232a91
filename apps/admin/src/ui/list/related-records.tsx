import { useWords } from '../../i18n/use-t';
import type { Investment, Outcome, Participation, SpinOff } from '../../providers/records';
import { Claim, Level } from '../fields/Ladder';
import { Day, LastDay, Money, RecordLink } from '../fields/values';
import { RelatedTable, type RelatedColumn } from './RelatedTable';

interface RelatedProps<T> {
  /** Of which record they are. */
  filter: Readonly<Record<string, unknown>>;
  /** What tells one from another among those of the same record. */
  first: RelatedColumn<T>;
}

/** The participations of a company or a centre. */
export const RelatedParticipations = ({ filter, first }: RelatedProps<Participation>) => (
  <RelatedTable<Participation>
    resource="participations"
    filter={filter}
    sort={{ field: 'startedOn', order: 'DESC' }}
    columns={[
      first,
      { field: 'level', render: ({ level }) => <Level level={level} /> },
      { field: 'startedOn', render: ({ startedOn }) => <Day date={startedOn} /> },
      { field: 'lastDay', render: ({ lastDay }) => <LastDay date={lastDay} /> },
    ]}
  />
);

/** The investments of a company or a centre. */
export function RelatedInvestments({ filter, first }: RelatedProps<Investment>) {
  const words = useWords();
  return (
    <RelatedTable<Investment>
      resource="investments"
      filter={filter}
      sort={{ field: 'datedOn', order: 'DESC' }}
      columns={[
        first,
        { field: 'status', render: ({ status }) => words.status[status] },
        { field: 'datedOn', render: ({ datedOn }) => <Day date={datedOn} /> },
        { field: 'amountEur', align: 'right', render: ({ amountEur }) => <Money amount={amountEur} /> },
      ]}
    />
  );
}

/** The outcomes of a company or a centre. */
export function RelatedOutcomes({ filter }: Pick<RelatedProps<Outcome>, 'filter'>) {
  const words = useWords();
  return (
    <RelatedTable<Outcome>
      resource="outcomes"
      filter={filter}
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

/** The spin-offs of a company or a centre. */
export const RelatedSpinOffs = ({ filter }: Pick<RelatedProps<SpinOff>, 'filter'>) => (
  <RelatedTable<SpinOff>
    resource="spin-offs"
    filter={filter}
    sort={{ field: 'foundedOn', order: 'DESC' }}
    columns={[
      { field: 'name', render: ({ id, name }) => <RecordLink resource="spin-offs" id={id} name={name} /> },
      { field: 'foundedOn', render: ({ foundedOn }) => <Day date={foundedOn} /> },
      { field: 'claimLevel', render: ({ claimLevel }) => <Claim level={claimLevel} /> },
    ]}
  />
);
