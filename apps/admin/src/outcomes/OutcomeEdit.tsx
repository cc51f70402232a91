import type { Outcome } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { OutcomeInputs } from './OutcomeInputs';

export default function OutcomeEdit() {
  return (
    <EditPage<Outcome> resource="outcomes" nameOf={({ title }) => title}>
      <OutcomeInputs />
    </EditPage>
  );
}
