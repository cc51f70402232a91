import { CreatePage } from '../ui/forms/pages';
import { SpinOffInputs } from './SpinOffInputs';

export default function SpinOffCreate() {
  return (
    <CreatePage resource="spin-offs" defaultValues={{ claimLevel: 'SELF_REPORTED' }}>
      <SpinOffInputs />
    </CreatePage>
  );
}
