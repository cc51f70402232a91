import type { AuditAction } from '@fieldlab/domain';

/** The audit trail: who did what to which record. */
export const audit = {
  lead: 'Elke wijziging in het register, door wie en wanneer. Niemand kan hier iets aan veranderen.',
  program: 'Het systeem',
  empty: 'Zodra iemand iets toevoegt of wijzigt, staat het hier.',
  actions: {
    CREATE: 'Toegevoegd',
    UPDATE: 'Gewijzigd',
    DELETE: 'Verwijderd',
    RESTORE: 'Teruggehaald',
    ERASE: 'Voorgoed gewist',
    SIGN_IN: 'Aangemeld',
    SIGN_IN_FAILED: 'Aanmelden mislukt',
    SECOND_FACTOR_ADDED: 'Tweede factor ingesteld',
    SECOND_FACTOR_REMOVED: 'Tweede factor uitgezet',
    RECOVERY_CODES_RENEWED: 'Nieuwe herstelcodes gemaakt',
    EXPORT: 'Persoonsgegevens als bestand opgehaald',
    TOKEN_FROM_NEW_ADDRESS: 'Sleutel gebruikt vanaf een nieuw adres',
  } satisfies Record<AuditAction, string>,
  did: '%{action}: %{fields}',
  more: '%{fields} en %{smart_count} ander gegeven |||| %{fields} en %{smart_count} andere gegevens',
  allOfThem: 'een hele lijst',
  gone: 'niet meer aanwezig',
  encrypted: 'versleuteld weergegeven',
  encryptedHelp:
    'Persoonlijke gegevens staan niet leesbaar in het logboek: u ziet dat ze zijn gewijzigd, niet waarin.',
  yes: 'ja',
  no: 'nee',
  changes: 'Wat er is gewijzigd',
  added: 'Wat er is toegevoegd',
  removed: 'Wat er stond',
  position: 'Plaats in de keten',
  hash: 'Controlegetal',
  sameRequest: 'Alles van dit verzoek',
  sameRecord: 'Alles over dit gegeven',
  samePerson: 'Alles van deze persoon',
};
