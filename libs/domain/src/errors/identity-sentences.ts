import type { ErrorCode } from './error-codes';

export interface Sentence {
  nl: string;
  en: string;
  /** Said instead where all that it names between braces is known. */
  known?: { nl: string; en: string };
}

/** What is said where it matters which company is which. */
export const IDENTITY_SENTENCES = {
  DUPLICATE_NUMBER: {
    nl: 'Een ander bedrijf heeft dit nummer al. Zoek op het nummer en neem dat bedrijf, of verbeter het nummer.',
    en: 'Another company has this number already. Search for the number and take that company, or correct the number.',
    known: {
      nl: '{companyName} heeft dit nummer al. Neem dat bedrijf, of verbeter het nummer.',
      en: '{companyName} has this number already. Take that company, or correct the number.',
    },
  },
  NOT_A_NATURAL_PERSON: {
    nl: 'Alleen een eenmanszaak is een persoon die gewist kan worden. Verwijder een ander bedrijf, of voeg het samen.',
    en: 'Only a sole trader is a person who can be erased. Delete another company, or merge it.',
  },
  ERASED_FOR_GOOD: {
    nl: 'Dit bedrijf is op verzoek gewist en krijgt geen naam, nummer of adres meer. Leg een nieuw bedrijf vast.',
    en: 'This company was erased on request and gets no name, number or address any more. Record a new company.',
  },
  ACCOUNT_IN_USE: {
    nl: 'Dit account is nog in gebruik. Verwijder het eerst, bij Gebruikers, en wis het daarna.',
    en: 'This account is still in use. Delete it first, under Users, and then erase it.',
  },
  GROUP_CYCLE: {
    nl: 'Dit bedrijf zou via zijn moederbedrijf boven zichzelf staan. Kies een ander moederbedrijf.',
    en: 'This company would be above itself by its parent. Choose another parent.',
    known: {
      nl: 'Dit bedrijf zou boven zichzelf staan: {chain}. Kies een ander moederbedrijf.',
      en: 'This company would be above itself: {chain}. Choose another parent.',
    },
  },
  MERGE_CYCLE: {
    nl: 'Deze bedrijven zouden in een kring samengaan. Draai eerst de eerdere samenvoeging terug.',
    en: 'These companies would be merged in a ring. Take the earlier merge back first.',
  },
  MERGED_AWAY: {
    nl: 'Dit bedrijf is samengevoegd met een ander. Wijzig dat andere bedrijf.',
    en: 'This company was merged into another. Change that other company.',
    known: {
      nl: 'Dit bedrijf is samengevoegd met {survivorName}. Wijzig dat bedrijf.',
      en: 'This company was merged into {survivorName}. Change that company.',
    },
  },
  EDITED_SINCE_MERGE: {
    nl: 'Na de samenvoeging is er gewijzigd wat toen is overgenomen. Kies of dat zo blijft of wordt zoals het voor de samenvoeging was.',
    en: 'What was taken over by the merge was edited since. Choose whether to keep it or to make it what it was before the merge.',
    known: {
      nl: 'Na de samenvoeging gewijzigd: {companyFields}. Kies of dat zo blijft of wordt zoals het voor de samenvoeging was.',
      en: 'Edited since the merge: {companyFields}. Choose whether to keep this or to make it what it was before the merge.',
    },
  },
} as const satisfies Partial<Record<ErrorCode, Sentence>>;
