import type { Target } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { TargetInputs } from './TargetInputs';
import { useTargetName } from './use-target-name';

export default function TargetEdit() {
  const nameOf = useTargetName();
  return (
    <EditPage<Target> resource="targets" nameOf={nameOf}>
      <TargetInputs />
    </EditPage>
  );
}
