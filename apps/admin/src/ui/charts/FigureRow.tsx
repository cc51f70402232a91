import { Box, Link as MuiLink, Skeleton } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Explained } from '../help/Explained';
import type { HelpTopic } from '../help/topics';

export interface HeadlineFigure {
  key: string;
  /** What the number counts, as it reads after the number. */
  label: string;
  text: string;
  /** What explains it. */
  help: HelpTopic;
  /** The records that were counted. */
  to: string;
  below?: ReactNode;
}

/** Numbers in a row, each a door to what was counted; a line between them, no boxes. */
export function FigureRow({
  figures,
  count,
  hasMore = false,
}: {
  figures: readonly HeadlineFigure[] | undefined;
  count: number;
  /** Something stands below each number, for which there is room before it comes. */
  hasMore?: boolean;
}) {
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        mb: 8,
        p: 0,
        display: 'grid',
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: `repeat(${count}, minmax(0, 1fr))` },
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {figures
        ? figures.map((figure) => <Headline key={figure.key} figure={figure} />)
        : Array.from({ length: count }, (_, index) => (
            <Box component="li" key={index} sx={CELL}>
              <Skeleton width="50%" height={44} />
              <Skeleton width="80%" />
              {hasMore && <Skeleton variant="rounded" height={74} sx={{ mt: 2 }} />}
            </Box>
          ))}
    </Box>
  );
}

const CELL = {
  position: 'relative',
  py: 4,
  px: { xs: 3, md: 5 },
  minWidth: 0,
  borderStyle: 'solid',
  borderWidth: 0,
  borderLeftWidth: '1px',
  borderBottomWidth: { xs: '1px', md: 0 },
  borderColor: 'divider',
  // On a phone two beside each other, on a wide screen all in one row: no line at the left edge.
  '&:nth-of-type(odd)': { borderLeftWidth: { xs: 0, md: '1px' }, pl: { xs: 0, md: 5 } },
  '&:first-of-type:first-of-type': { borderLeftWidth: 0, pl: 0 },
};

function Headline({ figure: { label, text, help, to, below } }: { figure: HeadlineFigure }) {
  return (
    <Box component="li" sx={CELL}>
      <MuiLink
        component={Link}
        to={to}
        underline="none"
        sx={{ color: 'inherit', display: 'block', '&:hover .label': { textDecoration: 'underline' } }}
      >
        <Box
          component="span"
          className="figure"
          sx={{
            display: 'block',
            fontSize: { xs: '1.5rem', md: '2.125rem' },
            fontWeight: 650,
            letterSpacing: '-0.03em',
            lineHeight: 1.15,
            whiteSpace: 'nowrap',
          }}
        >
          {text}
        </Box>
        <Box
          component="span"
          className="label"
          sx={{ display: 'block', pr: 6, textUnderlineOffset: 3, color: 'text.secondary' }}
        >
          {label}
        </Box>
      </MuiLink>
      {/* Beside the label: a long amount takes the whole width above it. */}
      <Box sx={{ position: 'absolute', top: { xs: 44, md: 56 }, right: 8 }}>
        <Explained about={help} name={label} />
      </Box>
      {below && <Box sx={{ mt: 2, fontSize: '0.8125rem', color: 'text.secondary' }}>{below}</Box>}
    </Box>
  );
}
