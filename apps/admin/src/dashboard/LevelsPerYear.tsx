import { Box, Typography } from '@mui/material';
import { PARTICIPATING_LEVELS } from '@fieldlab/domain';
import { useState } from 'react';
import { capitalised, useT, useWords } from '../i18n/use-t';
import { amountOf } from '../providers/figures';
import { ChartTable, TableSwitch } from '../ui/charts/ChartTable';
import { StackedBars, type Bar } from '../ui/charts/StackedBars';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { useFigureDoor } from '../ui/use-figure-door';
import type { OverviewProps } from './use-overview';

const INDICATOR = 'companies_participating';
const MOST_YEARS = 12;

/** Who took part at the end of each year, by level. */
export function LevelsPerYear({ overview }: Pick<OverviewProps, 'overview'>) {
  const t = useT();
  const [isTable, setTable] = useState(false);
  const { bars, isUpdating } = useBars(overview);
  return (
    <Section
      title={t('dashboard.perYearTitle')}
      help="levels"
      isUpdating={isUpdating}
      actions={<TableSwitch isTable={isTable} onChange={setTable} />}
    >
      {!bars && <Waiting />}
      {bars && isTable && <BarsTable bars={bars} />}
      {bars && !isTable && <StackedBars bars={bars} label={t('dashboard.perYearTitle')} />}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
        {t('dashboard.perYearNote')}
      </Typography>
    </Section>
  );
}

function BarsTable({ bars }: { bars: readonly Bar[] }) {
  const t = useT();
  const words = useWords();
  return (
    <Box className="sideways" sx={{ overflowX: 'auto' }}>
      <ChartTable
        heads={[
          t('dashboard.year'),
          ...PARTICIPATING_LEVELS.map((level) => capitalised(words.level[level])),
          t('dashboard.total'),
        ]}
        rows={bars.map(({ key, label, to, parts, total }) => ({
          key,
          label,
          to,
          values: [...parts.map(({ value }) => value), total],
        }))}
      />
    </Box>
  );
}

/** A company that is participant here and partner there counts in both parts, and once in the total. */
function useBars(overview: OverviewProps['overview']): { bars: Bar[] | undefined; isUpdating: boolean } {
  const words = useWords();
  const door = useFigureDoor();
  const { levels: years, isUpdating } = overview.told('levels');
  const bars = years?.periods.slice(-MOST_YEARS).map(({ period, on, value, levels }) => ({
    key: on,
    label: period,
    to: door(INDICATOR, { asOf: on }),
    total: amountOf(value),
    parts: PARTICIPATING_LEVELS.map((level) => ({
      key: level,
      label: words.level[level],
      value: amountOf(levels.find(({ key }) => key === level)?.value),
    })),
  }));
  return { bars, isUpdating };
}
