import { useWords } from '../i18n/use-t';
import { Pair } from '../ui/forms/FormBody';
import { ChoiceInput, DayInput, LastDayInput, TextInput } from '../ui/inputs/fields';
import { CentreInput, CompanyInput } from '../ui/inputs/references';
import { participationName } from './participation-name';

export const useRecordName = () => participationName;

export default function ParticipationInputs() {
  const words = useWords();
  return (
    <>
      <CompanyInput source="companyId" required />
      <CentreInput source="centreId" required />
      <ChoiceInput source="level" words={words.level} required />
      <Pair>
        <DayInput source="startedOn" required />
        <LastDayInput />
      </Pair>
      <TextInput source="note" rows={3} />
    </>
  );
}
