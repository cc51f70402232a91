import { CreatePage } from '../ui/forms/pages';
import { CompanyInputs } from './CompanyInputs';

export default function CompanyCreate() {
  return (
    <CreatePage resource="companies" defaultValues={{ organisationType: 'BUSINESS', country: 'NL' }}>
      <CompanyInputs />
    </CreatePage>
  );
}
