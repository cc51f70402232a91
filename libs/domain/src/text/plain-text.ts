/**
 * How text is kept, whichever door it comes in by: composed (NFC), trimmed, without control characters and without
 * what nobody can see. Every expression here is one class of characters, so its time is linear in the text.
 *
 * NUL is left in: it is refused at every door, as a text that holds it is no text.
 */

/** Characters that ask for a new line, each of which Office, browsers and XML write otherwise. */
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;
const ONE_LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/gu;
/** Halves of a pair, and code points that are no characters: neither UTF-8 nor XML can carry them. */
const NO_CHARACTERS =
  /[\p{Cs}\u{FDD0}-\u{FDEF}\u{FFFE}\u{FFFF}\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{4FFFE}\u{4FFFF}\u{5FFFE}\u{5FFFF}\u{6FFFE}\u{6FFFF}\u{7FFFE}\u{7FFFF}\u{8FFFE}\u{8FFFF}\u{9FFFE}\u{9FFFF}\u{AFFFE}\u{AFFFF}\u{BFFFE}\u{BFFFF}\u{CFFFE}\u{CFFFF}\u{DFFFE}\u{DFFFF}\u{EFFFE}\u{EFFFF}\u{FFFFE}\u{FFFFF}\u{10FFFE}\u{10FFFF}]/gu;
const CONTROLS = /(?![\0\n])\p{Cc}/gu;
/** Cheap to ask of the many texts that hold none: most names are letters and spaces. */
const MAY_BE_INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
/** Format characters with a shape: signs that enclose the number after them. */
const SHOWN = /^[\u{600}-\u{605}\u{6DD}\u{70F}\u{890}\u{891}\u{8E2}\u{110BD}\u{110CD}\u{13430}-\u{1343F}]$/u;

const JOINERS = /^[\u200C\u200D]$/u;
const EMOJI_LIKE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}\u{20E3}\u{E007F}]$/u;
/** Of scripts in which a joiner changes the shape of its neighbours. */
const JOINED_LETTER =
  /^(?:[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}])$/u;
const VARIATION = /^[\u{FE00}-\u{FE0F}]$/u;
const HAS_VARIATIONS = /^(?:\p{Emoji}|\p{Script=Han}|\p{Script=Myanmar}|\p{Math})$/u;
const IDEOGRAPHIC_VARIATION = /^[\u{E0100}-\u{E01EF}]$/u;
const HAN = /^\p{Script=Han}$/u;
const MONGOLIAN_SELECTOR = /^[\u{180B}-\u{180F}]$/u;
const MONGOLIAN = /^\p{Script=Mongolian}$/u;
const TAG = /^[\u{E0020}-\u{E007F}]$/u;
const BLACK_FLAG = '\u{1F3F4}';
const END_OF_TAGS = '\u{E007F}';

/** What nothing has to be done to: most names and codes by far. */
const PLAIN = /^[\x21-\x7E](?:[\x20-\x7E]*[\x21-\x7E])?$/;
/** White space, and the pattern of Braille without a dot. */
const NOTHING_VISIBLE = /^[\s\u2800]*$/u;

export interface TextOptions {
  /** Line ends stay, as `\n`: in notes and texts. */
  lines?: boolean | undefined;
}

/** The text as it is kept; empty when nothing visible is left. The same again gives the same. */
export function normaliseText(text: string, { lines = false }: TextOptions = {}): string {
  if (PLAIN.test(text)) return text;
  const spaced = lines
    ? text.replace(LINE_ENDS, '\n').replace(/\t/g, '    ')
    : text.replace(ONE_LINE_ENDS, ' ').replace(/\t/g, ' ');
  const plain = withoutInvisible(spaced.replace(NO_CHARACTERS, '').replace(CONTROLS, ''));
  const kept = plain.normalize('NFC').trim();
  return NOTHING_VISIBLE.test(kept) ? '' : kept;
}

/** How many characters people see it to have, roughly: an emoji outside the basic plane is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function withoutInvisible(text: string): string {
  if (!MAY_BE_INVISIBLE.test(text)) return text;
  const characters = Array.from(text);
  const kept: string[] = [];
  characters.forEach((character, index) => {
    const shows = !INVISIBLE.test(character) || SHOWN.test(character);
    if (shows || belongs(character, kept.at(-1) ?? '', characters[index + 1] ?? '')) kept.push(character);
  });
  return wholeTags(kept).join('');
}

/** Whether an invisible character does something to what stands around it. */
function belongs(character: string, before: string, after: string): boolean {
  if (JOINERS.test(character)) {
    if (EMOJI_LIKE.test(before)) return /^\p{Extended_Pictographic}$/u.test(after);
    return JOINED_LETTER.test(before) && (JOINED_LETTER.test(after) || /^\p{M}$/u.test(before));
  }
  if (VARIATION.test(character)) return HAS_VARIATIONS.test(before);
  if (IDEOGRAPHIC_VARIATION.test(character)) return HAN.test(before);
  if (MONGOLIAN_SELECTOR.test(character)) return MONGOLIAN.test(before);
  return TAG.test(character) && (before === BLACK_FLAG || (TAG.test(before) && before !== END_OF_TAGS));
}

/** A flag of tags that is never ended shows as a black flag with a tail that nobody sees. */
function wholeTags(characters: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const character = characters[at] ?? '';
    const isDangling = TAG.test(character) && character !== END_OF_TAGS && !TAG.test(kept.at(-1) ?? '');
    if (!isDangling) kept.push(character);
  }
  return kept.reverse();
}
