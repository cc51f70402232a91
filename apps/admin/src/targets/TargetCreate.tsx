import { CreatePage } from '../ui/forms/pages';
import { TargetInputs } from './TargetInputs';

export default function TargetCreate() {
  return (
    <CreatePage resource="targets" defaultValues={{ scope: 'programme' }}>
      <TargetInputs />
    </CreatePage>
  );
}
