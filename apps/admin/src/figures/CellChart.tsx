import { useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import type { Breakdown, Figure } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { amountOf } from '../providers/figures';
import { useIsNarrow } from '../ui/use-is-narrow';

const MOST_BARS = 24;
const BAR_HEIGHT = 30;

/** Okabe–Ito in one fixed meaning for each source, whatever else is in the picture. */
const SOURCES: Readonly<Record<string, string>> = {
  COMPANIES: '#0072B2',
  KNOWLEDGE_INSTITUTES: '#CC79A7',
  NATIONAL: '#E69F00',
  REGIONAL: '#009E73',
  EU: '#56B4E9',
};

/** Bars from zero: periods stand beside each other, everything else lies below each other, the largest first. */
export default function CellChart({ figure, by }: { figure: Figure; by: Breakdown | '' }) {
  const { palette } = useTheme();
  const isNarrow = useIsNarrow();
  const { figure: write, shortMoney, number } = useFormat();
  const isPeriod = by === 'year' || by === 'quarter';
  const cells = [...(figure.breakdown ?? [])];
  if (!isPeriod) cells.sort((a, b) => amountOf(b.value) - amountOf(a.value));
  const shown = isPeriod ? cells : cells.slice(0, MOST_BARS);
  const labels = shown.map(({ label }) => label);
  const short = (value: number): string => (figure.unit === 'EUR' ? shortMoney(value) : number(value));
  const colours = by === 'source' ? shown.map(({ key }) => SOURCES[key] ?? palette.primary.main) : undefined;
  const names = {
    scaleType: 'band' as const,
    data: labels,
    ...(colours && { colorMap: { type: 'ordinal' as const, colors: colours, values: labels } }),
  };
  const values = [
    {
      data: shown.map(({ value }) => amountOf(value)),
      color: palette.primary.main,
      valueFormatter: (value: number | null) => write(value, figure.unit),
      barLabel: ({ value }: { value: number | null }) => (value === null || value === 0 ? '' : short(value)),
      barLabelPlacement: 'outside' as const,
    },
  ];
  const amounts = { min: 0, valueFormatter: short };
  const common = { series: values, hideLegend: true, skipAnimation: true };
  if (isPeriod) {
    return (
      <BarChart
        {...common}
        height={320}
        xAxis={[names]}
        yAxis={[{ ...amounts, width: 72 }]}
        grid={{ horizontal: true }}
      />
    );
  }
  return (
    <BarChart
      {...common}
      layout="horizontal"
      height={48 + shown.length * BAR_HEIGHT}
      xAxis={[{ ...amounts, domainLimit: widenedBy(isNarrow ? 1.7 : 1.12) }]}
      yAxis={[{ ...names, width: isNarrow ? 128 : 168 }]}
      grid={{ vertical: true }}
    />
  );
}

type Bound = number | { valueOf: () => number };

/** Room at the end for the number beside the longest bar, as a share of the axis: on a phone a number takes more of it. */
const widenedBy = (factor: number) => (min: Bound, max: Bound) => ({
  min: min.valueOf(),
  max: max.valueOf() * factor,
});
