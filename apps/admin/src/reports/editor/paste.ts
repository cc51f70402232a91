import { Fragment, Slice } from 'prosemirror-model';
import { readLines } from './reading';
import { nodes } from './schema';

/** More than this is no text for a report, and would keep the page busy. */
const LONGEST_PASTE = 2_000_000;

const WORD_ITEM = 'mso-list:';
const WORD_MARK = '[style*="mso-list:Ignore" i]';
const NUMBERED = /^\s*[0-9a-z]{1,3}[.)]/i;

/** What was copied elsewhere, with headings, paragraphs, lists and emphasis as HTML has them; the rest of it goes. */
export function cleanedPaste(html: string): string {
  if (html.length > LONGEST_PASTE) return '';
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const title of all(body, 'p.MsoTitle')) renamed(title, 'h2');
  for (const paragraph of all(body, `p[style*="${WORD_ITEM}"]`)) itemOf(paragraph);
  for (const cell of all(body, 'td, th')) renamed(cell, 'p');
  for (const end of all(body, 'br')) end.replaceWith(' ');
  for (const element of all(body, 'li :is(h1, h2, h3, h4, h5, h6)'))
    element.replaceWith(...element.childNodes);
  // From the inside out: a list within an item follows it.
  for (const list of all(body, 'li :is(ul, ol)').reverse()) {
    list.parentElement?.closest('li')?.after(...list.children);
    list.remove();
  }
  return body.innerHTML;
}

/** Text without formatting. */
export function pastedText(text: string): Slice {
  const blocks = readLines(text.slice(0, LONGEST_PASTE).replaceAll('\r', ''));
  const isOpen = (at: number): number => (blocks.at(at)?.type === nodes.paragraph ? 1 : 0);
  return new Slice(Fragment.from(blocks), isOpen(0), isOpen(-1));
}

const all = (within: Element, selector: string): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(selector),
];

function renamed(element: HTMLElement, tag: string): void {
  const other = document.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** Word writes an item as a paragraph that begins with its own mark. */
function itemOf(paragraph: HTMLElement): void {
  const mark = paragraph.querySelector(WORD_MARK);
  const kind = NUMBERED.test(mark?.textContent ?? '') ? 'ol' : 'ul';
  mark?.remove();
  const before = paragraph.previousElementSibling;
  const list = before?.matches(`${kind}[data-word]`) ? before : document.createElement(kind);
  if (list !== before) {
    list.setAttribute('data-word', '');
    paragraph.before(list);
  }
  const item = document.createElement('li');
  item.append(...paragraph.childNodes);
  list.append(item);
  paragraph.remove();
}
