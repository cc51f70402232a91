import { useT, useWords } from '../i18n/use-t';
import { Pair } from '../ui/forms/FormBody';
import {
  ChoiceInput,
  DayInput,
  LastDayInput,
  ProvinceInput,
  TextInput,
  WordListInput,
} from '../ui/inputs/fields';
import { CentreInput } from '../ui/inputs/references';

export default function CentreInputs() {
  const t = useT();
  const words = useWords();
  return (
    <>
      <TextInput source="name" required />
      <Pair>
        <TextInput source="code" required help={t('register.form.codeHelp')} />
        <ChoiceInput source="kind" words={words.centreKind} required />
        <ChoiceInput source="type" words={words.centreType} />
        <CentreInput source="hubId" kind="HUB" />
        <TextInput source="municipality" />
        <ProvinceInput source="province" />
        <DayInput source="startedOn" />
        <LastDayInput />
      </Pair>
      <WordListInput source="technologies" help={t('register.form.technologiesHelp')} />
      <TextInput source="website" type="url" />
    </>
  );
}
