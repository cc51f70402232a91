import { setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { marks, nodes } from './schema';

/** What can be done with the words that are chosen, in the order of the bar. */
export const TOOLS = ['heading', 'subheading', 'strong', 'em', 'bullets', 'numbers', 'undo', 'redo'] as const;
export type Tool = (typeof TOOLS)[number];

const LEVELS = { heading: 2, subheading: 3 } as const;

export const COMMANDS: Record<Tool, Command> = {
  heading: toggleHeading('heading'),
  subheading: toggleHeading('subheading'),
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullets: toggleList('bullets'),
  numbers: toggleList('numbers'),
  undo,
  redo,
};

/** Undefined where a tool is no state of the words, such as undo. */
export function isOn(state: EditorState, tool: Tool): boolean | undefined {
  const { $from, empty, from, to } = state.selection;
  if (tool === 'undo' || tool === 'redo') return undefined;
  if (tool === 'strong' || tool === 'em') {
    const mark = marks[tool];
    return empty
      ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, mark);
  }
  if (tool === 'bullets' || tool === 'numbers') return listAround(state)?.type === nodes[tool];
  return isHeading(state, tool);
}

export function isPossible(state: EditorState, tool: Tool): boolean {
  if (tool === 'undo') return Number(undoDepth(state)) > 0;
  if (tool === 'redo') return Number(redoDepth(state)) > 0;
  return state.selection.$from.parent.type !== nodes.verbatim;
}

const isHeading = ({ selection: { $from } }: EditorState, tool: 'heading' | 'subheading'): boolean =>
  $from.parent.type === nodes.heading && Number($from.parent.attrs.level) > 2 === (tool === 'subheading');

function toggleHeading(tool: 'heading' | 'subheading'): Command {
  return (state, dispatch, view) => {
    if (isHeading(state, tool)) return setBlockType(nodes.paragraph)(state, dispatch);
    const turn = setBlockType(nodes.heading, { level: LEVELS[tool] });
    if (!listAround(state)) return turn(state, dispatch);
    // A heading stands in no list: the item leaves it first.
    if (!liftListItem(nodes.item)(state, dispatch)) return false;
    return view ? turn(view.state, dispatch) : true;
  };
}

function toggleList(kind: 'bullets' | 'numbers'): Command {
  return (state, dispatch, view) => {
    const around = listAround(state);
    if (around?.type === nodes[kind]) return liftListItem(nodes.item)(state, dispatch);
    if (around) {
      dispatch?.(state.tr.setNodeMarkup(around.position, nodes[kind]));
      return true;
    }
    if (wrapInList(nodes[kind])(state, dispatch)) return true;
    // An item holds a paragraph: a heading becomes one first.
    if (!setBlockType(nodes.paragraph)(state, dispatch)) return false;
    return view ? wrapInList(nodes[kind])(view.state, dispatch) : true;
  };
}

function listAround({ selection: { $from } }: EditorState) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type === nodes.bullets || type === nodes.numbers) return { type, position: $from.before(depth) };
  }
  return undefined;
}
