import { dropDraft, keepDraft } from '../../providers/drafts';

/**
 * What is typed in a form, as its inside and its surroundings tell one another. That a submit has ended does not say
 * that it was saved: it ends when the connection is lost, too.
 */
export class TypedWork {
  /** Something was typed that is saved nowhere. */
  isHeld = false;
  private isSaved = false;

  /** @param place where this browser keeps it */
  constructor(readonly place: string) {}

  /** Told what differs from the record, at every change. */
  hold(values: Record<string, unknown>): void {
    this.isHeld = !this.isSaved && Object.keys(values).length > 0;
    if (this.isHeld) keepDraft(this.place, values);
    else dropDraft(this.place);
  }

  /** It was saved, or left on purpose. */
  end(): void {
    this.isSaved = true;
    this.hold({});
  }
}
