import { Button } from '@mui/material';
import { DataTable, useCanAccess } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useT, useWords } from '../i18n/use-t';
import type { Participation } from '../providers/records';
import { Level } from '../ui/fields/Ladder';
import { Day, LastDay, RecordLink } from '../ui/fields/values';
import { CentreFilter, ChoiceFilter, DaysFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';
import { useLogSheet } from '../ui/log-sheet';
import { BulkEnd } from './BulkEnd';
import { participationName } from './participation-name';
import { RowActions } from './RowActions';

const Column = DataTable.Col<Participation>;

export default function ParticipationList() {
  const { date } = useFormat();
  return (
    <RegisterList<Participation>
      resource="participations"
      sort={{ field: 'startedOn', order: 'DESC' }}
      nameOf={participationName}
      card={(participation) => <Card participation={participation} />}
      filters={<Filters />}
      hiddenColumns={['note', 'centreCode']}
      rowActions={(participation) => <RowActions participation={participation} />}
      moreBulkActions={<BulkEnd />}
      primaryAction={<LogButton />}
    >
      <Column
        source="companyName"
        render={({ companyId, companyName }) => (
          <RecordLink resource="companies" id={companyId} name={companyName} />
        )}
      />
      <Column
        source="centreName"
        render={({ centreId, centreName }) => (
          <RecordLink resource="centres" id={centreId} name={centreName} />
        )}
      />
      <Column source="centreCode" />
      <Column source="level" render={({ level }) => <Level level={level} />} />
      <Column
        source="startedOn"
        render={({ id, startedOn }) => (
          <RecordLink resource="participations" id={id} name={date(startedOn)} />
        )}
      />
      <Column source="lastDay" disableSort render={({ lastDay }) => <LastDay date={lastDay} />} />
      <Column source="note" disableSort />
    </RegisterList>
  );
}

function LogButton() {
  const t = useT();
  const { open } = useLogSheet();
  const { canAccess } = useCanAccess({ resource: 'participations', action: 'create' });
  if (!canAccess) return null;
  return (
    <Button variant="outlined" onClick={() => open()}>
      {t('logging.title')}
    </Button>
  );
}

function Filters() {
  const words = useWords();
  return (
    <>
      <ChoiceFilter resource="participations" source="level" words={words.level} />
      <CentreFilter resource="participations" />
      <DaysFilter resource="participations" source="startedOn" />
    </>
  );
}

function Card({ participation: { level, startedOn, lastDay } }: { participation: Participation }) {
  return (
    <>
      <Level level={level} />
      <span>
        <Day date={startedOn} /> · <LastDay date={lastDay} />
      </span>
    </>
  );
}
