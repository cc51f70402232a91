import type { Centre } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { CentreInputs } from './CentreInputs';

export default function CentreEdit() {
  return (
    <EditPage<Centre> resource="centres" nameOf={({ name }) => name}>
      <CentreInputs />
    </EditPage>
  );
}
