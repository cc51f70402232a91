import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, EditorState, Plugin, Transaction } from 'prosemirror-state';
import { chip, marks, namedIn, nodes } from './schema';
import { textBefore } from './slash';

/** So far back the beginning of an emphasis or of a figure is looked for. */
const LONGEST_TYPED = 500;

/** A chip beside the caret goes as one thing. */
const removeChip =
  (side: 'nodeBefore' | 'nodeAfter'): Command =>
  ({ selection, tr }, dispatch) => {
    const beside = selection.empty ? selection.$from[side] : null;
    if (beside?.type !== nodes.figure) return false;
    const start = side === 'nodeBefore' ? selection.from - 1 : selection.from;
    dispatch?.(tr.delete(start, start + 1).scrollIntoView());
    return true;
  };

/** At the beginning of an item, it becomes a paragraph. */
const leaveList: Command = (state, dispatch) => {
  const { empty, $from } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.node(-1).type !== nodes.item) return false;
  return liftListItem(nodes.item)(state, dispatch);
};

/** An empty line at its end leaves what stands verbatim; else nothing could be written behind it. */
const leaveVerbatim: Command = (state, dispatch, view) => {
  const { $head, empty } = state.selection;
  const { parent } = $head;
  const isAtEmptyEnd = $head.parentOffset === parent.content.size && parent.textContent.endsWith('\n');
  if (!empty || parent.type !== nodes.verbatim || !isAtEmptyEnd) return false;
  dispatch?.(state.tr.delete($head.pos - 1, $head.pos));
  return view ? exitCode(view.state, dispatch) : true;
};

export const typingKeys = (): Plugin[] => [
  keymap({
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': toggleMark(marks.strong),
    'Mod-i': toggleMark(marks.em),
    Enter: chainCommands(splitListItem(nodes.item), leaveVerbatim),
    'Shift-Enter': chainCommands(splitListItem(nodes.item), baseKeymap.Enter ?? (() => false)),
    Backspace: chainCommands(removeChip('nodeBefore'), leaveList),
    Delete: removeChip('nodeAfter'),
  }),
  keymap(baseKeymap),
];

/** Who knows Markdown may type it; it becomes what it means at once. */
export const typedMarks = (): Plugin =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, ([, typed = '']) => ({
        level: Math.max(2, typed.length),
      })),
      wrappingInputRule(/^[-*]\s$/, nodes.bullets),
      wrappingInputRule(/^1[.)]\s$/, nodes.numbers),
      new InputRule(/\*$/, emphasise),
      new InputRule(/\}$/, nameFigure),
    ],
  });

function emphasise(
  state: EditorState,
  _match: RegExpMatchArray,
  start: number,
  end: number,
): Transaction | null {
  const before = textBefore(state, start, LONGEST_TYPED);
  const isStrong = before.endsWith('*');
  const mark = isStrong ? '**' : '*';
  const inside = isStrong ? before.slice(0, -1) : before;
  const opens = inside.lastIndexOf(mark);
  const text = opens < 0 ? '' : inside.slice(opens + mark.length);
  const isOpening = opens === 0 || /[\s(]/.test(inside.charAt(opens - 1));
  if (text.trim() === '' || text.startsWith(' ') || text.endsWith(' ') || text.includes('*') || !isOpening)
    return null;
  const from = start - before.length + opens;
  const to = from + mark.length + text.length;
  const type = isStrong ? marks.strong : marks.em;
  const { tr } = state;
  tr.delete(to, end).delete(from, from + mark.length);
  return tr.addMark(from, to - mark.length, type.create()).removeStoredMark(type);
}

function nameFigure(
  state: EditorState,
  _match: RegExpMatchArray,
  start: number,
  end: number,
): Transaction | null {
  const before = textBefore(state, start, LONGEST_TYPED);
  const opens = before.lastIndexOf('{{');
  const source = opens < 0 ? '' : `${before.slice(opens)}}`;
  if (!namedIn(source)) return null;
  return state.tr.replaceWith(start - source.length + 1, end, chip(source));
}
