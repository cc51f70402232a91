/** `2026-11-29 16:33:49.123456+00`, as PostgreSQL writes an instant in UTC. */
const DATE_LENGTH = 'YYYY-MM-DD'.length;
const SECONDS_LENGTH = 'YYYY-MM-DD hh:mm:ss'.length;
const IN_UTC = '+00';

/**
 * An instant as RFC 3339 writes it, to the millisecond, of the text that PostgreSQL sends: a Date, made only to be
 * written again, costs more than the rest of a row.
 */
export function instantOf(text: string): string {
  const isPlain = text.endsWith(IN_UTC) && text[DATE_LENGTH] === ' ';
  if (!isPlain) return new Date(text).toISOString();
  const fraction = text.slice(SECONDS_LENGTH + 1, -IN_UTC.length).slice(0, 3);
  return `${text.slice(0, DATE_LENGTH)}T${text.slice(DATE_LENGTH + 1, SECONDS_LENGTH)}.${fraction.padEnd(3, '0')}Z`;
}
