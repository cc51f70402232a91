import type { Value } from '@fieldlab/domain';

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (text: string): string =>
  text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? '');

const arrayLiteral = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** One line of PostgreSQL's text format for COPY; null is `\N`. */
export function copyLine(values: readonly (Value | number | null | undefined)[]): string {
  const fields = values.map((value) => {
    if (value === null || value === undefined) return '\\N';
    if (typeof value === 'number') return String(value);
    return escaped(typeof value === 'string' ? value : arrayLiteral(value));
  });
  return `${fields.join('\t')}\n`;
}
