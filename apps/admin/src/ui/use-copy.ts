import { useNotify } from 'react-admin';

/** Copies a text, and says so. */
export function useCopy(): (text: string, said: string) => void {
  const notify = useNotify();
  return (text, said) => {
    void navigator.clipboard.writeText(text).then(() => notify(said));
  };
}
