import { comparableWords } from './comparable-text';

/**
 * Legal forms as they stand in company names over Europe and where its firms trade, by what they mean: forms of one
 * class (`Ltd`, `B.V.`, `GmbH`) are the same thing in different countries, and one country's firm has one of them.
 */

export interface LegalFormWords {
  /** Countries where it is used; empty where it is used in many. */
  countries: readonly string[];
  kind: 'private' | 'public' | 'partnership' | 'cooperative' | 'foundation' | 'sole' | 'state';
}

const forms = (
  kind: LegalFormWords['kind'],
  countries: string,
  spellings: string,
): [string, LegalFormWords][] =>
  spellings
    .split('|')
    .map((spelling) => [spelling, { kind, countries: countries.split(' ').filter(Boolean) }]);

// Spellings are comparable words, so without points and accents; the longest that fits is taken.
const FORMS = new Map<string, LegalFormWords>([
  ...forms('private', 'NL', 'bv|bv io|besloten vennootschap|besloten vennootschap met beperkte aansprakelijkheid'),
  ...forms('public', 'NL BE', 'nv|naamloze vennootschap'),
  ...forms('partnership', 'NL', 'vof|vennootschap onder firma|cv|maatschap|commanditaire vennootschap'),
  ...forms('cooperative', 'NL', 'cooperatie|cooperatie ua|coop|ua|wa|cooperatieve vereniging|cooperatieve'),
  ...forms('foundation', 'NL', 'stichting|vereniging'),
  ...forms('sole', 'NL', 'eenmanszaak'),
  ...forms('private', 'BE', 'bvba|sprl|ebvba|cvba|scrl|vzw|asbl|comm v'),
  ...forms('private', 'DE AT CH', 'gmbh|ges mbh|gesmbh|gmbh co kg|gmbh and co kg|gmbh and co|ggmbh|ug|ug haftungsbeschrankt|gesellschaft mit beschrankter haftung|mbh'),
  ...forms('public', 'DE AT CH', 'ag|aktiengesellschaft|kgaa|ag and co kg|ag and co kgaa|se and co kg|se and co kgaa'),
  ...forms('partnership', 'DE AT CH', 'kg|ohg|gbr|ek|e k|co kg|and co kg|eg|ev'),
  ...forms('private', 'GB IE', 'ltd|limited|ltd liability co|ltd liability company|pvt ltd|private limited|pte ltd|pty ltd|pty limited|proprietary limited|sdn bhd|co ltd|co limited|company limited|private ltd|pvt limited|pte limited|ltd co'),
  ...forms('public', 'GB IE', 'plc|public limited company|pcl|bhd'),
  ...forms('partnership', 'GB US', 'llp|lp|limited liability partnership|limited partnership'),
  ...forms('private', 'US', 'inc|incorporated|corp|corporation|llc|l l c|limited liability company|limited liability co|co inc|company inc|incorp'),
  ...forms('private', '', 'co|company|cie|compagnie|comp'),
  ...forms('public', 'FR ES PT IT BE LU PL RO GR', 'sa|societe anonyme|sociedad anonima|sociedade anonima|anonymi etairia|ae|sociedad anonima de capital variable|sa de cv|sab de cv|saa|sau|sa cv'),
  ...forms('private', 'FR LU CH IT', 'sarl|sas|sasu|eurl|societe a responsabilite limitee|societe par actions simplifiee|snc|sci|sca'),
  ...forms('private', 'IT RO', 'srl|srls|societa a responsabilita limitata|sapa|scrl|scarl|societa cooperativa'),
  ...forms('public', 'IT', 'spa|societa per azioni'),
  ...forms('private', 'ES', 'sl|slu|sll|sociedad limitada|sociedad de responsabilidad limitada|srl de cv|s de rl|s de rl de cv'),
  ...forms('private', 'PT BR', 'lda|limitada|ltda|limitadas|eireli'),
  ...forms('private', 'SE NO DK FI', 'ab|aktiebolag|aktiebolaget|publ ab|ab publ|as|asa|aps|a s|oy|oyj|oy ab|ab oy|aksjeselskap|aktieselskab|anpartsselskab|osakeyhtio|hb|kb|handelsbolag|is'),
  ...forms('private', 'PL', 'sp z oo|sp z o o|spzoo|sp zoo|spolka z oo|spolka z ograniczona odpowiedzialnoscia|sp j|sp k'),
  ...forms('public', 'PL', 'spolka akcyjna'),
  ...forms('private', 'CZ SK', 'sro|s r o|spol sro|spol s r o|spolecnost s rucenim omezenym'),
  ...forms('public', 'CZ SK', 'as|akciova spolecnost'),
  ...forms('private', 'HU', 'kft|korlatolt felelossegu tarsasag|bt'),
  ...forms('public', 'HU', 'zrt|nyrt|rt|reszvenytarsasag'),
  ...forms('private', 'SI HR RS BA', 'doo|d o o|dd|d d|ad|drustvo s ogranicenom odgovornoscu'),
  ...forms('private', 'BG', 'ood|eood|ead'),
  ...forms('private', 'EE LV LT', 'ou|osauhing|sia|uab|akcine bendrove'),
  ...forms('private', 'RU UA BY KZ', 'ooo|ooo lls|tov|too|llp kz|obshchestvo s ogranichennoi otvetstvennostiu|obshchestvo s ogranichennoy otvetstvennostyu|tovarystvo z obmezhenoiu vidpovidalnistiu|chp'),
  ...forms('public', 'RU UA BY KZ', 'oao|zao|pao|ao|nao|pat|prat|aktsionernoe obshchestvo|otkrytoe aktsionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo|ojsc|cjsc|pjsc|jsc|oosc|open joint stock company|closed joint stock company|public joint stock company|joint stock company|joint stock co|limited liability company'),
  ...forms('state', 'RU UA', 'fgup|gup|mup|fgbu'),
  ...forms('public', 'TR', 'as|anonim sirketi|ltd sti|limited sirketi|san ve tic as|san ve tic ltd sti'),
  ...forms('private', 'JP KR CN TH ID', 'kk|kabushiki kaisha|kabushiki gaisha|kaisha|godo kaisha|gk|pt|tbk|pt tbk'),
  ...forms('private', 'AE', 'fze|fzco|fz llc|fzc|dmcc'),
  ...forms('public', '', 'se|societas europaea|scop|sce|eeig|geie'),
]); // prettier-ignore

/** Of these a mistake of the keyboard is told: it is no word of the name. None of the mistakes is a name or an acronym of its own. */
const OFTEN_TYPED = 'bv nv vof ltd plc gmbh sarl bvba sprl limited incorporated corporation'.split(' ');
const WITH_POINTS = new Set(['bv', 'nv', 'vof']);

/** A letter typed twice; in longer ones also two exchanged, or one left out. */
function mistypings(form: string): string[] {
  const letters = [...form];
  const doubled = letters.map((letter, at) => letters.with(at, letter + letter));
  const exchanged = letters
    .slice(1)
    .map((letter, at) => letters.with(at, letter).with(at + 1, letters[at] ?? ''));
  const leftOut = letters.map((_, at) => letters.toSpliced(at, 1));
  return [
    ...doubled.map((some) => some.join('')),
    ...(WITH_POINTS.has(form) ? doubled.map((some) => comparableWords(some.join('.')).join(' ')) : []),
    ...(form.length >= 4 ? exchanged.map((some) => some.join('')) : []),
    ...(form.length >= 6 ? leftOut.map((some) => some.join('')) : []),
  ];
}

for (const spelling of OFTEN_TYPED) {
  const form = FORMS.get(spelling);
  for (const mistyped of mistypings(spelling)) if (form && !FORMS.has(mistyped)) FORMS.set(mistyped, form);
}

const LONGEST = Math.max(...Array.from(FORMS.keys(), (spelling) => spelling.split(' ').length));
/** Forms that stand at the beginning of a name where they are used. */
const BEFORE = new Set(['pt', 'cv', 'ooo', 'oao', 'zao', 'pao', 'ao', 'tov', 'uab', 'sia', 'ou', 'ab', 'oy', 'as', 'stichting', 'vereniging', 'cooperatie', 'too', 'fgup', 'jsc', 'pjsc', 'ojsc', 'cjsc', 'spolka akcyjna', 'maatschap', 'vof', 'societe anonyme', 'aktiebolaget', 'open joint stock company', 'joint stock company', 'closed joint stock company', 'public joint stock company', 'obshchestvo s ogranichennoi otvetstvennostiu', 'obshchestvo s ogranichennoy otvetstvennostyu', 'aktsionernoe obshchestvo', 'otkrytoe aktsionernoe obshchestvo', 'zakrytoe aktsionernoe obshchestvo', 'publichnoe aktsionernoe obshchestvo', 'tovarystvo z obmezhenoiu vidpovidalnistiu', 'limited liability company']); // prettier-ignore

export interface NameWithoutForm {
  words: string[];
  forms: LegalFormWords[];
}

/** Parts the words of a name from its legal forms, at either end; a name that is nothing else keeps its words. */
export function withoutLegalForm(all: readonly string[]): NameWithoutForm {
  let words = [...all];
  const found: LegalFormWords[] = [];
  for (let next = formAtEnd(words); next !== undefined; next = formAtEnd(words)) {
    found.push(next.form);
    words = words.slice(0, words.length - next.length);
  }
  const first = formAtStart(words);
  if (first !== undefined) {
    found.push(first.form);
    words = words.slice(first.length);
  }
  return words.length > 0 ? { words, forms: found } : { words: [...all], forms: [] };
}

interface Found {
  form: LegalFormWords;
  length: number;
}

function formAtEnd(words: readonly string[]): Found | undefined {
  for (let length = Math.min(LONGEST, words.length - 1); length > 0; length -= 1) {
    const form = FORMS.get(words.slice(words.length - length).join(' '));
    if (form) return { form, length };
  }
  return undefined;
}

function formAtStart(words: readonly string[]): Found | undefined {
  for (let length = Math.min(LONGEST, words.length - 1); length > 0; length -= 1) {
    const spelling = words.slice(0, length).join(' ');
    const form = FORMS.get(spelling);
    if (form && BEFORE.has(spelling)) return { form, length };
  }
  return undefined;
}
