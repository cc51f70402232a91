import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import { sourceOf } from './schema';

/** A figure in the text, as its author sees it. */
export interface ShownFigure {
  name: string;
  value: string;
  /** What it was in the last edition, where that differs. */
  former?: string;
  /** Its definition. */
  about: string;
}

export type LookUp = (source: string) => ShownFigure;

const BARE: LookUp = (source) => ({ name: source, value: '', about: '' });

/** What the chips of a text show; they are drawn anew when it is known. */
export class Chips {
  private readonly drawn = new Set<() => void>();
  look: LookUp = BARE;

  show(look: LookUp): void {
    this.look = look;
    for (const draw of this.drawn) draw();
  }

  viewOf(node: Node): NodeView {
    const dom = document.createElement('span');
    dom.className = 'chip';
    dom.dataset.figure = sourceOf(node);
    const source = sourceOf(node);
    const draw = (): void => drawChip(dom, this.look(source));
    this.drawn.add(draw);
    draw();
    return {
      dom,
      ignoreMutation: () => true,
      update: (other) => other.type === node.type && sourceOf(other) === source,
      destroy: () => this.drawn.delete(draw),
    };
  }
}

function drawChip(dom: HTMLElement, { name, value, former }: ShownFigure): void {
  const parts = [
    part('span', 'chip-name', name),
    ...(former === undefined
      ? []
      : [part('del', 'chip-former figure', former), part('span', 'chip-to', '→')]),
    part('span', 'chip-value figure', value),
  ];
  dom.replaceChildren(...parts.flatMap((one, index) => (index === 0 ? [one] : [' ', one])));
}

function part(tag: 'span' | 'del', className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
