import { useT, useWords } from '../i18n/use-t';
import { Pair } from '../ui/forms/FormBody';
import { ChoiceInput, DayInput, LastDayInput, TextInput } from '../ui/inputs/fields';
import { CentreInput } from '../ui/inputs/references';

export default function ActivityInputs() {
  const t = useT();
  const words = useWords();
  return (
    <>
      <TextInput source="title" required />
      <CentreInput source="centreId" required />
      <ChoiceInput source="kind" words={words.activityKind} required />
      <Pair>
        <DayInput source="heldOn" required />
        <LastDayInput help={t('register.form.oneDayHelp')} />
      </Pair>
    </>
  );
}
