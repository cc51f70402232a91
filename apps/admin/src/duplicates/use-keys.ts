import { useStore } from 'react-admin';
import { useEffect } from 'react';
import { SHORTCUT_SETTING } from '../ui/shortcut-setting';

/** Single keys, unless somebody types or a dialog has the attention; a choice between two is no text. */
export function useKeys(acts: ReadonlyMap<string, () => void>): void {
  const [isOn] = useStore(SHORTCUT_SETTING, true);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = acts.get(event.key);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      if (!act || !isPlain || !isOn || isTyping(event.target)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [acts, isOn]);
}

const TYPING =
  'input:not([type=radio]), textarea, select, [role="dialog"], [role="combobox"], [role="listbox"]';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest(TYPING) !== null);
