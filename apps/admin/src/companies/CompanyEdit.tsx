import type { Company } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { CompanyInputs } from './CompanyInputs';

export default function CompanyEdit() {
  return (
    <EditPage<Company> resource="companies" nameOf={({ name }) => name}>
      <CompanyInputs />
    </EditPage>
  );
}
