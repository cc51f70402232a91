import type { Random } from './random';

/** What the workbook calls technologies, as a Dutch sentence has them. */
const TECHNOLOGIES: Readonly<Record<string, string>> = {
  '5G': '5G in de fabriek',
  'Additive manufacturing': '3D-printen',
  'Artificial intelligence': 'kunstmatige intelligentie',
  'Augmented reality': 'augmented reality',
  Composites: 'composieten',
  'Cyber security': 'cyberveiligheid',
  'Data sharing': 'data delen',
  'Digital twin': 'digitale tweelingen',
  'Human factors': 'mens en machine',
  'Internet of Things': 'sensoren en data',
  Photonics: 'fotonica',
  'Predictive maintenance': 'voorspellend onderhoud',
  Robotics: 'robotica',
  'Smart bending': 'slim zetten',
  'Smart welding': 'slim lassen',
};
const HUB_SUBJECTS = ['digitalisering', 'slimme productie', 'data delen', 'vakmensen van morgen'];

const ACTIVITIES: Readonly<Record<string, readonly string[]>> = {
  TRAINING: ['Basistraining', 'Verdiepende training', 'Leergang', 'Avondtraining'],
  WORKSHOP: ['Workshop', 'Aan de slag met', 'Werksessie'],
  DEMO: ['Demonstratie', 'Open middag', 'Live op de werkvloer:'],
  SCAN: ['Scan op de werkvloer:', 'Nulmeting', 'Quickscan'],
  PILOT: ['Proefopstelling', 'Praktijkproef'],
  PROJECT: ['Gezamenlijk project', 'Ketenproject'],
  MATCHMAKING: ['Kennismaken met', 'Vraag en aanbod:', 'Partners gezocht:'],
};

/** What an activity is called, by its kind and the technologies of its centre. */
export function activityTitle(random: Random, kind: string, technologies: readonly string[]): string {
  const subject = technologies.length === 0 ? random.pick(HUB_SUBJECTS) : random.pick(technologies);
  return `${random.pick(ACTIVITIES[kind] ?? ['Bijeenkomst'])} ${TECHNOLOGIES[subject] ?? subject}`;
}

const MAKES = [
  'Modulaire',
  'Compacte',
  'Zelflerende',
  'Draadloze',
  'Energiezuinige',
  'Lichtgewicht',
  'Slimme',
  'Mobiele',
];
const THINGS = [
  ...[
    'lascel',
    'meetkop',
    'grijper',
    'sensormodule',
    'buigmal',
    'camera-inspectie',
    'transportlijn',
    'doseerpomp',
  ],
  ...[
    'besturing',
    'spuitgietmatrijs',
    'printkop',
    'testopstelling',
    'koelplaat',
    'montagetafel',
    'magazijnrobot',
  ],
];
const SERVICES = [
  ...[
    'Onderhoud op afstand',
    'Simulatie vooraf',
    'Productie op afroep',
    'Meten en melden',
    'Energieadvies',
    'Opleiden op de lijn',
  ],
  ...['Digitale werkinstructie', 'Kwaliteitscontrole met beeld', 'Planning met live data'],
];
const FOR_WHOM = [
  'zuivelmachines',
  'plaatwerkers',
  'spuitgieters',
  'machinebouwers',
  'toeleveranciers',
  'de maritieme sector',
  'kassenbouwers',
];
const JOBS = [
  'Uitbreiding montageteam',
  'Tweede ploeg',
  'Nieuwe lasafdeling',
  'Eigen softwareteam',
  'Groei van de werkplaats',
  'Nieuwe vestiging',
];

/** What an outcome is called, by its kind. */
export function outcomeTitle(random: Random, kind: string): string {
  if (kind === 'NEW_SERVICE') return `${random.pick(SERVICES)} voor ${random.pick(FOR_WHOM)}`;
  if (kind === 'JOBS') return random.pick(JOBS);
  const product = `${random.pick(MAKES)} ${random.pick(THINGS)}`;
  return kind === 'PRODUCTION_START' ? `Eerste serie: ${product.toLowerCase()}` : product;
}
