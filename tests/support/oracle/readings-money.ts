import type { InvestmentSource, InvestmentStatus } from '@fieldlab/domain';
import { decimalText, hundredths, quotientText, sum } from './exact';
import type { Reading } from './reading';
import type { InvestmentRecord } from './snapshot';
import { centreById, isWithin, type View } from './view';

const PRIVATE: InvestmentSource[] = ['COMPANIES'];
const PUBLIC: InvestmentSource[] = ['NATIONAL', 'REGIONAL', 'EU'];
const ALL: InvestmentSource[] = [...PRIVATE, 'KNOWLEDGE_INSTITUTES', ...PUBLIC];

/** At any time. */
function investments(
  view: View,
  status: InvestmentStatus,
  sources: readonly InvestmentSource[],
): InvestmentRecord[] {
  return view.register.investments.filter(
    (investment) =>
      investment.status === status &&
      sources.includes(investment.source) &&
      view.lens.centre(centreById(view.register, investment.centreId)) &&
      view.lens.investment(investment),
  );
}

function inWindow(view: View, list: readonly InvestmentRecord[]): InvestmentRecord[] {
  return list.filter(({ datedOn }) => isWithin(datedOn, view.window));
}

function cents(list: readonly InvestmentRecord[]): bigint {
  return sum(list.map(({ amountEur }) => hundredths(amountEur)));
}

function euros(status: InvestmentStatus, sources: readonly InvestmentSource[]): Reading {
  return {
    count: (view) => {
      const counted = inWindow(view, investments(view, status, sources));
      return { value: decimalText(cents(counted), 2), members: counted.map(({ id }) => id) };
    },
    dates: (view) => investments(view, status, sources).map(({ datedOn }) => datedOn),
  };
}

export const moneyReadings = {
  investment_realised: euros('REALISED', ALL),
  investment_committed: euros('COMMITTED', ALL),
  investment_private: euros('REALISED', PRIVATE),
  investment_public: euros('REALISED', PUBLIC),

  leverage: {
    count: (view) => {
      const fromCompanies = inWindow(view, investments(view, 'REALISED', PRIVATE));
      const fromPublic = inWindow(view, investments(view, 'REALISED', PUBLIC));
      const divisor = cents(fromPublic);
      return {
        value: divisor === 0n ? null : quotientText(cents(fromCompanies), divisor, 2),
        members: [...fromCompanies, ...fromPublic].map(({ id }) => id),
      };
    },
    dates: (view) => investments(view, 'REALISED', [...PRIVATE, ...PUBLIC]).map(({ datedOn }) => datedOn),
  },
} satisfies Record<string, Reading>;
