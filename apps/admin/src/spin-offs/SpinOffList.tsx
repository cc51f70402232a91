import { DataTable } from 'react-admin';
import { useWords } from '../i18n/use-t';
import type { SpinOff } from '../providers/records';
import { Claim } from '../ui/fields/Ladder';
import { Day, None, RecordLink, RecordLinks } from '../ui/fields/values';
import { ChoiceFilter, DaysFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';

const Column = DataTable.Col<SpinOff>;

export default function SpinOffList() {
  return (
    <RegisterList<SpinOff>
      resource="spin-offs"
      sort={{ field: 'foundedOn', order: 'DESC' }}
      nameOf={({ name }) => name}
      card={(spinOff) => <Card spinOff={spinOff} />}
      filters={<Filters />}
      exportAs={{ centreIds: ['centreNames'] }}
      hiddenColumns={['kvkNumber', 'dissolvedOn']}
    >
      <Column
        source="name"
        render={({ id, name }) => <RecordLink resource="spin-offs" id={id} name={name} />}
      />
      <Column
        source="centreIds"
        disableSort
        render={({ centreIds }) => <RecordLinks resource="centres" ids={centreIds} />}
      />
      <Column source="foundedOn" render={({ foundedOn }) => <Day date={foundedOn} />} />
      <Column source="claimLevel" render={({ claimLevel }) => <Claim level={claimLevel} />} />
      <Column
        source="parentCompanyName"
        render={({ parentCompanyId, parentCompanyName }) =>
          parentCompanyId ? (
            <RecordLink resource="companies" id={parentCompanyId} name={parentCompanyName} />
          ) : (
            <None />
          )
        }
      />
      <Column source="kvkNumber" render={({ kvkNumber }) => kvkNumber ?? <None />} />
      <Column source="dissolvedOn" render={({ dissolvedOn }) => <Day date={dissolvedOn} />} />
    </RegisterList>
  );
}

function Filters() {
  const words = useWords();
  return (
    <>
      <ChoiceFilter resource="spin-offs" source="claimLevel" words={words.claimLevel} />
      <DaysFilter resource="spin-offs" source="foundedOn" />
    </>
  );
}

function Card({ spinOff: { claimLevel, foundedOn } }: { spinOff: SpinOff }) {
  return (
    <>
      <Claim level={claimLevel} />
      <Day date={foundedOn} />
    </>
  );
}
