/**
 * Names as firms have them and that no firm is known by: a family name that nobody bears, made of two words of the
 * Dutch landscape, and what the firm makes.
 */
const FIRST = (
  'Alder Brem Dorn Eken Elze Gagel Gersten Hagel Haver Heger Kaar Kolder Kwint Lover Meren Mispel ' +
  'Olmer Pijl Quade Riet Roger Schaar Slinger Terwe Tolle Varen Vlier Wede Wilgen Winder Zegge Zuren'
).split(' ');
const SECOND =
  'beek brink daal donk dries gaard haar hoek horst kamp loo made moer stede veen voort waard woude hage sluis'.split(
    ' ',
  );
const FAMILIES = FIRST.length * SECOND.length;
/** Has no divisor in common with the number of families, so that neighbours in a list bear unlike names. */
const STRIDE = 277;

/** What a firm makes, by the first two digits of its sector code. Each list is longer than a family has firms. */
const TRADES: Readonly<Record<string, readonly string[]>> = {
  22: ['Kunststoftechniek', 'Spuitgiettechniek', 'Composieten', 'Kunststoffen', 'Profielen'],
  25: ['Verspaning', 'Fijnmechanica', 'Plaatwerk', 'Precisietechniek', 'Lastechniek', 'Metaalbewerking'],
  26: ['Elektronica', 'Sensortechniek', 'Microsystemen', 'Meettechniek', 'Schakeltechniek'],
  28: ['Machinebouw', 'Machinefabriek', 'Apparatenbouw', 'Transportsystemen', 'Verpakkingsmachines'],
  62: ['Software', 'Automatisering', 'Datasystemen', 'Procesbesturing', 'Industriële IT'],
  71: ['Engineering', 'Constructie', 'Ingenieurs', 'Productontwikkeling', 'Ontwerp & Techniek'],
};
const OTHER_TRADES = ['Techniek', 'Industrie', 'Systemen', 'Technische Producten', 'Groep'];
const GERMAN_TRADES = ['Maschinenbau', 'Kunststofftechnik', 'Messtechnik', 'Metallbau', 'Automation'];

/** The name of the firm with a number, without a legal form. */
export function companyName(
  number: number,
  { sbiCode, country = 'NL' }: { sbiCode: string | null; country?: string },
): string {
  const family = (number * STRIDE) % FAMILIES;
  const trades = country === 'DE' ? GERMAN_TRADES : (TRADES[sbiCode?.slice(0, 2) ?? ''] ?? OTHER_TRADES);
  const trade = trades[(family + Math.floor(number / FAMILIES)) % trades.length] ?? '';
  const [first = '', second = ''] = [
    FIRST[Math.floor(family / SECOND.length)],
    SECOND[family % SECOND.length],
  ];
  return `${first}${second} ${trade}`;
}

const SPIN_OFF_TRADES = ['Robotics', 'Sensing', 'Vision', 'Labs', 'Print', 'Analytics'];

export function spinOffName(number: number): string {
  const [family] = companyName(number * 3 + 1, { sbiCode: null }).split(' ');
  return `${family ?? ''} ${SPIN_OFF_TRADES[number % SPIN_OFF_TRADES.length] ?? ''}`;
}
