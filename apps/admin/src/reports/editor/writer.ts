import { history } from 'prosemirror-history';
import { EditorState, NodeSelection, Selection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { Chips, type LookUp } from './chips';
import { COMMANDS, type Tool } from './commands';
import { comparedWith, differenceMarks, type Former } from './difference-marks';
import { cleanedPaste, pastedText } from './paste';
import { picksNamed, type Pick } from './picks';
import { chip, nodes, sourceOf } from './schema';
import { closing, opening, pointing, slashIn, slashSearch, textBefore } from './slash';
import { typedMarks, typingKeys } from './typing';
import { writerOf, type TextWriter } from './writing';

/** A figure in the text, and what draws it. */
export interface Standing {
  source: string;
  element: HTMLElement;
}

/** What is around the text at this moment. */
export interface Around {
  state: EditorState;
  /** The figures that answer to what is typed behind a stroke; undefined while nothing is looked for. */
  found: readonly Pick[] | undefined;
  index: number;
  /** The figure that the keyboard stands on, and the one under the pointer. */
  chosen: Standing | undefined;
  hovered: Standing | undefined;
  /** The figure whose choices are open. */
  asked: string | undefined;
}

/** Names of what belongs to the field: its help, and the list of figures with its options. */
export interface FieldIds {
  help: string;
  list: string;
  option: (index: number) => string;
}

interface FieldNames extends FieldIds {
  label: string;
}

/** The text while it is written: what is typed, what is around it, and how it is stored. */
export class Writer {
  private view: EditorView | undefined;
  private state: EditorState;
  private stored: TextWriter;
  private picks: readonly Pick[] = [];
  private former: Former | undefined;
  private hovered: Standing | undefined;
  private asked: string | undefined;
  private readonly chips = new Chips();
  private readonly listeners = new Set<() => void>();
  private around: Around;
  private onText: (text: string) => void = () => undefined;

  constructor(private text: string) {
    this.stored = writerOf(text);
    this.state = begun(this.stored);
    this.around = this.lookedAround();
  }

  readonly snapshot = (): Around => this.around;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Draws the text in a place of the page. @returns what takes it away again */
  mount(place: HTMLElement, names: FieldNames, onText: (text: string) => void): () => void {
    this.onText = onText;
    this.view = new EditorView(place, {
      state: this.state,
      dispatchTransaction: (transaction) => this.apply(transaction),
      attributes: () => attributesOf(this.around, names),
      nodeViews: { figure: (node) => this.chips.viewOf(node) },
      transformPastedHTML: cleanedPaste,
      clipboardTextParser: pastedText,
      handleKeyDown: (_view, event) => this.press(event),
      handleClickOn: (_view, _at, node, position) => {
        if (node.type !== nodes.figure) return false;
        this.ask(position);
        return true;
      },
      handleDOMEvents: {
        mouseover: (_view, { target }) => this.hover(chipAround(target)),
        mouseout: (_view, { relatedTarget }) => this.leave(relatedTarget),
        blur: () => this.close(),
      },
    });
    return () => {
      this.view?.destroy();
      this.view = undefined;
    };
  }

  /** A text from elsewhere, such as the one before all typing; what it wrote itself it knows. */
  take(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.stored = writerOf(text);
    this.settle(begun(this.stored));
    this.compare(this.former);
  }

  show(look: LookUp, picks: readonly Pick[]): void {
    this.picks = picks;
    this.chips.show(look);
    this.tell();
  }

  compare(former: Former | undefined): void {
    this.former = former;
    this.apply(comparedWith(this.state, former));
  }

  run(tool: Tool): void {
    this.view?.focus();
    COMMANDS[tool](this.state, (transaction) => this.apply(transaction), this.view);
  }

  /** Looks for a figure where the caret is, as a typed stroke does. */
  search(): void {
    const { tr, selection } = this.state;
    const before = textBefore(this.state, selection.from, 1);
    const apart = before === '' || before.trim() === '' ? '' : ' ';
    const from = selection.from + apart.length;
    this.view?.focus();
    this.apply(opening(tr.insertText(`${apart}/`, selection.from, selection.to), from));
  }

  /** Where on the screen the figures that were found belong: below the stroke. */
  caret(): DOMRect {
    const from = slashIn(this.state).slash?.from ?? this.state.selection.from;
    const { left, top, bottom } = this.view?.coordsAtPos(from) ?? { left: 0, top: 0, bottom: 0 };
    return new DOMRect(left, top, 0, bottom - top);
  }

  /** Puts a figure that was found in the place of what was typed for it. */
  choose(pick: Pick): void {
    const { slash } = slashIn(this.state);
    if (!slash) return;
    const { tr, selection } = this.state;
    const marks = selection.$from.marks();
    this.apply(
      closing(tr.replaceWith(slash.from, selection.head, chip(pick.source).mark(marks))).scrollIntoView(),
    );
    this.view?.focus();
  }

  close(): void {
    if (slashIn(this.state).slash) this.apply(closing(this.state.tr));
  }

  /** The choices of the figure at a place. */
  ask(position: number): void {
    const selection = NodeSelection.create(this.state.doc, position);
    this.hovered = undefined;
    this.asked = sourceOf(selection.node);
    this.apply(this.state.tr.setSelection(selection));
  }

  /** Another figure in its place; nothing takes it away, and undefined leaves it. */
  answer(source: string | null | undefined): void {
    const { selection, tr } = this.state;
    this.asked = undefined;
    if (selection instanceof NodeSelection && typeof source === 'string') {
      const { from, node } = selection;
      tr.replaceWith(from, from + 1, chip(source).mark(node.marks));
      tr.setSelection(NodeSelection.create(tr.doc, from));
    } else if (source === null) tr.deleteSelection();
    this.apply(tr);
    this.view?.focus();
  }

  hover(standing: Standing | undefined): void {
    if (standing?.element === this.hovered?.element) return;
    this.hovered = standing;
    this.tell();
  }

  /** Who points at what is told about a figure keeps seeing it. */
  leave(to: EventTarget | null): void {
    if (!(to instanceof Element && to.closest('[role=tooltip]'))) this.hover(chipAround(to));
  }

  private press(event: KeyboardEvent): boolean {
    const { found, index } = this.around;
    if (found && this.walk(event.key, found, index)) return true;
    if (event.key === 'Escape' && (this.hovered ?? this.around.chosen)) {
      const { selection, tr } = this.state;
      this.hovered = undefined;
      this.apply(tr.setSelection(Selection.near(selection.$to)));
      return true;
    }
    const { selection } = this.state;
    const isOnChip = selection instanceof NodeSelection && selection.node.type === nodes.figure;
    if (!isOnChip || (event.key !== 'Enter' && event.key !== ' ')) return false;
    this.ask(selection.from);
    return true;
  }

  /** Through the figures that were found. */
  private walk(key: string, found: readonly Pick[], index: number): boolean {
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const pick = found[index];
    if (step !== 0 && found.length > 0) {
      this.apply(pointing(this.state.tr, (index + step + found.length) % found.length));
    } else if (key === 'Escape') this.close();
    else if ((key === 'Enter' || key === 'Tab') && pick) this.choose(pick);
    else return false;
    return true;
  }

  private apply(transaction: Transaction): void {
    this.settle(this.state.apply(transaction));
    if (!transaction.docChanged) return;
    this.text = this.stored.write(this.state.doc);
    this.onText(this.text);
  }

  private settle(state: EditorState): void {
    this.state = state;
    this.around = this.lookedAround();
    this.view?.updateState(state);
    this.tell();
  }

  private tell(): void {
    this.around = this.lookedAround();
    for (const listener of this.listeners) listener();
  }

  private lookedAround(): Around {
    const { state, hovered, asked, picks, view } = this;
    const { slash, index } = slashIn(state);
    const named = slash && picksNamed(picks, slash.query);
    // Who types on behind a word that names nothing was not looking for a figure.
    const found = named?.length === 0 && slash?.query.includes(' ') ? undefined : named;
    const { selection } = state;
    const element = selection instanceof NodeSelection ? view?.nodeDOM(selection.from) : undefined;
    return { state, found, index, hovered, asked, chosen: chipAround(element ?? null) };
  }
}

const begun = (stored: TextWriter): EditorState =>
  EditorState.create({
    doc: stored.doc,
    plugins: [slashSearch(), typedMarks(), ...typingKeys(), history(), differenceMarks()],
  });

function chipAround(target: EventTarget | null): Standing | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('.chip') : null;
  const source = element?.dataset.figure;
  return element && source !== undefined ? { source, element } : undefined;
}

/** A field for text, and while a figure is looked for the field of a list (ARIA's combobox). */
function attributesOf(
  { found, index }: Around,
  { label, help, list, option }: FieldNames,
): Record<string, string> {
  const always = { 'aria-label': label, 'aria-describedby': help };
  if (!found) return { ...always, role: 'textbox', 'aria-multiline': 'true' };
  return {
    ...always,
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-haspopup': 'listbox',
    'aria-autocomplete': 'list',
    'aria-controls': list,
    ...(found.length > 0 && { 'aria-activedescendant': option(index) }),
  };
}
