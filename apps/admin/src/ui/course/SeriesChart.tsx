import { Box, useTheme } from '@mui/material';
import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine';
import { LineChart } from '@mui/x-charts/LineChart';
import type { FigureValue } from '@fieldlab/domain';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { Series } from '../../providers/series';

/** Okabe–Ito: what was known then is always this. */
const THEN = '#E69F00';

/** Two lines, now and then, under the line of what is aimed at. */
export default function SeriesChart({ series, aim }: { series: Series; aim?: FigureValue }) {
  const t = useT();
  const { palette } = useTheme();
  const { figure, shortMoney, number } = useFormat();
  const { periods, unit } = series;
  const write = (value: number | null): string => figure(value, unit);
  const short = (value: number): string => (unit === 'EUR' ? shortMoney(value) : number(value));
  const top = Math.max(amount(aim ?? null) ?? 0, ...periods.map(({ asKnownNow }) => amount(asKnownNow) ?? 0));
  const [now, then] = linesOf(series);
  const line = { curve: 'linear' as const, valueFormatter: write };
  return (
    <Box
      sx={{
        '& .MuiLineElement-root[data-series="then"]': { strokeDasharray: '6 4' },
        '& .MuiChartsReferenceLine-line': { stroke: palette.text.secondary, strokeDasharray: '2 3' },
        '& .MuiChartsReferenceLine-label': { fill: palette.text.secondary, fontSize: '0.8125rem' },
      }}
    >
      <LineChart
        height={320}
        skipAnimation
        xAxis={[{ scaleType: 'point', data: periods.map(({ period }) => period.replace('-', ' ')) }]}
        yAxis={[{ min: 0, max: top * 1.1 || 1, width: 72, valueFormatter: short }]}
        grid={{ horizontal: true }}
        series={[
          { ...line, id: 'now', label: t('course.knownNow'), color: palette.primary.main, data: now },
          // A register that is young has a single point, which no line would show.
          { ...line, id: 'then', label: t('course.knownThen'), color: THEN, data: then, showMark: true },
        ]}
      >
        {aim !== undefined && (
          <ChartsReferenceLine
            y={Number(aim)}
            label={`${t('course.aim')}: ${figure(aim, unit)}`}
            labelAlign="start"
          />
        )}
      </LineChart>
    </Box>
  );
}

const linesOf = ({ periods }: Series): [(number | null)[], (number | null)[]] => [
  periods.map(({ asKnownNow }) => amount(asKnownNow)),
  periods.map(({ asKnownThen, thenKnownAt }) => (thenKnownAt === null ? null : amount(asKnownThen))),
];

const amount = (value: FigureValue): number | null => (value === null ? null : Number(value));
