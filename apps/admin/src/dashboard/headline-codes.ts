/** What the headline asks of the server, in one request. */
export const HEADLINES = [
  'companies_participated',
  'companies_participating',
  'fieldlabs_active',
  'hubs_active',
  'spin_offs',
  'investment_realised',
  'investment_private',
  'investment_public',
] as const;

/** The same day a year before; 29 February becomes the 28th. */
export function yearBefore(date: string): string {
  const [year, rest] = [date.slice(0, 4), date.slice(4)];
  return `${Number(year) - 1}${rest === '-02-29' ? '-02-28' : rest}`;
}
