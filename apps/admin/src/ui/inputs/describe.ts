import type { Centre, Company } from '../../providers/records';

/** `Enschede · 12345678` */
export const describeCompany = ({ municipality, kvkNumber, foreignNumber }: Partial<Company>): string =>
  [municipality, kvkNumber ?? foreignNumber].filter(Boolean).join(' · ');

/** `FL-12 · Enschede` */
export const describeCentre = ({ code, municipality }: Partial<Centre>): string =>
  [code, municipality].filter(Boolean).join(' · ');
