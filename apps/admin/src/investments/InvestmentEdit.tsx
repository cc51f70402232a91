import type { Investment } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { InvestmentInputs } from './InvestmentInputs';

export default function InvestmentEdit() {
  return (
    <EditPage<Investment>
      resource="investments"
      nameOf={({ centreName, datedOn }) => `${centreName ?? ''} · ${datedOn}`}
    >
      <InvestmentInputs />
    </EditPage>
  );
}
