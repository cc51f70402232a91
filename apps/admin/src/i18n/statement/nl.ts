import type { Statement } from './statement';

export const nl: Statement = {
  title: 'Toegankelijkheidsverklaring',
  intro:
    'Iedereen moet dit register kunnen gebruiken, ook met een beperking. Hier leest u hoe ver wij zijn, wat er is onderzocht, wat nog niet goed is en waar u een probleem kunt melden.',
  facts: {
    status: 'Status',
    standard: 'Norm',
    examinedBy: 'Onderzocht door',
    revisedOn: 'Laatst herzien',
  },
  values: {
    status: 'C: eerste maatregelen genomen',
    standard: 'EN 301 549, hoofdstuk 9, getoetst aan WCAG 2.2, niveau A en AA',
    examinedBy: 'de makers zelf; nog niet door een onafhankelijke partij',
  },
  parts: [
    {
      title: 'Waarvoor deze verklaring geldt',
      blocks: [
        'Voor alle pagina’s van Fieldlab op dit adres: de openbare pagina’s, het aanmelden en alle schermen daarna, in het Nederlands en het Engels.',
        'De verklaring volgt het model dat hoort bij het Besluit digitale toegankelijkheid overheid.',
      ],
    },
    {
      title: 'Waarom status C',
      blocks: [
        'Wij bouwen en testen volgens WCAG 2.2 AA en kennen geen onderdeel dat daar helemaal niet aan voldoet. Maar een volledig onderzoek door een onafhankelijke partij is er nog niet. Tot dat er is, noemen wij onszelf niet hoger dan: eerste maatregelen genomen.',
      ],
    },
    {
      title: 'Wat is onderzocht',
      blocks: [
        'Bij elke wijziging wordt het volgende nagegaan in een echte browser (Chromium). Gaat daarin iets mis, dan komt de wijziging er niet in.',
        [
          'Elk scherm met axe-core, volgens de regels van WCAG 2.0, 2.1 en 2.2, niveau A en AA: in beide talen, in de lichte en de donkere weergave, 390 en 1440 pixels breed.',
          'Elk scherm op 320 pixels breed (400% vergroot): niets valt buiten beeld. Brede tabellen schuiven binnen hun eigen kader.',
          'Het werk van een coördinator, een beheerder en een evaluator met alleen het toetsenbord, van de uitnodiging tot het bedrijf achter een cijfer; wat de focus heeft, is in beeld.',
          'Na elke stap naar een ander scherm begint de toetsenbordfocus bij de kop van dat scherm.',
        ],
        'Kleuren zijn gekozen op een contrast van ten minste 4,5:1 voor tekst en 3:1 voor bedieningselementen. Kleur alleen betekent nergens iets. Wat een grafiek of kaart laat zien, staat er ook in tekst of als tabel. Bewegingen staan uit als uw apparaat daarom vraagt.',
      ],
    },
    {
      title: 'Wat niet is onderzocht',
      blocks: [
        [
          'Gebruik door mensen met een beperking.',
          'Gebruik met schermlezers, vergrotingssoftware en spraakbesturing.',
          'Andere browsers dan Chromium.',
          'Pdf’s: die worden gemaakt als PDF/UA-1 en PDF/A-2a, maar niet met de hand nagekeken. Excelbestanden evenmin.',
          'De pagina’s met uitleg over de API voor programmeurs (/api/docs), die van een ander komen.',
        ],
      ],
    },
    {
      title: 'Wat nog niet goed is',
      blocks: [
        [
          'Namen, toelichtingen en rapportteksten staan er in de taal waarin iemand ze schreef. Leest u het register in de andere taal, dan weet een schermlezer dat niet (WCAG 3.1.2).',
          'De tekst van een rapport komt van de schrijver. Het programma gaat niet na of koppen en links daarin duidelijk zijn.',
        ],
      ],
    },
  ],
  contactTitle: 'Loopt u ergens tegenaan?',
  contact: {
    known: [
      'Meld het ons, met het adres van de pagina en wat u wilde doen. Binnen vijf werkdagen krijgt u bericht dat het is aangekomen, binnen drie weken een antwoord. Heeft u iets nu nodig, dan zoeken wij een andere manier.',
    ],
    unknown: [
      'De beheerder van dit register heeft hier nog geen e-mailadres voor vragen over toegankelijkheid ingevuld. Heeft u een account, meld het dan aan wie u uitnodigde; anders aan de organisatie die naar deze pagina’s verwijst.',
    ],
  },
  objection: {
    title: 'Niet tevreden met het antwoord?',
    blocks: [
      'Krijgt u van een overheidsorganisatie geen antwoord, of helpt het u niet, dan kunt u een klacht indienen bij de Nationale ombudsman.',
      {
        href: 'https://www.nationaleombudsman.nl/klacht-indienen',
        text: 'Nationale ombudsman: klacht indienen',
      },
    ],
  },
};
