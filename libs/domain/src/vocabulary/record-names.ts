import type { RegisterField } from '../register/field';
import type { RegisterKind } from '../register/kind';
import { REGISTER } from '../register/register';
import type { Language, Localised } from './languages';

interface Names<Text> {
  one: Text;
  many: Text;
  fields: Readonly<Record<string, Text>>;
}

const CENTRES_OF_IT: Localised = { nl: 'Fieldlabs & hubs', en: 'Fieldlabs & hubs' };

/** What every record carries. */
const MOMENTS = {
  createdAt: { nl: 'Toegevoegd', en: 'Added' },
  updatedAt: { nl: 'Laatst gewijzigd', en: 'Last changed' },
  deletedAt: { nl: 'Verwijderd op', en: 'Deleted on' },
} satisfies Record<string, Localised>;
const COMMON = { version: { nl: 'Versie', en: 'Version' }, ...MOMENTS };

/** Records that are no kinds of the register, and are counted and exported as those are. */
const OTHERS: Record<string, Names<Localised>> = {
  merges: {
    one: { nl: 'Samenvoeging', en: 'Merge' },
    many: { nl: 'Samenvoegingen', en: 'Merges' },
    fields: {
      survivorId: { nl: 'Blijvend bedrijf', en: 'Surviving company' },
      survivorName: { nl: 'Blijvend bedrijf', en: 'Surviving company' },
      mergedId: { nl: 'Samengevoegd bedrijf', en: 'Merged company' },
      mergedName: { nl: 'Samengevoegd bedrijf', en: 'Merged company' },
      reason: { nl: 'Reden', en: 'Reason' },
      fields: { nl: 'Overgenomen gegevens', en: 'Fields taken over' },
      takenOver: { nl: 'Overgenomen', en: 'Taken over' },
      actorName: { nl: 'Door', en: 'By' },
    },
  },
  evidence: {
    one: { nl: 'Bewijsstuk', en: 'Piece of evidence' },
    many: { nl: 'Bewijs', en: 'Evidence' },
    fields: {
      resource: { nl: 'Soort gegeven', en: 'Kind of record' },
      recordId: { nl: 'Nummer van het gegeven', en: 'Number of the record' },
      recordName: { nl: 'Gegeven', en: 'Record' },
      title: { nl: 'Titel', en: 'Title' },
      url: { nl: 'Webadres', en: 'Web address' },
      fileName: { nl: 'Bestand', en: 'File' },
      mediaType: { nl: 'Bestandstype', en: 'File type' },
      sha256: { nl: 'Vingerafdruk', en: 'Fingerprint' },
      bytes: { nl: 'Grootte (bytes)', en: 'Size (bytes)' },
      centreIds: CENTRES_OF_IT,
      claimLevel: { nl: 'Onderbouwing', en: 'Claim level' },
    },
  },
};

/** A field is called on screen as its column of the workbook is, unless the kind says otherwise. */
function namesOfKind({ one, many, fields, words }: RegisterKind): Names<Localised> {
  const labels = Object.entries<RegisterField>(fields).flatMap(([key, { column }]) =>
    column ? [[key, column.label] as const] : [],
  );
  return { one, many, fields: { ...Object.fromEntries(labels), ...words } };
}

/** What kinds of records and their fields are called: on screen, and at the head of the columns of a file. */
const NAMES: Record<string, Names<Localised>> = {
  ...Object.fromEntries(Object.entries(REGISTER).map(([resource, kind]) => [resource, namesOfKind(kind)])),
  ...OTHERS,
};

const inLanguage = (language: Language, words: Readonly<Record<string, Localised>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word[language]]));

const namesIn = (language: Language): Record<string, Names<string>> =>
  Object.fromEntries(
    Object.entries(NAMES).map(([resource, { one, many, fields }]) => [
      resource,
      {
        one: one[language],
        many: many[language],
        fields: inLanguage(language, { ...COMMON, ...fields }),
      },
    ]),
  );

/** All of these names, in each language. */
export const RECORD_NAMES: Record<Language, Readonly<Record<string, Names<string>>>> = {
  nl: namesIn('nl'),
  en: namesIn('en'),
};
export const MOMENT_NAMES = { nl: inLanguage('nl', MOMENTS), en: inLanguage('en', MOMENTS) };

/** `companies` → `Bedrijven`. */
export const manyOf = (language: Language, resource: string): string =>
  RECORD_NAMES[language][resource]?.many ?? resource;

/** `companies`, `sizeClass` → `Grootteklasse`. */
export const fieldName = (language: Language, resource: string, field: string): string =>
  RECORD_NAMES[language][resource]?.fields[field] ?? field;

export const isCounted = (resource: string): boolean => Object.hasOwn(NAMES, resource);

/** `2 deelnames`, `1 activity`. */
export function countedOf(language: Language, resource: string, count: number): string {
  const names = RECORD_NAMES[language][resource];
  const name = (count === 1 ? names?.one : names?.many) ?? resource;
  return `${count} ${name.toLowerCase()}`;
}

/** What a field is called whichever kind of record it is of: the first that has one of that name. */
export const anyFieldName = (language: Language, field: string): string | undefined =>
  Object.values(RECORD_NAMES[language]).find(({ fields }) => Object.hasOwn(fields, field))?.fields[field];
