import type { Locator, Page } from 'playwright-core';
import { axeFaults, openSeat, overflow, settled, type BrowserRun, type Seat } from './browser';

/** A word on screen, in Dutch and in English. */
export type Word = readonly [nl: string, en: string];
type Role = Parameters<Page['getByRole']>[0];

/** Both languages, on a phone and on a wide screen. */
export const READERS: readonly Seat[] = [
  { width: 390, language: 'nl', theme: 'light' },
  { width: 1440, language: 'en', theme: 'dark' },
];

/** What a page has at most to tab through. */
const MOST_STOPS = 150;

/** Somebody with work to do: by touch on a phone, and on a wide screen by the keyboard alone. */
export class Reader {
  private constructor(
    readonly page: Page,
    readonly seat: Seat,
  ) {}

  static async sitsDown(run: BrowserRun, seat: Seat): Promise<Reader> {
    const page = await (await openSeat(run, seat)).newPage();
    page.setDefaultTimeout(20_000);
    return new Reader(page, seat);
  }

  /** Works by the keyboard alone. */
  get types(): boolean {
    return this.seat.width === 1440;
  }

  leaves = (): Promise<void> => this.page.context().close();

  word = ([nl, en]: Word): string => (this.seat.language === 'nl' ? nl : en);

  /** What is called so, as a screen reader would find it; a word that ends in … is the beginning of its name. */
  the(role: Role, word: Word, within: Page | Locator = this.page): Locator {
    const [name, isWhole] = [this.word(word), !this.word(word).endsWith('…')];
    return within.getByRole(role, { name: name.replace(/…$/, ''), exact: isWhole }).first();
  }

  async sees(...words: Word[]): Promise<void> {
    for (const word of words) await this.page.getByText(this.word(word).replace(/…$/, '')).first().waitFor();
  }

  async press(role: Role, word: Word, within?: Locator): Promise<void> {
    await this.take(this.the(role, word, within));
  }

  /** By the menu: behind "more" on a phone. */
  async goes(to: Word): Promise<void> {
    if (!this.types) await this.press('button', ['Meer', 'More']);
    await this.press('link', to);
  }

  /** A button or link by the keyboard, or by the finger. */
  async take(target: Locator): Promise<void> {
    await target.waitFor();
    if (!this.types) return target.click();
    // A menu is left by the tab key, and walked through by the arrows.
    if ((await target.getAttribute('role')) === 'menuitem') await this.walkTo(target, 'ArrowDown');
    else await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  async fill(label: Word, text: string): Promise<void> {
    const field = this.field(label);
    await field.waitFor();
    if (!this.types) return field.fill(text);
    await this.reach(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** One of a closed list. */
  async choose(label: Word, option: Word): Promise<void> {
    // What is chosen belongs to what a list is called.
    await this.take(this.page.getByRole('combobox', { name: new RegExp(`^${this.word(label)}`) }).first());
    const wanted = this.the('option', option);
    await wanted.waitFor();
    if (this.types) {
      await this.walkTo(wanted, 'ArrowDown');
      await this.page.keyboard.press('Enter');
    } else await wanted.click();
    await this.page.locator('[role=listbox]').waitFor({ state: 'detached' });
  }

  /** One of a list that the browser itself draws. */
  async pick(label: Word, option: Word): Promise<void> {
    const list = this.field(label);
    if (this.types) {
      await this.reach(list);
      await this.page.keyboard.type(this.word(option));
    } else await list.selectOption({ label: this.word(option) });
  }

  /** Something of the register, found as one types. */
  async find(label: Word, text: string, option: Word): Promise<void> {
    await this.fill(label, text);
    const wanted = this.the('option', option);
    await wanted.waitFor();
    if (!this.types) return wanted.click();
    for (let steps = 0; (await wanted.getAttribute('class'))?.includes('Mui-focused') !== true; steps += 1) {
      if (steps > MOST_STOPS) throw new Error(`The arrows do not reach ${option.join(' / ')}.`);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }

  async tick(radio: Word): Promise<void> {
    const wanted = this.the('radio', radio);
    if (!this.types) return wanted.check();
    const group = this.page.locator('[role=radiogroup]').filter({ has: wanted });
    await this.reach(group.getByRole('radio').first());
    await this.page.keyboard.press('Space');
    await this.walkTo(wanted, 'ArrowDown');
  }

  /** A box to tick, or to untick. */
  async toggle(box: Word): Promise<void> {
    const wanted = this.the('checkbox', box);
    await wanted.waitFor();
    if (!this.types) return wanted.click();
    await this.reach(wanted);
    await this.page.keyboard.press('Space');
  }

  /** Nothing sticks out, and axe finds nothing. */
  async faults(): Promise<string[]> {
    await settled(this.page);
    const found = await axeFaults(this.page);
    const outside = await overflow(this.page);
    return outside > 0 ? [...found, `${this.page.url()} sticks out ${outside} pixels`] : found;
  }

  field = (label: Word): Locator =>
    this.page.getByLabel(new RegExp(`^${this.word(label)}(\\s\\*)?$`)).first();

  /** Tabs towards it, and finds it in sight: not below something that floats over the page. */
  private async reach(target: Locator): Promise<void> {
    const isAbove = await target.evaluate((element) => {
      const from = document.activeElement ?? document.body;
      return (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    });
    await this.walkTo(target, isAbove ? 'Shift+Tab' : 'Tab');
    const cover = await target.evaluate(coverOf);
    if (cover !== undefined) throw new Error(`${String(target)} has the focus below ${cover}`);
  }

  private async walkTo(target: Locator, key: string): Promise<void> {
    // Looking for it by its name at every step would take longer than the steps: it is looked for again when redrawn.
    let element = await target.elementHandle();
    for (let steps = 0; steps < MOST_STOPS; steps += 1) {
      const place = await element.evaluate(placeOf);
      if (place === 'focused') return;
      if (place === 'gone') element = await target.elementHandle();
      else await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not reach ${String(target)}.`);
  }
}

const placeOf = (element: Node): 'focused' | 'gone' | 'elsewhere' => {
  if (!element.isConnected) return 'gone';
  return element === document.activeElement ? 'focused' : 'elsewhere';
};

/** What lies over an element, if anything does. */
function coverOf(element: Element): string | undefined {
  const { left, top, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const isSeen = hit !== null && (hit.contains(element) || element.contains(hit));
  return isSeen ? undefined : (hit?.outerHTML.slice(0, 160) ?? 'the edge of the window');
}
