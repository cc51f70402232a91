import { CreatePage } from '../ui/forms/pages';
import { OutcomeInputs } from './OutcomeInputs';

export default function OutcomeCreate() {
  return (
    <CreatePage resource="outcomes" defaultValues={{ quantity: 1, claimLevel: 'SELF_REPORTED' }}>
      <OutcomeInputs />
    </CreatePage>
  );
}
