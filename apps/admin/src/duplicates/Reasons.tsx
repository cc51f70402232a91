import { Box, Typography } from '@mui/material';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { Duplicate } from '../providers/duplicates';

/** Okabe–Ito: green speaks for one company, vermilion for two. */
const COLOURS = { one: '#009E73', two: '#D55E00' };

/** What speaks for and against, each as strong as its bar is long, from where the ones before it came to. */
export function Reasons({ reasons }: Pick<Duplicate, 'reasons'>) {
  const t = useT();
  const rows = placed(reasons);
  const ends = [0, ...rows.flatMap(({ from, to }) => [from, to])];
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const share = (bits: number): number => ((bits - lowest) / (highest - lowest || 1)) * 100;
  return (
    <>
      <Box component="ol" aria-label={t('duplicates.reasons')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Box
            component="li"
            key={row.code + row.text}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 3fr) 56px minmax(0, 2fr)' },
              columnGap: 3,
              alignItems: 'center',
              py: 1,
            }}
          >
            <span>
              {row.text}
              <Published {...row} />
            </span>
            <Weight bits={row.to - row.from} />
            <Bar
              start={share(Math.min(row.from, row.to))}
              end={share(Math.max(row.from, row.to))}
              isFor={row.to > row.from}
            />
          </Box>
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {t('duplicates.bits')}
      </Typography>
    </>
  );
}

interface Placed {
  code: string;
  text: string;
  from: number;
  to: number;
  /** What it would weigh without earlier decisions. */
  published: number;
}

function placed(reasons: Duplicate['reasons']): Placed[] {
  let reached = 0;
  return reasons.map(({ code, text, weight, publishedWeight: published }) => {
    const from = reached;
    reached += weight;
    return { code, text, from, to: reached, published };
  });
}

/** As it is written: a tenth of a bit and its sign. */
function useWeightText(): (bits: number) => string {
  const { number } = useFormat();
  return (bits) => `${bits < 0 ? '−' : '+'}${number(tenths(Math.abs(bits)))}`;
}

const tenths = (bits: number): number => Math.round(bits * 10) / 10;

function Weight({ bits }: { bits: number }) {
  return (
    <Box component="span" className="figure" sx={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
      {useWeightText()(bits)}
    </Box>
  );
}

/** Where earlier decisions changed a weight, what it was; what they say themselves had none. */
function Published({ from, to, published }: Placed) {
  const t = useT();
  const text = useWeightText();
  if (published === 0 || tenths(to - from) === tenths(published)) return null;
  return (
    <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
      {t('duplicates.learnt', { published: text(published) })}
    </Typography>
  );
}

function Bar({ start, end, isFor }: { start: number; end: number; isFor: boolean }) {
  return (
    <Box
      component="svg"
      aria-hidden
      width="100%"
      height={12}
      sx={{ display: 'block', gridColumn: { xs: '1 / -1', sm: 'auto' } }}
    >
      <rect
        x={`${start}%`}
        width={`${Math.max(end - start, 0.5)}%`}
        y={0}
        height={12}
        fill={isFor ? COLOURS.one : COLOURS.two}
      />
    </Box>
  );
}
