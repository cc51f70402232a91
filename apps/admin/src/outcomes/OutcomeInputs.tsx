import { useT, useWords } from '../i18n/use-t';
import { Pair } from '../ui/forms/FormBody';
import { NumberInput } from '../ui/inputs/amounts';
import { ChoiceInput, DayInput, TextInput } from '../ui/inputs/fields';
import { ActivityInput, CentresInput, CompanyInput } from '../ui/inputs/references';

export default function OutcomeInputs() {
  const t = useT();
  const words = useWords();
  return (
    <>
      <TextInput source="title" required />
      <CompanyInput source="companyId" required />
      <CentresInput source="centreIds" required />
      <Pair>
        <ChoiceInput source="kind" words={words.outcomeKind} required />
        <NumberInput source="quantity" help={t('register.form.quantityHelp')} />
        <DayInput source="achievedOn" required />
        <ChoiceInput source="claimLevel" words={words.claimLevel} required />
      </Pair>
      <TextInput source="evidenceUrl" type="url" />
      <ActivityInput source="activityId" />
    </>
  );
}
