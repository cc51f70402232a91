import { Typography } from '@mui/material';
import type { FiguresAnswer } from '@fieldlab/domain';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../i18n/use-t';
import { amountOf, figureOf } from '../providers/figures';
import { ChartTable, TableSwitch } from '../ui/charts/ChartTable';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { useFigureDoor } from '../ui/use-figure-door';
import type { Area } from './MapPicture';
import { CENTRES, COMPANIES } from './overview-questions';
import type { OverviewProps } from './use-overview';

/** Its shapes weigh more than the rest of the page. */
const MapPicture = lazy(() => import('./MapPicture'));

/** Participating companies and active centres by province; each number leads to what was counted. */
export function ProvinceMap({ asOf, overview }: OverviewProps) {
  const t = useT();
  const [isTable, setTable] = useState(false);
  const door = useFigureDoor();
  const { figures, isUpdating } = overview.told('provinces');
  const areas = figures && areasOf(figures, asOf, door);
  return (
    <Section
      title={t('dashboard.mapTitle')}
      help="map"
      isUpdating={isUpdating}
      actions={<TableSwitch isTable={isTable} onChange={setTable} />}
    >
      {!areas && <Waiting />}
      {areas && isTable && <AreaTable areas={areas} />}
      {areas && !isTable && (
        <Suspense fallback={<Waiting />}>
          <MapPicture areas={areas} />
        </Suspense>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
        {t('dashboard.mapNote')} {t('dashboard.mapCredit')}
      </Typography>
    </Section>
  );
}

function areasOf(data: FiguresAnswer, asOf: string, door: ReturnType<typeof useFigureDoor>): Area[] {
  const [companies, centres] = [COMPANIES, CENTRES].map((code) => figureOf(data, code)?.breakdown ?? []);
  const labels = new Map([...(centres ?? []), ...(companies ?? [])].map(({ key, label }) => [key, label]));
  const asked = { asOf, by: 'province' as const, from: data.from ?? undefined };
  return [...labels].map(([key, label]) => ({
    ...{ key, label, to: door(COMPANIES, { ...asked, key }), centresTo: door(CENTRES, { ...asked, key }) },
    companies: amountOf(companies?.find((cell) => cell.key === key)?.value),
    centres: amountOf(centres?.find((cell) => cell.key === key)?.value),
  }));
}

function AreaTable({ areas }: { areas: readonly Area[] }) {
  const t = useT();
  return (
    <ChartTable
      heads={[t('dashboard.province'), t('dashboard.companies'), t('dashboard.headline.centres')]}
      rows={[...areas]
        .sort((a, b) => b.companies - a.companies)
        .map(({ key, label, companies, centres, to }) => ({ key, label, to, values: [companies, centres] }))}
    />
  );
}
