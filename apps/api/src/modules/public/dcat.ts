import type { PublicEdition } from './public-editions.repository';

const FORMATS = [
  ['json', 'application/json', 'JSON'],
  ['csv', 'text/csv', 'CSV'],
  ['pdf', 'application/pdf', 'PDF'],
] as const;

/** The public editions as a DCAT-AP 3 catalogue in JSON-LD: one data set a report, its editions as versions. */
export function dcatOf(
  editions: readonly PublicEdition[],
  addressOf: (reportId: string, edition: number) => string,
): object {
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@type': 'dcat:Catalog',
    'dct:title': [...new Set(editions.map(({ programme }) => programme))].filter(Boolean).join(', '),
    'dcat:dataset': editions.map(({ reportId, number, seal, ...edition }) => {
      const address = addressOf(reportId, number);
      const download = address.replace('/public/', '/api/v1/public/');
      return {
        '@id': address,
        '@type': 'dcat:Dataset',
        'dct:title': { '@value': edition.title, '@language': edition.language },
        'dct:identifier': seal,
        'dcat:version': String(number),
        'dct:issued': { '@value': edition.publishedAt, '@type': 'xsd:dateTime' },
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': edition.from,
          'dcat:endDate': edition.asOf,
        },
        'dct:accessRights': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
        'dct:license': 'http://publications.europa.eu/resource/authority/licence/CC0',
        'dcat:landingPage': { '@id': address },
        'dcat:distribution': FORMATS.map(([ending, type, name]) => ({
          '@type': 'dcat:Distribution',
          'dcat:downloadURL': { '@id': `${download}.${ending}` },
          'dcat:mediaType': `https://www.iana.org/assignments/media-types/${type}`,
          'dct:format': `http://publications.europa.eu/resource/authority/file-type/${name}`,
        })),
      };
    }),
  };
}
