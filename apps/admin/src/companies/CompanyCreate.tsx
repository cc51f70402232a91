import { CreatePage } from '../ui/forms/pages';
import { CompanyInputs } from './CompanyInputs';

export default function CompanyCreate() {
  return (
    <CreatePage resource="companies" defaultValues={{ country: 'NL' }}>
      <CompanyInputs />
    </CreatePage>
  );
}
