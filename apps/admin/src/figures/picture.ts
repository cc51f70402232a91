import type { FigureValue } from '@fieldlab/domain';
import type { Taken } from './taken';

/** In pixels of the page; the picture has twice as many, to be sharp in print. */
const WIDTH = 960;
const MARGIN = 40;
const ROW = 30;
const LABELS = 250;
const VALUES = 170;
const LINE = 20;
const SHARPNESS = 2;
const [INK, SOFT, BAR] = ['#14213D', '#52606D', '#0B6E6E'];
const FONT = 'system-ui, sans-serif';

/** The figure as a picture on white, whatever the reader's theme: its bars, its total and its source. */
export function pictureOf(taken: Taken): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  pen.font = `14px ${FONT}`;
  const source = linesOf(pen, taken.source);
  const height = MARGIN * 3 + 40 + taken.rows.length * ROW + source.length * LINE;
  canvas.width = WIDTH * SHARPNESS;
  canvas.height = height * SHARPNESS;
  pen.scale(SHARPNESS, SHARPNESS);
  draw(pen, taken, source, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture was not made.'))),
      'image/png',
    );
  });
}

function draw(pen: CanvasRenderingContext2D, taken: Taken, source: readonly string[], height: number): void {
  pen.fillStyle = '#FFFFFF';
  pen.fillRect(0, 0, WIDTH, height);
  write(pen, taken.title, { x: MARGIN, y: MARGIN + 22, font: `600 26px ${FONT}` });
  const cells = taken.rows.slice(0, -1);
  const largest = Math.max(...cells.map(({ value }) => amount(value)));
  const room = WIDTH - 2 * MARGIN - LABELS - VALUES;
  taken.rows.forEach(({ label, text, value }, index) => {
    const isTotal = index === cells.length;
    const y = MARGIN + 76 + index * ROW;
    const font = `${isTotal ? '600 ' : ''}15px ${FONT}`;
    const length = isTotal || largest <= 0 ? 0 : (amount(value) / largest) * room;
    write(pen, label, { x: MARGIN, y, font, width: LABELS - 12 });
    pen.fillStyle = BAR;
    pen.fillRect(MARGIN + LABELS, y - 14, length, 18);
    write(pen, text, { x: MARGIN + LABELS + length + (length > 0 ? 8 : 0), y, font, width: VALUES });
  });
  source.forEach((line, index) => {
    const y = height - MARGIN - (source.length - 1 - index) * LINE;
    write(pen, line, { x: MARGIN, y, font: `14px ${FONT}`, colour: SOFT });
  });
}

const amount = (value: FigureValue): number => Math.max(0, Number(value ?? 0));

interface Place {
  x: number;
  y: number;
  font: string;
  /** What is wider is made narrower. */
  width?: number;
  colour?: string;
}

function write(
  pen: CanvasRenderingContext2D,
  text: string,
  { x, y, font, width, colour = INK }: Place,
): void {
  pen.font = font;
  pen.fillStyle = colour;
  pen.fillText(text, x, y, width);
}

/** The text in lines that fit; an address is broken where it must. */
function linesOf(pen: CanvasRenderingContext2D, text: string): string[] {
  const fits = (line: string): boolean => pen.measureText(line).width <= WIDTH - 2 * MARGIN;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[ /&?])/)) {
    if (line !== '' && !fits(line + word)) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line];
}
