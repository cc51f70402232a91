import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../i18n/use-t';
import type { Target } from '../providers/records';
import { useSeries } from '../providers/targets';
import { TableSwitch } from '../ui/charts/ChartTable';
import { Failed } from '../ui/page/Failed';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { SeriesTable } from './SeriesTable';

const SeriesChart = lazy(() => import('./SeriesChart'));

type Every = 'quarter' | 'year';

/** How the figure came about, as it is known now and as it was known then. */
export function Course({ target }: { target: Target }) {
  const t = useT();
  const [every, setEvery] = useState<Every>('year');
  const [isTable, setTable] = useState(false);
  const { data, error, refetch } = useSeries({ indicator: target.indicator, scope: target.scope, every });
  return (
    <Section
      title={t('targets.seriesTitle')}
      actions={
        <Box className="no-print" sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
          <EveryChoice every={every} onChange={setEvery} />
          <TableSwitch isTable={isTable} onChange={setTable} />
        </Box>
      }
    >
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={5} />}
      {data && isTable && <SeriesTable series={data} />}
      {data && !isTable && (
        <Suspense fallback={<Waiting rows={5} />}>
          <SeriesChart series={data} target={target} />
        </Suspense>
      )}
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 2, maxWidth: 640 }}>
        {t('targets.knownThenHelp')}
      </Box>
    </Section>
  );
}

function EveryChoice({ every, onChange }: { every: Every; onChange: (every: Every) => void }) {
  const t = useT();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={every}
      aria-label={t('targets.every')}
      onChange={(_event, chosen: Every | null) => chosen && onChange(chosen)}
    >
      <ToggleButton value="year">{t('targets.year')}</ToggleButton>
      <ToggleButton value="quarter">{t('targets.quarter')}</ToggleButton>
    </ToggleButtonGroup>
  );
}
