import { columnsOf } from './columns';
import { imageStyle, type EmbedTheme } from './embed-style';
import type { EmbedChart, EmbedView } from './embed-view';
import { EMBED_WORDS } from './embed-words';
import { escaped, shortened } from './markup';

const WIDTH = 640;
const MARGIN = 20;
const INSIDE = WIDTH - 2 * MARGIN;
const TOP = 128;
const COLUMNS = 184;
const ROW = 24;
const LINE = 18;
/** Where the names of rows end, and where the bars do. */
const BARS_AT = 220;
const BARS_TO = 470;
/** How many signs fit, at their size. */
const FITS = { title: 68, name: 30, line: 92 };

/** The same as a picture for where pages cannot be framed: newsletters, documents. Long texts are cut short. */
export function embedImage(view: EmbedView, theme: EmbedTheme): string {
  const { language, title, value, when, source, seal, address, chart } = view;
  const words = EMBED_WORDS[language];
  const notes = chart?.notes ?? [];
  const feet = [...notes, source, `${words.seal}: ${seal}`];
  const drawn = chart ? chartHeight(chart) : 0;
  const height = TOP + drawn + feet.length * LINE + MARGIN;
  const foot = (text: string, index: number): string =>
    line(shortened(text, FITS.line), { y: TOP + drawn + 10 + index * LINE, kind: 'soft', size: 12 });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d" lang="${language}">
<title id="t">${escaped(`${title}: ${value}`)}</title>
<desc id="d">${escaped([when, ...told(chart), source, address].join('. '))}</desc>
<style>${imageStyle(theme)}</style>
<rect class="paper" width="100%" height="100%"/>
${line(shortened(title, FITS.title), { y: 36, kind: 'ink', size: 16, weight: 600 })}
${line(value, { y: 78, kind: 'ink', size: 34, weight: 650 })}
${line(when, { y: 104, kind: 'soft', size: 13 })}
${chart ? chartMarkup(chart) : ''}
${feet.map(foot).join('\n')}
</svg>
`;
}

const told = (chart: EmbedChart | undefined): string[] =>
  chart ? [chart.cells.map(({ label, value }) => `${label}: ${value}`).join('; ')] : [];

const chartHeight = ({ shape, cells }: EmbedChart): number =>
  (shape === 'columns' ? COLUMNS : cells.length * ROW) + LINE;

function chartMarkup(chart: EmbedChart): string {
  if (chart.shape === 'columns') {
    return `<svg x="${MARGIN}" y="${TOP}" width="${INSIDE}" height="${COLUMNS}">${columnsOf(chart)}</svg>`;
  }
  return chart.cells
    .map(({ label, value, part }, index) => {
      const y = TOP + index * ROW;
      const width = Number((part * (BARS_TO - BARS_AT)).toFixed(1));
      return [
        line(shortened(label, FITS.name), { y: y + 14, kind: 'ink', size: 13 }),
        `<rect class="bar" x="${BARS_AT}" y="${y + 4}" width="${width}" height="11"/>`,
        `<text class="ink" x="${WIDTH - MARGIN}" y="${y + 14}" text-anchor="end" font-size="13">${escaped(value)}</text>`,
      ].join('');
    })
    .join('\n');
}

interface Line {
  y: number;
  kind: 'ink' | 'soft';
  size: number;
  weight?: number;
}

const line = (text: string, { y, kind, size, weight = 400 }: Line): string =>
  `<text class="${kind}" x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}">${escaped(text)}</text>`;
