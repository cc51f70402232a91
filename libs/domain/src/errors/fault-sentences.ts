import type { Language } from '../vocabulary/languages';

/** What can be wrong with the value of any field, in both languages; `{name}` is filled in. */
export const FAULT_SENTENCES = {
  REQUIRED: { nl: 'Vul dit in.', en: 'Fill this in.' },
  WRONG_TYPE: {
    nl: 'Dit is niet het soort waarde dat hier hoort. Kijk na wat u invulde.',
    en: 'This is not the kind of value that belongs here. Check what you filled in.',
  },
  NOT_AN_OPTION: { nl: 'Kies een van de mogelijkheden.', en: 'Choose one of the options.' },
  NOT_A_WHOLE_NUMBER: { nl: 'Vul een heel getal in.', en: 'Enter a whole number.' },
  TOO_SMALL: { nl: 'Vul ten minste {least} in.', en: 'Enter at least {least}.' },
  TOO_LARGE: { nl: 'Vul ten hoogste {most} in.', en: 'Enter at most {most}.' },
  TOO_SHORT: { nl: 'Gebruik ten minste {least} tekens.', en: 'Use at least {least} characters.' },
  TOO_LONG: { nl: 'Gebruik ten hoogste {most} tekens.', en: 'Use at most {most} characters.' },
  TOO_FEW: { nl: 'Kies er ten minste {least}.', en: 'Choose at least {least}.' },
  TOO_MANY: { nl: 'Kies er ten hoogste {most}.', en: 'Choose at most {most}.' },
  NO_SUCH_RECORD: {
    nl: 'Dit is er niet (meer), of u ziet het niet. Kies iets anders.',
    en: 'This is not there (any more), or you do not see it. Choose something else.',
  },
  END_NEEDS_START: {
    nl: 'Zonder begin is er geen einde. Vul eerst het begin in.',
    en: 'There is no end without a start. Fill in the start first.',
  },
  ENDS_BEFORE_START: {
    nl: 'De laatste dag ligt voor het begin ({start}). Verbeter een van beide.',
    en: 'The last day lies before the start ({start}). Correct one of the two.',
  },
  UNKNOWN_FIELD: {
    nl: 'Dit gegeven kent het register niet.',
    en: 'There is no such field or parameter.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type FaultCode = keyof typeof FAULT_SENTENCES;

export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(FAULT_SENTENCES, code);
