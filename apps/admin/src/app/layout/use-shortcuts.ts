import { useStore } from 'react-admin';
import { useEffect } from 'react';
import { useLogSheet } from '../../ui/log-sheet';
import { SHORTCUT_SETTING } from '../../ui/shortcut-setting';
import { useMay } from '../../ui/use-may';

/** `n` logs a participation, outside fields only; Ctrl or ⌘ K searches, anywhere. */
export function useShortcuts({ onSearch }: { onSearch: () => void }): void {
  const [isOn] = useStore(SHORTCUT_SETTING, true);
  const { open } = useLogSheet();
  const canLog = useMay()('participations', 'create');
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onSearch();
        return;
      }
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key !== 'n' || !isPlain || !isOn || !canLog || isBusyElsewhere(event.target)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onSearch, open, isOn, canLog]);
}

/** Where a letter is text, or a dialog has the attention. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      'input, textarea, select, [role="dialog"], [role="combobox"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}
