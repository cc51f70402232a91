import { Box, Tooltip } from '@mui/material';
import {
  findIndicator,
  renderText,
  type Breakdown,
  type EditionFigure,
  type Language,
  type TextFigure,
} from '@fieldlab/domain';
import { toldFigure } from './told-figure';

interface FigureChipProps {
  named: TextFigure;
  figures: readonly EditionFigure[];
  ways: readonly Breakdown[];
  /** Of the report, which need not be the reader's. */
  language: Language;
}

/** A figure within a sentence: it reads as a number, and says on focus by which definition it was counted. */
export function FigureChip({ named, figures, ways, language }: FigureChipProps) {
  const indicator = findIndicator(named.indicator);
  const found = toldFigure(named, figures, ways);
  const cell = found?.cell;
  const told = named.by === undefined ? found?.figure : cell;
  const text = renderText(named.source, language, () =>
    found && told
      ? { unit: found.figure.unit, value: told.value, suppressed: told.suppressed === true }
      : undefined,
  );
  const where = cell ? ` – ${cell.label}` : '';
  const about = indicator
    ? `${indicator.title[language]}${where}. ${indicator.definition[language]}`
    : named.source;
  return (
    <Tooltip title={about} describeChild enterTouchDelay={0}>
      <Box component="button" type="button" className="figure" sx={LOOK}>
        {text}
      </Box>
    </Tooltip>
  );
}

const LOOK = {
  font: 'inherit',
  fontWeight: 600,
  color: 'inherit',
  cursor: 'help',
  border: 0,
  p: 0,
  mx: 0,
  background: 'none',
  whiteSpace: 'nowrap',
  borderBottom: '1px dotted',
  borderColor: 'primary.main',
  '@media print': { border: 0 },
} as const;
