import { useT } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { DayInput } from '../ui/inputs/fields';
import { CompanyInputs } from './CompanyInputs';

/** Corrects what is known of a company, or says what holds from a day on; before that day it stays what it was. */
export default function CompanyEdit() {
  const t = useT();
  return (
    <EditPage<Company> resource="companies" nameOf={({ name }) => name}>
      <CompanyInputs />
      <DayInput source="effectiveOn" help={t('register.form.effectiveHelp')} />
    </EditPage>
  );
}
