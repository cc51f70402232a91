import type { Participation } from '../providers/records';

/** `Jansen Metaal B.V. · Fieldlab Lassen` */
export const participationName = ({ companyName, centreName }: Participation): string =>
  [companyName, centreName].filter(Boolean).join(' · ');
