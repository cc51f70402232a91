import { useT, useWords } from '../i18n/use-t';
import { Pair } from '../ui/forms/FormBody';
import { ChoiceInput, DayInput, TextInput } from '../ui/inputs/fields';
import { CentresInput, CompanyInput } from '../ui/inputs/references';

export default function SpinOffInputs() {
  const t = useT();
  const words = useWords();
  return (
    <>
      <TextInput source="name" required />
      <CentresInput source="centreIds" required />
      <Pair>
        <TextInput source="kvkNumber" help={t('register.form.kvkHelp')} />
        <ChoiceInput source="claimLevel" words={words.claimLevel} required />
        <DayInput source="foundedOn" required />
        <DayInput source="dissolvedOn" />
      </Pair>
      <CompanyInput source="parentCompanyId" />
      <TextInput source="evidenceUrl" type="url" />
    </>
  );
}
