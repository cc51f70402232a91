import type { Language } from '../vocabulary/languages';
import { FIGURE_FAULTS } from './figure-faults';
import { FILE_FAULTS } from './file-faults';

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
  NOT_SEEN_BY_ROLE: {
    nl: 'Mensen met deze rol openen dit niet. Kies een andere weergave.',
    en: 'People of this role do not open this. Choose another view.',
  },
  END_NEEDS_START: {
    nl: 'Zonder begin is er geen einde. Vul eerst het begin in.',
    en: 'There is no end without a start. Fill in the start first.',
  },
  ENDS_BEFORE_START: {
    nl: 'De laatste dag ligt voor het begin ({start}). Verbeter een van beide.',
    en: 'The last day lies before the start ({start}). Correct one of the two.',
  },
  ENDS_AT_START: {
    nl: 'De laatste dag ligt voor het begin. Verbeter een van beide.',
    en: 'The last day lies before the start. Correct one of the two.',
  },
  UNKNOWN_FIELD: {
    nl: 'Dit gegeven kent het register niet.',
    en: 'There is no such field or parameter.',
  },

  // Of texts with a form
  NOT_A_DATE: {
    nl: 'Dit is geen datum van {first} tot en met {last}. Schrijf bijvoorbeeld 1-5-2021.',
    en: 'This is not a date from {first} to {last}. Write it as 2021-05-01.',
  },
  NOT_AN_INSTANT: {
    nl: 'Dit is geen tijdstip. Schrijf bijvoorbeeld 2021-04-22T10:00:00Z.',
    en: 'This is not an instant with its offset. Write for example 2021-04-22T10:00:00Z.',
  },
  NOT_AN_ID: { nl: 'Kies er een uit de lijst.', en: 'This is not an id. Choose one from the list.' },
  NOT_AN_AMOUNT: {
    nl: 'Dit is geen bedrag. Schrijf bijvoorbeeld 1234,56.',
    en: 'This is not an amount. Write for example 1234.56.',
  },
  NOT_MORE_THAN_NOTHING: { nl: 'Vul meer dan 0 in.', en: 'Enter more than 0.' },
  TOO_MANY_DECIMALS: { nl: 'Gebruik ten hoogste twee decimalen.', en: 'Use at most two decimals.' },
  NOT_A_PROVINCE: {
    nl: 'Dit is geen provincie. Kies er een uit de lijst.',
    en: 'This is not a province. Write its code, for example NL-DR.',
  },
  NOT_A_CODE: {
    nl: 'Gebruik ten hoogste 40 letters, cijfers, punten en streepjes.',
    en: 'Use at most 40 letters, digits, dots and dashes.',
  },
  NOT_A_COMPANY_NUMBER: {
    nl: 'Een KvK-nummer heeft 8 cijfers.',
    en: 'A KvK number has 8 digits.',
  },
  NOT_A_COUNTRY: {
    nl: 'Schrijf het land als twee letters, zoals NL.',
    en: 'Write the country as two letters, for example NL.',
  },
  NOT_A_SECTOR_VERSION: {
    nl: 'Dit is geen versie van de SBI.',
    en: 'This is not a version of the SBI.',
  },
  NOT_A_SECTOR_CODE: {
    nl: 'Een SBI-code heeft 1 tot 6 cijfers.',
    en: 'A sector code has 1 to 6 digits.',
  },
  NOT_A_WEB_ADDRESS: {
    nl: 'Dit is geen webadres. Schrijf bijvoorbeeld https://www.bedrijf.nl.',
    en: 'This is not a web address. Write for example https://www.company.example.',
  },
  NOT_AN_EMAIL_ADDRESS: { nl: 'Dit is geen e-mailadres.', en: 'This is not an e-mail address.' },
  NOT_A_TELEPHONE_NUMBER: { nl: 'Dit is geen telefoonnummer.', en: 'This is not a telephone number.' },
  HOLDS_SEMICOLON: {
    nl: 'Gebruik geen puntkomma: die scheidt de waarden van een lijst.',
    en: 'Do not use a semicolon: it separates the values of a list.',
  },
  HOLDS_NUL: { nl: 'Deze tekst heeft een teken dat geen tekst is.', en: 'A NUL character is not text.' },
  NESTED_TOO_DEEP: { nl: 'Dit is dieper genest dan {most}.', en: 'This is nested more than {most} deep.' },
  TWICE: { nl: 'Hetzelfde staat er dubbel. Haal er een weg.', en: 'The same is there twice. Remove one.' },
  NOT_A_QUARTER: {
    nl: 'Dit is geen kwartaal. Schrijf bijvoorbeeld 2021-Q2.',
    en: 'This is not a quarter. Write for example 2021-Q2.',
  },
  NOT_A_PLACE_IN_THE_TRAIL: {
    nl: 'Dit is geen nummer in het logboek.',
    en: 'This is not a number in the audit trail.',
  },
  NOT_AN_EDITION: { nl: 'Dit is geen nummer van een editie.', en: 'This is not the number of an edition.' },
  NOT_A_KEY: {
    nl: 'Gebruik 1 tot 255 zichtbare ASCII-tekens.',
    en: 'Use 1 to 255 visible ASCII characters.',
  },

  // Of what belongs together
  NOTHING_CHANGES: {
    nl: 'Er is niets gewijzigd. Wijzig eerst iets.',
    en: 'Nothing would change. Send at least one field.',
  },
  LAST_DAY_OUT_OF_RANGE: {
    nl: 'Vul ten hoogste {last} in, of laat dit leeg als er geen laatste dag is.',
    en: 'Enter at most {last}, or leave this empty if there is no last day.',
  },
  ENDS_DISAGREE: {
    nl: 'Dit spreekt de eerste dag erna tegen. Vul één van beide in.',
    en: 'This disagrees with the first day after it ({field}). Send one of the two.',
  },
  HAS_NO_PERIODS: {
    nl: 'Alleen nummers, grootte, sector en plaats gelden vanaf een dag.',
    en: 'Only {fields} hold from a day on.',
  },
  NEEDS_A_COUNTRY: {
    nl: 'Een Nederlands bedrijf heeft een KvK-nummer. Kies het land dat dit nummer uitgaf.',
    en: 'A Dutch company has a KvK number. Say which country issued this one.',
  },
  HUB_OF_HUB: {
    nl: 'Een hub hoort niet bij een andere hub. Laat dit leeg.',
    en: 'A hub does not belong to another hub. Leave this empty.',
  },
  CENTRE_END_NEEDS_START: {
    nl: 'Vul in wanneer het fieldlab begon.',
    en: 'An end needs a start. Say when the centre started.',
  },
  NOT_A_WHOLE_OUTCOME: {
    nl: 'Vul een heel getal in; alleen banen hebben delen.',
    en: 'Enter a whole number; only jobs have parts.',
  },
  NO_COMPANY: {
    nl: 'Kies een bedrijf, of maak een nieuw bedrijf.',
    en: 'Choose a company that is registered, or make a new one.',
  },
  PROGRAMME_INCOMPLETE: {
    nl: 'Vul de naam en het begin van het programma in.',
    en: 'Enter the name and the start of the programme.',
  },
  FILE_MISSING: {
    nl: 'Kies een bestand.',
    en: 'Choose a file; it is sent as the field “file”.',
  },
  NOT_KEPT: {
    nl: 'Deze waarde kan het register niet bewaren. Kijk na wat hier mag staan.',
    en: 'The register cannot keep this value. Check what it may be.',
  },
  REASON_NEEDED: {
    nl: 'Wat {centre} over {period} opgaf, is aanvaard. Schrijf waarom het verandert.',
    en: 'What {centre} reported about {period} was accepted. Say why it changes.',
  },

  // Of people and how they sign in
  CENTRES_NEEDED: {
    nl: 'Kies voor een coördinator ten minste één fieldlab of hub.',
    en: 'Choose at least one fieldlab or hub for a coordinator.',
  },
  CENTRES_OF_COORDINATOR: {
    nl: 'Alleen een coördinator heeft eigen fieldlabs of hubs.',
    en: 'Only a coordinator has fieldlabs or hubs of their own.',
  },
  NO_SUCH_CENTRE: {
    nl: 'Dit fieldlab of deze hub is er niet meer.',
    en: 'This fieldlab or hub is not there any more.',
  },
  NOT_IN_THE_FUTURE: { nl: 'Kies een dag in de toekomst.', en: 'Choose a day in the future.' },
  PASSWORD_COMMON: {
    nl: 'Dit wachtwoord staat op lijsten waarmee raders beginnen. Kies een ander.',
    en: 'This password is on the lists that attackers try first. Choose another.',
  },
  PASSWORD_MONOTONOUS: {
    nl: 'Gebruik meer verschillende tekens.',
    en: 'Use more different characters.',
  },
  PASSWORD_A_ROW: {
    nl: 'Een rij opeenvolgende tekens is snel geraden.',
    en: 'A row of neighbouring characters is easily guessed.',
  },
  PASSWORD_PERSONAL: {
    nl: 'Dit is weinig meer dan uw naam, uw e-mailadres of de naam van dit programma.',
    en: 'This is little more than your name, your e-mail address or the name of this program.',
  },
  CURRENT_PASSWORD_NEEDED: {
    nl: 'Vul ook uw huidige wachtwoord in.',
    en: 'Enter your current password as well.',
  },
  CURRENT_PASSWORD_WRONG: {
    nl: 'Dit is niet uw huidige wachtwoord.',
    en: 'This is not your current password.',
  },
  NEW_PASSWORD_NEEDED: { nl: 'Vul ook een nieuw wachtwoord in.', en: 'Enter a new password as well.' },
  CODE_WRONG: {
    nl: 'Deze code klopt niet, of is al gebruikt. Neem de volgende.',
    en: 'This code is not right, or was used before. Take the next one.',
  },
  PROOF_NEEDED: { nl: 'Vul uw wachtwoord of een code in.', en: 'Enter your password or a code.' },

  ...FIGURE_FAULTS,
  ...FILE_FAULTS,

  // Of rounds
  EITHER_ANSWER: {
    nl: 'Bevestig alles, of kies wat nog geldt.',
    en: 'Send either confirmed or nothingChanged.',
  },
  SOMETHING_ENDED: {
    nl: 'Er is iets beëindigd, dus er is iets veranderd.',
    en: 'Something ended, so something changed: send confirmed.',
  },
  NOT_ASKED: {
    nl: 'Naar deze deelname vraagt de ronde niet.',
    en: 'This round does not ask about that participation.',
  },
  ANSWERED_ALREADY: { nl: 'Dit is al beantwoord.', en: 'This was answered already.' },
  NOT_ANSWERED: {
    nl: '{company} is niet bevestigd en niet beëindigd.',
    en: '{company} ({id}) is neither confirmed nor ended.',
  },
  STARTED_LATER: {
    nl: 'De deelname begon later, op {start}.',
    en: 'The participation started later, on {start}.',
  },
  NOT_AWAITED: {
    nl: 'De ronde wacht niet op dit fieldlab. Haal het uit de keuze.',
    en: 'The round does not wait for this centre. Leave it out.',
  },
  DUE_TOO_EARLY: {
    nl: 'Kies {last} of later: dan is het kwartaal voorbij.',
    en: 'Choose {last} or later, when the quarter is over.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type FaultCode = keyof typeof FAULT_SENTENCES;

export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(FAULT_SENTENCES, code);
