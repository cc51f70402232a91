import { DataTable } from 'react-admin';
import { useWords } from '../i18n/use-t';
import type { Outcome } from '../providers/records';
import { Claim } from '../ui/fields/Ladder';
import { Day, RecordLink, RecordLinks } from '../ui/fields/values';
import { ChoiceFilter, DaysFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';

const Column = DataTable.Col<Outcome>;
const NumberColumn = DataTable.NumberCol<Outcome>;

export default function OutcomeList() {
  const words = useWords();
  return (
    <RegisterList<Outcome>
      resource="outcomes"
      sort={{ field: 'achievedOn', order: 'DESC' }}
      nameOf={({ title }) => title}
      card={(outcome) => <Card outcome={outcome} />}
      filters={<Filters />}
      exportAs={{ centreIds: ['centreNames'] }}
      hiddenColumns={['centreIds']}
    >
      <Column
        source="title"
        render={({ id, title }) => <RecordLink resource="outcomes" id={id} name={title} />}
      />
      <Column source="kind" render={({ kind }) => words.outcomeKind[kind]} />
      <Column
        source="companyName"
        render={({ companyId, companyName }) => (
          <RecordLink resource="companies" id={companyId} name={companyName} />
        )}
      />
      <Column
        source="centreIds"
        disableSort
        render={({ centreIds }) => <RecordLinks resource="centres" ids={centreIds} />}
      />
      <NumberColumn source="quantity" />
      <Column source="achievedOn" render={({ achievedOn }) => <Day date={achievedOn} />} />
      <Column source="claimLevel" render={({ claimLevel }) => <Claim level={claimLevel} />} />
    </RegisterList>
  );
}

function Filters() {
  const words = useWords();
  return (
    <>
      <ChoiceFilter resource="outcomes" source="kind" words={words.outcomeKind} />
      <ChoiceFilter resource="outcomes" source="claimLevel" words={words.claimLevel} />
      <DaysFilter resource="outcomes" source="achievedOn" />
    </>
  );
}

function Card({ outcome: { kind, companyName, achievedOn } }: { outcome: Outcome }) {
  const words = useWords();
  return (
    <>
      <span>{`${words.outcomeKind[kind]} · ${companyName ?? ''}`}</span>
      <Day date={achievedOn} />
    </>
  );
}
