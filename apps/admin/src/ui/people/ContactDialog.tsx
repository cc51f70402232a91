import { useNames, useT, useWords } from '../../i18n/use-t';
import type { Contact } from '../../providers/records';
import { Pair } from '../forms/FormBody';
import { ChoiceInput, DayInput, TextInput } from '../inputs/fields';
import { CentreInput } from '../inputs/references';
import { EraseButton } from './EraseButton';
import { RecordDialog } from './RecordDialog';
import { useOwnCentre } from './use-own-centre';

interface ContactDialogProps {
  companyId: string;
  contact: Contact | undefined;
  onClose: () => void;
}

export function ContactDialog({ companyId, contact, onClose }: ContactDialogProps) {
  const t = useT();
  const { one } = useNames();
  const words = useWords();
  const own = useOwnCentre();
  return (
    <RecordDialog<Contact>
      resource="contacts"
      title={contact ? one('contacts') : t('people.addContact')}
      record={contact}
      defaults={{ companyId, centreId: own }}
      extra={contact && <EraseButton contact={contact} onErased={onClose} />}
      onClose={onClose}
    >
      <TextInput source="name" required />
      <TextInput source="role" />
      <Pair>
        <TextInput source="email" type="email" />
        <TextInput source="phone" />
      </Pair>
      <Pair>
        <ChoiceInput source="purpose" words={words.contactPurpose} />
        <DayInput source="retainUntil" help={t('people.retainHelp')} />
      </Pair>
      {own === null && <CentreInput source="centreId" required />}
    </RecordDialog>
  );
}
