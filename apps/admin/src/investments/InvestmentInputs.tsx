import { useWords } from '../i18n/use-t';
import { Pair } from '../ui/forms/FormBody';
import { MoneyInput } from '../ui/inputs/amounts';
import { ChoiceInput, DayInput, TextInput } from '../ui/inputs/fields';
import { ActivityInput, CentreInput, CompanyInput } from '../ui/inputs/references';

export { useInvestmentName as useRecordName } from './use-investment-name';

export default function InvestmentInputs() {
  const words = useWords();
  return (
    <>
      <CentreInput source="centreId" required />
      <Pair>
        <MoneyInput source="amountEur" required />
        <DayInput source="datedOn" required />
        <ChoiceInput source="source" words={words.source} required />
        <TextInput source="funder" />
        <ChoiceInput source="status" words={words.status} required />
        <ChoiceInput source="form" words={words.form} required />
      </Pair>
      <CompanyInput source="companyId" />
      <ActivityInput source="activityId" />
      <TextInput source="note" rows={3} />
    </>
  );
}
