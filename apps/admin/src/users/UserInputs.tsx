import { Alert } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useFormat } from '../i18n/format';
import { useT, useWords } from '../i18n/use-t';
import type { User } from '../providers/records';
import { ChoiceInput, TextInput } from '../ui/inputs/fields';
import { CentresInput } from '../ui/inputs/references';

const LANGUAGE_NAMES = { nl: 'Nederlands', en: 'English' };

export function UserInputs({ isNew = false }: { isNew?: boolean }) {
  const t = useT();
  const words = useWords();
  return (
    <>
      {!isNew && <NeverInvited />}
      <TextInput source="name" required />
      <TextInput source="email" type="email" required {...(isNew && { help: t('users.invited') })} />
      <ChoiceInput source="role" words={words.role} required {...(!isNew && { help: t('users.roleHelp') })} />
      <OwnCentres />
      <ChoiceInput source="language" words={LANGUAGE_NAMES} required />
    </>
  );
}

/** The mail was refused for good, or nobody took it in time: most often the address is wrong. */
function NeverInvited() {
  const t = useT();
  const { instant } = useFormat();
  const user = useRecordContext<User>();
  if (!user?.invitationGivenUpAt) return null;
  return (
    <Alert severity="error">{t('users.undeliveredText', { date: instant(user.invitationGivenUpAt) })}</Alert>
  );
}

/** Only a coordinator has them. */
function OwnCentres() {
  const { setValue, getValues } = useFormContext();
  const isCoordinator = useWatch({ name: 'role' }) === 'COORDINATOR';
  useEffect(() => {
    const chosen: unknown = getValues('centreIds');
    if (!isCoordinator && Array.isArray(chosen) && chosen.length > 0) setValue('centreIds', []);
  }, [isCoordinator, setValue, getValues]);
  return isCoordinator && <CentresInput source="centreIds" required />;
}
