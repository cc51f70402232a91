import { findIndicator } from '@fieldlab/domain';
import { usePermissions } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useLanguage } from '../i18n/use-t';
import type { Permissions } from '../providers/auth-provider';
import { useFigures } from '../providers/figures';
import type { Centre } from '../providers/records';
import { FigureRow } from '../ui/charts/FigureRow';
import { useFigureDoor } from '../ui/use-figure-door';

const SHOWN = [
  'companies_participated',
  'companies_participating',
  'people_trained',
  'investment_realised',
  'spin_offs',
] as const;

/** A centre's own headline figures; each leads to what was counted. */
export function CentreFigures({ centre }: { centre: Centre }) {
  const language = useLanguage();
  const { figure, shortMoney } = useFormat();
  const scope = `${centre.kind === 'HUB' ? 'hub' : 'centre'}:${centre.code}`;
  const door = useFigureDoor();
  const { permissions } = usePermissions<Permissions | undefined>();
  const isOwn = permissions?.centreIds.includes(centre.id) === true && centre.kind === 'FIELDLAB';
  const { data } = useFigures({ scope, indicator: SHOWN });
  const figures = data?.figures.map(({ indicator, value, unit }) => ({
    key: indicator,
    help: indicator as (typeof SHOWN)[number],
    label: findIndicator(indicator)?.title[language] ?? indicator,
    text: unit === 'EUR' && value !== null ? shortMoney(value) : figure(value, unit),
    to: door(indicator, { scope, asOf: data.asOf, from: data.from ?? undefined }, isOwn),
  }));
  return <FigureRow figures={figures} count={SHOWN.length} />;
}
