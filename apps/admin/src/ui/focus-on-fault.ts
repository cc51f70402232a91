/** Whoever is told that something is wrong goes on where it is: at the first faulty field. */
export function focusOnFault(form: HTMLElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  (wrong?.querySelector<HTMLElement>('input') ?? wrong)?.focus();
}
