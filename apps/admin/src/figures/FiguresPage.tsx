import { Box, Typography } from '@mui/material';
import type { Figure, FiguresAnswer } from '@fieldlab/domain';
import { Link } from 'react-router-dom';
import { lazy, Suspense } from 'react';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import { figureOf, membersPath, useFigures } from '../providers/figures';
import { Failed } from '../ui/page/Failed';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { CellTable } from './CellTable';
import { PlacesNote } from './PlacesNote';
import { SectorNote } from './SectorNote';
import { Definition } from '../ui/figures/Definition';
import { Course } from '../ui/course/Course';
import { Sentence } from '../ui/figures/Sentence';
import { useMayLookIn } from '../ui/use-figure-door';
import { TakeAway } from './TakeAway';
import { apiQuery, useFigureQuery, type FigureQuery } from '../ui/figures/use-figure-query';

const CellChart = lazy(() => import('./CellChart'));

/** Any figure, on any date, as known on any other: asked in a sentence, answered with what was counted. */
export default function FiguresPage() {
  const t = useT();
  const { asked, ask } = useFigureQuery();
  const { data, error, refetch, isPlaceholderData } = useFigures(apiQuery(asked));
  const figure = figureOf(data, asked.indicator.code);
  return (
    <Page
      title={t('figures.title')}
      help="figures"
      actions={data && figure && <TakeAway answer={data} figure={figure} asked={asked} />}
    >
      <Sentence asked={asked} ask={ask} answer={data} />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      <Box
        className="columns"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' },
          columnGap: 10,
          opacity: isPlaceholderData ? 0.5 : 1,
        }}
        aria-busy={isPlaceholderData}
      >
        <Box sx={{ minWidth: 0 }}>
          {!error && !figure && <Waiting />}
          {!error && data && figure && <Answer answer={data} figure={figure} asked={asked} />}
        </Box>
        <Definition indicator={asked.indicator} />
      </Box>
    </Page>
  );
}

function Answer({ answer, figure, asked }: { answer: FiguresAnswer; figure: Figure; asked: FigureQuery }) {
  const t = useT();
  const cells = figure.breakdown;
  return (
    <>
      <Total answer={answer} figure={figure} asked={asked} />
      {asked.by === '' && asked.countBy === '' && (
        <Course indicator={asked.indicator.code} scope={answer.scope} />
      )}
      {figure.withoutEvidence !== undefined && (
        <Typography sx={{ color: 'text.secondary', mb: 6 }}>
          {t('figures.withoutEvidence', { smart_count: figure.withoutEvidence })}
        </Typography>
      )}
      <SectorNote answer={answer} />
      <PlacesNote asked={asked} answer={answer} />
      {cells?.length === 0 && <Typography>{t('figures.noCells')}</Typography>}
      {cells && cells.length > 0 && (
        <>
          <Section title={t('figures.chart')} help="chart">
            <Suspense fallback={<Waiting rows={5} />}>
              <CellChart figure={figure} by={asked.by} />
            </Suspense>
          </Section>
          <Section title={t('figures.table')} help="table">
            <CellTable answer={answer} figure={figure} asked={asked} />
          </Section>
        </>
      )}
    </>
  );
}

function Total({ answer, figure, asked }: { answer: FiguresAnswer; figure: Figure; asked: FigureQuery }) {
  const t = useT();
  const language = useLanguage();
  const { figure: write, date, instant } = useFormat();
  const text = write(figure.value, figure.unit);
  const title = asked.indicator.title[language];
  const { indicator: _all, by: _by, sectorVersion: _version, placesAs: _places, ...where } = apiQuery(asked);
  const mayLook = useMayLookIn(where.scope);
  const door = {
    component: Link,
    to: membersPath(asked.indicator.code, where),
    'aria-label': t('figures.showMembers', { label: title, value: text }),
  };
  return (
    <Box sx={{ mb: 8 }} aria-live="polite">
      <Box
        {...(mayLook && door)}
        className="figure"
        sx={{
          fontSize: '3rem',
          fontWeight: 650,
          letterSpacing: '-0.03em',
          lineHeight: 1.1,
          color: 'text.primary',
          textDecoration: 'none',
          ...(mayLook && { '&:hover': { textDecoration: 'underline' } }),
        }}
      >
        {text}
        {figure.unit === 'FTE' && ' fte'}
      </Box>
      <Typography sx={{ fontSize: '1.125rem' }}>{title}</Typography>
      {answer.countBy && <Typography>{t('figures.countBy.groupNote')}</Typography>}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {t('figures.asOfLine', {
          asOf: date(answer.asOf),
          from: answer.from ? date(answer.from) : t('figures.sentence.programmeStart'),
          knownAt: instant(answer.knownAt),
        })}
      </Typography>
      {figure.value === null && <Typography>{t('figures.empty')}</Typography>}
    </Box>
  );
}
