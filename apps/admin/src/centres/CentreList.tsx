import { DataTable } from 'react-admin';
import { useWords } from '../i18n/use-t';
import type { Centre } from '../providers/records';
import { Day, LastDay, None, Province, RecordLink } from '../ui/fields/values';
import { describeCentre } from '../ui/inputs/describe';
import { ChoiceFilter, ProvinceFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';

const Column = DataTable.Col<Centre>;

export default function CentreList() {
  const words = useWords();
  return (
    <RegisterList<Centre>
      resource="centres"
      sort={{ field: 'code', order: 'ASC' }}
      nameOf={({ name }) => name}
      card={(centre) => <Card centre={centre} />}
      filters={<Filters />}
      hiddenColumns={['type', 'technologies']}
    >
      <Column
        source="name"
        render={({ id, name }) => <RecordLink resource="centres" id={id} name={name} />}
      />
      <Column source="code" />
      <Column source="kind" render={({ kind }) => words.centreKind[kind]} />
      <Column
        source="hubName"
        render={({ hubId, hubName }) =>
          hubId ? <RecordLink resource="centres" id={hubId} name={hubName} /> : <None />
        }
      />
      <Column source="municipality" render={({ municipality }) => municipality ?? <None />} />
      <Column source="province" render={({ province }) => <Province code={province} />} />
      <Column source="startedOn" render={({ startedOn }) => <Day date={startedOn} />} />
      <Column source="lastDay" disableSort render={({ lastDay }) => <LastDay date={lastDay} />} />
      <Column source="type" render={({ type }) => (type ? words.centreType[type] : <None />)} />
      <Column source="technologies" disableSort render={({ technologies }) => technologies.join(', ')} />
    </RegisterList>
  );
}

function Filters() {
  const words = useWords();
  return (
    <>
      <ChoiceFilter resource="centres" source="kind" words={words.centreKind} />
      <ChoiceFilter resource="centres" source="type" words={words.centreType} />
      <ProvinceFilter resource="centres" />
    </>
  );
}

function Card({ centre }: { centre: Centre }) {
  const words = useWords();
  return (
    <>
      <span>{`${words.centreKind[centre.kind]} · ${describeCentre(centre)}`}</span>
      {centre.hubName && <span>{centre.hubName}</span>}
    </>
  );
}
