import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { differencesOf, type Difference } from './differences';
import { readText } from './reading';
import { wordsOf, type Word } from './words';

/** What the last edition said, and how a figure of it is told. */
export interface Former {
  text: string;
  tell: (source: string) => string;
}

interface Marks {
  former: Former | undefined;
  words: Word[];
  set: DecorationSet;
}

const KEY = new PluginKey<Marks>('differences');
const NOTHING: Marks = { former: undefined, words: [], set: DecorationSet.empty };

/** Marks quietly what is new since the last edition, and shows what went. */
export const differenceMarks = (): Plugin<Marks> =>
  new Plugin<Marks>({
    key: KEY,
    state: {
      init: () => NOTHING,
      apply: (transaction, before) => marksAfter(transaction, before),
    },
    props: { decorations: (state) => KEY.getState(state)?.set },
  });

/** From now on the text is compared with this edition; with none where there is none. */
export const comparedWith = (state: EditorState, former: Former | undefined): Transaction =>
  state.tr.setMeta(KEY, { former }).setMeta('addToHistory', false);

function marksAfter(transaction: Transaction, before: Marks): Marks {
  const told = transaction.getMeta(KEY) as { former: Former | undefined } | undefined;
  if (!told && !transaction.docChanged) return before;
  const former = told ? told.former : before.former;
  if (!former) return NOTHING;
  const words = told ? wordsOf(readText(former.text).doc) : before.words;
  return {
    former,
    words,
    set: DecorationSet.create(transaction.doc, marksOf(transaction.doc, words, former)),
  };
}

function marksOf(doc: Node, words: readonly Word[], former: Former): Decoration[] {
  const now = wordsOf(doc);
  const texts = (list: readonly Word[]): string[] => list.map(({ text }) => text);
  return differencesOf(texts(words), texts(now)).flatMap((difference) => [
    ...addedIn(difference, now),
    ...removedIn(difference, words, { now, doc, former }),
  ]);
}

/** Words of one block that follow each other are marked as one. */
function addedIn({ now: [from, to] }: Difference, words: readonly Word[]): Decoration[] {
  const runs: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const word of words.slice(from, to)) {
    const last = runs.at(-1);
    if (word.isEnd) isOpen = false;
    else if (isOpen && last) last.to = word.to;
    else {
      runs.push({ from: word.from, to: word.to });
      isOpen = true;
    }
  }
  return runs.map((run) => Decoration.inline(run.from, run.to, { nodeName: 'ins' }));
}

interface Place {
  now: readonly Word[];
  doc: Node;
  former: Former;
}

function removedIn(
  { former: [from, to], now: [place] }: Difference,
  words: readonly Word[],
  { now, doc, former }: Place,
): Decoration[] {
  const text = words
    .slice(from, to)
    .filter(({ isEnd }) => !isEnd)
    .map((word) => (word.source === undefined ? word.text : former.tell(word.source)))
    .join(' ');
  if (text === '') return [];
  const before = now[place - 1];
  const where = before && !before.isEnd ? before.to : (now[place]?.from ?? doc.content.size);
  const key = `${where}:${text}`;
  return [Decoration.widget(where, () => struck(text), { side: 1, ignoreSelection: true, key })];
}

function struck(text: string): HTMLElement {
  const element = document.createElement('del');
  element.textContent = ` ${text}`;
  element.contentEditable = 'false';
  return element;
}
