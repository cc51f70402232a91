import { Box, Typography } from '@mui/material';
import { PARTICIPATING_LEVELS, type FiguresAnswer, type ParticipationLevel } from '@fieldlab/domain';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { capitalised, useT, useWords } from '../i18n/use-t';
import { amountOf, figureOf, getFigures, useFigures } from '../providers/figures';
import { ChartTable, TableSwitch } from '../ui/charts/ChartTable';
import { StackedBars, type Bar } from '../ui/charts/StackedBars';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { useFigureDoor } from '../ui/use-figure-door';

const INDICATOR = 'companies_participating';
const MOST_YEARS = 12;

/** Who took part at the end of each year, by level. */
export function LevelsPerYear({ asOf }: { asOf: string }) {
  const t = useT();
  const [isTable, setTable] = useState(false);
  const bars = useBars(asOf);
  return (
    <Section
      title={t('dashboard.perYearTitle')}
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
    <Box sx={{ overflowX: 'auto' }}>
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
function useBars(asOf: string): Bar[] | undefined {
  const words = useWords();
  const door = useFigureDoor();
  const { data: whole } = useFigures({ asOf, indicator: [INDICATOR] });
  const days = whole === undefined ? [] : lastDays(whole.from ?? asOf, asOf);
  const answers = useQueries({
    queries: days.map((day) => ({
      queryKey: ['figures', 'levels', day],
      queryFn: () => getFigures({ asOf: day, by: 'level', indicator: [INDICATOR] }),
    })),
  });
  if (days.length === 0 || answers.some(({ data }) => !data)) return undefined;
  return days.map((day, index) => ({
    ...barOf(day, answers[index]?.data, words.level),
    to: door(INDICATOR, { asOf: day }),
  }));
}

function barOf(
  day: string,
  answer: FiguresAnswer | undefined,
  words: Record<ParticipationLevel, string>,
): Omit<Bar, 'to'> {
  const figure = figureOf(answer, INDICATOR);
  return {
    key: day,
    label: day.slice(0, 4),
    total: amountOf(figure?.value),
    parts: PARTICIPATING_LEVELS.map((level) => ({
      key: level,
      label: words[level],
      value: amountOf(figure?.breakdown?.find(({ key }) => key === level)?.value),
    })),
  };
}

/** The last day of every year of the programme; of the last one, the as-of date. */
export function lastDays(start: string, asOf: string): string[] {
  const [first, last] = [Number(start.slice(0, 4)), Number(asOf.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.slice(-MOST_YEARS).map((year) => (year === last ? asOf : `${year}-12-31`));
}
