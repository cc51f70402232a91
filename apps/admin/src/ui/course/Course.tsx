import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { FigureValue } from '@fieldlab/domain';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useSeries, type SeriesAsked } from '../../providers/series';
import { TableSwitch } from '../charts/ChartTable';
import { Failed } from '../page/Failed';
import { Section } from '../page/Section';
import { Waiting } from '../page/Waiting';
import { SeriesTable } from './SeriesTable';

const SeriesChart = lazy(() => import('./SeriesChart'));

type Every = 'quarter' | 'year';

/** How the figure came about, as it is known now and as it was known then. */
export function Course({ indicator, scope, aim }: Omit<SeriesAsked, 'every'> & { aim?: FigureValue }) {
  const t = useT();
  const [every, setEvery] = useState<Every>('year');
  const [isTable, setTable] = useState(false);
  const { data, error, refetch } = useSeries({ indicator, scope, every });
  return (
    <Section
      title={t('course.title')}
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
          <SeriesChart series={data} {...(aim !== undefined && { aim })} />
        </Suspense>
      )}
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 2, maxWidth: 640 }}>
        {t('course.knownThenHelp')}
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
      aria-label={t('course.every')}
      onChange={(_event, chosen: Every | null) => chosen && onChange(chosen)}
    >
      <ToggleButton value="year">{t('course.year')}</ToggleButton>
      <ToggleButton value="quarter">{t('course.quarter')}</ToggleButton>
    </ToggleButtonGroup>
  );
}
