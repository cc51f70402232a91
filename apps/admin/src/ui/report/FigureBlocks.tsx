import { Box, Typography } from '@mui/material';
import {
  cellsBy,
  findIndicator,
  type Breakdown,
  type CompanyQuality,
  type EditionFigure,
  type Language,
} from '@fieldlab/domain';
import { useFormat } from '../../i18n/format';
import { capitalised, useLanguage, useT, useWords } from '../../i18n/use-t';
import { CellBars } from './CellBars';

interface FigureBlocksProps {
  figures: readonly EditionFigure[];
  ways: readonly Breakdown[];
}

/** Every figure of a report: its value, how sure it is, its cells, and what was counted. */
export function FigureBlocks({ figures, ways }: FigureBlocksProps) {
  return figures.map((figure) => <FigureBlock key={figure.indicator} figure={figure} ways={ways} />);
}

function FigureBlock({ figure, ways }: { figure: EditionFigure; ways: readonly Breakdown[] }) {
  const t = useT();
  const words = useWords();
  const language: Language = useLanguage();
  const { figure: write } = useFormat();
  const indicator = findIndicator(`${figure.indicator}@${figure.definitionVersion}`);
  const title = indicator?.title[language] ?? figure.indicator;
  const value = figure.suppressed ? t('reports.suppressed') : write(figure.value, figure.unit);
  return (
    <Box
      component="section"
      aria-label={title}
      className={ways.length === 0 ? 'keep-whole' : undefined}
      sx={{ borderTop: 1, borderColor: 'divider', py: 4 }}
    >
      <Box
        className="keep-with-next"
        sx={{ display: 'flex', gap: 4, alignItems: 'baseline', justifyContent: 'space-between' }}
      >
        <Typography variant="h3">{title}</Typography>
        <Box className="figure" sx={{ fontSize: '1.5rem', fontWeight: 650, whiteSpace: 'nowrap' }}>
          {value}
          {figure.unit === 'FTE' && ' fte'}
        </Box>
      </Box>
      {indicator && (
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '75ch' }}>
          {indicator.definition[language]}{' '}
          {t('reports.definitionVersion', { version: figure.definitionVersion })}
        </Typography>
      )}
      <NewerDefinition figure={figure} />
      {figure.quality && <Quality quality={figure.quality} />}
      {ways.map((by) => {
        const cells = cellsBy(figure, by, ways);
        const head = capitalised(words.breakdown[by]);
        return (
          cells.length > 0 && (
            <Box key={by} sx={{ mt: 4 }}>
              <CellBars head={head} caption={`${title}: ${head}`} cells={cells} unit={figure.unit} />
            </Box>
          )
        );
      })}
    </Box>
  );
}

/** An edition keeps the definition it was made by; a later one is told, and changes nothing in it. */
function NewerDefinition({ figure: { indicator, definitionVersion } }: { figure: EditionFigure }) {
  const t = useT();
  const current = findIndicator(indicator);
  if (current?.version === definitionVersion) return null;
  return (
    <Typography variant="body2" sx={{ mt: 1, fontWeight: 600 }}>
      {current ? t('reports.newerDefinition', { version: current.version }) : t('reports.noDefinition')}
    </Typography>
  );
}

/** How sure a number of companies is, in one line; nothing where all is known. */
function Quality({ quality }: { quality: CompanyQuality }) {
  const t = useT();
  const { number } = useFormat();
  const { between, withoutNumber, withoutSizeClass, unconfirmed } = quality;
  const [least, most] = between;
  const remarks = [
    ...(least < most ? [t('reports.between', { least: number(least), most: number(most) })] : []),
    ...(withoutNumber > 0 ? [t('reports.withoutNumber', { smart_count: withoutNumber })] : []),
    ...(withoutSizeClass > 0 ? [t('reports.withoutSizeClass', { smart_count: withoutSizeClass })] : []),
    ...((unconfirmed ?? 0) > 0 ? [t('reports.unconfirmed', { smart_count: unconfirmed ?? 0 })] : []),
  ];
  if (remarks.length === 0) return null;
  return (
    <Typography variant="body2" sx={{ mt: 2, maxWidth: '75ch' }}>
      <strong>{t('reports.quality')}</strong> {remarks.join(' · ')}
    </Typography>
  );
}
