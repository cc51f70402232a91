import type { SpinOff } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { SpinOffInputs } from './SpinOffInputs';

export default function SpinOffEdit() {
  return (
    <EditPage<SpinOff> resource="spin-offs" nameOf={({ name }) => name}>
      <SpinOffInputs />
    </EditPage>
  );
}
