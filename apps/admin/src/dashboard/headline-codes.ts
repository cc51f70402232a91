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
