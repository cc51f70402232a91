import { BYTE_ORDER_MARK, CSV_NOTATIONS, type FigureValue, type Language } from '@fieldlab/domain';

/** A figure with its cells, ready to be taken elsewhere. */
export interface Taken {
  title: string;
  heads: readonly [string, string];
  rows: readonly { label: string; text: string; value: FigureValue }[];
  source: string;
  language: Language;
}

/** As the reader's spreadsheet opens it right. */
export function csvOf({ heads, rows, source, language }: Taken): string {
  const { separator, decimal } = CSV_NOTATIONS[language];
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, separator)).join(separator);
  const amount = (value: FigureValue): string => (value === null ? '' : String(value).replace('.', decimal));
  const lines = [
    line(heads),
    ...rows.map(({ label, value }) => line([label, amount(value)])),
    '',
    line([source]),
  ];
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** A text that begins like a formula is kept from being one. */
const quoted = (text: string, separator: string): string => {
  const harmless = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return harmless.includes(separator) || /["\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
};

/** A real table for a word processor, or a sentence where there is one number; its source below it. */
export function htmlOf({ title, heads, rows, source }: Taken): string {
  const below = `<p><small>${escaped(source)}</small></p>`;
  const [first, ...more] = rows;
  if (first && more.length === 0) return `<p>${escaped(title)}: <b>${escaped(first.text)}</b>.</p>${below}`;
  const cells = (tag: string, texts: readonly string[]): string =>
    texts
      .map((text, index) => `<${tag}${index > 0 ? ' align="right"' : ''}>${escaped(text)}</${tag}>`)
      .join('');
  const body = rows.map(({ label, text }) => `<tr>${cells('td', [label, text])}</tr>`).join('');
  return `<p><b>${escaped(title)}</b></p><table border="1"><tr>${cells('th', heads)}</tr>${body}</table>${below}`;
}

export function plainOf({ title, rows, source }: Taken): string {
  const [first, ...more] = rows;
  if (first && more.length === 0) return `${title}: ${first.text}.\n${source}`;
  return [title, ...rows.map(({ label, text }) => `${label}\t${text}`), source].join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const csvFile = (taken: Taken): Blob => new Blob([csvOf(taken)], { type: 'text/csv;charset=utf-8' });

export function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
