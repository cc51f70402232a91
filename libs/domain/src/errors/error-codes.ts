/**
 * Every way in which the product says no, with the HTTP status it has at the API and its title in both languages.
 * One table, so that a code without a status or a word cannot exist.
 */
export const ERRORS = {
  MALFORMED: { status: 400, en: 'Malformed request', nl: 'Onleesbaar verzoek' },
  INVALID_INPUT: { status: 400, en: 'Invalid input', nl: 'Ongeldige invoer' },
  UNAUTHENTICATED: { status: 401, en: 'Not signed in', nl: 'Niet aangemeld' },
  SECOND_FACTOR_REQUIRED: { status: 401, en: 'Second factor required', nl: 'Tweede factor nodig' },
  REAUTHENTICATION_REQUIRED: {
    status: 401,
    en: 'Show again who you are',
    nl: 'Laat opnieuw zien wie u bent',
  },
  FORBIDDEN: { status: 403, en: 'Not allowed', nl: 'Niet toegestaan' },
  SECOND_FACTOR_ENROLMENT_DUE: {
    status: 403,
    en: 'Set up a second factor first',
    nl: 'Stel eerst een tweede factor in',
  },
  NOT_FOUND: { status: 404, en: 'Not found', nl: 'Niet gevonden' },
  LAST_ADMINISTRATOR: { status: 409, en: 'Last administrator', nl: 'Laatste beheerder' },
  OWN_ACCOUNT: { status: 409, en: 'It is your own account', nl: 'Het is uw eigen account' },
  SIGNS_IN_ALREADY: { status: 409, en: 'Can sign in already', nl: 'Kan zich al aanmelden' },
  NO_PASSWORD_HERE: { status: 409, en: 'No password here', nl: 'Geen wachtwoord hier' },
  DUPLICATE_IDENTITY: {
    status: 409,
    en: 'Identity is bound to another user',
    nl: 'Identiteit hoort bij een andere gebruiker',
  },
  SECOND_FACTOR_NOT_BEGUN: {
    status: 409,
    en: 'Setting up the second factor has not begun',
    nl: 'Tweede factor instellen is niet begonnen',
  },
  SECOND_FACTOR_SET_UP: { status: 409, en: 'Second factor is set up', nl: 'Tweede factor is al ingesteld' },
  REGISTER_KEPT_CHANGING: {
    status: 409,
    en: 'The register kept changing',
    nl: 'Het register bleef veranderen',
  },
  STEP_TO_SAME_LEVEL: { status: 409, en: 'At that level already', nl: 'Heeft dat niveau al' },
  STEP_NOT_AFTER_START: { status: 409, en: 'Step not after the start', nl: 'Stap niet na het begin' },
  STEP_NOT_BEFORE_END: { status: 409, en: 'Step not before the end', nl: 'Stap niet voor het einde' },
  HUB_OF_A_HUB: { status: 409, en: 'A hub belongs to no hub', nl: 'Een hub hoort niet bij een hub' },
  NOT_A_STEP: { status: 409, en: 'It did not begin with a step', nl: 'Begon niet met een stap' },
  NOTHING_BEFORE: { status: 409, en: 'Nothing came before it', nl: 'Er is niets van daarvoor' },
  PARTICIPATION_OVERLAP: { status: 409, en: 'Participations overlap', nl: 'Deelnames overlappen' },
  PARTICIPATION_OUTSIDE_CENTRE: {
    status: 409,
    en: 'Participation outside the period of its centre',
    nl: 'Deelname buiten de periode van de praktijkomgeving',
  },
  CENTRE_PERIOD_LEAVES_PARTICIPATIONS: {
    status: 409,
    en: 'Participations would start outside the centre',
    nl: 'Deelnames zouden buiten de praktijkomgeving beginnen',
  },
  DUPLICATE_NUMBER: {
    status: 409,
    en: 'Number belongs to another company',
    nl: 'Nummer is van een ander bedrijf',
  },
  DUPLICATE_CODE: { status: 409, en: 'Code is in use', nl: 'Code is in gebruik' },
  DUPLICATE_ATTENDANCE: { status: 409, en: 'Attendance is already there', nl: 'Aanwezigheid is er al' },
  DUPLICATE_PROGRAMME: { status: 409, en: 'There is a programme already', nl: 'Er is al een programma' },
  DUPLICATE_TARGET: { status: 409, en: 'There is such a target already', nl: 'Zo’n doel is er al' },
  DUPLICATE_ROUND: {
    status: 409,
    en: 'There is a round for this quarter',
    nl: 'Er is al een ronde van dit kwartaal',
  },
  DUPLICATE_EMAIL: { status: 409, en: 'E-mail address is in use', nl: 'E-mailadres is in gebruik' },
  PERIODS_OVERLAP: { status: 409, en: 'Periods overlap', nl: 'Perioden overlappen' },
  HUB_IS_NOT_A_HUB: {
    status: 409,
    en: 'The centre named as hub is no hub',
    nl: 'De genoemde hub is geen hub',
  },
  HAS_DEPENDANTS: { status: 409, en: 'Other records point at it', nl: 'Andere gegevens verwijzen ernaar' },
  CENTRE_HAS_COORDINATORS: {
    status: 409,
    en: 'People coordinate this centre',
    nl: 'De praktijkomgeving heeft coördinatoren',
  },
  REFERENCE_DELETED: {
    status: 409,
    en: 'It points at a deleted record',
    nl: 'Het verwijst naar iets dat verwijderd is',
  },
  GROUP_CYCLE: {
    status: 409,
    en: 'A company would be above itself',
    nl: 'Een bedrijf zou boven zichzelf staan',
  },
  MERGE_CYCLE: {
    status: 409,
    en: 'Companies would be merged in a ring',
    nl: 'Bedrijven zouden in een kring samengaan',
  },
  MERGED_AWAY: {
    status: 409,
    en: 'Company was merged into another',
    nl: 'Bedrijf is samengevoegd met een ander',
  },
  EDITED_SINCE_MERGE: {
    status: 409,
    en: 'Edited since the merge',
    nl: 'Gewijzigd na de samenvoeging',
  },
  EDITION_IS_FROZEN: {
    status: 409,
    en: 'A published edition never changes',
    nl: 'Een gepubliceerde editie verandert nooit',
  },
  TYPED_NUMBERS: {
    status: 409,
    en: 'Numbers typed by hand need a confirmation',
    nl: 'Zelf getypte getallen vragen bevestiging',
  },
  BUILT_UPON: {
    status: 409,
    en: 'Other changes were built on it',
    nl: 'Er is intussen op voortgebouwd',
  },
  ILLEGAL_TRANSITION: { status: 409, en: 'Not possible in this state', nl: 'Kan niet in deze toestand' },
  NOT_DELETED: { status: 409, en: 'It is not deleted', nl: 'Het is niet verwijderd' },
  IDEMPOTENCY_CONFLICT: {
    status: 409,
    en: 'Idempotency key was used for another request',
    nl: 'Idempotency-sleutel is voor een ander verzoek gebruikt',
  },
  PUBLISHING_DISCLOSES: {
    status: 409,
    en: 'Publishing would tell of single companies',
    nl: 'Publiceren zou van enkele bedrijven vertellen',
  },
  DISCLOSURE_NOT_PROVED: {
    status: 409,
    en: 'Not proved that no company is given away',
    nl: 'Niet bewezen dat geen bedrijf wordt prijsgegeven',
  },
  PERIOD_LOCKED: { status: 409, en: 'Period is locked', nl: 'Periode is vergrendeld' },
  STALE_VERSION: { status: 412, en: 'Changed meanwhile', nl: 'Intussen gewijzigd' },
  PAYLOAD_TOO_LARGE: { status: 413, en: 'Too large', nl: 'Te groot' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, en: 'Unsupported media type', nl: 'Mediatype niet ondersteund' },
  VERSION_REQUIRED: { status: 428, en: 'Version required', nl: 'Versie nodig' },
  TOO_MANY_REQUESTS: { status: 429, en: 'Too many requests', nl: 'Te veel verzoeken' },
  INTERNAL: { status: 500, en: 'Something went wrong on our side', nl: 'Er ging iets mis aan onze kant' },
  UNAVAILABLE: { status: 503, en: 'Not available now', nl: 'Nu niet beschikbaar' },
  SCANNER_UNREACHABLE: {
    status: 503,
    en: 'Virus scanner not reachable',
    nl: 'Virusscanner niet bereikbaar',
  },
  FILE_STORE_UNREACHABLE: {
    status: 503,
    en: 'File store not reachable',
    nl: 'Bestandsopslag niet bereikbaar',
  },
  WORK_TIMED_OUT: {
    status: 503,
    en: 'Computing took too long',
    nl: 'Het rekenen duurde te lang',
  },
  WORK_OUT_OF_MEMORY: {
    status: 503,
    en: 'Computing needed too much memory',
    nl: 'Het rekenen vroeg te veel geheugen',
  },
  WORK_CANCELLED: { status: 503, en: 'Computing was stopped', nl: 'Het rekenen is gestopt' },
} as const satisfies Record<string, { status: number; en: string; nl: string }>;

export type ErrorCode = keyof typeof ERRORS;
