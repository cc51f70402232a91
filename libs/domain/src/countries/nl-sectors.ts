import type { SectorScheme, SectorSection } from './country-profile';

/**
 * The sections of the Standaard Bedrijfsindeling (SBI) of Statistics Netherlands (CBS), which follows the European
 * NACE down to four digits. A section is a range of divisions, which are the first two digits of a code. Sources:
 * - SBI 2008 and SBI 2025, https://www.cbs.nl/nl-nl/onze-diensten/methoden/classificaties/activiteiten/standaard-bedrijfsindeling--sbi--
 * - NACE Rev. 2, annex I of Regulation (EC) No 1893/2006
 * - NACE Rev. 2.1, Commission Delegated Regulation (EU) 2023/137, which splits section J in two, so that all later
 *   letters move on by one, and has no division 45
 */

/** As people write it: `C 10-33`. */
const section = (code: string, divisions: string, nl: string, en: string): SectorSection => {
  const [first = '', last = first] = divisions.split('-');
  return { code, divisions: [first, last], name: { nl, en } };
};

/** Sections A to F and H and I are the same in both. */
const A_TO_F: readonly SectorSection[] = [
  section('A', '01-03', 'Landbouw, bosbouw en visserij', 'Agriculture, forestry and fishing'),
  section('B', '05-09', 'Winning van delfstoffen', 'Mining and quarrying'),
  section('C', '10-33', 'Industrie', 'Manufacturing'),
  section(
    'D',
    '35',
    'Productie en distributie van en handel in elektriciteit, gas, stoom en gekoelde lucht',
    'Electricity, gas, steam and air conditioning supply',
  ),
  section(
    'E',
    '36-39',
    'Winning en distributie van water; afval- en afvalwaterbeheer en sanering',
    'Water supply; sewerage, waste management and remediation activities',
  ),
  section('F', '41-43', 'Bouwnijverheid', 'Construction'),
];
const H_AND_I: readonly SectorSection[] = [
  section('H', '49-53', 'Vervoer en opslag', 'Transportation and storage'),
  section(
    'I',
    '55-56',
    'Logies-, maaltijd- en drankverstrekking',
    'Accommodation and food service activities',
  ),
];

const SBI_2008: readonly SectorSection[] = [
  ...A_TO_F,
  section(
    'G',
    '45-47',
    'Groot- en detailhandel; reparatie van auto’s',
    'Wholesale and retail trade; repair of motor vehicles and motorcycles',
  ),
  ...H_AND_I,
  section('J', '58-63', 'Informatie en communicatie', 'Information and communication'),
  section('K', '64-66', 'Financiële instellingen', 'Financial and insurance activities'),
  section('L', '68', 'Verhuur van en handel in onroerend goed', 'Real estate activities'),
  section(
    'M',
    '69-75',
    'Advisering, onderzoek en overige specialistische zakelijke dienstverlening',
    'Professional, scientific and technical activities',
  ),
  section(
    'N',
    '77-82',
    'Verhuur van roerende goederen en overige zakelijke dienstverlening',
    'Administrative and support service activities',
  ),
  section(
    'O',
    '84',
    'Openbaar bestuur, overheidsdiensten en verplichte sociale verzekeringen',
    'Public administration and defence; compulsory social security',
  ),
  section('P', '85', 'Onderwijs', 'Education'),
  section('Q', '86-88', 'Gezondheids- en welzijnszorg', 'Human health and social work activities'),
  section('R', '90-93', 'Cultuur, sport en recreatie', 'Arts, entertainment and recreation'),
  section('S', '94-96', 'Overige dienstverlening', 'Other service activities'),
  section(
    'T',
    '97-98',
    'Huishoudens als werkgever; niet-gedifferentieerde productie van goederen en diensten door huishoudens voor eigen gebruik',
    'Activities of households as employers; undifferentiated production of goods and services by households for own use',
  ),
  section(
    'U',
    '99',
    'Extraterritoriale organisaties en lichamen',
    'Activities of extraterritorial organisations and bodies',
  ),
];

const SBI_2025: readonly SectorSection[] = [
  ...A_TO_F,
  section('G', '46-47', 'Groot- en detailhandel', 'Wholesale and retail trade'),
  ...H_AND_I,
  section(
    'J',
    '58-60',
    'Uitgeverijen, omroep, en productie en distributie van inhoud',
    'Publishing, broadcasting, and content production and distribution activities',
  ),
  section(
    'K',
    '61-63',
    'Telecommunicatie, computerprogrammering en consultancy, informatica-infrastructuur en overige informatiediensten',
    'Telecommunication, computer programming, consulting, computing infrastructure and other information service activities',
  ),
  section('L', '64-66', 'Financiële dienstverlening en verzekeringen', 'Financial and insurance activities'),
  section('M', '68', 'Exploitatie van en handel in onroerend goed', 'Real estate activities'),
  section(
    'N',
    '69-75',
    'Wetenschappelijke en technische activiteiten en specialistische zakelijke dienstverlening',
    'Professional, scientific and technical activities',
  ),
  section(
    'O',
    '77-82',
    'Verhuur van roerende goederen en overige zakelijke dienstverlening',
    'Administrative and support service activities',
  ),
  section(
    'P',
    '84',
    'Openbaar bestuur, overheidsdiensten en verplichte sociale verzekeringen',
    'Public administration and defence; compulsory social security',
  ),
  section('Q', '85', 'Onderwijs', 'Education'),
  section('R', '86-88', 'Gezondheids- en welzijnszorg', 'Human health and social work activities'),
  section('S', '90-93', 'Kunst, cultuur, sport en recreatie', 'Arts, sports and recreation'),
  section('T', '94-96', 'Overige dienstverlening', 'Other service activities'),
  section(
    'U',
    '97-98',
    'Huishoudens als werkgever en niet-gedifferentieerde productie van goederen en diensten door huishoudens voor eigen gebruik',
    'Activities of households as employers and undifferentiated goods- and service-producing activities of households for own use',
  ),
  section(
    'V',
    '99',
    'Extraterritoriale organisaties en instanties',
    'Activities of extraterritorial organisations and bodies',
  ),
];

/** Two to five digits, from a division to a national class, with or without points: `25`, `25.6`, `62010`. */
const SBI_CODE = /^[0-9]{2}(?:\.?[0-9]{1,2}(?:\.?[0-9])?)?$/;

export const SBI: readonly SectorScheme[] = [
  { code: 'SBI2008', version: '2008', name: 'SBI 2008', pattern: SBI_CODE, sections: SBI_2008 },
  { code: 'SBI2025', version: '2025', name: 'SBI 2025', pattern: SBI_CODE, sections: SBI_2025 },
];
