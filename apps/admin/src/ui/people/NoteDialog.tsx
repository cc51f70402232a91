import { useNames, useT } from '../../i18n/use-t';
import type { Note } from '../../providers/records';
import { DayInput, TextInput } from '../inputs/fields';
import { CentreInput } from '../inputs/references';
import { Pair } from '../forms/FormBody';
import { RecordDialog } from './RecordDialog';
import { useOwnCentre } from './use-own-centre';

interface NoteDialogProps {
  companyId: string;
  centreId: string | undefined;
  note: Note | undefined;
  onClose: () => void;
}

export function NoteDialog({ companyId, centreId, note, onClose }: NoteDialogProps) {
  const t = useT();
  const { one } = useNames();
  const own = useOwnCentre();
  return (
    <RecordDialog<Note>
      resource="notes"
      title={note ? one('notes') : t('people.addNote')}
      record={note}
      defaults={{ companyId, centreId: centreId ?? own }}
      onClose={onClose}
    >
      <TextInput source="text" rows={4} required />
      {centreId === undefined && own === null && <CentreInput source="centreId" required />}
      <Pair>
        <DayInput source="dueOn" help={t('people.dueHelp')} />
        {note?.dueOn && <DayInput source="doneOn" />}
        <DayInput source="retainUntil" help={t('people.retainHelp')} />
      </Pair>
    </RecordDialog>
  );
}
