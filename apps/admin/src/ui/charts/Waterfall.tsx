import { Box } from '@mui/material';
import { Link } from 'react-router-dom';

export interface WaterfallRow {
  key: string;
  label: string;
  /** As it is read beside the bar: `832`, `−149`. */
  text: string;
  /** The bar reaches from here … */
  from: number;
  /** … to here; an end reaches from zero. */
  to: number;
  isEnd: boolean;
  /** What the bar is a door to. */
  door?: string;
}

/** Okabe–Ito: blue is a figure, vermilion takes off, green adds. */
const COLOURS = { end: '#0072B2', off: '#D55E00', on: '#009E73' };
const BAR_HEIGHT = 20;

/**
 * From one figure to another, a bar for every reason, on one scale from zero. The bars lie below each other, so that
 * every reason can be read in full beside its own.
 */
export function Waterfall({ rows, label }: { rows: readonly WaterfallRow[]; label: string }) {
  const top = Math.max(...rows.flatMap(({ from, to }) => [from, to]), 0);
  const bottom = Math.min(...rows.flatMap(({ from, to }) => [from, to]), 0);
  const share = (value: number): number => ((value - bottom) / (top - bottom || 1)) * 100;
  return (
    <Box component="ol" className="keep-whole" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => (
        <Box component="li" key={row.key}>
          <Row row={row} share={share} />
        </Box>
      ))}
    </Box>
  );
}

const LOOK = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: 'minmax(0, 2fr) 132px minmax(0, 3fr)' },
  columnGap: 4,
  rowGap: 1,
  alignItems: 'center',
  py: 2,
  color: 'text.primary',
  textDecoration: 'none',
  borderRadius: 1,
  '&[href] .words': {
    textDecoration: 'underline',
    textDecorationColor: 'color-mix(in srgb, currentColor 35%, transparent)',
    textUnderlineOffset: '3px',
  },
  '&[href]:hover .words': { textDecorationColor: 'currentColor' },
} as const;

function Row({ row, share }: { row: WaterfallRow; share: (value: number) => number }) {
  const { label, text, isEnd, door } = row;
  const content = (
    <>
      <Box component="span" className="words" sx={{ fontWeight: isEnd ? 600 : 400 }}>
        {label}
      </Box>
      <Box
        component="span"
        className="figure"
        sx={{ textAlign: 'right', whiteSpace: 'nowrap', fontWeight: isEnd ? 650 : 500 }}
      >
        {text}
      </Box>
      <Bar row={row} share={share} />
    </>
  );
  if (door === undefined) return <Box sx={LOOK}>{content}</Box>;
  return (
    <Box component={Link} to={door} aria-label={`${label}: ${text}`} sx={LOOK}>
      {content}
    </Box>
  );
}

function Bar({ row: { from, to, isEnd }, share }: { row: WaterfallRow; share: (value: number) => number }) {
  const [start, end] = [share(Math.min(from, to)), share(Math.max(from, to))];
  return (
    <Box
      component="svg"
      aria-hidden
      width="100%"
      height={BAR_HEIGHT}
      sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, display: 'block', overflow: 'visible' }}
    >
      <Box
        component="line"
        x1={`${share(0)}%`}
        x2={`${share(0)}%`}
        y1={0}
        y2={BAR_HEIGHT}
        sx={{ stroke: 'currentColor', opacity: 0.25 }}
      />
      <rect
        x={`${start}%`}
        width={`${Math.max(end - start, 0.3)}%`}
        y={0}
        height={BAR_HEIGHT}
        fill={isEnd ? COLOURS.end : to < from ? COLOURS.off : COLOURS.on}
      />
    </Box>
  );
}
