import { Box } from '@mui/material';
import { Link } from 'react-router-dom';
import { useFormat } from '../../i18n/format';

export interface Bar {
  key: string;
  label: string;
  /** What was counted. */
  to: string;
  /** Of the whole, computed on its own: the parts may add up to more. */
  total: number;
  parts: readonly { key: string; label: string; value: number }[];
}

/** Okabe–Ito, in the order of the parts. */
const COLOURS = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9'];
const HEIGHT = 260;

/** Bars of parts, from zero; every bar is a link, its values shown on hover and focus and said to a screen reader. */
export function StackedBars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const { number } = useFormat();
  const sum = (bar: Bar): number => bar.parts.reduce((all, { value }) => all + value, 0);
  const top = Math.max(...bars.map(sum), 1);
  return (
    <Box>
      <PartNames bars={bars} />
      <Box
        component="ul"
        aria-label={label}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', gap: { xs: 1, sm: 3 }, alignItems: 'flex-end' }}
      >
        {bars.map((bar, index) => {
          const text = `${bar.label}: ${number(bar.total)} (${bar.parts.map(({ label: part, value }) => `${part} ${number(value)}`).join(', ')})`;
          return (
            <Box component="li" key={bar.key} sx={{ flex: 1, minWidth: 0, maxWidth: 72 }}>
              <Box
                component={Link}
                to={bar.to}
                aria-label={text}
                title={text}
                sx={{
                  display: 'block',
                  color: 'inherit',
                  textDecoration: 'none',
                  textAlign: 'center',
                  fontSize: { xs: '0.75rem', sm: '0.8125rem' },
                }}
              >
                <Box component="span" sx={{ fontWeight: 600 }}>
                  {number(bar.total)}
                </Box>
                <Parts bar={bar} top={top} />
                <Box component="span" sx={{ color: 'text.secondary', ...marked(bars.length, index) }}>
                  {bar.label}
                </Box>
              </Box>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

/** More bars than a phone has room for have a name below every other one, the last among them. */
const MOST_MARKS = 6;
const marked = (count: number, index: number) =>
  count > MOST_MARKS && (count - 1 - index) % 2 === 1 ? { visibility: { xs: 'hidden', sm: 'visible' } } : {};

function Parts({ bar, top }: { bar: Bar; top: number }) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column-reverse',
        borderBottom: 1,
        borderColor: 'text.secondary',
        my: 1,
      }}
    >
      {bar.parts.map(({ key, value }, index) => (
        <Box
          key={key}
          sx={{
            height: Math.round((value / top) * HEIGHT),
            bgcolor: COLOURS[index],
            borderTop: value > 0 ? 1 : 0,
            borderColor: 'background.default',
          }}
        />
      ))}
    </Box>
  );
}

/** The parts' names beside their colour, in the order in which they lie upon each other. */
function PartNames({ bars }: { bars: readonly Bar[] }) {
  return (
    <Box aria-hidden sx={{ display: 'flex', gap: 4, mb: 4, fontSize: '0.8125rem' }}>
      {bars[0]?.parts.map(({ key, label }, index) => (
        <Box key={key} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5 }}>
          <Box
            component="span"
            sx={{ width: 10, height: 10, bgcolor: COLOURS[index], borderRadius: '2px' }}
          />
          {label}
        </Box>
      ))}
    </Box>
  );
}
