import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';

/** Behind the stroke, so much at most is taken for the name of a figure. */
const LONGEST_QUERY = 60;
/** The caret counts as one character of a text that holds chips. */
const CHIP = '\uFFFC';

/** A figure that is being looked for in the text itself: `/banen`. */
interface Slash {
  /** Where the stroke stands. */
  from: number;
  query: string;
}

interface SlashState {
  slash: Slash | undefined;
  /** Of the figures that were found, the one that Enter takes. */
  index: number;
}

const KEY = new PluginKey<SlashState>('slash');
const CLOSED: SlashState = { slash: undefined, index: 0 };

type Told = 'close' | { opens: number } | { index: number };

/** Opens a search for figures when a stroke is typed at the beginning of a word, and follows what is typed behind it. */
export const slashSearch = (): Plugin<SlashState> =>
  new Plugin<SlashState>({
    key: KEY,
    state: {
      init: () => CLOSED,
      apply: (transaction, before, _old, state) => after(transaction, before, state),
    },
    props: {
      handleTextInput: (view, from, to, text) => {
        if (text !== '/' || from !== to || !beginsWord(view.state, from)) return false;
        view.dispatch(opening(view.state.tr.insertText(text, from), from));
        return true;
      },
    },
  });

export const slashIn = (state: EditorState): SlashState => KEY.getState(state) ?? CLOSED;

export const closing = (transaction: Transaction): Transaction =>
  transaction.setMeta(KEY, 'close' satisfies Told);

export const opening = (transaction: Transaction, from: number): Transaction =>
  transaction.setMeta(KEY, { opens: from } satisfies Told);

export const pointing = (transaction: Transaction, index: number): Transaction =>
  transaction.setMeta(KEY, { index } satisfies Told);

/** What stands in the block before a place, a chip as one character. */
export function textBefore(state: EditorState, position: number, most: number): string {
  const at = state.doc.resolve(position);
  if (!at.parent.inlineContent) return '';
  return at.parent.textBetween(Math.max(0, at.parentOffset - most), at.parentOffset, undefined, CHIP);
}

function beginsWord(state: EditorState, position: number): boolean {
  const at = state.doc.resolve(position);
  const before = textBefore(state, position, 1);
  return at.parent.type.spec.code !== true && (before === '' || /[\s(\uFFFC]/.test(before));
}

function after(transaction: Transaction, before: SlashState, state: EditorState): SlashState {
  const told = transaction.getMeta(KEY) as Told | undefined;
  if (told === 'close') return CLOSED;
  if (told && 'index' in told) return { ...before, index: told.index };
  const from = told?.opens ?? (before.slash && transaction.mapping.map(before.slash.from, -1));
  const query = from === undefined ? undefined : queryAt(state, from);
  if (from === undefined || query === undefined) return CLOSED;
  return { slash: { from, query }, index: query === before.slash?.query ? before.index : 0 };
}

/** Undefined when the stroke is gone, or the caret went elsewhere. */
function queryAt({ doc, selection }: EditorState, from: number): string | undefined {
  const { empty, head } = selection;
  if (!empty || head <= from || head - from > LONGEST_QUERY || from > doc.content.size) return undefined;
  const start = doc.resolve(from);
  if (!start.sameParent(selection.$head)) return undefined;
  const text = start.parent.textBetween(start.parentOffset, selection.$head.parentOffset, undefined, CHIP);
  return text.startsWith('/') && !text.includes(CHIP) && !text.startsWith('/ ') ? text.slice(1) : undefined;
}
