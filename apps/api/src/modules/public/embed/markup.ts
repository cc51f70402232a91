const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Whether XML 1.0 has this sign at all: pages would take others, pictures are refused whole for one. */
const isOfXml = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code !== 0xfffe && code !== 0xffff);

/** A text of others as it stands in HTML and in SVG, between tags and in attributes. */
export const escaped = (text: string): string =>
  Array.from(text, (sign) => (isOfXml(sign.codePointAt(0) ?? 0) ? (NAMED[sign] ?? sign) : '\uFFFD')).join('');

/** So many signs of a text, which are about as wide as the room there is. */
export function shortened(text: string, most: number): string {
  const signs = Array.from(text);
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}
