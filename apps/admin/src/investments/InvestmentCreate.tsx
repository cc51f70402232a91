import { CreatePage } from '../ui/forms/pages';
import { InvestmentInputs } from './InvestmentInputs';

export default function InvestmentCreate() {
  return (
    <CreatePage resource="investments" defaultValues={{ status: 'REALISED', form: 'CASH' }}>
      <InvestmentInputs />
    </CreatePage>
  );
}
