import { useFormat } from '../i18n/format';
import type { Investment } from '../providers/records';

/** What an investment is called wherever it is spoken of: how much, and where. */
export function useInvestmentName(): (investment: Investment) => string {
  const { money } = useFormat();
  return ({ amountEur, centreName }) => `${money(amountEur)} · ${centreName ?? ''}`;
}
