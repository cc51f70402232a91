import type { Language } from '../vocabulary/languages';

/** What can be wrong with a file that somebody hands in. */
export const FILE_FAULTS = {
  FILE_OR_LINK: {
    nl: 'Kies een bestand of vul een webadres in, een van beide.',
    en: 'Send a file or a url, one of the two.',
  },
  FILE_TYPE_NOT_KEPT: {
    nl: 'Dit soort bestand wordt niet bewaard, of de inhoud past niet bij de naam. Wel bewaard worden: {fileKinds}.',
    en: 'This type of file is not kept, or its content is not what its name says. These are kept: {fileKinds}.',
  },
  FILE_EMPTY: { nl: 'Dit bestand is leeg. Kies een ander.', en: 'This file is empty. Choose another one.' },
  FILE_INFECTED: {
    nl: 'De virusscanner vond {signature} in dit bestand. Het is niet bewaard.',
    en: 'The virus scanner found {signature} in this file. It was not kept.',
  },
  FILE_STAYS: {
    nl: 'Een bestand wordt geen link. Voeg de link als nieuw bewijs toe.',
    en: 'A file does not become a link. Add the link as evidence of its own.',
  },
} as const satisfies Record<string, Record<Language, string>>;
