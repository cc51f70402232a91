import type { KeyboardEvent } from 'react';

/**
 * A long list by the keyboard: a letter goes to the next company whose name begins with it, as in any list of choices,
 * and Control+Enter submits wherever one is.
 */
export function useListKeys(submit: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
      return;
    }
    const { target, currentTarget, key } = event;
    const isTicking = target instanceof HTMLInputElement && target.type === 'checkbox';
    if (!isTicking || event.ctrlKey || event.metaKey || event.altKey || !/^[\p{L}\p{N}]$/u.test(key)) return;
    event.preventDefault();
    const boxes = [...currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    const from = boxes.indexOf(target) + 1;
    const next = [...boxes.slice(from), ...boxes.slice(0, from)].find((box) => begins(box, key));
    next?.focus();
  };
}

const begins = (box: HTMLInputElement, letter: string): boolean =>
  box.labels?.[0]?.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()) === true;
