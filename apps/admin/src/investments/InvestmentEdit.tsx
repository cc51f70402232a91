import type { Investment } from '../providers/records';
import { EditPage } from '../ui/forms/pages';
import { InvestmentInputs } from './InvestmentInputs';
import { useInvestmentName } from './use-investment-name';

export default function InvestmentEdit() {
  const nameOf = useInvestmentName();
  return (
    <EditPage<Investment> resource="investments" nameOf={nameOf}>
      <InvestmentInputs />
    </EditPage>
  );
}
