import type { AutocompleteHighlightChangeReason } from '@mui/material';
import type { RaRecord } from 'react-admin';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { useHits, type Hits, type Searched } from './use-hits';

/** The last of the options: what was typed, as something new. */
export interface Creation {
  makes: string;
}
export type Option<T> = T | Creation;

export const isCreation = <T extends object>(option: Option<T>): option is Creation => 'makes' in option;

export interface PickingProps<T> extends Searched {
  nameOf: (record: T) => string;
  onPick: (record: T) => void;
  onCreate?: ((typed: string) => void) | undefined;
  /** Called with what is typed as long as it stands for nothing, and with '' as soon as it does or is gone. */
  onTyped?: ((typed: string) => void) | undefined;
}

type PickerKey = KeyboardEvent & { defaultMuiPrevented?: boolean | undefined };

export interface Picking<T> {
  typed: string;
  type: (text: string) => void;
  take: (option: Option<T>) => void;
  hits: Hits<T>;
  options: Option<T>[];
  /** Whoever typed went on, and what was typed stands for nothing. */
  isUnresolved: boolean;
  onKeyDown: (event: PickerKey) => void;
  onHighlight: (option: Option<T> | null, reason: AutocompleteHighlightChangeReason) => void;
  onBlur: () => void;
}

/**
 * Typing, waiting for the hits and taking one of them. Enter and Tab take the hit that was meant, also when it comes
 * late; what is merely similar, or is new, is taken by them only where the arrows chose it.
 */
export function usePicking<T extends RaRecord<string>>(props: PickingProps<T>): Picking<T> {
  const { nameOf, onPick, onCreate, onTyped } = props;
  const [typed, setTyped] = useState('');
  const [hasGoneOn, setGoneOn] = useState(false);
  const arrowed = useRef<Option<T> | null>(null);
  const hits = useHits<T>(props, typed, nameOf);
  const isTyped = typed.trim() !== '';
  const isWaiting = isTyped && hits.isSearching;

  const type = (text: string): void => {
    arrowed.current = null;
    setGoneOn(false);
    setTyped(text);
    onTyped?.(text.trim());
  };
  const take = (option: Option<T>): void => {
    type('');
    if (isCreation(option)) onCreate?.(option.makes);
    else onPick(option);
  };
  const takeLate = useEffectEvent(() => {
    if (hits.meant && hits.isSole) take(hits.meant);
  });
  useEffect(() => {
    if (!hasGoneOn || isWaiting) return undefined;
    const timer = setTimeout(() => takeLate());
    return () => clearTimeout(timer);
  }, [hasGoneOn, isWaiting]);

  const goOn = (event: PickerKey): void => {
    if (!isTyped) return;
    const chosen = isWaiting ? undefined : (arrowed.current ?? hits.meant);
    event.defaultMuiPrevented = true;
    if (event.key === 'Enter') event.preventDefault();
    if (chosen) take(chosen);
    else setGoneOn(true);
  };
  return {
    ...{ typed, type, take, hits },
    options: isWaiting ? [] : [...hits.hits, ...creations(onCreate !== undefined && hits.isKnown, typed)],
    isUnresolved: hasGoneOn && isTyped && !isWaiting,
    onKeyDown: (event) => {
      if (event.key === 'Enter' || event.key === 'Tab') goOn(event);
    },
    onHighlight: (option, reason) => {
      if (reason === 'keyboard') arrowed.current = option;
    },
    onBlur: () => setGoneOn(isTyped),
  };
}

/** Two letters or digits are the least that something is called by. */
const creations = (canCreate: boolean, typed: string): Creation[] =>
  canCreate && typed.trim().length >= 2 ? [{ makes: typed.trim() }] : [];
