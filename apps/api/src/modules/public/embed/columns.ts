import type { EmbedChart } from './embed-view';
import { escaped } from './markup';

/** Where the columns stand, in pixels: over them is room for their values, under them for their names. */
const TOP = 20;
const BOTTOM = 160;
const LABEL = 176;
/** As many names as can stand beside each other. */
const MOST_NAMES = 12;

/** Columns from zero, as wide as the picture that they stand in, with their values over them. */
export function columnsOf({ cells }: EmbedChart): string {
  const width = 100 / cells.length;
  const step = Math.ceil(cells.length / MOST_NAMES);
  const columns = cells.map(({ label, short, part }, index) => {
    const height = part * (BOTTOM - TOP);
    const middle = percent((index + 0.5) * width);
    const isNamed = index % step === 0;
    return [
      `<rect class="bar" x="${percent((index + 0.15) * width)}" width="${percent(width * 0.7)}" y="${pixels(BOTTOM - height)}" height="${pixels(height)}"/>`,
      ...(isNamed
        ? [
            `<text class="ink" x="${middle}" y="${pixels(BOTTOM - height - 6)}" text-anchor="middle" font-size="12">${escaped(short)}</text>`,
            `<text class="soft" x="${middle}" y="${LABEL}" text-anchor="middle" font-size="12">${escaped(label)}</text>`,
          ]
        : []),
    ].join('');
  });
  return `${columns.join('')}<line class="axis" x1="0" x2="100%" y1="${BOTTOM}" y2="${BOTTOM}"/>`;
}

const percent = (part: number): string => `${Number(part.toFixed(2))}%`;
const pixels = (length: number): string => String(Number(length.toFixed(1)));
