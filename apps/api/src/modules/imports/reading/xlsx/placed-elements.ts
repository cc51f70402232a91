import { COMPATIBILITY, type Namespaces } from './namespaces';

export type Attributes = Readonly<Record<string, string>>;

/** What is done with the elements of an XML part. A path names an element and its place: `workbook/sheets/sheet`. */
export interface XmlHandler {
  open?(path: string, attributes: Attributes, qualified: Qualified): void;
  close?(path: string): void;
  text?(text: string, path: string): void;
}

/** The value of an attribute that has a prefix of one of these namespaces. */
type Qualified = (namespaces: Namespaces, name: string) => string | undefined;

interface Place {
  path: string;
  children: Map<string, Place>;
}

type Scope = ReadonlyMap<string, string>;

interface Frame {
  /** An element of the part, a list of alternatives, or the one of them that is read: as if it were not there. */
  kind: 'element' | 'alternatives' | 'alternative';
  place: Place;
  outer: Scope;
  taken?: boolean;
}

const place = (path: string): Place => ({ path, children: new Map() });

/**
 * Tells a handler of the elements of certain namespaces only, each with its place. What another namespace put in, an
 * extension for instance, is passed over with all that it holds: it may have elements of the same names.
 */
export class PlacedElements {
  private readonly frames: Frame[] = [];
  private readonly root = place('');
  private scope: Scope = new Map();
  private skipped = 0;

  constructor(
    private readonly namespaces: Namespaces,
    private readonly handler: XmlHandler,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    const outer = this.scope;
    this.declare(attributes);
    const [prefix, local] = partsOf(name);
    const namespace = this.scope.get(prefix) ?? '';
    if (namespace === COMPATIBILITY) this.openAlternative(local, attributes, outer);
    else if (this.namespaces.has(namespace)) this.openElement(local, attributes, outer);
    else this.skip(outer);
  }

  close(): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    const frame = this.frames.pop();
    if (!frame) return;
    this.scope = frame.outer;
    if (frame.kind === 'element') this.handler.close?.(frame.place.path);
  }

  text(text: string): void {
    const frame = this.frames.at(-1);
    if (this.skipped === 0 && frame?.kind === 'element') this.handler.text?.(text, frame.place.path);
  }

  private openElement(local: string, attributes: Attributes, outer: Scope): void {
    const parent = this.parent;
    let own = parent.children.get(local);
    if (!own) {
      own = place(parent === this.root ? local : `${parent.path}/${local}`);
      parent.children.set(local, own);
    }
    this.frames.push({ kind: 'element', place: own, outer });
    this.handler.open?.(own.path, attributes, (namespaces, wanted) =>
      this.qualified(attributes, namespaces, wanted),
    );
  }

  /** Of alternatives the first is read whose namespaces are all known here, else what stands for those that do not. */
  private openAlternative(local: string, attributes: Attributes, outer: Scope): void {
    const parent = this.frames.at(-1);
    if (local === 'AlternateContent') {
      this.frames.push({ kind: 'alternatives', place: this.parent, outer });
      return;
    }
    const isKnown = (prefix: string): boolean => this.namespaces.has(this.scope.get(prefix) ?? '');
    const fits =
      local === 'Fallback' || (local === 'Choice' && (attributes.Requires ?? '').split(/\s+/).every(isKnown));
    if (parent?.kind !== 'alternatives' || parent.taken || !fits) {
      this.skip(outer);
      return;
    }
    parent.taken = true;
    this.frames.push({ kind: 'alternative', place: this.parent, outer });
  }

  private skip(outer: Scope): void {
    this.scope = outer;
    this.skipped = 1;
  }

  private get parent(): Place {
    return this.frames.at(-1)?.place ?? this.root;
  }

  private declare(attributes: Attributes): void {
    let inner: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix =
        name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined;
      if (prefix !== undefined) (inner ??= new Map(this.scope)).set(prefix, attributes[name] ?? '');
    }
    if (inner) this.scope = inner;
  }

  private qualified(attributes: Attributes, namespaces: Namespaces, wanted: string): string | undefined {
    const found = Object.keys(attributes).find((name) => {
      const [prefix, local] = partsOf(name);
      return local === wanted && prefix !== '' && namespaces.has(this.scope.get(prefix) ?? '');
    });
    return found === undefined ? undefined : attributes[found];
  }
}

function partsOf(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
