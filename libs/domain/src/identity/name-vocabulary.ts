/**
 * What words of company names tell: some nothing, some a trade that many share, some exactly which of two firms is
 * meant. Words are comparable words (small Latin letters without accents).
 */

const wordsOf = (text: string): string[] => text.split(/\s/u).filter(Boolean);

/** Articles and joining words of the languages of Europe. */
export const FILLERS = new Set(
  wordsOf(`
  a an and at by for from in of on the to with
  de het een en van voor te ten ter den der des d l
  la le les du et au aux un une
  das die dem und fur von im am zum zur
  el los las del y e da do dos das os il lo gli della delle di i og och ja w z na i
`),
);

/**
 * Different spellings and languages of one word, the first of which stands for all. Abbreviations that are the
 * beginning of their word need not be here.
 */
const SAME: readonly string[] = [
  'international internationaal internationale internacional internazionale internationaux intl int internat',
  'technology technologies technologie technologien technologias tecnologia tecnologias teknologi tech technol technological technical technisch technische techniek technik technique techniques tecnica',
  'engineering engineers engineer engg engr engrg ingenieria ingenierie ingenieurs ingegneria eng',
  'manufacturing manufacture manufacturer manufacturers mfg manuf mfr mfrs fabricage fabrication',
  'industry industries industrie industrien industria industrias industrial industriel industrielle industriale industri ind inds indus',
  'packaging pkg pack verpakking verpakkingen verpackung emballage emballages',
  'services service svcs svc serv diensten dienst dienstleistungen servicios servicos servizi',
  'systems system systemen systeme sistemas sistemi sys syst',
  'solutions solution oplossingen losungen soluciones solucoes soluzioni',
  'products product producten produkten produkte produits productos prodotti prod prods',
  'production productions productie produktie produktion',
  'brothers bros gebroeders gebr gebruder freres hermanos fratelli',
  'sons son zonen zoon zn zonen sohne fils hijos',
  'company co cy compagnie compania companhia compagnia maatschappij mij gesellschaft ges',
  'corporation corp',
  'group groep groupe gruppe grupo gruppo grp gruppen',
  'holding holdings beheer hldg hldgs houdstermaatschappij',
  'laboratory laboratories laboratorium laboratoria labs lab laboratoire laboratoires laboratorios',
  'university universiteit universitat universite universidad universidade universita univ uni',
  'institute instituut institut instituto istituto inst',
  'research onderzoek forschung recherche recherches investigacion ricerca res',
  'development ontwikkeling entwicklung developpement desarrollo sviluppo dev',
  'electronics electronic elektronica elektronik electronique electronica elec electron',
  'electrical electric elektrisch elektro electrique electrica elect elektrotechniek',
  'chemical chemicals chemie chemische chimie chimique quimica chimica chem chemi',
  'pharmaceutical pharmaceuticals pharma pharmaceutica pharmazeutika farma farmaceutica pharmaceutique farmaceutisch pharm',
  'medical medisch medische medizin medizintechnik medicale medico med',
  'mechanical mechanisch mecanique mechanik mecanica mech',
  'machine machines machinery machinefabriek maschinen maschinenfabrik maschinenbau mach machinebau machinebouw',
  'construction bouw bouwbedrijf bau construcciones construcoes costruzioni bouwonderneming constr const',
  'transport transports transportes trasporti transporten transportbedrijf transportation trans trnsp transp',
  'trading handel handels handelsmaatschappij handelsonderneming commerce comercial comercio trade trdg',
  'european europe europa europaische europees europese europeenne europea eur',
  'netherlands nederland nederlandse nederlands nederlandsche dutch holland niederlande ned nl',
  'germany deutschland german deutsche duitsland allemagne',
  'france francaise french frankrijk frankreich francais',
  'belgium belgie belgique belgien belgian',
  'royal koninklijke koninklijk koninkl kon konink royale konigliche real kgl kon',
  'national nationaal nationale nacional nazionale natl nat',
  'general generaal generale algemene allgemeine gen gral',
  'american america amerika americas amer',
  'united verenigde vereinigte unies unidos utd',
  'association assoc associates associated assocs ass associados',
  'management mgmt mngt mgt',
  'department dept',
  'bank banque banco banca bk banken',
  'insurance assurance assurances verzekering verzekeringen versicherung versicherungen seguros assicurazioni ins insur versicherungs',
  'investment investments invest investissement inversiones investimentos beleggingen',
  'food foods voeding voedingsmiddelen lebensmittel alimentaire alimentos alimentari levensmiddelen',
  'steel staal stahl acier acero acciaio staalbouw',
  'metal metals metaal metall metalen metaux metales metallurgie metallurgical',
  'plastics plastic kunststof kunststoffen kunststoff kunststofftechnik plastique plastiques plasticos',
  'automotive automobile automobil automobiles auto autos automobielbedrijf',
  'energy energie energia energi',
  'water wasser eau agua acqua',
  'logistics logistic logistiek logistik logistique logistica log',
  'consulting consultancy consultants consultant consult advies adviesbureau beratung conseil consultoria consulenza',
  'software sw',
  'communications communication communicatie kommunikation telecommunications telecom telecommunicatie telekom comms comm',
  'publishing publishers uitgeverij uitgevers verlag editions editorial editore edizioni',
  'works werken werk werke fabriek fabrieken fabrik factory usines fabryka zavod',
  'center centre centrum zentrum centro ctr',
  'south zuid sud sur',
  'north noord nord norte',
  'east oost ost est',
  'west westen ouest oeste',
  'saint sint st sankt santa san santo',
  'limited ltd',
  'new nieuwe neue nouvelle nueva nuova nieuw',
  'enterprise enterprises entreprise entreprises onderneming ondernemingen empresa empresas ent entpr',
  'agricultural agriculture agrarisch agri agro landbouw',
  'shipping ship scheepvaart rederij shipyard shpg',
  'airlines airline airways luchtvaart luftfahrt linhas',
  'oil petroleum petrol olie petroleo',
  'exchange exch', 'distribution distributie distribucion distrib', 'equipment equip eqpt',
  'materials material materialen', 'controls control', 'instruments instrument instrumenten instr inst',
  'house huis haus', 'organization organisation organisatie org', 'government govt', 'republic republiek rep',
  'commercial comml', 'finance financial financiele finanz financiera fin', 'security securities beveiliging',
  'environmental environment milieu umwelt', 'foundation fonds stiftung fondation fundacion fund',
  'textiles textile textiel textil tex', 'printing print drukkerij druckerei', 'furniture meubelen mobel meubel',
]; // prettier-ignore

const CANONICAL = new Map(
  SAME.flatMap((line) => {
    const [first = '', ...others] = wordsOf(line);
    return [first, ...others].map((word): [string, string] => [word, first]);
  }).reverse(),
);

/** One word for all spellings of it that are known. */
export const canonicalWord = (word: string): string => CANONICAL.get(word) ?? word;

/** Trades and kinds that very many firms have in their names: they agree often by chance. */
export const COMMON_WORDS = new Set([
  ...new Set(CANONICAL.values()),
  ...wordsOf(`
  design digital data web online media creative studio consultancy partner partners team global world euro inter multi
  business commerce market marketing sales retail wholesale store shop supply supplies support care health clean
  home office building property estate real investment capital asset venture ventures project projects
  power solar green eco bio nano micro smart high first best top pro plus star city park point line tech net
  installatie installatietechniek montage onderhoud reparatie schilderwerken loodgieter administratie accountants
  adviseurs makelaardij notariaat advocaten restaurant cafe hotel bakkerij slagerij garage fietsen tuin bloemen
  steel glass wood paper print stone rubber leather cotton paint colour optics optical laser vision sensor
  robotics automation automatisering ict it computer computers computing hosting cloud network networks
  training academy opleidingen onderwijs school college
  `),
]);

/** Words by which a group tells its own firms apart: with one of these on one side only, it is another firm. */
export const TELLING_WORDS = new Set(
  wordsOf(`
  holding trust bank insurance investment finance leasing lease pension pensions pensioenfonds foundation university
  hospital school properties property vastgoed immobilien immobilier immobiliare realty personeel
  logistics transport trading retail services sales production manufacturing research development
  software energy
  netherlands germany france belgium european american asia africa china india japan korea taiwan australia austria
  switzerland schweiz suisse svizzera osterreich italia italy italiana espana spain iberica portugal poland polska
  sweden sverige norway norge denmark danmark finland suomi ireland uk britain british england scotland wales
  usa us canada mexico brasil brazil argentina turkey turkiye russia ukraine czech hungary romania bulgaria greece
  luxembourg benelux nordic scandinavia deutschland singapore malaysia thailand vietnam indonesia philippines
  hongkong hong kong dubai emirates egypt israel iran iraq syria pakistan
  amsterdam rotterdam utrecht eindhoven groningen london paris berlin munchen munich hamburg wien zurich moscow
  moskva kiev minsk york chicago boston texas california tokyo beijing shanghai shenzhen madrid barcelona milano roma
  north south east west central
  `),
);
