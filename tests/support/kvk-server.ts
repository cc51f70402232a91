import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KvkAccess } from '@api/modules/business-registers/kvk/kvk-register';

const KVK_KEY = 'l7xx-sleutel-voor-de-proef';

/** Companies as KvK's test environment publishes them, in the form of Basisprofiel v1. */
const PROFILES = [
  {
    kvkNummer: '68750110',
    indNonMailing: 'Ja',
    naam: 'Test BV Donald',
    formeleRegistratiedatum: '20170519',
    materieleRegistratie: { datumAanvang: '20150101' },
    totaalWerkzamePersonen: 24,
    statutaireNaam: 'Test BV Donald',
    handelsnamen: [{ naam: 'Test BV Donald', volgorde: 0 }],
    sbiActiviteiten: [
      { sbiCode: '01241', sbiOmschrijving: 'Teelt van appels en peren', indHoofdactiviteit: 'Nee' },
      { sbiCode: '28250', sbiOmschrijving: 'Vervaardiging van machines', indHoofdactiviteit: 'Ja' },
    ],
    _embedded: {
      hoofdvestiging: {
        vestigingsnummer: '000037178598',
        totaalWerkzamePersonen: 24,
        adressen: [
          { type: 'correspondentieadres', indAfgeschermd: 'Nee', postcode: '8200AA', plaats: 'Lelystad' },
          {
            ...{ type: 'bezoekadres', indAfgeschermd: 'Nee', straatnaam: 'Hizzaarderlaan', huisnummer: 3 },
            ...{ postcode: '8823SJ', plaats: 'Lollum', land: 'Nederland' },
          },
        ],
        websites: ['www.test-bv-donald.nl'],
      },
      eigenaar: { rsin: '857587973', rechtsvorm: 'BeslotenVennootschap' },
    },
  },
  {
    kvkNummer: '69599084',
    indNonMailing: 'Nee',
    naam: 'Test EMZ Dagobert',
    materieleRegistratie: { datumAanvang: '20160101', datumEinde: '20211231' },
    handelsnamen: [{ naam: 'Test EMZ Dagobert', volgorde: 0 }],
    _embedded: {
      hoofdvestiging: {
        totaalWerkzamePersonen: 1,
        adressen: [{ type: 'bezoekadres', indAfgeschermd: 'Ja', postcode: '1034WL', plaats: 'Amsterdam' }],
      },
      eigenaar: { rechtsvorm: 'Eenmanszaak' },
    },
  },
];

export interface KvkServer {
  /** As the configuration has it. */
  access: KvkAccess;
  /** What was asked, in order. */
  asked: string[];
  /** Answers everything so from now on; undefined answers as KvK does. */
  says(answer: { status: number; body: string } | undefined): void;
  close(): Promise<void>;
}

/** A server that speaks KvK's Zoeken v2 and Basisprofiel v1. */
export async function startKvkServer(): Promise<KvkServer> {
  const asked: string[] = [];
  let fixed: { status: number; body: string } | undefined;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://kvk.local');
    asked.push(`${url.pathname}${url.search}`);
    const { status, body } =
      fixed ?? (request.headers.apikey === KVK_KEY ? answer(url) : fault(401, 'Unauthorized'));
    response.writeHead(status, { 'Content-Type': 'application/hal+json' }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    access: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/test/api`,
      ...{ key: KVK_KEY, checksPerNight: 10 },
    },
    asked,
    says: (next) => {
      fixed = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const fault = (status: number, code: string): { status: number; body: string } => ({
  status,
  body: JSON.stringify({ fout: [{ code, omschrijving: 'Product is niet leverbaar' }] }),
});

const ok = (body: object): { status: number; body: string } => ({ status: 200, body: JSON.stringify(body) });

function answer({ pathname, searchParams }: URL): { status: number; body: string } {
  const number = /^\/test\/api\/v1\/basisprofielen\/(\d{8})$/.exec(pathname)?.[1];
  if (number !== undefined) {
    const profile = PROFILES.find(({ kvkNummer }) => kvkNummer === number);
    return profile ? ok(profile) : fault(404, 'IPD0005');
  }
  if (pathname !== '/test/api/v2/zoeken') return fault(404, 'IPD0000');
  const [naam, kvkNummer] = [searchParams.get('naam')?.toLowerCase(), searchParams.get('kvkNummer')];
  const found = PROFILES.filter((one) =>
    naam === undefined ? one.kvkNummer === kvkNummer : one.naam.toLowerCase().includes(naam),
  );
  if (found.length === 0) return fault(404, 'IPD5200');
  // A legal person stands there once more for its main establishment.
  const resultaten = found.flatMap(({ kvkNummer, naam, _embedded: { hoofdvestiging } }) => {
    const { plaats } = hoofdvestiging.adressen.at(-1) ?? {};
    const adres = { binnenlandsAdres: { type: 'bezoekadres', plaats } };
    return ['hoofdvestiging', 'rechtspersoon'].map((type) => ({ kvkNummer, naam, adres, type }));
  });
  return ok({ pagina: 1, resultatenPerPagina: 10, totaal: resultaten.length, resultaten });
}
