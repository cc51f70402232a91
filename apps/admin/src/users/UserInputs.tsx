import { useT } from '../i18n/use-t';
import { ROLES } from '@fieldlab/domain';
import { ChoiceInput, TextInput } from '../ui/inputs/fields';
import { CentresInput } from '../ui/inputs/references';

export function UserInputs() {
  const t = useT();
  const roles = Object.fromEntries(ROLES.map((role) => [role, t(`frame.roles.${role}`)]));
  return (
    <>
      <TextInput source="name" required />
      <TextInput source="email" type="email" required help={t('account.userInvited')} />
      <ChoiceInput source="role" words={roles} required />
      <CentresInput source="centreIds" />
    </>
  );
}
