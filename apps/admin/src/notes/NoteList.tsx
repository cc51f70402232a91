import type { NoteState } from '@fieldlab/domain';
import { DataTable } from 'react-admin';
import { useT, useWords } from '../i18n/use-t';
import type { Note } from '../providers/records';
import { Day, RecordLink } from '../ui/fields/values';
import { CentreFilter, ChoiceFilter, DaysFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';
import { DoneButton } from '../ui/people/DoneButton';
import { DueText } from '../ui/people/DueText';

const Column = DataTable.Col<Note>;
const SHORT = 90;

const inShort = ({ text }: Note): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);
const companyPage = ({ companyId }: Note): string => `/companies/${companyId}/show?part=people`;

/** Notes of all companies, and what is to be followed up. */
export default function NoteList() {
  const t = useT();
  const words = useWords();
  return (
    <RegisterList<Note>
      resource="notes"
      sort={{ field: 'dueOn', order: 'ASC' }}
      nameOf={inShort}
      card={(note) => <Card note={note} />}
      to={companyPage}
      filters={<Filters />}
      rowActions={(note) => <DoneButton note={note} />}
      emptyText={t('people.emptyList')}
      primaryAction={<></>}
    >
      <Column
        source="companyName"
        render={({ companyId, companyName }) => (
          <RecordLink resource="companies" id={companyId} name={companyName} />
        )}
      />
      <Column source="text" render={inShort} />
      <Column
        source="centreName"
        render={({ centreId, centreName }) => (
          <RecordLink resource="centres" id={centreId} name={centreName} />
        )}
      />
      <Column source="dueOn" render={({ dueOn }) => <Day date={dueOn} />} />
      <Column source="state" render={({ state }) => words.noteState[state as NoteState]} />
    </RegisterList>
  );
}

function Filters() {
  const words = useWords();
  return (
    <>
      <ChoiceFilter resource="notes" source="state" words={words.noteState} />
      <CentreFilter resource="notes" />
      <DaysFilter resource="notes" source="dueOn" />
    </>
  );
}

function Card({ note }: { note: Note }) {
  return (
    <>
      <span>{[note.companyName, note.centreName].filter(Boolean).join(' · ')}</span>
      <DueText note={note} />
    </>
  );
}
