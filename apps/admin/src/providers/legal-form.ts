import { NETHERLANDS } from '@fieldlab/domain';

/** A legal form as people write it; one that the country does not know stays as it is. */
export const legalFormName = (code: string | null): string | null =>
  NETHERLANDS.legalForms.find((form) => form.code === code)?.name ?? code;
