import { NETHERLANDS } from '@fieldlab/domain';
import { useT, useWords } from '../i18n/use-t';
import { Pair } from '../ui/forms/FormBody';
import { NumberInput } from '../ui/inputs/amounts';
import { ChoiceInput, CountryInput, DayInput, ProvinceInput, TextInput } from '../ui/inputs/fields';
import { CompanyInput } from '../ui/inputs/references';
import { OrganisationTypeInput, TownInput } from './AddressInputs';
import { RegisterLookup } from './lookup/RegisterLookup';

const LEGAL_FORMS = Object.fromEntries(NETHERLANDS.legalForms.map(({ code, name }) => [code, name]));
const SECTOR_SCHEMES = Object.fromEntries(NETHERLANDS.sectorSchemes.map(({ code, name }) => [code, name]));

/** Of a company that is there already, they correct what is known, or say what holds from a day on. */
export default function CompanyInputs({ isNew = false }: { isNew?: boolean }) {
  const t = useT();
  const words = useWords();
  return (
    <>
      <TextInput source="name" required />
      <RegisterLookup />
      <Pair>
        <TextInput source="kvkNumber" help={t('register.form.kvkHelp')} />
        <TextInput source="foreignNumber" />
        <OrganisationTypeInput />
        <ChoiceInput source="legalForm" words={LEGAL_FORMS} />
        <ChoiceInput source="sizeClass" words={words.sizeClass} />
        <NumberInput source="employees" />
        <TextInput source="postcode" />
        <TownInput />
        <ProvinceInput source="province" />
        <CountryInput source="country" required />
        <TextInput source="sbiCode" />
        <ChoiceInput source="sbiVersion" words={SECTOR_SCHEMES} help={t('register.form.sbiVersionHelp')} />
        <TextInput source="website" type="url" />
        <CompanyInput source="groupId" help={t('register.form.groupHelp')} />
      </Pair>
      {!isNew && <DayInput source="effectiveOn" help={t('register.form.effectiveHelp')} />}
    </>
  );
}
